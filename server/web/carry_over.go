package web

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"reflect"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// sheetLimit is how large a spreadsheet of old cases may be.
const sheetLimit = 64 << 20

// carryOver are the routes of old cases (带入旧案).
func (s *Server) carryOver() {
	s.engine.POST("/api/v1/carry-overs", s.asJSON(func(c ctx) (any, error) { return s.takeSheet(c) }))
	s.describeSheet()
	get(s, "/api/v1/carry-overs", "list-carry-overs", "带入旧案的表格 Sheets of old cases", s.listSheets)
	get(s, "/api/v1/carry-overs/:id", "see-carry-over", "带入的进度 How far a sheet is", s.seeSheet)
	post(s, "/api/v1/carry-overs/:id/run", "run-carry-over", "带入，或接着带入 Carry over, or go on", s.mayCarry, s.runSheet)
	post(s, "/api/v1/series", "start-series", "编号从几号接着编 With which number a series goes on", s.mayCarry, s.startSeries)
	s.engine.GET("/api/v1/carry-overs/template.xlsx", s.sheetTemplate)

	s.engine.GET("/carry-overs", signedPage(s, pages.CarryOvers, func(a asked, _ none) (any, error) { return s.carryBody(a.ctx) }))
	s.engine.POST("/carry-overs", s.asForm(func(c ctx) (string, error) {
		done, err := s.takeSheet(c)
		if err != nil {
			return "", err
		}
		return fmt.Sprint("/carry-overs/", done.ID), nil
	}, func(c ctx, p pages.Page) (err error) {
		if p.Body, err = s.carryBody(c); err != nil {
			return err
		}
		return s.render(c, pages.CarryOvers, p)
	}))
	s.engine.POST("/carry-overs/series", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.StartSeries]())
		if err != nil {
			return "", err
		}
		_, err = s.startSeries(a, *in.(*casework.StartSeries))
		return "/carry-overs", err
	}, func(c ctx, p pages.Page) (err error) {
		if p.Body, err = s.carryBody(c); err != nil {
			return err
		}
		return s.render(c, pages.CarryOvers, p)
	}))
	s.engine.GET("/carry-overs/:id", signedPage(s, pages.CarryOver, func(a asked, _ none) (any, error) {
		v, err := s.seeSheet(a, none{})
		if err == nil && (v.State == "checking" || v.State == "running") {
			a.Header("Refresh", "2") // works without scripts, and is no trap: the page only shows progress
		}
		return v, err
	}))
	s.engine.POST("/carry-overs/:id/run", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.CarryRun]())
		if err != nil {
			return "", err
		}
		_, err = s.runSheet(a, *in.(*casework.CarryRun))
		return "/carry-overs/" + c.Param("id"), err
	}, func(c ctx, p pages.Page) error {
		who, err := s.actor(c)
		if err != nil {
			return err
		}
		if p.Body, err = s.seeSheet(asked{ctx: c, who: who}, none{}); err != nil {
			return err
		}
		return s.render(c, pages.CarryOver, p)
	}))
}

func (s *Server) mayCarry(a asked) error { return s.desk.MayCarryOver(a.Request.Context(), a.who) }

func (s *Server) carryBody(c ctx) (any, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	list, err := s.desk.CarryOvers(c.Request.Context(), who)
	return pages.CarryBody{List: list, Fields: casework.CarryFields()}, err
}

func (s *Server) listSheets(a asked, _ none) ([]casework.CarryView, error) {
	return s.desk.CarryOvers(a.Request.Context(), a.who)
}

func (s *Server) seeSheet(a asked, _ none) (*casework.CarryView, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeCarryOver(a.Request.Context(), a.who, id)
}

func (s *Server) runSheet(a asked, in casework.CarryRun) (*casework.CarryAnswer, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.RunCarryOver(a.Request.Context(), a.who, id, in, a.opts)
}

func (s *Server) startSeries(a asked, in casework.StartSeries) (*casework.SeriesStarted, error) {
	return s.desk.StartSeries(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) sheetTemplate(c ctx) {
	who, err := s.actor(c)
	if err == nil {
		err = s.desk.MayCarryOver(c.Request.Context(), who)
	}
	var body []byte
	if err == nil {
		body, err = casework.CarryTemplate()
	}
	if err != nil {
		s.problem(c, err)
		return
	}
	attach(c, "带入旧案模板.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body)
}

// takeSheet reads the fields and then the file, which comes last.
func (s *Server) takeSheet(c ctx) (*casework.CarryAnswer, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	if err := s.desk.MayCarryOver(c.Request.Context(), who); err != nil {
		return nil, err
	}
	c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, sheetLimit+slack)
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return nil, fault.New(fault.Invalid, "media-type", law.Text{ZH: "请用 multipart/form-data 提交文件。", EN: "Please send the file as multipart/form-data."})
	}
	values, file, err := particulars(parts)
	if err != nil {
		return nil, err
	}
	c.Set("kept", values)
	in := casework.CarrySheet{Mapping: map[string]string{}}
	if m := values.Get("mapping"); m != "" {
		if err := json.Unmarshal([]byte(m), &in.Mapping); err != nil {
			return nil, fault.Bad("mapping", law.Text{ZH: `对应关系写成 {"number": "编号"} 这样。`, EN: `The mapping looks like {"number": "编号"}.`})
		}
	}
	for _, f := range casework.CarryFields() {
		if head := values.Get("map-" + f.Key); head != "" {
			in.Mapping[f.Key] = head
		}
	}
	if e := values.Get("expect_open"); e != "" {
		n, err := strconv.Atoi(e)
		if err != nil || n < 0 {
			return nil, fault.Bad("expect_open", law.Text{ZH: "应有未结件数是不小于零的整数。", EN: "The number of open cases is a whole number, not negative."})
		}
		in.Expect = &n
	}
	if file == nil {
		return nil, fault.Bad("file", law.Text{ZH: "请选择表格文件。", EN: "Please choose the spreadsheet."})
	}
	in.Name = file.FileName()
	if in.Body, err = io.ReadAll(file); err != nil {
		return nil, broken(err)
	}
	o := casework.Options{Key: c.GetHeader("Idempotency-Key"), Route: c.Request.Method + " " + c.Request.URL.Path}
	if o.Key == "" {
		o.Key = values.Get("_key")
	}
	return s.desk.BeginCarryOver(c.Request.Context(), who, in, o)
}

// describeSheet is written by hand, like every upload.
func (s *Server) describeSheet() {
	op := s.operation(http.MethodPost, "/api/v1/carry-overs", "carry-over", "交来旧案的表格，先核对 Hand in a sheet of old cases, to be checked first", true)
	op.Parameters = append(op.Parameters, keyParam)
	schema := &huma.Schema{Type: "object", Required: []string{"file"}, Properties: map[string]*huma.Schema{
		"mapping":     {Type: "string", Description: `字段对应的表头，JSON：{"number": "编号"} Field to head, as JSON`},
		"expect_open": {Type: "integer", Description: "应有多少件未结 How many cases should be open"},
		"file":        {Type: "string", Format: "binary", Description: "xlsx 或 csv，放在最后 xlsx or csv, the last part"},
	}}
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.CarryAnswer]()))
	s.openapi.AddOperation(op)
	get := s.operation(http.MethodGet, "/api/v1/carry-overs/template.xlsx", "carry-over-template", "带入旧案的模板 The empty sheet", true)
	get.Responses["200"].Content = map[string]*huma.MediaType{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {}}
	s.openapi.AddOperation(get)
}
