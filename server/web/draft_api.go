package web

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/server/casework"
	"tiaocai/workflows/fault"
)

// The guided application for programs: the same answers as the pages', each question a path. The code
// stands in a header, never in an address.

const (
	draftPath   = "/api/v1/draft"
	draftHeader = "Draft-Code"
)

var draftParam = &huma.Param{Name: draftHeader, In: "header", Required: true, Schema: &huma.Schema{Type: "string"},
	Description: "开始填写时得到的续填码 The code that was given when it was begun"}

func (s *Server) draftAPI() {
	describe[none, *casework.DraftBegun](s, http.MethodPost, "/api/v1/drafts", "begin-draft", "开始填写申请 Begin an application", false, false)
	s.engine.POST("/api/v1/drafts", s.asJSON(func(c ctx) (any, error) {
		who, err := s.actor(c)
		if err != nil && !fault.Is(err, fault.Unauthorized) {
			return nil, err
		}
		return s.desk.BeginDraft(c.Request.Context(), who, c.ClientIP())
	}))
	describe[none, *casework.DraftView](s, http.MethodGet, draftPath, "see-draft", "看填到哪里 See an application under way", false, false)
	s.ofDraft(draftPath, http.MethodGet)
	s.engine.GET(draftPath, s.asJSON(func(c ctx) (any, error) { return s.seeDraft(c, nil) }))
	for _, step := range casework.AnswerSteps() {
		body, _ := casework.AnswerBody(step)
		s.draftAnswer("/"+step, "answer-"+step, body, func(ctx) string { return step })
	}
	body, _ := casework.AnswerBody(casework.SumStep("M01"))
	s.draftAnswer("/sums/:code", "answer-sum", body, func(c ctx) string { return casework.SumStep(c.Param("code")) })
	describe[casework.DraftExhibit, *casework.DraftView](s, http.MethodPost, draftPath+"/exhibits", "add-draft-exhibit", "加一份证据 Add an exhibit", false, false)
	s.ofDraft(draftPath+"/exhibits", http.MethodPost)
	s.engine.POST(draftPath+"/exhibits", s.asJSON(func(c ctx) (any, error) {
		return s.seeDraft(c, func(id int64) error {
			var in casework.DraftExhibit
			if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
				return err
			}
			_, err := s.desk.AddExhibit(c.Request.Context(), id, in)
			return err
		})
	}))
	s.draftPhotos()
	describe[none, *casework.DraftView](s, http.MethodPost, draftPath+"/evidence", "answer-evidence", "证据都加好了 All evidence was added", false, false)
	s.ofDraft(draftPath+"/evidence", http.MethodPost)
	s.engine.POST(draftPath+"/evidence", s.asJSON(func(c ctx) (any, error) {
		return s.seeDraft(c, func(id int64) error { return s.desk.LookedAt(c.Request.Context(), id) })
	}))
	describe[casework.SendDraft, *casework.DraftReceipt](s, http.MethodPost, draftPath+"/send", "send-draft", "提交申请 Send the application", true, false)
	s.ofDraft(draftPath+"/send", http.MethodPost)
	s.engine.POST(draftPath+"/send", s.asJSON(func(c ctx) (any, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.SendDraft]())
		if err != nil {
			return nil, err
		}
		id, err := s.draftByCode(c)
		if err != nil {
			return nil, err
		}
		return s.desk.SendDraft(c.Request.Context(), a.who, id, *in.(*casework.SendDraft))
	}))
}

// draftAnswer serves the answer to one question.
func (s *Server) draftAnswer(path, id string, body reflect.Type, step func(ctx) string) {
	op := s.operation(http.MethodPost, draftPath+path, id, "回答一问 Answer a question", false)
	op.Parameters = append(op.Parameters, draftParam)
	op.RequestBody = s.body(body)
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.DraftView]()))
	s.openapi.AddOperation(op)
	s.engine.POST(draftPath+path, s.asJSON(func(c ctx) (any, error) {
		return s.seeDraft(c, func(id int64) error {
			in := reflect.New(body).Interface()
			if _, err := s.binder.Read(c.Request, in, bodyLimit); err != nil {
				return err
			}
			return s.desk.SaveAnswer(c.Request.Context(), id, step(c), in)
		})
	}))
}

// draftPhotos takes photos of an exhibit.
func (s *Server) draftPhotos() {
	path := draftPath + "/exhibits/:no/photos"
	op := s.operation(http.MethodPost, path, "add-draft-photos", "加照片 Add photos", false)
	op.Parameters = append(op.Parameters, draftParam)
	op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: &huma.Schema{Type: "object", Required: []string{"photos"},
		Properties: map[string]*huma.Schema{"photos": {Type: "array", Items: &huma.Schema{Type: "string", Format: "binary"}}}}}}}
	op.Responses["200"].Content = jsonContent(s.binder.Schema(reflect.TypeFor[casework.DraftView]()))
	s.openapi.AddOperation(op)
	s.engine.POST(path, s.asJSON(func(c ctx) (any, error) {
		return s.seeDraft(c, func(id int64) error { return s.takePhotos(c, id) })
	}))
}

// ofDraft says in the document that a path asks for the code.
func (s *Server) ofDraft(path, method string) {
	item := s.openapi.Paths[openPath(path)]
	op := item.Post
	if method == http.MethodGet {
		op = item.Get
	}
	op.Parameters = append(op.Parameters, draftParam)
}

func (s *Server) draftByCode(c ctx) (int64, error) {
	code := c.GetHeader(draftHeader)
	if code == "" || len(code) > 40 {
		return 0, casework.NoDraft
	}
	return s.desk.ResumeDraft(c.Request.Context(), c.ClientIP(), casework.DraftCode{Code: code})
}

// seeDraft does something to the draft of the header's code, and answers with the draft as it is then.
func (s *Server) seeDraft(c ctx, do func(id int64) error) (any, error) {
	id, err := s.draftByCode(c)
	if err == nil && do != nil {
		err = do(id)
	}
	if err != nil {
		return nil, err
	}
	return s.desk.SeeDraft(c.Request.Context(), id)
}
