package web

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// draftKey is where the session holds which application is under way in this browser; it stands in
// no address and no log.
const draftKey = "draft"

// applyPages are the guided application (申请). Nobody need be signed in to begin.
func (s *Server) applyPages() {
	e := s.engine
	e.GET("/apply", s.page(pages.Apply, s.applyBody))
	e.POST("/apply/begin", func(c ctx) { s.asFormPage(c, func() error { return s.beginDraft(c) }, s.applyAgain) })
	e.POST("/apply/resume", s.asForm(s.resumeDraft, s.applyAgain))
	e.POST("/apply/continue", s.asForm(s.continueDraft, nil))
	e.POST("/apply/leave", s.asForm(func(c ctx) (string, error) {
		s.sessions.Remove(c.Request.Context(), draftKey)
		return "/apply?left=true", nil
	}, nil))
	e.GET("/apply/q/:step", func(c ctx) { s.applyShown(c, s.applyStep(c, c.Param("step"), pages.Page{})) })
	e.POST("/apply/q/:step", s.asForm(func(c ctx) (string, error) {
		to, err := s.answerDraft(c)
		if errors.Is(err, casework.NoDraft) { // the session ran out while somebody wrote
			f := *casework.NoDraft
			f.Kind = fault.Conflict
			err = &f
		}
		return to, err
	}, s.answerAgain))
	e.GET("/apply/sums/:code", func(c ctx) { s.applyShown(c, s.workOutPage(c, pages.Page{})) })
	e.POST("/apply/sums/:code", s.asForm(s.workOut, s.workOutPage))
	again := func(c ctx, p pages.Page) error { return s.applyStep(c, "evidence", p) }
	e.POST("/apply/exhibits", s.asForm(s.addExhibit, again))
	e.POST("/apply/exhibits/:no/photos", s.asForm(s.addPhotos, again))
	e.POST("/apply/exhibits/:no/drop", s.asForm(s.dropExhibit, again))
	e.POST("/apply/exhibits/:no/photos/:id/drop", s.asForm(s.dropPhoto, again))
	e.GET("/apply/check", func(c ctx) { s.applyShown(c, s.checkPage(c, pages.Page{})) })
	e.POST("/apply/send", func(c ctx) { s.asFormPage(c, func() error { return s.sendDraft(c) }, s.checkPage) })

	e.GET("/problems", s.page(pages.Problems, func(ctx) (any, error) { return pages.WorkProblems(), nil }))
	e.GET("/problems/:name", s.page(pages.ProblemHelp, s.problemHelp))
	describe[casework.MediatorsQuery, *casework.Mediators](s, http.MethodGet, "/api/v1/mediators", "see-mediators", "调解组织名册 Mediation organisations", false, false)
	e.GET("/api/v1/mediators", s.asJSON(func(c ctx) (any, error) {
		q, err := bindQuery[casework.MediatorsQuery](s, c)
		if err != nil {
			return nil, err
		}
		return s.desk.SeeMediators(c.Request.Context(), q)
	}))

	sent := func(a asked, _ none) (*casework.SentView, error) {
		return s.desk.SeeApplication(a.ctx.Request.Context(), a.who, caseOf(a.ctx))
	}
	get(s, "/api/v1/cases/:case/application", "see-application", "申请书原文 The application as it was sent", sent)
	e.GET("/cases/:case/application", signedPage(s, pages.Application, func(a asked, q none) (any, error) { return sent(a, q) }))
	e.GET("/cases/:case/photos", func(c ctx) { s.applyShown(c, s.photosPage(c, pages.Page{})) })
	e.POST("/cases/:case/photos", s.asForm(func(c ctx) (string, error) {
		_, err := s.filePhotos(c)
		return "/cases/" + caseOf(c), err
	}, s.photosPage))
	e.POST("/api/v1/cases/:case/file-photos", s.asJSON(func(c ctx) (any, error) { return s.filePhotos(c) }))
	s.describePhotos()
	s.draftAPI()
}

func (s *Server) draft(c ctx) int64 { return s.sessions.GetInt64(c.Request.Context(), draftKey) }

// applyShown sends whoever has no application under way to where one begins.
func (s *Server) applyShown(c ctx, err error) {
	switch {
	case errors.Is(err, casework.NoDraft):
		c.Redirect(http.StatusSeeOther, "/apply")
	case err != nil:
		s.problem(c, err)
	}
}

