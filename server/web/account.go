package web

import (
	"context"
	"net/http"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// account is what somebody sets for themselves: the password, and how large letters are.
func (s *Server) account() {
	e := s.engine
	describe[casework.ChangePassword, *casework.PasswordChanged](s, http.MethodPost, "/api/v1/me/password", "change-password", "修改密码，其他地方的登录随之失效 Change the password; every other sign-in ends", true, false)
	e.POST("/api/v1/me/password", s.asJSON(func(c ctx) (any, error) { return s.changePassword(c) }))
	e.GET("/account", signedPage(s, pages.AccountPage, func(asked, none) (any, error) { return pages.Account{}, nil }))
	e.POST("/account/password", s.asForm(func(c ctx) (string, error) {
		_, err := s.changePassword(c)
		return "/account/changed", err
	}, func(c ctx, p pages.Page) error {
		p.Body = pages.Account{}
		return s.render(c, pages.AccountPage, p)
	}))
	e.GET("/account/changed", signedPage(s, pages.AccountPage, func(asked, none) (any, error) { return pages.Account{Changed: true}, nil }))
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
	if err != nil {
		return nil, err
	}
	mine := s.sessions.Token(c.Request.Context())
	err = s.sessions.Iterate(c.Request.Context(), func(other context.Context) error {
		if s.sessions.GetInt64(other, accountKey) != who.Account || s.sessions.Token(other) == mine {
			return nil
		}
		return s.sessions.Destroy(other)
	})
	if err == nil && bearer(c) == "" {
		err = s.sessions.RenewToken(c.Request.Context())
	}
	return out, err
}
