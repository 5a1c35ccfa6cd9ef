package web

import (
	"strings"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// What a session holds of whoever is signed in: the account, and the round of its sign-ins that the session is of.
const accountKey, roundKey = "account", "round"

// actor is who asks: by a bearer token, or by the session's cookie. That the account is open, and what it may do, is
// read from the database with each request.
func (s *Server) actor(c ctx) (policies.Actor, error) {
	who, err := s.caller(c)
	return who.Actor, err
}

// caller asks once a request.
func (s *Server) caller(c ctx) (casework.Caller, error) {
	if known, ok := c.Value("caller").(casework.Caller); ok {
		return known, nil
	}
	who, err := s.lookUp(c)
	if err == nil {
		c.Set("caller", who)
	}
	return who, err
}

func (s *Server) lookUp(c ctx) (casework.Caller, error) {
	if t := bearer(c); t != "" {
		return s.desk.ByToken(c.Request.Context(), t)
	}
	if id := s.sessions.GetInt64(c.Request.Context(), accountKey); id != 0 {
		return s.desk.BySession(c.Request.Context(), id, int(s.sessions.GetInt64(c.Request.Context(), roundKey)))
	}
	return casework.Caller{}, fault.New(fault.Unauthorized, "sign-in-needed", law.Text{ZH: "请先登录。", EN: "Please sign in."})
}

func bearer(c ctx) string {
	t, ok := strings.CutPrefix(c.GetHeader("Authorization"), "Bearer ")
	if !ok {
		return ""
	}
	return strings.TrimSpace(t)
}

// signIn starts a session under a new token, so that one planted before is worth nothing.
func (s *Server) signIn(c ctx, who casework.Entry) error {
	if err := s.renew(c); err != nil {
		return err
	}
	s.sessions.Put(c.Request.Context(), accountKey, who.Account)
	s.sessions.Put(c.Request.Context(), roundKey, int64(who.Round))
	return nil
}

// renew gives the session a new token and lets it forget who was signed in, or was about to be.
func (s *Server) renew(c ctx) error {
	if err := s.sessions.RenewToken(c.Request.Context()); err != nil {
		return err
	}
	s.signedOut(c)
	return nil
}

// signedOut lets the session forget everybody.
func (s *Server) signedOut(c ctx) {
	c.Set("caller", nil)
	for _, key := range []string{accountKey, roundKey, waitingKey, waitingRound, waitingUntil, waitingNext} {
		s.sessions.Remove(c.Request.Context(), key)
	}
}

// goOn gives the session a new token, under which whoever is signed in stays so; but not who signed out meanwhile.
func (s *Server) goOn(c ctx) error {
	if err := s.sessions.RenewToken(c.Request.Context()); err != nil {
		return err
	}
	if cameWith(c.Request.Context()).ended {
		s.signedOut(c)
	}
	return nil
}
