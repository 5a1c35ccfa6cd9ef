package web

import (
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/server/casework"
	"tiaocai/server/web/bind"
	"tiaocai/server/web/problem"
	"tiaocai/workflows"
)

// newDocument begins the description of the API (OpenAPI 3.1).
func newDocument(b *bind.Binder) *huma.OpenAPI {
	return &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info:    &huma.Info{Title: "调裁 Tiaocai", Version: "1", Description: "劳动人事争议调解仲裁办案接口。每一个程序步骤是一个地址，由规则表生成。\n\nCasework for labor-dispute mediation and arbitration. Each step of the procedure is a path, made from the table of the law."},
		Paths:   map[string]*huma.PathItem{},
		Components: &huma.Components{Schemas: b.Registry(), SecuritySchemes: map[string]*huma.SecurityScheme{
			"token": {Type: "http", Scheme: "bearer"}, "session": {Type: "apiKey", In: "cookie", Name: "tiaocai"},
		}},
	}
}

// describe adds one operation to the document.
func describe[B, V any](s *Server, method, path, id, summary string, signedIn, keyed bool) {
	op := s.operation(method, path, id, summary, signedIn)
	if method == http.MethodGet {
		op.Parameters = append(op.Parameters, s.queryParams(reflect.TypeFor[B]())...)
	} else {
		op.RequestBody = s.body(reflect.TypeFor[B]())
	}
	if keyed {
		op.Parameters = append(op.Parameters, keyParam)
	}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(plainType(reflect.TypeFor[V]())))
	s.openapi.AddOperation(op)
}

// describeStep adds a row of the table.
func (s *Server) describeStep(r workflows.Row, body reflect.Type) {
	op := s.operation(http.MethodPost, "/api/v1/cases/:case/"+string(r.Event), string(r.Event), r.Name.ZH+" "+r.Name.EN, true)
	op.Description = r.Law.ZH + " / " + r.Law.EN
	op.RequestBody = s.body(body)
	if casework.TakesProof(casework.Blank(r.Event)) {
		op.RequestBody.Content["multipart/form-data"] = &huma.MediaType{Schema: &huma.Schema{Type: "object", Description: "同样的各项，最后一部分是送达凭证的文件 The same fields, and the proof of service as the last part",
			Properties: map[string]*huma.Schema{"file": {Type: "string", Format: "binary"}}}}
	}
	op.Parameters = append(op.Parameters, keyParam)
	if r.NeedsVersion {
		op.Parameters = append(op.Parameters, &huma.Param{Name: "If-Match", In: "header", Required: true, Schema: &huma.Schema{Type: "string"}, Description: `看到的案件版本，如 "3" The version of the case that was seen`})
	}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.Done]()))
	s.openapi.AddOperation(op)
}

// describeUpload is written by hand: the file is streamed, never parsed as a whole.
func (s *Server) describeUpload() {
	op := s.operation(http.MethodPost, "/api/v1/cases/:case/file-evidence", "file-evidence", "提交证据 File evidence", true)
	op.Parameters = append(op.Parameters, keyParam)
	schema := &huma.Schema{Type: "object", Required: []string{"title", "proves", "file"}, Properties: map[string]*huma.Schema{
		"title": {Type: "string"}, "proves": {Type: "string"}, "claim": {Type: "integer"}, "reason": {Type: "string"},
		"side": {Type: "string", Enum: []any{"applicant", "respondent", "commission"}},
		"file": {Type: "string", Format: "binary", Description: "放在最后 The last part"},
	}}
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.Done]()))
	s.openapi.AddOperation(op)
	down := s.operation(http.MethodGet, "/api/v1/cases/:case/exhibits/:id", "download-exhibit", "下载证据 Download an exhibit", true)
	down.Responses["200"].Content = map[string]*huma.MediaType{"application/octet-stream": {}}
	s.openapi.AddOperation(down)
}

