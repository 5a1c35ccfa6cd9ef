package web

import (
	"net/http"
	"reflect"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// setUpPaths stay open to whoever has to set a second factor up first.
var setUpPaths = map[string]bool{
	"/account/factor": true, "/account/factor/begin": true, "/account/factor/confirm": true, "/sign-in": true, "/sign-in/code": true, "/sign-in/once": true, "/sign-out": true,
	"/api/v1/me/second-factor": true, "/api/v1/me/second-factor/confirm": true, "/api/v1/tokens": true, "/api/v1/first-sign-in": true,
	"/healthz": true, "/readyz": true, feedsPrefix + ":file": true,
}

// secondFactor are the routes by which somebody switches their own second factor on and off. Its commands take no key: the
// answers are secrets, which may lie nowhere.
func (s *Server) secondFactor() {
	get(s, "/api/v1/me/second-factor", "see-second-factor", "两步验证开了没有 Whether there is a second factor", s.seeFactor)
	feedCommand(s, "/api/v1/me/second-factor", "begin-second-factor", "开通两步验证：生成密钥，验证以后才算开通 Ask for a secret; it holds once a code is confirmed", func(a asked, _ casework.BeginFactor) (*casework.FactorSetUp, error) {
		return s.desk.BeginFactor(a.Request.Context(), a.who)
	})
	feedCommand(s, "/api/v1/me/second-factor/confirm", "confirm-second-factor", "验证并开通，取得恢复码 Confirm it by a code, and get the recovery codes", s.confirmFactor)
	feedCommand(s, "/api/v1/me/second-factor/end", "end-second-factor", "凭密码和验证码关闭两步验证 Switch it off by the password and a code", s.endFactor)

	e := s.engine
	e.GET("/account/factor", signedPage(s, pages.FactorPage, func(a asked, _ none) (any, error) { return s.seeFactor(a, none{}) }))
	e.POST("/account/factor/begin", s.asForm(func(c ctx) (string, error) {
		a, _, err := s.read(c, reflect.TypeFor[casework.BeginFactor]())
		if err == nil {
			_, err = s.desk.BeginFactor(c.Request.Context(), a.who)
		}
		return "/account/factor", err
	}, s.factorAgain))
	e.POST("/account/factor/confirm", s.asPage(pages.FactorCodes, reflect.TypeFor[casework.ConfirmFactor](), func(a asked, in any) (any, error) {
		return s.confirmFactor(a, *in.(*casework.ConfirmFactor))
	}, s.factorAgain))
	e.POST("/account/factor/end", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.EndFactor]())
		if err == nil {
			_, err = s.endFactor(a, *in.(*casework.EndFactor))
		}
		return "/account/factor", err
	}, s.factorAgain))
	for _, at := range []string{"/account/factor/begin", "/account/factor/confirm", "/account/factor/end"} {
		e.GET(at, func(c ctx) { c.Redirect(http.StatusSeeOther, "/account/factor") }) // a page that was reloaded, or its language changed
	}
	s.secondStep()
}

func (s *Server) seeFactor(a asked, _ none) (*casework.FactorState, error) {
	return s.desk.SeeFactor(a.Request.Context(), a.who)
}

func (s *Server) confirmFactor(a asked, in casework.ConfirmFactor) (*casework.RecoveryGiven, error) {
	return s.desk.ConfirmFactor(a.Request.Context(), a.who, in)
}

func (s *Server) endFactor(a asked, in casework.EndFactor) (*casework.FactorState, error) {
	return s.desk.EndFactor(a.Request.Context(), a.ClientIP(), a.who, in)
}

func (s *Server) factorAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if p.Body, err = s.desk.SeeFactor(c.Request.Context(), who); err != nil {
		return err
	}
	return s.render(c, pages.FactorPage, p)
}
