package casework

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// Notebook is what somebody who decides or records a case keeps for themselves (阅卷笔记), what it looked like on the hearing
// day, and what the others of the tribunal share.
type Notebook struct {
	Ref      string      `json:"ref"`
	Own      NotesPage   `json:"own" doc:"正在写的一版 The edition one writes in now"`
	Revision int         `json:"revision" doc:"保存过几次；另一窗口存过就会不同 How often it was saved; differs where another window saved"`
	Frozen   []NotesPage `json:"frozen" doc:"开庭当天固定下来的 As it stood on the hearing day"`
	Shared   []NotesPage `json:"shared" doc:"仲裁庭其他人共享的 What others of the tribunal share"`
	Panel    bool        `json:"panel" doc:"除自己外还有仲裁员 There are arbitrators besides oneself"`
	Records  bool        `json:"records" doc:"自己是书记员 One records the case"`
	Closed   bool        `json:"closed" doc:"已归档，不能再写 The case is archived: nothing can be written"`
}

// NotesPage is one edition, by section; To says who reads each.
type NotesPage struct {
	Edition     int           `json:"edition"`
	Author      string        `json:"author,omitempty"`
	Seat        string        `json:"seat,omitempty" doc:"作者现在的席位，已离开的为空 The author's seat now; empty if they have left"`
	Facts       string        `json:"facts,omitempty" doc:"事实 Facts"`
	Issues      string        `json:"issues,omitempty" doc:"争点 Issues"`
	Questions   string        `json:"questions,omitempty" doc:"庭上要问的 Questions for the hearing"`
	Law         string        `json:"law,omitempty" doc:"法律 Law"`
	FactsTo     string        `json:"facts_to,omitempty" enum:"own,panel,all"`
	IssuesTo    string        `json:"issues_to,omitempty" enum:"own,panel,all"`
	QuestionsTo string        `json:"questions_to,omitempty" enum:"own,panel,all"`
	LawTo       string        `json:"law_to,omitempty" enum:"own,panel,all"`
	FrozenOn    calendar.Date `json:"frozen_on,omitempty" doc:"开庭之日 The day it was frozen"`
	SavedAt     time.Time     `json:"saved_at,omitzero"`
}

// WriteNotes is what stands in one's notes from now on (保存阅卷笔记).
type WriteNotes struct {
	Facts       string `json:"facts,omitempty" maxLength:"30000" doc:"事实 Facts"`
	FactsTo     string `json:"facts_to,omitempty" enum:"own,panel,all" doc:"谁能看“事实” Who reads the facts"`
	Issues      string `json:"issues,omitempty" maxLength:"30000" doc:"争点 Issues"`
	IssuesTo    string `json:"issues_to,omitempty" enum:"own,panel,all" doc:"谁能看“争点” Who reads the issues"`
	Questions   string `json:"questions,omitempty" maxLength:"30000" doc:"庭上要问的 Questions for the hearing"`
	QuestionsTo string `json:"questions_to,omitempty" enum:"own,panel,all" doc:"谁能看“庭上要问的” Who reads the questions"`
	Law         string `json:"law,omitempty" maxLength:"30000" doc:"法律 Law"`
	LawTo       string `json:"law_to,omitempty" enum:"own,panel,all" doc:"谁能看“法律” Who reads the law"`
	Revision    int    `json:"revision,omitempty" minimum:"0" doc:"打开时保存过几次，第一次为 0 How often it had been saved when it was opened; 0 for the first"`
}

// NotesKept is what has come of it. It repeats no text: answers are kept for the case that a request comes twice.
type NotesKept struct {
	Edition  int       `json:"edition"`
	Revision int       `json:"revision"`
	SavedAt  time.Time `json:"saved_at"`
}

// SeeWorkbook opens somebody's own notes. No note is made of it: who thinks about a case when is nobody else's.
func (d *Desk) SeeWorkbook(ctx context.Context, who policies.Actor, ref string) (*Notebook, error) {
	var out *Notebook
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.KeepWorkbook)
		if err != nil {
			return err
		}
		own, shared, err := models.WorkbooksOf(tx, g)
		if err != nil {
			return err
		}
		out = &Notebook{Ref: c.Ref, Frozen: []NotesPage{}, Shared: []NotesPage{}, Records: g.Is(policies.Recording), Closed: !c.ArchivedOn.IsZero()}
		for _, s := range c.Seats {
			out.Panel = out.Panel || s.Seat != "recorder" && s.AccountID != who.Account
		}
		for _, w := range own {
			if out.Revision = w.Revision; !w.FrozenOn.IsZero() {
				out.Frozen = append(out.Frozen, notesPage(w, "", ""))
				w = nextEdition(w)
			}
			out.Own = notesPage(w, "", "")
		}
		out.Shared, err = sharedPages(tx, c, shared)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see workbook: %w", err)
	}
	return out, nil
}

