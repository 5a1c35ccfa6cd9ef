package web

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/server/web/problem"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// asForm carries a form out: "see other" to where it leads, or the same form again with what was
// typed and what is wrong.
func (s *Server) asForm(run func(ctx) (string, error), again func(ctx, pages.Page) error) gin.HandlerFunc {
	return func(c ctx) {
		keep(c)
		to, err := run(c)
		if err == nil {
			s.forget(c)
			c.Redirect(http.StatusSeeOther, to)
			return
		}
		if errors.Is(err, errShown) {
			return
		}
		f := problem.Of(err)
		if s.signInFirst(c, f) {
			return
		}
		if again == nil || noDatabase(f) || (f.Kind != fault.Invalid && f.Kind != fault.Refused && f.Kind != fault.Conflict && f.Kind != fault.TooMany && f.Kind != fault.TooLarge && f.Kind != fault.Unavailable) {
			s.problem(c, err)
			return
		}
		s.forget(c) // it is in this form now
		ref := s.note(c, err)
		page := pages.Page{Fault: f, Reference: ref, Kept: kept(c)}
		c.Status(problem.Status(f.Kind))
		comeBack(c, f)
		if err := again(c, page); err != nil {
			s.problem(c, err)
		}
	}
}

// keep reads a plain form once and puts it back, so that it can be shown again.
func keep(c ctx) {
	if c.ContentType() != "application/x-www-form-urlencoded" {
		return
	}
	var buf bytes.Buffer
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, bodyLimit+1)
	if _, err := buf.ReadFrom(c.Request.Body); err != nil {
		c.Request.Body = failing{err}
		return
	}
	if v, err := url.ParseQuery(buf.String()); err == nil {
		c.Set("kept", v)
	}
	c.Request.Body = noClose{bytes.NewReader(buf.Bytes())}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
func (f failing) Close() error             { return nil }

type noClose struct{ *bytes.Reader }

func (noClose) Close() error { return nil }

func kept(c ctx) url.Values {
	v, _ := c.Value("kept").(url.Values)
	return v
}

// render writes a page: who reads it, in which language, with a fresh key for its forms.
func (s *Server) render(c ctx, name pages.Name, p pages.Page) error {
	p.Large = s.letters(c)
	p.Lang, p.URL, p.Key, p.Demo = lang(c), c.Request.URL.RequestURI(), keyFor(p), len(s.demo) > 0
	s.giveBack(c, &p)
	if q := c.Query("lang"); q == "en" || q == "zh" {
		http.SetCookie(c.Writer, &http.Cookie{Name: "lang", Value: q, Path: "/", MaxAge: 31536000, SameSite: http.SameSiteLaxMode, HttpOnly: true, Secure: s.secure})
	}
	if noDatabase(p.Fault) {
		// nobody is looked up, or everybody would wait for it twice
	} else if who, err := s.actor(c); err == nil {
		if p.Me, err = s.desk.SeeMe(c.Request.Context(), who); err != nil && !fault.Is(err, fault.Unauthorized) && p.Fault == nil {
			return err
		}
		if !strings.HasSuffix(p.Key, whose(who.Account)) {
			p.Key += "-" + whose(who.Account)
		}
	}
	var buf bytes.Buffer
	if err := s.pages.Render(&buf, name, p); err != nil {
		return err
	}
	c.Data(statusOr(c, http.StatusOK), "text/html; charset=utf-8", buf.Bytes())
	return nil
}

// keyFor is the key of a page's forms: a fresh one, except where nobody knows whether the form was
// carried out. Pressed again, that one must be the same request.
func keyFor(p pages.Page) string {
	if key := p.Kept.Get("_key"); key != "" && p.Fault != nil && p.Fault.Kind == fault.Unavailable {
		return key
	}
	return problem.NewReference() + problem.NewReference()
}

// noDatabase says that reading for another page would fail as well.
func noDatabase(f *fault.Error) bool {
	return f != nil && f.Kind == fault.Unavailable && (f.Code == "database-down" || f.Code == "outcome-unknown")
}

// comeBack says when trying again makes sense.
func comeBack(c ctx, f *fault.Error) {
	if f.RetryAfter > 0 {
		c.Header("Retry-After", strconv.Itoa(int(f.RetryAfter.Seconds()+.999)))
	}
}

// statusOr is the status that was set before, or another.
func statusOr(c ctx, status int) int {
	if now := c.Writer.Status(); now != http.StatusOK {
		return now
	}
	return status
}

// page serves a reading as a page.
func (s *Server) page(name pages.Name, read func(ctx) (any, error)) gin.HandlerFunc {
	return func(c ctx) {
		body, err := read(c)
		if err == nil {
			err = s.render(c, name, pages.Page{Body: body})
		}
		if err != nil {
			s.problem(c, err)
		}
	}
}