func (s *Server) applyBody(c ctx) (any, error) {
	b := pages.ApplyBody{Left: c.Query("left") == "true"}
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	if errors.Is(err, casework.NoDraft) {
		err = nil
	} else if err == nil {
		b.Draft = v
	}
	if who, signed := s.actor(c); err == nil && signed == nil && b.Draft == nil {
		var id int64
		id, err = s.desk.MyDraft(c.Request.Context(), who)
		b.Mine = id != 0
	}
	return b, err
}

func (s *Server) applyAgain(c ctx, p pages.Page) error {
	b, err := s.applyBody(c)
	if err != nil {
		return err
	}
	p.Body = b
	return s.render(c, pages.Apply, p)
}

// answerAgain shows the question again; where there is no draft any more, what was typed all the same.
func (s *Server) answerAgain(c ctx, p pages.Page) error {
	err := s.applyStep(c, c.Param("step"), p)
	if !errors.Is(err, casework.NoDraft) {
		return err
	}
	b := pages.ApplyBody{}
	for _, name := range slices.Sorted(maps.Keys(p.Kept)) {
		if text := p.Kept.Get(name); !strings.HasPrefix(name, "_") && len([]rune(text)) > 3 {
			b.Typed = append(b.Typed, text)
		}
	}
	p.Body, p.Kept = b, nil
	return s.render(c, pages.Apply, p)
}

func (s *Server) beginDraft(c ctx) error {
	who, err := s.actor(c)
	if err != nil && !fault.Is(err, fault.Unauthorized) {
		return err
	}
	begun, err := s.desk.BeginDraft(c.Request.Context(), who, c.ClientIP())
	if err != nil {
		return err
	}
	if err := s.goOn(c); err != nil {
		return err
	}
	s.sessions.Put(c.Request.Context(), draftKey, begun.ID)
	return s.render(c, pages.ApplyCode, pages.Page{Body: begun})
}

func (s *Server) resumeDraft(c ctx) (string, error) {
	var in casework.DraftCode
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return "", err
	}
	id, err := s.desk.ResumeDraft(c.Request.Context(), c.ClientIP(), in)
	if err != nil {
		return "", err
	}
	if err := s.goOn(c); err != nil {
		return "", err
	}
	s.sessions.Put(c.Request.Context(), draftKey, id)
	return s.onward(c, "")
}

// continueDraft goes on with what somebody began when signed in.
func (s *Server) continueDraft(c ctx) (string, error) {
	who, err := s.actor(c)
	if err != nil {
		return "", err
	}
	id, err := s.desk.MyDraft(c.Request.Context(), who)
	if err != nil {
		return "", err
	}
	s.sessions.Put(c.Request.Context(), draftKey, id)
	return s.onward(c, "")
}

// onward is the address of the question after a step; of the first one without an answer, for "".
func (s *Server) onward(c ctx, step string) (string, error) {
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	if err != nil {
		return "", err
	}
	next := v.Next
	if step != "" {
		next = v.After(step)
	}
	switch {
	case v.Sent:
		return "/apply", nil
	case next == "check":
		if v.Next != "check" {
			next = v.Next
			break
		}
		return "/apply/check", nil
	}
	return "/apply/q/" + next, nil
}

func (s *Server) applyStep(c ctx, step string, p pages.Page) error {
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	if err != nil {
		return err
	}
	b, kept, ok := pages.NewApplyStep(v, step, p.Kept)
	if !ok {
		return fault.Missing()
	}
	p.Body, p.Kept = b, kept
	name := pages.ApplyQuestion
	switch step {
	case "wanted":
		name = pages.ApplyWanted
	case "evidence":
		name = pages.ApplyEvidence
	}
	return s.render(c, name, p)
}

func (s *Server) answerDraft(c ctx) (string, error) {
	step := c.Param("step")
	if step == "evidence" {
		if err := s.desk.LookedAt(c.Request.Context(), s.draft(c)); err != nil {
			return "", err
		}
		return s.onward(c, step)
	}
	body, ok := casework.AnswerBody(step)
	if !ok {
		return "", fault.Missing()
	}
	in := reflect.New(body).Interface()
	if _, err := s.binder.Read(c.Request, in, bodyLimit); err != nil {
		return "", err
	}
	if err := s.desk.SaveAnswer(c.Request.Context(), s.draft(c), step, in); err != nil {
		return "", err
	}
	return s.onward(c, step)
}

