package web

import (
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"unicode"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// pageRoutes are the pages: readings as HTML, commands as forms.
func (s *Server) pageRoutes() {
	prefix, assets := s.pages.Assets()
	s.engine.GET(prefix+"*file", func(c ctx) {
		c.Writer.Header().Del("Cache-Control")
		assets.ServeHTTP(c.Writer, c.Request)
	})
	e := s.engine
	e.GET("/", s.page(pages.Home, func(ctx) (any, error) { return nil, nil }))
	e.GET("/sign-in", s.page(pages.SignInPage, func(c ctx) (any, error) { return s.signInBody(c), nil }))
	e.POST("/sign-in", s.asForm(s.postSignIn, func(c ctx, p pages.Page) error {
		p.Body = s.signInBody(c)
		return s.render(c, pages.SignInPage, p)
	}))
	e.POST("/sign-out", s.asForm(func(c ctx) (string, error) { return "/", s.sessions.Destroy(c.Request.Context()) }, nil))
	e.GET("/register", s.page(pages.RegisterPage, func(ctx) (any, error) { return nil, nil }))
	e.POST("/register", s.asForm(s.postRegister, s.again(pages.RegisterPage)))

	e.GET("/sign-in/once", func(c ctx) {
		if err := s.render(c, pages.FirstSignIn, pages.Page{Kept: c.Request.URL.Query()}); err != nil {
			s.problem(c, err)
		}
	})
	e.POST("/sign-in/once", s.asForm(s.postFirstSignIn, s.again(pages.FirstSignIn)))

	e.GET("/work", signedPage(s, pages.Work, func(a asked, q casework.DocketQuery) (any, error) {
		d, err := s.listCases(a, q)
		return pages.WorkBody{Docket: d, Query: q}, err
	}))
	e.GET("/clocks", signedPage(s, pages.Clocks, func(a asked, q casework.ClocksQuery) (any, error) {
		list, err := s.listClocks(a, q)
		return pages.ClocksBody{List: list, Query: q}, err
	}))
	e.GET("/calendar", signedPage(s, pages.CalendarPage, func(a asked, q casework.CalendarQuery) (any, error) { return s.seeCalendar(a, q) }))
	e.GET("/board", signedPage(s, pages.BoardPage, func(a asked, _ none) (any, error) { return s.seeBoard(a, none{}) }))
	e.GET("/approvals", signedPage(s, pages.ApprovalPage, func(a asked, _ none) (any, error) { return s.seeApprovals(a, none{}) }))
	e.GET("/disposals", signedPage(s, pages.Disposals, func(a asked, q casework.DisposalsQuery) (any, error) { return s.listDisposals(a, q) }))
	s.statusPages()
	e.GET("/cases/:case/steps/:event", s.stepForm)
	e.POST("/cases/:case/steps/file-evidence", s.asForm(func(c ctx) (string, error) {
		_, err := s.receive(c)
		return "/cases/" + caseOf(c), err
	}, s.stepAgain(workflows.RowsOf(workflows.FileEvidence)[0], reflect.TypeFor[casework.FileEvidence]())))
	e.GET("/cases/:case/documents/:id", signedPage(s, pages.Paper, func(a asked, _ none) (any, error) {
		p, err := s.seeDocument(a, none{})
		return pages.PaperPage{Paper: p}, err
	}))
	e.GET("/cases/:case/services/:id", signedPage(s, pages.Paper, func(a asked, _ none) (any, error) {
		p, err := s.seeSlip(a, none{})
		return pages.PaperPage{Paper: p}, err
	}))
	e.GET("/cases/:case/exhibits/:id", s.download)
	e.GET("/cases/:case/exhibits/:id/shown", s.shown)
	e.GET("/cases/:case/exhibits/:id/view", signedPage(s, pages.ExhibitPage, func(a asked, _ none) (any, error) {
		a.ctx.Header("Content-Security-Policy", policy+"; frame-src 'self'")
		return s.seeExhibit(a, none{})
	}))
	s.roomPages()
	s.offerPages()
	e.GET("/cases/:case/agreement", signedPage(s, pages.SignPage, func(a asked, _ none) (any, error) { return s.seeAgreement(a, none{}) }))
	e.POST("/cases/:case/agreement/code", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.AskSigning]())
		if err == nil {
			_, err = s.signingCode(a, *in.(*casework.AskSigning))
		}
		return "/cases/" + caseOf(c) + "/agreement", err
	}, func(c ctx, p pages.Page) error {
		who, err := s.actor(c)
		if err == nil {
			p.Body, err = s.desk.SeeAgreement(c.Request.Context(), who, caseOf(c))
		}
		if err != nil {
			return err
		}
		return s.render(c, pages.SignPage, p)
	}))
	e.GET("/cases/:case/deliberation", signedPage(s, pages.Deliberation, func(a asked, _ none) (any, error) { return s.seeDeliberation(a, none{}) }))
	e.GET("/cases/:case/notes", signedPage(s, pages.Notes, func(a asked, _ none) (any, error) { return s.sessionLog(a) }))
	e.POST("/cases/:case/reveal", s.asPage(pages.RevealedPage, reflect.TypeFor[casework.Reveal](), func(a asked, in any) (any, error) {
		r, err := s.reveal(a, *in.(*casework.Reveal))
		return pages.Revealed{Ref: caseOf(a.ctx), Revealed: r}, err
	}, nil))
	e.POST("/cases/:case/codes", s.asPage(pages.Code, reflect.TypeFor[casework.IssueCode](), func(a asked, in any) (any, error) {
		return s.issueCode(a, *in.(*casework.IssueCode))
	}, nil))
	e.GET("/link", signedPage(s, pages.Link, func(asked, none) (any, error) { return nil, nil }))
	e.POST("/link", s.asPage(pages.Linked, reflect.TypeFor[casework.LinkCase](), func(a asked, in any) (any, error) {
		return s.link(a, *in.(*casework.LinkCase))
	}, s.again(pages.Link)))
	s.publicPages()
	s.applyPages()
	s.decidingPages()
}

