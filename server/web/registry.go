package web

import (
	"bytes"
	"net/url"
	"reflect"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// registryPages are those of the counter and the registry (立案窗口).
func (s *Server) registryPages() {
	e := s.engine
	e.GET("/intake", signedPage(s, pages.QueuePage, func(a asked, q casework.QueueQuery) (any, error) {
		list, err := s.seeQueue(a, q)
		return pages.QueueBody{Queue: list, Query: q}, err
	}))
	e.GET("/cases/:case/intake", signedPage(s, pages.Intake, func(a asked, _ none) (any, error) { return s.intakeBody(a) }))
	e.GET("/cases/:case/receipt", signedPage(s, pages.ReceiptPage, func(a asked, _ none) (any, error) { return s.seeReceipt(a, none{}) }))
	e.GET("/cases/:case/label", signedPage(s, pages.LabelPage, func(a asked, q pages.LabelQuery) (any, error) {
		l, err := s.seeLabel(a, none{})
		return pages.LabelBody{FileLabel: l, Copies: max(q.Copies, 1)}, err
	}))
	e.GET("/cases/new", s.page(pages.NewCase, func(c ctx) (any, error) { return s.newCaseBody(c, nil) }))
	e.POST("/cases", s.postNewCase)
}

func (s *Server) seeQueue(a asked, q casework.QueueQuery) (*casework.Queue, error) {
	return s.desk.SeeQueue(a.Request.Context(), a.who, q)
}

func (s *Server) seeReceipt(a asked, _ none) (*casework.ReceiptSlip, error) {
	return s.desk.SeeReceipt(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) seeLabel(a asked, _ none) (*casework.FileLabel, error) {
	return s.desk.SeeLabel(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) mayTakeIn(a asked) error { return s.desk.MayTakeIn(a.Request.Context(), a.who) }

func (s *Server) lookFirst(a asked, in casework.LookFirst) (*casework.LookFound, error) {
	return s.desk.LookFirst(a.Request.Context(), a.who, in)
}

// intakeBody is what a clerk decides by: the checklist, and the case with the steps that are open.
func (s *Server) intakeBody(a asked) (any, error) {
	v, err := s.seeIntake(a, none{})
	if err != nil {
		return nil, err
	}
	c, err := s.seeCase(a, none{})
	return pages.NewIntake(v, c), err
}

// statusForm is the form of the public status; a printed code fills the reference in. The query code is typed.
func (s *Server) statusForm(c ctx) {
	var p pages.Page
	if number := c.Query("number"); number != "" && len(number) <= 60 {
		p.Kept = url.Values{"number": {number}}
	}
	if err := s.render(c, pages.StatusForm, p); err != nil {
		s.problem(c, err)
	}
}

// newCaseBody is the form of a new case; whoever sits at the counter has the one in the order of the paper.
func (s *Server) newCaseBody(c ctx, typed url.Values) (pages.NewCaseBody, error) {
	who, err := s.actor(c)
	if err != nil {
		return pages.NewCaseBody{}, err
	}
	orgs, err := s.desk.MayBegin(c.Request.Context(), who)
	b := pages.NewCaseBody{Organisations: orgs, Rows: pages.WalkInRows(typed)}
	if typed == nil {
		b.Focus = "applicants.0.name"
	}
	b.Desk = err == nil && s.desk.MayTakeIn(c.Request.Context(), who) == nil
	return b, err
}

// postNewCase registers a case, or shows the counter's form again with what somebody asked of it: other cases of the
// same matter, one row more, an employer taken over. What was typed stands there again each time.
func (s *Server) postNewCase(c ctx) {
	keep(c)
	if typed := kept(c); pages.Pressed(typed) {
		if err := s.walkInAgain(c, pages.Page{Kept: typed}); err != nil {
			s.problem(c, err)
		}
		return
	} else if typed != nil {
		putBack(c, pages.Tidied(typed))
	}
	s.asPage(pages.Opened, reflect.TypeFor[casework.OpenCase](), s.opened, s.walkInAgain)(c)
}

// opened registers the case and makes the slip for whoever stands at the counter.
func (s *Server) opened(a asked, in any) (any, error) {
	done, err := s.openCase(a, *in.(*casework.OpenCase))
	if err != nil {
		return nil, err
	}
	slip, err := s.desk.SeeReceipt(a.Request.Context(), a.who, done.Ref)
	if err != nil {
		return nil, notShown
	}
	return pages.OpenedBody{Done: done, Slip: slip, Desk: s.mayTakeIn(a) == nil}, nil
}

// walkInAgain shows the form again.
func (s *Server) walkInAgain(c ctx, p pages.Page) error {
	b, err := s.newCaseBody(c, p.Kept)
	if err != nil {
		return err
	}
	if b.Desk {
		if err := s.asked(c, p.Kept, &b); err != nil {
			return err
		}
	}
	if f := p.Fault; f != nil && len(f.Fields) > 0 {
		b.Focus = f.Fields[0].Place
	}
	p.Body = b
	return s.render(c, pages.NewCase, p)
}

// asked carries out what a button of the form asks for.
func (s *Server) asked(c ctx, typed url.Values, b *pages.NewCaseBody) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if row, id, ok := pages.Taken(typed); ok {
		e, err := s.desk.KnownEmployer(c.Request.Context(), who, id)
		if err != nil {
			return err
		}
		b.Take(typed, row, e)
	}
	b.AddRow(typed)
	if !pages.Looks(typed) {
		return nil
	}
	if b.Found, err = s.desk.LookFirst(c.Request.Context(), who, pages.LookedFor(typed)); err == nil {
		b.FocusFound(typed)
	}
	return err
}

// putBack makes a form's fields the body of the request again.
func putBack(c ctx, v url.Values) {
	text := v.Encode()
	c.Request.Body, c.Request.ContentLength = noClose{bytes.NewReader([]byte(text))}, int64(len(text))
}
