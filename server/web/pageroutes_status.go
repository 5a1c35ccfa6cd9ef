package web

import (
	"net/http"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/fault"
)

// statusPages are the case as its parties see it, and what goes with it.
func (s *Server) statusPages() {
	s.engine.GET("/cases/:case", s.casePage)
	s.engine.GET("/cases/:case/hearing.ics", s.hearingCalendar)
}

// casePage shows a party their own page, and everybody else of the case the file.
func (s *Server) casePage(c ctx) {
	v, err := s.caseAsked(c)
	if err == nil {
		name := pages.Case
		if v.Party {
			name = pages.MyCase
		}
		err = s.render(c, name, pages.Page{Body: v})
	}
	if err != nil {
		s.problem(c, err)
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