func (s *Server) publicPages() {
	e := s.engine
	e.GET("/status", s.statusForm)
	e.POST("/status", s.postStatus)
	e.GET("/notices", s.page(pages.Notices, func(c ctx) (any, error) { return s.desk.SeeNotices(c.Request.Context()) }))
	e.GET("/figures", signedPage(s, pages.Figures, func(a asked, q casework.FiguresQuery) (any, error) { return s.seeFigures(a, q) }))
	e.GET("/figures/cases", signedPage(s, pages.FigureCases, func(a asked, q casework.FigureCasesQuery) (any, error) { return s.figureCases(a, q) }))
	e.GET("/figures.xlsx", s.figuresXLSX)
	e.POST("/figures/recount", s.asForm(func(c ctx) (string, error) {
		a, _, err := s.read(c, reflect.TypeFor[casework.Recount]())
		if err == nil {
			_, err = s.recountFigures(a, casework.Recount{})
		}
		return "/figures", err
	}, nil))
	e.GET("/operations", signedPage(s, pages.Operations, func(a asked, _ none) (any, error) { return s.seeOperations(a, none{}) }))
	s.hearingPages()
	e.GET("/api/docs", s.page(pages.APIDocsPage, func(ctx) (any, error) { return s.apiDocs(), nil }))
	if len(s.demo) > 0 {
		e.GET("/outbox", s.page(pages.Outbox, func(c ctx) (any, error) { return s.desk.Outbox(c.Request.Context()) }))
	}
}

// asPage carries a form out and shows what came of it.
func (s *Server) asPage(name pages.Name, body reflect.Type, run func(asked, any) (any, error), again func(ctx, pages.Page) error) func(ctx) {
	return func(c ctx) {
		s.asFormPage(c, func() error {
			a, in, err := s.read(c, body)
			if err != nil {
				return err
			}
			out, err := run(a, in)
			if err != nil {
				return err
			}
			if err := s.render(c, name, pages.Page{Body: out}); err != nil {
				return fmt.Errorf("%w: %w", notShown, err)
			}
			return nil
		}, again)
	}
}

// notShown is for an act that is on record while its page cannot be made.
var notShown = fault.New(fault.Unavailable, "done-not-shown", law.Text{
	ZH: "已经办成，只是结果页面暂时显示不出来。请稍后再按一次，会显示同一结果，不会办第二遍。",
	EN: "It was done, only its page cannot be shown just now. Press once more a little later: you will see the same result, and nothing is done twice."})

func (s *Server) asFormPage(c ctx, run func() error, again func(ctx, pages.Page) error) {
	var err error
	s.asForm(func(ctx) (string, error) {
		if err = run(); err != nil {
			return "", err
		}
		return "", errShown
	}, func(c ctx, p pages.Page) error {
		if again == nil {
			return err
		}
		return again(c, p)
	})(c)
}

// again shows a form that needs nothing but what was typed.
func (s *Server) again(name pages.Name) func(ctx, pages.Page) error {
	return func(c ctx, p pages.Page) error { return s.render(c, name, p) }
}