// signedPage serves a reading to somebody who is signed in; others are sent to sign in first.
func signedPage[Q any](s *Server, name pages.Name, read func(asked, Q) (any, error)) gin.HandlerFunc {
	return s.page(name, func(c ctx) (any, error) {
		who, err := s.actor(c)
		if err != nil {
			return nil, err
		}
		q, err := bindQuery[Q](s, c)
		if err != nil {
			return nil, err
		}
		return read(asked{ctx: c, who: who}, q)
	})
}

// problemPage shows what went wrong as a page; whoever isn't signed in is sent there first.
func (s *Server) problemPage(c ctx, err error, ref string) {
	f := problem.Of(err)
	if f.Kind == fault.Unauthorized && c.Request.Method == http.MethodGet {
		c.Redirect(http.StatusSeeOther, "/sign-in?next="+url.QueryEscape(c.Request.URL.RequestURI()))
		return
	}
	c.Status(problem.Status(f.Kind))
	comeBack(c, f)
	if again := s.render(c, pages.Problem, pages.Page{Fault: f, Reference: ref}); again != nil {
		s.log.Error("problem page", "reference", ref, "error", again.Error())
		problem.Write(c.Writer, f, lang(c), ref)
	}
}

// stepAgain shows a step's form again.
func (s *Server) stepAgain(r workflows.Row, body reflect.Type) func(ctx, pages.Page) error {
	return func(c ctx, p pages.Page) error {
		who, err := s.actor(c)
		if err != nil {
			return err
		}
		if r.Event == workflows.MakeAward.Proposal() {
			if shown, err := s.awardForm(c, p); shown {
				return err
			}
		}
		if r.Event == workflows.WriteMinutes {
			if shown, err := s.minutesForm(c, p, who); shown {
				return err
			}
		}
		v, err := s.desk.SeeCase(c.Request.Context(), who, caseOf(c))
		if err != nil {
			return err
		}
		s.giveBack(c, &p)
		if p.Fault != nil && p.Fault.Code == "version-stale" {
			if p.Theirs, err = s.meanwhile(c, who, v, r.Event, body); err != nil {
				return err
			}
		}
		if ok, err := s.partyPage(c, p, r.Event, v); ok || err != nil {
			return err
		}
		if row, ok := workflows.RowOf(r.Event, v.State); ok {
			r = row
		}
		if q := prefilled(c, r.Event, v); q != nil && p.Fault == nil {
			p.Kept = q
		}
		form := pages.FormOf(body, v, r.Event)
		if r.Event == workflows.KeepCalculation {
			form = keepForm(c, p, v)
		}
		step := pages.Step{Case: v, Event: r.Event, Row: r, Form: form}
		if err := s.proposeSeats(c, who, &step, len(p.Kept) == 0); err != nil {
			return err
		}
		p.Body = step
		return s.render(c, pages.StepPage, p)
	}
}

// meanwhile is what somebody else wrote into the same fields since the form was opened; nothing if they did something else.
func (s *Server) meanwhile(c ctx, who policies.Actor, v *casework.CaseView, e workflows.Event, body reflect.Type) (url.Values, error) {
	seen, err := strconv.Atoi(kept(c).Get("_version"))
	if err != nil || !pages.SameSince(v, e, seen) {
		return nil, nil
	}
	switch e {
	case workflows.HoldSession:
		n, err := s.desk.SeeNotes(c.Request.Context(), who, caseOf(c))
		if err != nil || len(n.Notes) == 0 {
			return nil, err
		}
		return pages.SessionTyped(n.Notes[len(n.Notes)-1]), nil
	case workflows.WriteMinutes:
		r, err := s.desk.SeeRoom(c.Request.Context(), who, caseOf(c))
		if err != nil {
			return nil, err
		}
		return url.Values{"text": {r.Text}}, nil
	}
	return pages.OnRecord(pages.FormOf(body, v, e), v, e), nil
}

// stepForm shows the form of a step, with the sentence that closes it if it is closed now.
func (s *Server) stepForm(c ctx) {
	e := workflows.Event(c.Param("event"))
	rows := workflows.RowsOf(e)
	body, ok := reflect.Type(nil), false
	if e == workflows.FileEvidence {
		body, ok = reflect.TypeFor[casework.FileEvidence](), true
	} else if len(rows) > 0 {
		body, ok = casework.BodyOf(rows[0])
	}
	if !ok || clockOnly(rows[0]) {
		s.noRoute(c)
		return
	}
	if err := s.stepAgain(rows[0], body)(c, pages.Page{}); err != nil {
		s.problem(c, err)
	}
}
