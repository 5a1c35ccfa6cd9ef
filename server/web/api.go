package web

import (
	"crypto/sha256"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/web/bind"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

type ctx = *gin.Context

// asked is one signed-in request on its way to the desk.
type asked struct {
	ctx
	who  policies.Actor
	opts casework.Options
}

const bodyLimit = 1 << 20

// step serves one row of the table: JSON at /api/v1/cases/{case}/{event}, a form at
// /cases/{case}/steps/{event}. Both read the same body type through the same schema.
func (s *Server) step(r workflows.Row, body reflect.Type) {
	run := func(c ctx) (*casework.Done, error) {
		if err := s.savedFirst(c, r.Event); err != nil {
			return nil, err
		}
		if err := s.sheetAsField(c, r.Event); err != nil {
			return nil, err
		}
		if c.ContentType() == "multipart/form-data" && casework.TakesProof(casework.Blank(r.Event)) {
			return s.proven(c, r, body)
		}
		a, into, err := s.read(c, body)
		if err != nil && a.who.Account != 0 {
			// whoever may not take the step hears that, not what is wrong with the form
			if may := s.desk.MayTake(c.Request.Context(), a.who, caseOf(c), r.Event); may != nil {
				return nil, may
			}
		}
		if err != nil {
			return nil, err
		}
		openedAt(c, into)
		return s.desk.Do(c.Request.Context(), a.who, caseOf(c), casework.CommandOf(r, into), a.opts)
	}
	s.engine.POST("/api/v1/cases/:case/"+string(r.Event), s.asJSON(func(c ctx) (any, error) { return run(c) }))
	s.describeStep(r, body)
	s.engine.POST("/cases/:case/steps/"+string(r.Event), s.asForm(func(c ctx) (string, error) {
		d, err := run(c)
		return doneAt(c, d), err
	}, s.stepAgain(r, body)))
}

// read finds who asks and fills a new value of the body's type from JSON or a form.
func (s *Server) read(c ctx, body reflect.Type) (asked, any, error) {
	who, err := s.actor(c)
	if err != nil {
		return asked{}, nil, err
	}
	into := reflect.New(body).Interface()
	b, err := s.binder.Read(c.Request, into, bodyLimit)
	c.Set("meta", b.Meta)
	a := asked{ctx: c, who: who}
	if err != nil {
		return a, nil, err
	}
	a.opts, err = options(c, b)
	return a, into, err
}

// options are the key, the version and the digest of one request.
func options(c ctx, b bind.Body) (casework.Options, error) {
	o := casework.Options{Key: c.GetHeader("Idempotency-Key"), Route: c.Request.Method + " " + c.Request.URL.Path, Digest: sha256.Sum256(b.JSON)}
	if o.Key == "" {
		o.Key = b.Meta["_key"]
	}
	version := strings.Trim(strings.TrimPrefix(c.GetHeader("If-Match"), "W/"), `"`)
	if version == "" {
		version = b.Meta["_version"]
	}
	if version == "" {
		return o, nil
	}
	n, err := strconv.Atoi(version)
	if err != nil || n < 0 {
		return o, fault.Bad("If-Match", law.Text{ZH: `版本写成 "3" 这样的数字。`, EN: `The version is a number, as "3".`})
	}
	o.Version = &n
	return o, nil
}

func caseOf(c ctx) string { return cleanRef(c.Param("case")) }

// cleanRef takes a reference in small letters too.
func cleanRef(s string) string {
	if len(s) == 12 && !strings.ContainsAny(s, "〔〕") {
		return strings.ToUpper(s)
	}
	return s
}

// get serves a reading: its query is bound by name, its view is the JSON answer.
func get[Q, V any](s *Server, path, id, summary string, f func(asked, Q) (V, error)) {
	describe[Q, V](s, http.MethodGet, path, id, summary, true, false)
	s.engine.GET(path, s.asJSON(func(c ctx) (any, error) {
		who, err := s.actor(c)
		if err != nil {
			return nil, err
		}
		q, err := bindQuery[Q](s, c)
		if err != nil {
			return nil, err
		}
		return f(asked{ctx: c, who: who}, q)
	}))
}

// post serves a command that is no step of a case.
// Somebody who may not do it at all hears that first, whatever the body is like.
func post[B, V any](s *Server, path, id, summary string, may func(asked) error, f func(asked, B) (V, error)) {
	describe[B, V](s, http.MethodPost, path, id, summary, true, true)
	s.engine.POST(path, s.asJSON(func(c ctx) (any, error) {
		a, into, err := s.read(c, reflect.TypeFor[B]())
		if err != nil && a.who.Account != 0 && may != nil {
			if no := may(a); no != nil {
				return nil, no
			}
		}
		if err != nil {
			return nil, err
		}
		return f(a, *into.(*B))
	}))
}

// open serves a request for which nobody need be signed in.
func open[B, V any](s *Server, path, id, summary string, f func(ctx, B) (V, error)) {
	describe[B, V](s, http.MethodPost, path, id, summary, false, false)
	s.engine.POST(path, s.asJSON(func(c ctx) (any, error) {
		var in B
		if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
			return nil, err
		}
		return f(c, in)
	}))
}

// asJSON answers with the view, or with a problem.
func (s *Server) asJSON(f func(ctx) (any, error)) gin.HandlerFunc {
	return func(c ctx) {
		v, err := f(c)
		if err != nil {
			s.problem(c, err)
			return
		}
		if d, ok := v.(*casework.Done); ok {
			c.Header("ETag", strconv.Quote(strconv.Itoa(d.Version)))
		}
		if v, ok := v.(*casework.CaseView); ok {
			c.Header("ETag", strconv.Quote(strconv.Itoa(v.Version)))
		}
		c.JSON(http.StatusOK, v)
	}
}