func (s *Server) signInBody(c ctx) pages.SignIn {
	next := c.Query("next")
	if next == "" {
		next = c.PostForm("_next")
	}
	return pages.SignIn{Next: local(next), Late: c.Query("late") != "", Typed: kept(c).Get("_typed"), Accounts: s.demo}
}

// local lets a redirect lead nowhere but to our own pages. A browser drops tabs and line breaks from an address and reads
// a backslash as a slash, so that /<tab>/elsewhere would be another host.
func local(to string) string {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || strings.ContainsRune(to, '\\') || strings.ContainsFunc(to, unicode.IsControl) ||
		!strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") {
		return "/work"
	}
	return to
}

func (s *Server) postSignIn(c ctx) (string, error) {
	var in casework.SignIn
	b, err := s.binder.Read(c.Request, &in, bodyLimit)
	if err != nil {
		return "", err
	}
	who, err := s.desk.SignIn(c.Request.Context(), c.ClientIP(), in)
	if fault.Is(err, fault.Unauthorized) {
		err = fault.Bad("password", law.Text{ZH: "账号或密码不对。", EN: "The account or the password is wrong."})
	}
	if err != nil {
		return "", err
	}
	to, err := s.entered(c, who, b.Meta["_next"])
	if err != nil {
		return "", err
	}
	return to, s.takeTyped(c, who.Account, b.Meta["_typed"], b.Meta["_next"]) // kept for this account through the second step
}

// landing is where somebody goes after signing in: where they wanted to, or to their own work.
func (s *Server) landing(c ctx, who policies.Actor, next string) string {
	if next != "" && next != "/work" {
		return local(next)
	}
	me, err := s.desk.SeeMe(c.Request.Context(), who)
	switch {
	case err == nil && !me.Docket && me.Operations:
		return "/operations"
	case err == nil && !me.Docket && me.Figures:
		return "/figures"
	case err == nil && !me.Docket:
		return "/"
	}
	return "/work"
}

// postFirstSignIn sets the password behind a one-time link. A wrong link is told on the same form.
func (s *Server) postFirstSignIn(c ctx) (string, error) {
	var in casework.FirstSignIn
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return "", err
	}
	who, err := s.desk.UseSignIn(c.Request.Context(), c.ClientIP(), in)
	if f := fault.As(err); f != nil && f.Kind == fault.NotFound {
		return "", fault.Bad("token", f.Says)
	}
	if err != nil {
		return "", err
	}
	return s.entered(c, who, "")
}

func (s *Server) postRegister(c ctx) (string, error) {
	var in casework.Register
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return "", err
	}
	if _, err := s.desk.RegisterAccount(c.Request.Context(), c.ClientIP(), in); err != nil {
		return "", err
	}
	who, err := s.desk.SignIn(c.Request.Context(), c.ClientIP(), casework.SignIn{Login: in.Login, Password: in.Password})
	if err != nil {
		return "", err
	}
	return "/link", s.signIn(c, who)
}

func (s *Server) postStatus(c ctx) {
	s.asFormPage(c, func() error {
		var q casework.StatusQuery
		if _, err := s.binder.Read(c.Request, &q, bodyLimit); err != nil {
			return err
		}
		v, err := s.seeStatus(c, q)
		if fault.Is(err, fault.NotFound) {
			f := *fault.As(err)
			f.Kind = fault.Invalid // the same form again, with the sentence above it
			err = &f
		}
		if err != nil {
			return err
		}
		return s.render(c, pages.StatusPage, pages.Page{Body: v})
	}, s.again(pages.StatusForm))
}

func (s *Server) apiDocs() pages.APIDocs {
	var d pages.APIDocs
	for _, r := range s.engine.Routes() {
		if !strings.HasPrefix(r.Path, "/api/v1/") {
			continue
		}
		item := s.openapi.Paths[openPath(r.Path)]
		if item == nil {
			continue
		}
		for method, op := range map[string]any{http.MethodGet: item.Get, http.MethodPost: item.Post} {
			if method == r.Method {
				d.Operations = append(d.Operations, operationLine(r.Method, openPath(r.Path), op))
			}
		}
	}
	return d
}

// sessionLog is the log of a mediation with the form for the next session.
func (s *Server) sessionLog(a asked) (any, error) {
	n, err := s.seeNotes(a, none{})
	if err != nil {
		return nil, err
	}
	b := pages.NotesBody{Notes: n}
	if b.Case, err = s.seeCase(a, none{}); err != nil {
		return nil, err
	}
	for _, o := range b.Case.Options {
		if o.Event == workflows.HoldSession && o.Open {
			b.Log, b.Form = true, pages.FormOf(reflect.TypeFor[casework.HoldSession](), b.Case, workflows.HoldSession)
		}
	}
	return b, nil
}
