package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"tiaocai/server/logs"
	"tiaocai/server/pages"
	"tiaocai/server/web/problem"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// problem answers what went wrong, as problem+json for the API and as a page for people. Whatever
// is not a fault is logged whole, under the reference that the person is shown.
func (s *Server) problem(c ctx, err error) {
	ref := s.note(c, err)
	if isAPI(c) {
		problem.Write(c.Writer, err, lang(c), ref)
		c.Abort()
		return
	}
	s.problemPage(c, err, ref)
}

// note logs an error and gives its reference.
func (s *Server) note(c ctx, err error) string {
	ref := problem.NewReference()
	c.Set("reference", ref)
	f := problem.Of(err)
	attrs := []any{"reference", ref, "method", c.Request.Method, "route", c.FullPath(), "kind", string(f.Kind), "code", f.Code}
	if problem.Status(f.Kind) >= 500 {
		s.log.Error("request failed", append(attrs, "error", fmt.Sprintf("%+v", err))...)
	} else {
		s.log.Info("request refused", attrs...)
	}
	return ref
}

func isAPI(c ctx) bool { return isAPIPath(c.Request.URL.Path) }

func isAPIPath(p string) bool {
	return strings.HasPrefix(p, "/api/v1") || p == "/api/openapi.json" || p == "/readyz"
}

// recover turns a panic into an answer; its text goes to the log alone.
func (s *Server) recover(c ctx) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(p)
		}
		s.problem(c, fmt.Errorf("panic: %s\n%s", logs.Panicked(p), debug.Stack()))
	}()
	c.Next()
}

func (s *Server) noRoute(c ctx) {
	s.problem(c, fault.New(fault.NotFound, "no-such-page", law.Text{ZH: "没有这个页面。", EN: "There is no such page."}))
}

// noMethod: who opens the address of a form in a browser is told as a page that there is nothing to see.
func (s *Server) noMethod(c ctx) {
	if c.Request.Method == http.MethodGet && !strings.HasPrefix(c.Request.URL.Path, "/api/") {
		s.noRoute(c)
		return
	}
	f := fault.New(fault.Invalid, "method", law.Text{ZH: "这个地址不接受这种请求方式。", EN: "This address does not take that method."})
	ref := s.note(c, f)
	d := problem.Describe(f, lang(c), ref)
	d.Status = http.StatusMethodNotAllowed
	c.Header("Content-Type", problem.ContentType)
	c.JSON(http.StatusMethodNotAllowed, d)
}

// place is the first part of a path: the rest may name a case, or be anything that somebody typed.
func place(path string) string {
	first, _, more := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if more {
		first += "/…"
	}
	return "/" + first
}

// crossSite refuses a form that another site sent.
func (s *Server) crossSite(w http.ResponseWriter, r *http.Request) {
	ref := problem.NewReference()
	s.log.Warn("cross-site request refused", "reference", ref, "method", r.Method, "place", place(r.URL.Path))
	problem.Write(w, fault.New(fault.Forbidden, "cross-site", law.Text{ZH: "这个请求来自别的网站，没有执行。", EN: "This request came from another site and was not carried out."}), "zh", ref)
}

func (s *Server) sessionError(w http.ResponseWriter, r *http.Request, err error) {
	ref := problem.NewReference()
	s.log.Error("session", "reference", ref, "error", err.Error())
	f := fault.New(fault.Unavailable, "session-store", law.Text{ZH: "数据库暂时连不上。请稍后再按一次：已经办成的不会办第二遍。", EN: "The database cannot be reached just now. Please try again shortly: what was done is not done twice."})
	f.RetryAfter = 10 * time.Second
	var page bytes.Buffer
	if isAPIPath(r.URL.Path) || s.pages.Render(&page, pages.Problem, pages.Page{Lang: "zh", URL: r.URL.RequestURI(), Fault: f, Reference: ref}) != nil {
		problem.Write(w, f, "zh", ref)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("Retry-After", "10")
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = w.Write(page.Bytes())
}
