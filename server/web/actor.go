package web

import (
	"strings"

	"tiaocai/policies"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

const accountKey, nameKey = "account", "name"

// actor is who asks: by a bearer token, or by the session's cookie. What that account may do is
// read from the database with each request.
func (s *Server) actor(c ctx) (policies.Actor, error) {
	if t := bearer(c); t != "" {
		return s.desk.ByToken(c.Request.Context(), t)
	}
	if id := s.sessions.GetInt64(c.Request.Context(), accountKey); id != 0 {
		return policies.Actor{Account: id, Name: s.sessions.GetString(c.Request.Context(), nameKey)}, nil
	}
	return policies.Actor{}, fault.New(fault.Unauthorized, "sign-in-needed", law.Text{ZH: "请先登录。", EN: "Please sign in."})
}

func bearer(c ctx) string {
	t, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
	if !ok {
		return ""
	}
	return strings.TrimSpace(t)
}

// signIn starts a session under a new token, so that one planted before is worth nothing.
func (s *Server) signIn(c ctx, who policies.Actor) error {
	if err := s.sessions.RenewToken(c.Request.Context()); err != nil {
		return err
	}
	s.sessions.Put(c.Request.Context(), accountKey, who.Account)
	s.sessions.Put(c.Request.Context(), nameKey, who.Name)
	return nil
}