// workOutPage is the calculator of a claim, filled with what is known.
func (s *Server) workOutPage(c ctx, p pages.Page) error {
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	if err != nil {
		return err
	}
	calc, ok := claims.CalculatorOf(claims.Code(c.Param("code")))
	if _, _, asked := v.Question(casework.SumStep(c.Param("code"))); !ok || !asked {
		return fault.Missing()
	}
	if p.Kept == nil {
		p.Kept = pages.KeptCalculator(calc, v.Answers.Prefill(calc))
	}
	p.Body = pages.CalculatorBody{Calculator: calc, Known: v.Parameters, Today: v.Today}
	return s.render(c, pages.ApplyWorkOut, p)
}

func (s *Server) workOut(c ctx) (string, error) {
	given, _, err := s.binder.ReadPlain(c.Request, toolLimit)
	if err != nil {
		return "", err
	}
	code := c.Param("code")
	return "/apply/q/" + casework.SumStep(code), s.desk.WorkOut(c.Request.Context(), s.draft(c), code, given)
}

func (s *Server) addExhibit(c ctx) (string, error) {
	var in casework.DraftExhibit
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return "", err
	}
	no, err := s.desk.AddExhibit(c.Request.Context(), s.draft(c), in)
	return fmt.Sprintf("/apply/q/evidence#exhibit-%d", no), err
}

func numberOf(c ctx, name string) (int64, error) {
	n, err := strconv.ParseInt(c.Param(name), 10, 64)
	if err != nil {
		return 0, fault.Missing()
	}
	return n, nil
}

func (s *Server) addPhotos(c ctx) (string, error) {
	no, err := numberOf(c, "no")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("/apply/q/evidence#exhibit-%d", no), s.takePhotos(c, s.draft(c))
}

func (s *Server) dropExhibit(c ctx) (string, error) {
	no, err := numberOf(c, "no")
	if err != nil {
		return "", err
	}
	return "/apply/q/evidence", s.desk.DropExhibit(c.Request.Context(), s.draft(c), int(no))
}

func (s *Server) dropPhoto(c ctx) (string, error) {
	no, err := numberOf(c, "no")
	if err != nil {
		return "", err
	}
	id, err := numberOf(c, "id")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("/apply/q/evidence#exhibit-%d", no), s.desk.DropPhoto(c.Request.Context(), s.draft(c), int(no), id)
}

func (s *Server) checkPage(c ctx, p pages.Page) error {
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	if err != nil {
		return err
	}
	if v.Sent || v.Next != "check" {
		to, err := s.onward(c, "")
		if err == nil {
			c.Redirect(http.StatusSeeOther, to)
		}
		return err
	}
	_, signed := s.actor(c)
	p.Body = pages.NewApplyCheck(v, signed == nil)
	return s.render(c, pages.ApplyCheck, p)
}

// newcomer is what somebody without an account sends with the application.
type newcomer struct {
	casework.SendDraft
	Login    string `json:"login,omitempty" maxLength:"64"`
	Password string `json:"password,omitempty" maxLength:"200"`
}

// sendDraft sends the application. Whoever isn't signed in gets an account first: somebody must answer
// for it, and receive what follows.
func (s *Server) sendDraft(c ctx) error {
	var in newcomer
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return err
	}
	who, err := s.actor(c)
	if fault.Is(err, fault.Unauthorized) {
		who, err = s.join(c, in)
	}
	if err != nil {
		return err
	}
	out, err := s.desk.SendDraft(c.Request.Context(), who, s.draft(c), in.SendDraft)
	if err != nil {
		return err
	}
	s.sessions.Remove(c.Request.Context(), draftKey)
	return s.render(c, pages.ApplyReceipt, pages.Page{Body: out})
}

func (s *Server) join(c ctx, in newcomer) (who policies.Actor, err error) {
	v, err := s.desk.SeeDraft(c.Request.Context(), s.draft(c))
	switch {
	case err != nil:
		return who, err
	case !in.Agreed:
		return who, casework.NotAgreed
	case v.Next != "check":
		return who, fault.Missing()
	}
	e, err := s.desk.Join(c.Request.Context(), c.ClientIP(), casework.Register{Login: in.Login, Name: v.Answers.Who.Name, Password: in.Password, As: "worker"})
	if err != nil {
		return who, err
	}
	return e.Actor, s.signIn(c, e)
}

// problemHelp is what to do about a problem at work: calculators, what to bring, who mediates nearby.
func (s *Server) problemHelp(c ctx) (any, error) {
	p, ok := pages.ProblemNamed(c.Param("name"))
	if !ok {
		return nil, fault.Missing()
	}
	m, err := s.desk.SeeMediators(c.Request.Context(), casework.MediatorsQuery{Town: c.Query("town")})
	return pages.ProblemBody{Problem: p, Mediators: m}, err
}
