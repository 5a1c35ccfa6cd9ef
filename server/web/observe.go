package web

import (
	"net/http"
	"strconv"
	"time"
)

// observe times each request and logs it: the route, never the address with its numbers.
func (s *Server) observe(c ctx) {
	start := time.Now() // wall time of the program itself, not of a case
	c.Next()
	route, took := c.FullPath(), time.Since(start)
	if route == "" {
		route = "none"
	}
	s.meters.seconds.WithLabelValues(route, c.Request.Method, strconv.Itoa(c.Writer.Status())).Observe(took.Seconds())
	s.log.Debug("request", "method", c.Request.Method, "route", route, "status", c.Writer.Status(), "took", took.String())
}

// readiness says whether everything that we need answers.
func (s *Server) readiness(c ctx) {
	status, parts := http.StatusOK, map[string]string{}
	for name, err := range s.ready(c.Request.Context()) {
		parts[name] = "ok"
		if err != nil {
			status, parts[name] = http.StatusServiceUnavailable, "down"
			s.log.Warn("not ready", "part", name, "error", err.Error())
		}
	}
	c.JSON(status, parts)
}

// policy lets a page load its own stylesheet, scripts in files of its own and pictures, ask this server, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// headers are the same on every answer; personal pages are kept by nobody.
func (s *Server) headers(c ctx) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
	h.Set("Cache-Control", "no-store")
	if s.secure {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
	c.Next()
}

// letters says whether the reader wants large ones: what the address says, then what was chosen before.
func (s *Server) letters(c ctx) bool {
	if q := c.Query("letters"); q == "large" || q == "normal" {
		http.SetCookie(c.Writer, &http.Cookie{Name: "letters", Value: q, Path: "/", MaxAge: 31536000, SameSite: http.SameSiteLaxMode, HttpOnly: true, Secure: s.secure})
		return q == "large"
	}
	k, err := c.Cookie("letters")
	return err == nil && k == "large"
}

// lang is the reader's language: what the address says, then what was chosen before, then what the
// browser prefers; Chinese unless English is asked for.
func lang(c ctx) string {
	if q := c.Query("lang"); q == "en" || q == "zh" {
		return q
	}
	if k, err := c.Cookie("lang"); err == nil && (k == "en" || k == "zh") {
		return k
	}
	if a := c.GetHeader("Accept-Language"); isAPI(c) && len(a) >= 2 && a[:2] == "en" {
		return "en"
	}
	return "zh"
}
