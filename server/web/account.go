package web

import (
	"net/http"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// account is what somebody sets for themselves: the password, and how large letters are.
func (s *Server) account() {
	e := s.engine
	describe[casework.ChangePassword, *casework.PasswordChanged](s, http.MethodPost, "/api/v1/me/password", "change-password", "修改密码，其他地方的登录随之失效 Change the password; every other sign-in ends", true, false)
	e.POST("/api/v1/me/password", s.asJSON(func(c ctx) (any, error) { return s.changePassword(c) }))
	e.GET("/account", signedPage(s, pages.AccountPage, func(a asked, _ none) (any, error) { return s.accountBody(a.ctx) }))
	e.POST("/account/password", s.asForm(func(c ctx) (string, error) {
		_, err := s.changePassword(c)
		return "/account/changed", err
	}, func(c ctx, p pages.Page) (err error) {
		if p.Body, err = s.accountBody(c); err != nil {
			return err
		}
		return s.render(c, pages.AccountPage, p)
	}))
	e.GET("/account/changed", signedPage(s, pages.AccountPage, func(a asked, _ none) (any, error) {
		b, err := s.accountBody(a.ctx)
		b.Changed = true
		return b, err
	}))
	s.feeds()
	s.secondFactor()
}

func (s *Server) accountBody(c ctx) (b pages.Account, err error) {
	who, err := s.actor(c)
	if err != nil {
		return b, err
	}
	f, err := s.desk.SeeFeed(c.Request.Context(), who)
	if err != nil {
		return b, err
	}
	b.Feed = *f
	x, err := s.desk.SeeFactor(c.Request.Context(), who)
	if err != nil {
		return b, err
	}
	b.Factor = *x
	duty, err := s.desk.MyDuty(c.Request.Context(), who)
	if err == nil {
		b.Duty = duty.Days
	}
	return b, err
}

// changePassword sets it and ends every other session of the account; this one goes on under a new token.
func (s *Server) changePassword(c ctx) (*casework.PasswordChanged, error) {
	who, err := s.actor(c)
	if err != nil {
		return nil, err
	}
	var in casework.ChangePassword
	if _, err := s.binder.Read(c.Request, &in, bodyLimit); err != nil {
		return nil, err
	}
	out, err := s.desk.SetPassword(c.Request.Context(), c.ClientIP(), who, in)
	if err == nil && bearer(c) == "" {
		err = s.signIn(c, casework.Entry{Actor: who, Round: out.Round})
	}
	return out, err
}