// describePhotos: many files, streamed one after another.
func (s *Server) describePhotos() {
	op := s.operation(http.MethodPost, "/api/v1/cases/:case/file-photos", "file-photos", "用照片提交一份证据 File photos as one exhibit", true)
	op.Parameters = append(op.Parameters, keyParam)
	schema := &huma.Schema{Type: "object", Required: []string{"title", "proves", "photos"}, Properties: map[string]*huma.Schema{
		"title": {Type: "string"}, "proves": {Type: "string"}, "claim": {Type: "integer"}, "reason": {Type: "string"},
		"side":   {Type: "string", Enum: []any{"applicant", "respondent", "commission"}},
		"photos": {Type: "array", Items: &huma.Schema{Type: "string", Format: "binary"}, Description: "JPEG、PNG、HEIC，按页的顺序，放在最后 In the order of the pages, after the other parts"},
	}}
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.Done]()))
	s.openapi.AddOperation(op)
}

// describeFiguresXLSX: the query is that of the figures, the answer a file.
func (s *Server) describeFiguresXLSX() {
	describe[casework.FiguresQuery, none](s, http.MethodGet, "/api/v1/figures.xlsx", "download-figures", "指标表 Figures as a spreadsheet", true, false)
	s.openapi.Paths["/api/v1/figures.xlsx"].Get.Responses["200"].Content = map[string]*huma.MediaType{sheetType: {}}
}

var keyParam = &huma.Param{Name: "Idempotency-Key", In: "header", Required: true, Schema: &huma.Schema{Type: "string"},
	Description: "这次请求的编号，8 到 200 个字符；重发同一请求用同一编号 A key for this request; use the same one to repeat it"}

func (s *Server) operation(method, path, id, summary string, signedIn bool) *huma.Operation {
	op := &huma.Operation{Method: method, Path: openPath(path), OperationID: id, Summary: summary, Responses: map[string]*huma.Response{
		"200":     {Description: "OK"},
		"default": {Description: "说明哪里不对 What is wrong", Content: map[string]*huma.MediaType{problem.ContentType: {Schema: s.binder.Schema(reflect.TypeFor[problem.Details]())}}},
	}}
	for _, part := range strings.Split(path, "/") {
		if name, ok := strings.CutPrefix(part, ":"); ok {
			op.Parameters = append(op.Parameters, &huma.Param{Name: name, In: "path", Required: true, Schema: &huma.Schema{Type: "string"}})
		}
	}
	if signedIn {
		op.Security = []map[string][]string{{"token": {}}, {"session": {}}}
	}
	return op
}

func openPath(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if name, ok := strings.CutPrefix(p, ":"); ok {
			parts[i] = "{" + name + "}"
		}
	}
	return strings.Join(parts, "/")
}

func (s *Server) body(t reflect.Type) *huma.RequestBody {
	schema := s.binder.Schema(t)
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
		"application/json": {Schema: schema}, "application/x-www-form-urlencoded": {Schema: schema}}}
}

func jsonContent(schema *huma.Schema) map[string]*huma.MediaType {
	return map[string]*huma.MediaType{"application/json": {Schema: schema}}
}

func (s *Server) queryParams(t reflect.Type) []*huma.Param {
	var list []*huma.Param
	for i := range t.NumField() {
		f := t.Field(i)
		if name := f.Tag.Get("query"); name != "" {
			kind := "string"
			switch f.Type.Kind() {
			case reflect.Int, reflect.Int64:
				kind = "integer"
			case reflect.Bool:
				kind = "boolean"
			}
			list = append(list, &huma.Param{Name: name, In: "query", Description: f.Tag.Get("doc"), Schema: &huma.Schema{Type: kind}})
		}
	}
	return list
}

func plainType(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// document serves the description. It is written out once: it is the same for everybody, and half a megabyte.
func (s *Server) document(c ctx) {
	text, err := s.written()
	if err != nil {
		s.problem(c, err)
		return
	}
	c.Header("Cache-Control", "public, max-age=60")
	c.Data(http.StatusOK, "application/json; charset=utf-8", text)
}