// nextEdition is the edition after a frozen one: it begins with the same text, and is private again.
func nextEdition(w models.Workbook) models.Workbook {
	return models.Workbook{Child: models.Child{CommissionID: w.CommissionID, CaseID: w.CaseID}, AccountID: w.AccountID, Edition: w.Edition + 1, Revision: w.Revision,
		Facts: w.Facts, Issues: w.Issues, Questions: w.Questions, Law: w.Law, FactsTo: models.OwnNotes, IssuesTo: models.OwnNotes, QuestionsTo: models.OwnNotes, LawTo: models.OwnNotes}
}

func sharedPages(tx *models.Tx, c *models.Case, list []models.Workbook) ([]NotesPage, error) {
	ids := make([]int64, len(list))
	for i, w := range list {
		ids[i] = w.AccountID
	}
	names, err := models.AccountNames(tx, ids)
	if err != nil {
		return nil, err
	}
	pages := []NotesPage{}
	for _, w := range list {
		seat := ""
		for _, s := range c.Seats {
			if s.AccountID == w.AccountID {
				seat = s.Seat
			}
		}
		p := notesPage(w, names[w.AccountID], seat)
		p.FactsTo, p.IssuesTo, p.QuestionsTo, p.LawTo = "", "", "", ""
		pages = append(pages, p)
	}
	return pages, nil
}

func notesPage(w models.Workbook, author, seat string) NotesPage {
	p := NotesPage{Edition: w.Edition, Author: author, Seat: seat, Facts: w.Facts, Issues: w.Issues, Questions: w.Questions, Law: w.Law,
		FactsTo: string(w.FactsTo), IssuesTo: string(w.IssuesTo), QuestionsTo: string(w.QuestionsTo), LawTo: string(w.LawTo), FrozenOn: w.FrozenOn}
	if !w.SavedAt.IsZero() {
		p.SavedAt = w.SavedAt.In(models.Zone)
	}
	return p
}

// SaveWorkbook keeps what somebody wrote. Where another window of theirs has saved since, nothing is overwritten, and the
// answer says so.
func (d *Desk) SaveWorkbook(ctx context.Context, who policies.Actor, ref string, in WriteNotes, o Options) (*NotesKept, error) {
	var out *NotesKept
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCase(tx, ref)
		if err != nil {
			return err
		}
		hs, err := models.HoldingsOn(tx, who, c)
		if err != nil {
			return err
		}
		if _, err := d.gate.Admit(who, c.Key(), hs, policies.KeepWorkbook); err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*NotesKept, error) { return in.keep(tx, c, who) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("save workbook: %w", err)
	}
	return out, nil
}

func (in WriteNotes) keep(tx *models.Tx, c *models.Case, who policies.Actor) (*NotesKept, error) {
	if !c.ArchivedOn.IsZero() {
		return nil, fault.New(fault.Conflict, "archived", text("案件已归档，阅卷笔记已经销毁，不能再写。", "The case is archived and its notes were destroyed: nothing can be written any more."))
	}
	w, err := models.LastWorkbook(tx, c, who.Account)
	if err != nil {
		return nil, err
	}
	if w == nil {
		w = &models.Workbook{Child: models.Child{CommissionID: c.CommissionID, CaseID: c.ID}, AccountID: who.Account, Edition: 1}
	}
	if in.Revision != w.Revision {
		return nil, fault.New(fault.Conflict, "notes-changed", text("这份笔记在另一个窗口里存过。您写的还在这里，没有覆盖；两份并列在页面上，看过以后再存。",
			"These notes were saved in another window. What you wrote is still here and nothing was overwritten: both stand on the page, side by side."))
	}
	if !w.FrozenOn.IsZero() {
		n := nextEdition(*w)
		w = &n
	}
	to := func(s string) models.Audience { return cmp.Or(models.Audience(s), models.OwnNotes) }
	w.Facts, w.Issues, w.Questions, w.Law = in.Facts, in.Issues, in.Questions, in.Law
	w.FactsTo, w.IssuesTo, w.QuestionsTo, w.LawTo = to(in.FactsTo), to(in.IssuesTo), to(in.QuestionsTo), to(in.LawTo)
	w.Revision, w.SavedAt = w.Revision+1, tx.Now
	return &NotesKept{w.Edition, w.Revision, w.SavedAt.In(models.Zone)}, models.KeepWorkbook(tx, w)
}
