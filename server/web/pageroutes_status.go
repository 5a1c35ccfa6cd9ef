package web

import (
	"net/http"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/fault"
)

// statusPages are the case as its parties see it, and what goes with it.
func (s *Server) statusPages() {
	for name, path := range pages.CaseTabs() {
		s.engine.GET("/cases/:case"+path, s.caseFile(name))
	}
	s.engine.GET("/cases/:case/hearing.ics", s.hearingCalendar)
}

// caseFile shows one page of the file to everybody who works on the case; a party has one page, their own.
func (s *Server) caseFile(name pages.Name) func(ctx) {
	return func(c ctx) {
		v, err := s.caseAsked(c)
		switch {
		case err != nil:
		case !v.Party:
			err = s.render(c, name, pages.Page{Body: v})
		case name == pages.Case:
			err = s.render(c, pages.MyCase, pages.Page{Body: v})
		default:
			c.Redirect(http.StatusSeeOther, "/cases/"+caseOf(c))
		}
		if err != nil {
			s.problem(c, err)
		}
	}
}

func (s *Server) hearingCalendar(c ctx) {
	v, err := s.caseAsked(c)
	if err != nil {
		s.problem(c, err)
		return
	}
	file, ok := pages.HearingCalendar(v, lang(c))
	if !ok {
		s.problem(c, fault.Missing())
		return
	}
	c.Header("Content-Disposition", `attachment; filename="hearing.ics"`)
	c.Data(http.StatusOK, "text/calendar; charset=utf-8", []byte(file))
}

func (s *Server) caseAsked(c ctx) (*casework.CaseView, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeCase(c.Request.Context(), who, caseOf(c))
}
