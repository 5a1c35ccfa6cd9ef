package models

import (
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// DayRow is one hearing of a day without anybody's name (开庭公告、候庭).
type DayRow struct {
	CaseID    int64
	Joint     *int64 // the cases heard together with it
	Number    string
	Cause     string
	On        calendar.Date
	Starts    string
	Place     string
	ClosedFor workflows.ClosedFor
	Opened    bool
	Ended     bool
	OpenedAt  *time.Time
	EndedAt   *time.Time
	State     workflows.State
	Later     bool // another day was set after it
	Suspended bool
}

// HearingDays lists the hearings of a commission from one day to another, both included, in the order of the plan; put-off
// ones are among them.
func HearingDays(tx *Tx, commission int64, from, to calendar.Date) (list []DayRow, err error) {
	b := tx.batch()
	b.query(`select h.case_id, c.joint_id, coalesce(c.number, ''), c.cause, h.hearing_on, h.starts, h.place, h.closed_for, h.opened_on is not null, h.ended_on is not null,
			h.opened_at, h.ended_at, c.state,
			exists (select 1 from hearings n where n.commission_id = h.commission_id and n.case_id = h.case_id and n.no > h.no),
			exists (select 1 from clock_events e where e.commission_id = h.commission_id and e.case_id = h.case_id and e.kind = $4 and e.to_on is null and not e.restart)
		from hearings h`+caseOf+`where h.commission_id = $1 and h.hearing_on between $2::date and $3::date
		order by h.hearing_on, h.starts, h.place, c.number, h.id`, func(r pgx.Rows) error {
		var d DayRow
		err := r.Scan(&d.CaseID, &d.Joint, &d.Number, &d.Cause, &d.On, &d.Starts, &d.Place, &d.ClosedFor, &d.Opened, &d.Ended, &d.OpenedAt, &d.EndedAt, &d.State, &d.Later, &d.Suspended)
		list = append(list, d)
		return err
	}, commission, from, to, string(workflows.StopSuspension))
	return list, b.send()
}

// ReminderRow is a hearing to come, and of what was reminded already.
type ReminderRow struct {
	Ref         string
	HearingID   int64
	On          calendar.Date
	Starts      string
	AnnouncedAt *time.Time
	Sent        []string
}

// HearingsToRemind lists the hearings that stand from one day to another, both included, whatever the commission.
func HearingsToRemind(tx *Tx, from, to calendar.Date) (list []ReminderRow, err error) {
	b := tx.batch()
	b.query(`select c.ref, h.id, h.hearing_on, h.starts, h.announced_at,
			array(select distinct m.name from messages m where m.commission_id = h.commission_id and m.hearing_id = h.id)
		from hearings h`+caseOf+`where h.opened_on is null and h.hearing_on between $1::date and $2::date and c.state = $3
			and not exists (select 1 from hearings n where n.commission_id = h.commission_id and n.case_id = h.case_id and n.no > h.no)
		order by h.hearing_on, h.starts, h.id`, func(r pgx.Rows) error {
		var m ReminderRow
		err := r.Scan(&m.Ref, &m.HearingID, &m.On, &m.Starts, &m.AnnouncedAt, &m.Sent)
		list = append(list, m)
		return err
	}, from, to, workflows.Scheduled)
	return list, b.send()
}

// SeatedRow is a hearing that somebody sits on or records.
type SeatedRow struct {
	Ref string
	No  int
}

// SeatedOn lists the hearings of a day, at some commissions, that somebody sits on or records and that stand, in the order of
// the plan. It goes from the day to the seats: a day has a few hearings, and somebody of many years thousands of seats.
func SeatedOn(tx *Tx, account int64, commissions []int64, day calendar.Date) (list []SeatedRow, err error) {
	b := tx.batch()
	b.query(`select c.ref, h.no from unnest($2::bigint[]) m(commission) cross join lateral (select * from hearings x where x.commission_id = m.commission and x.hearing_on = $3::date) h`+caseOf+`
		where `+stands+` and exists (select 1 from standings s where s.commission_id = h.commission_id and s.account_id = $1 and s.case_id = h.case_id and s.standing in ('presiding', 'sole', 'member', 'recorder'))
		order by h.starts, h.place, c.ref`, func(r pgx.Rows) error {
		var s SeatedRow
		err := r.Scan(&s.Ref, &s.No)
		list = append(list, s)
		return err
	}, account, commissions, day)
	return list, b.send()
}

// CaseHearings lists all hearing days of one case for its calendar.
func CaseHearings(c *Case) (list []FeedRow) {
	for i, h := range c.Hearings {
		list = append(list, FeedRow{Ref: c.Ref, Number: c.CaseNumber(), Starts: h.Starts, Place: h.Place, No: h.No, On: h.HearingOn, Held: !h.OpenedOn.IsZero(), Later: len(c.Hearings) - i - 1, Open: c.State.Open()})
	}
	return list
}

// Suspended says whether the case stands still now (中止).
func (c *Case) Suspended() bool {
	for _, e := range c.ClockEvents {
		if e.Kind == string(workflows.StopSuspension) && !e.Restart && e.ToOn.IsZero() {
			return true
		}
	}
	return false
}
