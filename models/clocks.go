package models

import (
	"encoding/json"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Clock is one derived period as a row, for lists by due date (期限).
type Clock struct {
	CommissionID int64            `gorm:"primaryKey;autoIncrement:false"`
	CaseID       int64            `gorm:"primaryKey;autoIncrement:false"`
	Period       workflows.Period `gorm:"primaryKey"`
	Party        string           `gorm:"primaryKey"`
	StartsOn     calendar.Date
	NaturalOn    calendar.Date
	DueOn        calendar.Date
	SafeOn       calendar.Date
	DoneOn       calendar.Date
	Provisional  bool
	Stopped      bool
	Rule         string
	Extension    int
	StartedBy    *int          // the entry of the record since which it runs from this day
	DoneBy       *int          // and the one that ended it
	DueKey       calendar.Date // DueOn, or Far while it stands still
	Runs         bool          // neither done nor of a closed case
	ItsRight     bool          // a party's own time: over by itself when it has run
	LapsedOn     calendar.Date // when it went on record that it ran out
	Story        *string       `gorm:"type:jsonb"`
}

// ClockStory is what a running clock's row keeps of its arithmetic.
type ClockStory struct {
	For      workflows.Capacity  `json:"for"`
	Stops    []workflows.Stop    `json:"stops,omitempty"`
	Restarts []workflows.Restart `json:"restarts,omitempty"`
	Working  []workflows.Line    `json:"working"`
}

// saveClocks writes the clocks as they are now. A row that says the same already stays as it is; the
// entry that set a clock off is the one with which its first day came, and the one that ended it that
// with which it was done.
func (c *Case) saveClocks(b *batch, clocks []workflows.ClockAt) {
	names := []string{}
	for _, k := range clocks {
		names = append(names, string(k.Period)+" "+k.Party)
	}
	b.query("delete from clocks where commission_id = $1 and case_id = $2 and period || ' ' || party <> all($3)", nil, c.CommissionID, c.ID, names)
	for _, k := range c.clockRows(clocks) {
		b.query(`insert into clocks as k (commission_id, case_id, period, party, starts_on, natural_on, due_on, safe_on, done_on, provisional, stopped,
				rule, extension, started_by, done_by, due_key, runs, its_right, lapsed_on, story)
			values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
			on conflict (commission_id, case_id, period, party) do update set starts_on = excluded.starts_on, natural_on = excluded.natural_on,
				due_on = excluded.due_on, safe_on = excluded.safe_on, done_on = excluded.done_on, provisional = excluded.provisional, stopped = excluded.stopped,
				rule = excluded.rule, extension = excluded.extension, due_key = excluded.due_key, runs = excluded.runs, its_right = excluded.its_right, lapsed_on = excluded.lapsed_on, story = excluded.story,
				started_by = case when k.starts_on = excluded.starts_on then k.started_by else excluded.started_by end,
				done_by = case when k.done_on = excluded.done_on then k.done_by else excluded.done_by end
			where (k.starts_on, k.natural_on, k.due_on, k.safe_on, k.done_on, k.provisional, k.stopped, k.rule, k.extension, k.runs, k.lapsed_on, k.story) is distinct from
				(excluded.starts_on, excluded.natural_on, excluded.due_on, excluded.safe_on, excluded.done_on, excluded.provisional, excluded.stopped, excluded.rule, excluded.extension, excluded.runs, excluded.lapsed_on, excluded.story)`,
			nil, k.CommissionID, k.CaseID, string(k.Period), k.Party, k.StartsOn, k.NaturalOn, k.DueOn, k.SafeOn, k.DoneOn, k.Provisional, k.Stopped,
			k.Rule, k.Extension, k.StartedBy, k.DoneBy, k.DueKey, k.Runs, k.ItsRight, k.LapsedOn, k.Story)
	}
}

func (c *Case) clockRows(clocks []workflows.ClockAt) []Clock {
	rows := make([]Clock, 0, len(clocks))
	for _, k := range clocks {
		r := Clock{CommissionID: c.CommissionID, CaseID: c.ID, Period: k.Period, Party: k.Party, StartsOn: k.Starts, NaturalOn: k.Natural,
			DueOn: k.Due, SafeOn: k.Safe, DoneOn: k.Done, Provisional: k.Provisional, Stopped: k.Stopped, Rule: k.Term().Law.Rule,
			Extension: k.Extension, DueKey: k.Due, Runs: k.Runs(c.Open), ItsRight: k.Right(), LapsedOn: k.Lapsed}
		no := c.Events
		r.StartedBy = &no
		if !k.Done.IsZero() {
			r.DoneBy = &no
		}
		if k.Due.IsZero() {
			r.DueKey = Far
		}
		if r.Runs {
			r.Story = story(k)
		}
		rows = append(rows, r)
	}
	return rows
}

func story(k workflows.ClockAt) *string {
	b, err := json.Marshal(ClockStory{k.For, k.Stops, k.Restarts, k.Working})
	if err != nil { // plain values
		panic(err)
	}
	s := string(b)
	return &s
}

// runOutAtOnce is how many cases the clock takes up in one round; the others have their turn in the next.
const runOutAtOnce = 500

// ClocksRunOut lists the cases in which a duty of one period is past its last day, and that is not on
// record yet. A case that somebody worked on within the last hour is left alone: they may be entering
// what happened in time.
func ClocksRunOut(p workflows.Period) func(*Tx) ([]RunOut, error) {
	return func(tx *Tx) ([]RunOut, error) {
		var list []RunOut
		err := tx.Raw(`select c.ref, k.due_on from clocks k join cases c on c.commission_id = k.commission_id and c.id = k.case_id
			join case_events e on e.commission_id = c.commission_id and e.case_id = c.id and e.no = c.events
			where k.runs and not k.its_right and k.lapsed_on is null and k.period = ? and k.due_key < ? and e.recorded_at < ? order by k.due_key limit ?`,
			p, tx.Today(), tx.Now.Add(-time.Hour), runOutAtOnce).Scan(&list).Error
		return list, err
	}
}
