package models

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// DisposalRow is one archived file with the end of its time and what lies in its volumes.
type DisposalRow struct {
	ID        int64
	Ref       string
	Number    string
	Mode      workflows.Mode
	ClosedOn  calendar.Date
	Archived  calendar.Date
	KeptUntil calendar.Date
	Papers    []workflows.Paper
	Exhibits  int
	Votes     int // in the secret volume
	Approvals int // in the secret volume
	Proposed  bool
}

// ListDisposals lists a commission's archived files that must be kept no longer than to a day, first over
// first, along an index. next is the key of the next page; "" if there is none.
func ListDisposals(tx *Tx, commission int64, by calendar.Date, after string, limit int) (rows []DisposalRow, next string, err error) {
	args := []any{commission, by, limit + 1}
	where := ""
	if after != "" {
		day, id, ok := disposalKey(after)
		if !ok {
			return nil, "", fault.Bad("after", law.Text{ZH: "翻页的位置不对，请从第一页看起。", EN: "That page key is not one of ours; please start at the first page."})
		}
		where, args = " and (c.kept_until, c.id) > ($4::date, $5::bigint)", append(args, day, id)
	}
	const of = " x where x.commission_id = c.commission_id and x.case_id = c.id"
	b := tx.batch()
	b.query(`select c.id, c.ref, coalesce(c.number, ''), c.mode, c.closed_on, c.archived_on, c.kept_until,
			coalesce((select string_agg(x.paper, ',') from documents`+of+`), ''), (select count(*) from exhibits`+of+`), (select count(*) from votes`+of+`),
			(select count(*) from proposals`+of+` and x.approved), exists (select 1 from proposals`+of+` and x.decided_on is null and x.event = '`+string(workflows.ApproveDisposal)+`')
		from cases c where c.commission_id = $1 and c.archived_on is not null and c.disposed_on is null and c.kept_until <= $2::date`+where+`
		order by c.kept_until, c.id limit $3`,
		func(r pgx.Rows) error {
			var x DisposalRow
			var papers string
			if err := r.Scan(&x.ID, &x.Ref, &x.Number, &x.Mode, &x.ClosedOn, &x.Archived, &x.KeptUntil, &papers, &x.Exhibits, &x.Votes, &x.Approvals, &x.Proposed); err != nil {
				return err
			}
			for _, p := range Marks(papers) {
				x.Papers = append(x.Papers, workflows.Paper(p))
			}
			rows = append(rows, x)
			return nil
		}, args...)
	if err := b.send(); err != nil {
		return nil, "", err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		next = fmt.Sprintf("%s_%d", rows[limit-1].KeptUntil, rows[limit-1].ID)
	}
	return rows, next, nil
}

func disposalKey(s string) (day calendar.Date, id int64, ok bool) {
	iso, number, ok := strings.Cut(s, "_")
	if !ok {
		return day, 0, false
	}
	day, err := calendar.Parse(iso)
	if err != nil {
		return day, 0, false
	}
	id, err = strconv.ParseInt(number, 10, 64)
	return day, id, err == nil
}
