package web

import (
	"crypto/sha256"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// decidingPages are for those who decide a case: their private notes, and the award while it is written.
func (s *Server) decidingPages() {
	get(s, "/api/v1/cases/:case/workbook", "see-workbook", "自己的阅卷笔记 One's own notes in a case", s.seeWorkbook)
	post(s, "/api/v1/cases/:case/workbook", "save-workbook", "保存阅卷笔记 Keep one's notes", s.may(policies.KeepWorkbook), s.saveWorkbook)
	get(s, "/api/v1/cases/:case/award", "see-award-draft", "裁决草稿，逐项算到现在 The award while it is written", func(a asked, _ none) (*casework.AwardDraft, error) {
		return s.desk.SeeAwardDraft(a.Request.Context(), a.who, caseOf(a.ctx), nil)
	})
	post(s, "/api/v1/cases/:case/award", "save-award-draft", "保存裁决草稿 Keep the award as typed so far", s.mayTake(workflows.MakeAward.Proposal()), s.saveAward)

	e := s.engine
	e.GET("/cases/:case/workbook", func(c ctx) { s.applyShown(c, s.workbookPage(c, pages.WorkbookPage, pages.Page{})) })
	e.GET("/cases/:case/workbook/print", func(c ctx) { s.applyShown(c, s.workbookPage(c, pages.WorkbookPrint, pages.Page{})) })
	e.POST("/cases/:case/workbook", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.WriteNotes]())
		if err == nil {
			notes := *in.(*casework.WriteNotes)
			notes.Revision = draftSeen(c)
			_, err = s.saveWorkbook(a, notes)
		}
		return "/cases/" + caseOf(c) + "/workbook", err
	}, func(c ctx, p pages.Page) error { return s.workbookPage(c, pages.WorkbookPage, p) }))

	e.GET("/cases/:case/award", func(c ctx) { s.applyShown(c, s.awardPage(c, pages.Page{})) })
	e.POST("/cases/:case/award", s.asForm(func(c ctx) (string, error) {
		to := "/cases/" + caseOf(c) + "/award"
		if open, err := strconv.Atoi(kept(c).Get("_open")); err == nil && open > 0 {
			to += "?open=" + strconv.Itoa(open) + "#claim-" + strconv.Itoa(open)
		}
		return to, s.saveTypedAward(c)
	}, s.awardPage))
}

func (s *Server) seeWorkbook(a asked, _ none) (*casework.Notebook, error) {
	return s.desk.SeeWorkbook(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) saveWorkbook(a asked, in casework.WriteNotes) (*casework.NotesKept, error) {
	return s.desk.SaveWorkbook(a.Request.Context(), a.who, caseOf(a.ctx), in, a.opts)
}

func (s *Server) saveAward(a asked, in casework.SaveAward) (*casework.DraftKept, error) {
	return s.desk.SaveAwardDraft(a.Request.Context(), a.who, caseOf(a.ctx), in, a.opts)
}

// draftSeen is the version that a form was opened at.
func draftSeen(c ctx) int {
	n, _ := strconv.Atoi(kept(c).Get("_draft"))
	return n
}

// workbookPage shows somebody's own notes; where another window was quicker, what that one saved stands beside.
func (s *Server) workbookPage(c ctx, name pages.Name, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	a := asked{ctx: c, who: who}
	body := pages.WorkbookBody{}
	if body.Book, err = s.seeWorkbook(a, none{}); err != nil {
		return err
	}
	if body.Case, err = s.seeCase(a, none{}); err != nil {
		return err
	}
	if p.Fault != nil && p.Fault.Code == "notes-changed" {
		p.Theirs = pages.NotesTyped(body.Book.Own)
	}
	p.Body = body
	return s.render(c, name, p)
}

// awardPage shows the award, worked out from what was typed just now or saved before.
func (s *Server) awardPage(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	a := asked{ctx: c, who: who}
	s.giveBack(c, &p)
	body := pages.AwardBody{Open: openAt(c)}
	if body.Draft, err = s.desk.SeeAwardDraft(c.Request.Context(), who, caseOf(c), typedAward(p.Kept)); err != nil {
		return err
	}
	if body.Case, err = s.seeCase(a, none{}); err != nil {
		return err
	}
	if p.Fault != nil && p.Fault.Code == "draft-changed" {
		saved, err := s.desk.SeeAwardDraft(c.Request.Context(), who, caseOf(c), nil)
		if err != nil {
			return err
		}
		p.Theirs = url.Values{}
		for name := range p.Kept {
			if strings.HasPrefix(name, "items.") {
				p.Theirs.Set(name, saved.Typed[name])
			}
		}
	}
	p.Body = body
	return s.render(c, pages.AwardPage, p)
}

func openAt(c ctx) int {
	n, err := strconv.Atoi(c.Query("open"))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// typedAward is the form of an award as it was typed; nil if none was sent.
func typedAward(v url.Values) casework.Typed {
	if v == nil {
		return nil
	}
	t := casework.Typed{}
	for name, list := range v {
		if len(list) > 0 && !strings.HasPrefix(name, "_") {
			t[name] = strings.ReplaceAll(strings.ToValidUTF8(strings.ReplaceAll(list[0], "\x00", ""), ""), "\r\n", "\n")
		}
	}
	return t
}

// saveTypedAward keeps the form of an award as it is, right or wrong.
func (s *Server) saveTypedAward(c ctx) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	in := casework.SaveAward{Draft: draftSeen(c)}
	for name, v := range typedAward(kept(c)) {
		in.Fields = append(in.Fields, casework.AwardSaid{Name: name, Value: v})
	}
	o := casework.Options{Key: kept(c).Get("_key"), Route: "award draft " + c.Request.URL.Path, Digest: sha256.Sum256([]byte(kept(c).Encode()))}
	_, err = s.desk.SaveAwardDraft(c.Request.Context(), who, caseOf(c), in, o)
	return err
}

// savedFirst keeps the form of an award before the step is taken from it, so that a refusal loses nothing. Where somebody
// else has saved since, nothing is proposed.
func (s *Server) savedFirst(c ctx, e workflows.Event) error {
	if e != workflows.MakeAward.Proposal() || !kept(c).Has("_draft") {
		return nil
	}
	return s.saveTypedAward(c)
}

// awardForm is the page on which the award is proposed, for those who write it; others get the plain form.
func (s *Server) awardForm(c ctx, p pages.Page) (shown bool, err error) {
	err = s.awardPage(c, p)
	if f := fault.As(err); f != nil && (f.Kind == fault.Forbidden || f.Code == "no-award-now") && c.Request.Method == http.MethodGet {
		return false, nil
	}
	return true, err
}
