package models

import (
	"slices"
	"time"

	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// Audience is who reads a section of somebody's notes (看得到的人).
type Audience string

const (
	OwnNotes Audience = "own"   // 只有自己
	ToPanel  Audience = "panel" // 仲裁庭的仲裁员
	ToAll    Audience = "all"   // 仲裁员和书记员
)

// Workbook is one edition of somebody's private notes in a case (阅卷笔记), by section. An edition that is frozen stays
// as it was when the hearing was opened. Revision counts on from edition to edition.
type Workbook struct {
	Child
	AccountID   int64
	Edition     int
	Revision    int
	Facts       string `gorm:"serializer:sealed;type:bytea"`
	Issues      string `gorm:"serializer:sealed;type:bytea"`
	Questions   string `gorm:"serializer:sealed;type:bytea"`
	Law         string `gorm:"serializer:sealed;type:bytea"`
	FactsTo     Audience
	IssuesTo    Audience
	QuestionsTo Audience
	LawTo       Audience
	FrozenOn    calendar.Date
	HearingID   *int64
	SavedAt     time.Time
}

// WorkbooksOf reads the notes of whom the grant is for, oldest first, and what others share with them, the newest first.
// Nobody else's private sections leave this function.
func WorkbooksOf(tx *Tx, g policies.Grant) (own, shared []Workbook, err error) {
	if !g.May(policies.KeepWorkbook) {
		return nil, nil, policies.Forbid()
	}
	var list []Workbook
	b := tx.batch()
	into(b, &list, "where commission_id = $1 and case_id = $2 and (account_id = $3 or 'own' <> any(array[facts_to, issues_to, questions_to, law_to])) order by edition, id",
		g.Case().Commission, g.Case().ID, g.Actor().Account)
	if err := b.send(); err != nil {
		return nil, nil, err
	}
	sees := []Audience{ToAll}
	if !g.Is(policies.Recording) {
		sees = append(sees, ToPanel)
	}
	for _, w := range list {
		if w.AccountID == g.Actor().Account {
			own = append(own, w)
		} else if w.keepOnly(sees); w.Facts+w.Issues+w.Questions+w.Law != "" {
			shared = append([]Workbook{w}, shared...)
		}
	}
	return own, shared, nil
}

// keepOnly empties the sections that are for others.
func (w *Workbook) keepOnly(sees []Audience) {
	for _, s := range []struct {
		text *string
		to   Audience
	}{{&w.Facts, w.FactsTo}, {&w.Issues, w.IssuesTo}, {&w.Questions, w.QuestionsTo}, {&w.Law, w.LawTo}} {
		if !slices.Contains(sees, s.to) {
			*s.text = ""
		}
	}
}

// LastWorkbook is the newest edition of somebody's notes; nil if they have written none.
func LastWorkbook(tx *Tx, c *Case, account int64) (*Workbook, error) {
	w := &Workbook{}
	ok, err := found(tx.Where("commission_id = ? AND case_id = ? AND account_id = ?", c.CommissionID, c.ID, account).Order("edition desc").Take(w).Error)
	if !ok {
		return nil, err
	}
	return w, nil
}

// KeepWorkbook writes an edition, a new one if it has no id.
func KeepWorkbook(tx *Tx, w *Workbook) error {
	if w.ID == 0 {
		return tx.Create(w).Error
	}
	return tx.Save(w).Error
}

// FreezeWorkbooks freezes everybody's notes as they stand when a hearing is opened; of those who have a frozen edition
// already, nothing.
func FreezeWorkbooks(tx *Tx, c *Case, h *Hearing, on calendar.Date) error {
	return tx.Exec(`update workbooks w set frozen_on = ?, hearing_id = ? where commission_id = ? and case_id = ? and frozen_on is null
		and not exists (select 1 from workbooks f where f.commission_id = w.commission_id and f.case_id = w.case_id and f.account_id = w.account_id and f.frozen_on is not null)`,
		on, h.ID, c.CommissionID, c.ID).Error
}

// DropWorkbooks destroys all notes of a case and the draft of its award: they are no part of the file.
func DropWorkbooks(tx *Tx, c *Case) error {
	if err := tx.Exec("delete from workbooks where commission_id = ? and case_id = ?", c.CommissionID, c.ID).Error; err != nil {
		return err
	}
	return DropAwardDraft(tx, c)
}
