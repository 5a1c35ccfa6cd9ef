package models

import (
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/workflows/law"
)

// Handover is the work of somebody who leaves, on its way to others (移交).
type Handover struct {
	CommissionID   int64 `gorm:"primaryKey;autoIncrement:false"`
	ID             int64 `gorm:"primaryKey;autoIncrement"`
	OrganisationID *int64
	AccountID      int64
	Reason         string
	MadeBy         int64
	MadeAt         time.Time
}

// HandoverRow is one case of it: to whom it goes, and what became of that.
type HandoverRow struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	HandoverID   int64
	CaseID       int64
	Standing     policies.Standing
	Successor    int64
	Proposed     *int64
	Seen         int      // the version that the dry run showed
	State        string   // waiting, moved, failed
	Says         law.Text `gorm:"serializer:json"`
	Told         bool
	DoneAt       *time.Time
}

// HandoverOf finds one; nil if there is none.
func HandoverOf(tx *Tx, commission, id int64) (*Handover, error) {
	h := &Handover{}
	ok, err := found(tx.Where("commission_id = ? AND id = ?", commission, id).Take(h).Error)
	if !ok {
		h = nil
	}
	return h, err
}

// HandoverLine is a row with what a page says of it.
type HandoverLine struct {
	ID, CaseID  int64
	Ref, Number string
	Standing    policies.Standing
	SeatID      int64 // the seat that the leaver still has; 0 if none
	Successor   int64
	Name        string
	Proposed    int64
	Seen        int
	State       string
	Says        law.Text
	Told        bool
}

// HandoverLines are the rows of one, in the order in which they are taken.
func HandoverLines(tx *Tx, h *Handover) (list []HandoverLine, err error) {
	b := tx.batch()
	b.query(`select r.id, r.case_id, c.ref, coalesce(c.number, ''), r.standing, coalesce(t.id, 0), r.successor, a.name, coalesce(r.proposed, 0), r.seen, r.state, r.says, r.told
		from handover_rows r join cases c on c.commission_id = r.commission_id and c.id = r.case_id join accounts a on a.id = r.successor
		left join lateral (select id from seats t where t.commission_id = r.commission_id and t.case_id = r.case_id and t.account_id = $3 and t.seat = r.standing and t.until is null limit 1) t on true
		where r.commission_id = $1 and r.handover_id = $2 order by r.id`, func(r pgx.Rows) error {
		var l HandoverLine
		err := r.Scan(&l.ID, &l.CaseID, &l.Ref, &l.Number, &l.Standing, &l.SeatID, &l.Successor, &l.Name, &l.Proposed, &l.Seen, &l.State, &l.Says, &l.Told)
		list = append(list, l)
		return err
	}, h.CommissionID, h.ID, h.AccountID)
	return list, b.send()
}

// Moved notes that a case has moved, within the transaction that moves it.
func (h *Handover) Moved(tx *Tx, row int64) error {
	return h.note(tx, row, "moved", law.Text{})
}

// Failed notes why a case has not moved; one that has meanwhile stays as it is.
func (h *Handover) Failed(tx *Tx, row int64, says law.Text) error {
	return h.note(tx, row, "failed", says)
}

func (h *Handover) note(tx *Tx, row int64, state string, says law.Text) error {
	now := tx.Now
	return tx.Model(&HandoverRow{}).Where("commission_id = ? and id = ? and state <> 'moved'", h.CommissionID, row).
		Select("State", "Says", "DoneAt").Updates(&HandoverRow{State: state, Says: says, DoneAt: &now}).Error
}

// HandoverNews is how many cases went to a successor who was not told yet, and one of them.
type HandoverNews struct {
	Successor, CaseID int64
	N                 int
}

// Untold are the successors who have not been told of all that they got; from now on they have been.
func (h *Handover) Untold(tx *Tx) (list []HandoverNews, err error) {
	b := tx.batch()
	b.query(`with news as (update handover_rows set told = true where commission_id = $1 and handover_id = $2 and state = 'moved' and not told returning successor, case_id)
		select successor, min(case_id), count(*) from news group by 1 order by 1`, func(r pgx.Rows) error {
		var n HandoverNews
		err := r.Scan(&n.Successor, &n.CaseID, &n.N)
		list = append(list, n)
		return err
	}, h.CommissionID, h.ID)
	return list, b.send()
}

// HandoverSummary is how far one is.
type HandoverSummary struct {
	ID                     int64
	Name                   string
	MadeAt                 time.Time
	Moved, Failed, Waiting int
}

// Handovers are the last twenty of a commission, or of one of its organisations.
func Handovers(tx *Tx, commission, organisation int64) (list []HandoverSummary, err error) {
	of := "h.organisation_id is null and $2 = 0"
	if organisation != 0 {
		of = "h.organisation_id = $2"
	}
	b := tx.batch()
	b.query(`select h.id, a.name, h.made_at, x.moved, x.failed, x.waiting from (select * from handovers h where h.commission_id = $1 and `+of+` order by h.id desc limit 20) h join accounts a on a.id = h.account_id
		cross join lateral (select count(*) filter (where state = 'moved') moved, count(*) filter (where state = 'failed') failed, count(*) filter (where state = 'waiting') waiting
			from handover_rows r where r.commission_id = h.commission_id and r.handover_id = h.id) x order by h.id desc`, func(r pgx.Rows) error {
		var s HandoverSummary
		err := r.Scan(&s.ID, &s.Name, &s.MadeAt, &s.Moved, &s.Failed, &s.Waiting)
		list = append(list, s)
		return err
	}, commission, organisation)
	return list, b.send()
}
