package models

import (
	"fmt"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
)

// The three things that an application before the commission may wait for (待立案).
const (
	WaitsForUs        = "decision"   // 等待受理决定，含移送待接收和等待审批
	WaitsForApplicant = "correction" // 等待补正
	WaitsForMediation = "mediation"  // 暂缓受理
)

// house are those in the house who act on an application: while one of them does, it waits for the commission.
var house = fmt.Sprintf("('%s', '%s', '%s')", workflows.Registry, workflows.Head, workflows.Director)

// waiting is the condition for what a filed case waits for; none for any other word.
func waiting(what string) string {
	const correcting = `exists (select 1 from applications x where x.commission_id = c.commission_id and x.case_id = c.id
		and x.correction_asked_on is not null and x.corrected_on is null and x.decided_on is null)`
	switch what {
	case WaitsForUs:
		return " and c.next_who in " + house
	case WaitsForApplicant:
		return " and c.next_who not in " + house + " and " + correcting
	case WaitsForMediation:
		return " and c.next_who not in " + house + " and not " + correcting
	}
	return ""
}

// Filed is an application in a queue with what a clerk must know before opening it.
type Filed struct {
	Case       Case // with its parties, claims, application, corrections and marks, and no more
	Exhibits   int
	By         workflows.Capacity // who filed it: the applicant online, the registry at the counter, a mediator
	Online     bool               // filled in question by question; the text that was sent is kept
	Mediated   bool               // an organisation had it before
	Duplicates int                // other cases that may be about the same matter, up to one more than are shown
}

// FiledCases reads some cases of one commission in one round trip.
func FiledCases(tx *Tx, commission int64, ids []int64) (map[int64]*Filed, error) {
	const of = "where commission_id = $1 and case_id = any($2) "
	var cases []Case
	var parts Case // the lists of all of them
	var transfers []TransferIn
	var proposals []Proposal
	out := map[int64]*Filed{}
	b := tx.batch()
	into(b, &cases, "where commission_id = $1 and id = any($2)", commission, ids)
	into(b, &parts.Parties, of+"order by case_id, side, ordinal", commission, ids)
	into(b, &parts.Claims, of+"order by case_id, no", commission, ids)
	into(b, &parts.Applications, of+"order by case_id, id", commission, ids)
	into(b, &parts.Corrections, of+"order by case_id, no", commission, ids)
	into(b, &parts.Defects, of+"order by case_id, id", commission, ids)
	into(b, &transfers, of, commission, ids)
	into(b, &proposals, of+"and decided_on is null", commission, ids)
	if err := b.send(); err != nil {
		return nil, err
	}
	for _, c := range cases {
		out[c.ID] = &Filed{Case: c}
	}
	for _, p := range parts.Parties {
		out[p.CaseID].Case.Parties = append(out[p.CaseID].Case.Parties, p)
	}
	for _, x := range parts.Claims {
		out[x.CaseID].Case.Claims = append(out[x.CaseID].Case.Claims, x)
	}
	for _, x := range parts.Applications {
		out[x.CaseID].Case.Applications = append(out[x.CaseID].Case.Applications, x)
	}
	for _, x := range parts.Corrections {
		out[x.CaseID].Case.Corrections = append(out[x.CaseID].Case.Corrections, x)
	}
	for _, x := range parts.Defects {
		out[x.CaseID].Case.Defects = append(out[x.CaseID].Case.Defects, x)
	}
	for i := range transfers {
		out[transfers[i].CaseID].Case.Transfer = &transfers[i]
	}
	for i := range proposals {
		out[proposals[i].CaseID].Case.Proposal = &proposals[i]
	}
	return out, around(tx, commission, ids, out)
}

// around counts what stands around them: exhibits, how each came, other cases of the same matter.
func around(tx *Tx, commission int64, ids []int64, out map[int64]*Filed) error {
	b := tx.batch()
	b.query(`select w.id, (select count(*) from exhibits x where x.commission_id = $1 and x.case_id = w.id and x.side <> 'original'),
			exists (select 1 from sent_applications x where x.commission_id = $1 and x.case_id = w.id),
			exists (select 1 from mediations x where x.commission_id = $1 and x.case_id = w.id and not x.held),
			coalesce((select e.capacity from case_events e where e.commission_id = $1 and e.case_id = w.id and e.event in ($3, $4) order by e.no desc limit 1), ''),
			(select count(*) from (`+fmt.Sprintf(alike, "w.id", "select code, period_from, period_to from claims where commission_id = $1 and case_id = w.id",
		"in (select id_mac from parties where commission_id = $1 and case_id = w.id and id_mac is not null)",
		"in (select credit_code from parties where commission_id = $1 and case_id = w.id and credit_code <> '')")+` select 1 from shared s where `+alikeEnough+` limit `+itoa(duplicatesAtMost+1)+`) x)
		from unnest($2::bigint[]) w(id)`, func(r pgx.Rows) error {
		var id int64
		var f Filed
		err := r.Scan(&id, &f.Exhibits, &f.Online, &f.Mediated, &f.By, &f.Duplicates)
		if x := out[id]; x != nil && err == nil {
			f.Case = x.Case
			*x = f
		}
		return err
	}, commission, ids, string(workflows.OpenApplication), string(workflows.FileApplication))
	return b.send()
}
