package models

import (
	"time"

	"gorm.io/gorm/clause"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// CarryOver is a spreadsheet of cases from before this system, on its way in (带入旧案).
type CarryOver struct {
	CommissionID int64 `gorm:"primaryKey;autoIncrement:false"`
	ID           int64 `gorm:"primaryKey;autoIncrement"`
	MadeBy       int64
	MadeAt       time.Time
	FileName     string
	Digest       []byte
	Sheet        string         `gorm:"serializer:sealed;type:bytea"`
	Mapping      map[string]int `gorm:"serializer:json"` // field to column, counted from 0
	ExpectOpen   *int
	State        string // checking, checked, running, done, failed
	LeaveBad     bool
	Lines        int
	At           int // rows dealt with
	Taken        int
	There        int // were carried over before
	Bad          int
	Findings     []Finding  `gorm:"serializer:json"`
	Years        []YearOpen `gorm:"serializer:json"`
	Said         law.Text   `gorm:"serializer:json"`
	FinishedAt   *time.Time
}

// Finding is one thing wrong with a row of the sheet. It never repeats what stood there.
type Finding struct {
	Line  int      `json:"line"`
	Field string   `json:"field"`
	Says  law.Text `json:"says"`
}

// YearOpen is what a sheet brings into a year: C0, A, K and O.
type YearOpen struct {
	Year     int `json:"year"`
	Opening  int `json:"opening"`
	Accepted int `json:"accepted"`
	Closed   int `json:"closed"`
	Open     int `json:"open"`
}

// LockCarryOver holds one on its way in, without its sheet; nil if there is none.
func LockCarryOver(tx *Tx, commission, id int64) (*CarryOver, error) {
	c := &CarryOver{}
	ok, err := found(tx.Clauses(clause.Locking{Strength: "UPDATE"}).Omit("sheet").Where("commission_id = ? AND id = ?", commission, id).Take(c).Error)
	if !ok {
		c = nil
	}
	return c, err
}

// CarryOverOf is one without its sheet; nil if there is none.
func CarryOverOf(tx *Tx, commission, id int64) (*CarryOver, error) {
	c := &CarryOver{}
	ok, err := found(tx.Omit("sheet").Where("commission_id = ? AND id = ?", commission, id).Take(c).Error)
	if !ok {
		c = nil
	}
	return c, err
}

// CarryOvers lists them, newest first, without their sheets.
func CarryOvers(tx *Tx, commission int64) ([]CarryOver, error) {
	var list []CarryOver
	return list, tx.Omit("sheet", "findings").Where("commission_id = ?", commission).Order("id desc").Limit(50).Find(&list).Error
}

// CarrySheetOf is one with its sheet.
func CarrySheetOf(tx *Tx, commission, id int64) (*CarryOver, error) {
	c := &CarryOver{}
	return c, tx.Where("commission_id = ? AND id = ?", commission, id).Take(c).Error
}

// Moved notes how many rows were dealt with.
func (c *CarryOver) Moved(tx *Tx) error {
	return tx.Model(c).Select("At", "Taken", "There").Updates(c).Error
}

// Went notes what came of it.
func (c *CarryOver) Went(tx *Tx) error {
	return tx.Model(c).Select("State", "LeaveBad", "Lines", "At", "Taken", "There", "Bad", "Findings", "Years", "Said", "FinishedAt").Updates(c).Error
}

// AcceptedUnder says which of the numbers are taken, and by a case accepted when.
func AcceptedUnder(tx *Tx, numbers []string) (map[string]calendar.Date, error) {
	var rows []struct {
		Number     string
		AcceptedOn calendar.Date
	}
	m := map[string]calendar.Date{}
	err := tx.Raw("select number, accepted_on from cases where number in ?", numbers).Scan(&rows).Error
	for _, r := range rows {
		m[r.Number] = r.AcceptedOn
	}
	return m, err
}

// NumbersReached moves a series on, so that the next number follows the highest that was given.
func NumbersReached(tx *Tx, commission int64, series string, year, n int) error {
	return tx.Exec(`insert into counters (commission_id, series, year, n) values (?, ?, ?, ?)
		on conflict (commission_id, series, year) do update set n = greatest(counters.n, excluded.n)`, commission, series, year, n).Error
}

// Carried is an old case with the one step that brings it in.
type Carried struct {
	Case  *Case
	Taken Taken
}

// SaveCarried writes many closed old cases at once: what SaveStep writes for one, in a statement
// for each table. Nobody stands in them, so there are no lists to bring up to date.
func SaveCarried(tx *Tx, list []Carried, rules workflows.Rules) error {
	if len(list) == 0 {
		return nil
	}
	var ids []int64
	if err := tx.Raw("select nextval(pg_get_serial_sequence('cases', 'id')) from generate_series(1, ?)", len(list)).Scan(&ids).Error; err != nil {
		return err
	}
	b := carriedRows{}
	for i, c := range list {
		if err := b.add(tx, ids[i], c, rules); err != nil {
			return err
		}
	}
	change := map[FigureCounter][2]int64{}
	for _, rows := range []any{&b.cases, &b.parties, &b.claims, &b.awards, &b.events, &b.clocks} {
		if err := createAll(tx, rows); err != nil {
			return err
		}
	}
	for _, c := range b.cases {
		c.spread(change, rules, 1)
	}
	return addChange(tx, change)
}

type carriedRows struct {
	cases   []*Case
	parties []Party
	claims  []Claim
	awards  []Award
	events  []*Event
	clocks  []Clock
}

func (b *carriedRows) add(tx *Tx, id int64, k Carried, rules workflows.Rules) error {
	c := k.Case
	c.ID = id
	for i := range c.Parties {
		c.Parties[i].CaseID = id
	}
	for i := range c.Claims {
		c.Claims[i].CaseID = id
	}
	e, clocks, err := c.step(tx, k.Taken, tx.Now, rules)
	if err != nil {
		return err
	}
	if c.ClosingMode() == workflows.AwardFinal || c.ClosingMode() == workflows.AwardNonFinal {
		a := Award{Child: Child{CommissionID: c.CommissionID, CaseID: id}, Kind: WholeAward, Final: c.ClosingMode() == workflows.AwardFinal, MadeOn: c.ClosedOn}
		a.No = c.NextAward(WholeAward, a.Final)
		for _, x := range c.Claims {
			if x.Awarded != nil {
				a.Amount += *x.Awarded
			}
		}
		b.awards = append(b.awards, a)
	}
	b.cases, b.events = append(b.cases, c), append(b.events, e)
	b.parties, b.claims = append(b.parties, c.Parties...), append(b.claims, c.Claims...)
	b.clocks = append(b.clocks, c.clockRows(clocks)...)
	return nil
}
