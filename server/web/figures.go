package web

import (
	"mime"
	"net/http"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func (s *Server) figureDifferences(a asked, _ none) ([]casework.DifferenceView, error) {
	return s.desk.FigureDifferences(a.Request.Context(), a.who)
}

func (s *Server) mayRecount(a asked) error { return s.desk.MayRecount(a.Request.Context(), a.who) }

func (s *Server) recountFigures(a asked, in casework.Recount) (*casework.Recounted, error) {
	return s.desk.RecountFigures(a.Request.Context(), a.who, in)
}

// figuresXLSX gives a year's figures as a spreadsheet, with the same rights and the same hidden
// cells as the page.
func (s *Server) figuresXLSX(c ctx) {
	who, err := s.actor(c)
	if err != nil {
		s.problem(c, err)
		return
	}
	q, err := bindQuery[casework.FiguresQuery](s, c)
	if err != nil {
		s.problem(c, err)
		return
	}
	f, err := s.desk.SeeFigures(c.Request.Context(), who, q)
	if err != nil {
		s.problem(c, err)
		return
	}
	book, err := pages.FiguresWorkbook(f, lang(c))
	if err != nil {
		s.problem(c, err)
		return
	}
	h := c.Writer.Header()
	h.Set("Content-Type", sheetType)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "figures-" + strconv.Itoa(f.Year) + ".xlsx"}))
	h.Set("Content-Length", strconv.Itoa(len(book)))
	c.Status(http.StatusOK)
	c.Writer.Write(book)
}
