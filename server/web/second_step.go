package web

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows/fault"
)

// What a session holds between the right password and the code: who it was, until when a code is taken, and where they
// wanted to go. Nobody is signed in by it.
const waitingKey, waitingRound, waitingUntil, waitingNext = "waiting", "waiting-round", "waiting-until", "waiting-next"

// stepLasts is how long a code may take.
const stepLasts = 5 * time.Minute

// entered starts the session, or asks for the code first; it says where to go.
func (s *Server) entered(c ctx, who casework.Entry, next string) (string, error) {
	if !who.Needs {
		to := s.landing(c, who.Actor, next)
		return to, s.signIn(c, who)
	}
	if err := s.renew(c); err != nil {
		return "", err
	}
	to := c.Request.Context()
	s.sessions.Put(to, waitingKey, who.Account)
	s.sessions.Put(to, waitingRound, int64(who.Round))
	s.sessions.Put(to, waitingUntil, s.desk.Now().Add(stepLasts).Unix())
	s.sessions.Put(to, waitingNext, next)
	return "/sign-in/code", nil
}

// waiting is who gave the right password in this session within the last minutes.
func (s *Server) waiting(c ctx) (who casework.Entry, next string, ok bool) {
	from := c.Request.Context()
	who = casework.Entry{Actor: policies.Actor{Account: s.sessions.GetInt64(from, waitingKey)}, Round: int(s.sessions.GetInt64(from, waitingRound)), Needs: true}
	next = s.sessions.GetString(from, waitingNext)
	return who, next, who.Account != 0 && s.desk.Now().Unix() < s.sessions.GetInt64(from, waitingUntil)
}

func (s *Server) secondStep() {
	e := s.engine
	e.GET("/sign-in/code", func(c ctx) {
		if _, next, ok := s.waiting(c); !ok {
			c.Redirect(http.StatusSeeOther, tooLate(next))
			return
		}
		if err := s.render(c, pages.SignInCode, pages.Page{}); err != nil {
			s.problem(c, err)
		}
	})
	e.POST("/sign-in/code", s.asForm(s.postCode, s.again(pages.SignInCode)))
}

// tooLate leads back to the first step.
func tooLate(next string) string {
	q := url.Values{"late": {"1"}}
	if next != "" {
		q.Set("next", next)
	}
	return "/sign-in?" + q.Encode()
}

func (s *Server) postCode(c ctx) (string, error) {
	who, next, ok := s.waiting(c)
	if !ok {
		return tooLate(next), nil
	}
	var in casework.FactorCode
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return "", err
	}
	err := s.desk.Pass(c.Request.Context(), c.ClientIP(), who, in.Code)
	f := fault.As(err)
	switch {
	case f != nil && f.Code == "sign-in-again":
		return tooLate(next), nil
	case f != nil && f.Kind == fault.Unauthorized:
		return "", fault.Bad("code", f.Says)
	case err != nil:
		return "", err
	}
	to := s.landing(c, who.Actor, next)
	return to, s.signIn(c, who)
}

// setUpFirst lets staff of a commission that wants a second factor do nothing else before they have one.
func (s *Server) setUpFirst(c ctx) {
	at := c.FullPath()
	if setUpPaths[at] || at == "" || strings.HasSuffix(at, "/*file") || (bearer(c) == "" && s.sessions.GetInt64(c.Request.Context(), accountKey) == 0) {
		return
	}
	who, err := s.caller(c)
	if err != nil || !who.MustSetUp {
		return // whoever is nobody is told by the route itself
	}
	if isAPI(c) {
		s.problem(c, casework.SetUpFirst)
	} else {
		c.Redirect(http.StatusSeeOther, "/account/factor")
	}
	c.Abort()
}
