package web

import (
	"fmt"
	"net/url"
	"reflect"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// people are the routes of the administrator of accounts (人员): who there is, and what is done about an account.
func (s *Server) people() {
	get(s, "/api/v1/people", "list-people", "人员名单 The people of the commission and its organisations", s.listPeople)
	get(s, "/api/v1/people/:id", "see-person", "查看一个账号 See one account", s.seePerson)
	get(s, "/api/v1/organisations", "list-organisations", "调解组织名册 The mediation organisations", s.listOrganisations)
	post(s, "/api/v1/people", "make-person", "开设账号 Make an account", s.mayManage, s.makePerson)
	post(s, "/api/v1/people/revoke", "revoke-role", "收回角色，手里还有在办案件的不能收回 Revoke a role; refused while open cases hang on it", s.mayManage, s.takeRole)
	post(s, "/api/v1/people/:id/roles", "give-role", "授予角色 Give a role", s.mayManage, s.giveRole)
	post(s, "/api/v1/people/:id/link", "give-link", "发放一次性登录链接 Give a one-time sign-in", s.mayManage, s.giveLink)
	post(s, "/api/v1/people/:id/disable", "disable-account", "停用账号，手里还有在办案件的不能停用 Disable an account; refused while open cases hang on it", s.mayManage, s.disablePerson)
	post(s, "/api/v1/people/:id/enable", "enable-account", "启用账号 Enable an account", s.mayManage, s.enablePerson)
	post(s, "/api/v1/people/:id/second-factor", "reset-second-factor", "重置两步验证（手机丢了）Reset a second factor, of somebody who lost the phone", s.mayManage, s.resetFactor)
	post(s, "/api/v1/organisations", "enter-organisation", "登记调解组织 Enter an organisation", s.mayManage, s.enterOrganisation)

	e := s.engine
	e.GET("/people", signedPage(s, pages.PeoplePage, func(a asked, q casework.PeopleQuery) (any, error) {
		list, err := s.listPeople(a, q)
		return pages.PeopleBody{List: list, Query: q}, err
	}))
	e.GET("/people/new", signedPage(s, pages.NewPerson, func(a asked, _ none) (any, error) { return s.listOrganisations(a, none{}) }))
	e.POST("/people", s.asPage(pages.PersonMade, reflect.TypeFor[casework.NewPerson](), func(a asked, in any) (any, error) {
		return s.makePerson(a, *in.(*casework.NewPerson))
	}, func(c ctx, p pages.Page) error { return s.rosterAgain(c, p, pages.NewPerson) }))
	e.GET("/people/organisations", signedPage(s, pages.Organisations, func(a asked, _ none) (any, error) { return s.listOrganisations(a, none{}) }))
	e.POST("/people/organisations", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.NewOrganisation]())
		if err != nil {
			return "", err
		}
		made, err := s.enterOrganisation(a, *in.(*casework.NewOrganisation))
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("/people/organisations#organisation-%d", made.ID), nil
	}, func(c ctx, p pages.Page) error { return s.rosterAgain(c, p, pages.Organisations) }))
	e.GET("/people/:id", signedPage(s, pages.PersonPage, func(a asked, n casework.Named) (any, error) { return s.seePerson(a, n) }))
	e.GET("/people/:id/link", func(c ctx) { c.Redirect(303, "/people/"+c.Param("id")+loginOf(c)) })
	e.POST("/people/:id/link", s.asPage(pages.PersonMade, reflect.TypeFor[casework.GiveLink](), func(a asked, in any) (any, error) {
		return s.giveLink(a, *in.(*casework.GiveLink))
	}, s.personAgain))
	e.POST("/people/:id/roles", personForm(s, s.giveRole))
	e.POST("/people/:id/revoke", personForm(s, s.takeRole))
	e.POST("/people/:id/disable", personForm(s, s.disablePerson))
	e.POST("/people/:id/enable", personForm(s, s.enablePerson))
	e.POST("/people/:id/second-factor", personForm(s, s.resetFactor))
}

// personForm carries a form out and leads back to the person.
func personForm[B, V any](s *Server, run func(asked, B) (V, error)) func(ctx) {
	return s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[B]())
		if err == nil {
			_, err = run(a, *in.(*B))
		}
		return "/people/" + c.Param("id") + loginOf(c), err
	}, s.personAgain)
}

// loginOf is the login that a person's page was opened with, for an account that is found by it alone.
func loginOf(c ctx) string {
	if login := c.Query("login"); login != "" {
		return "?login=" + url.QueryEscape(login)
	}
	return ""
}

func (s *Server) personAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if p.Body, err = s.seePerson(asked{ctx: c, who: who}, casework.Named{Login: c.Query("login")}); err != nil {
		return err
	}
	return s.render(c, pages.PersonPage, p)
}

func (s *Server) rosterAgain(c ctx, p pages.Page, name pages.Name) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if p.Body, err = s.desk.SeeOrganisations(c.Request.Context(), who); err != nil {
		return err
	}
	return s.render(c, name, p)
}

func (s *Server) listPeople(a asked, q casework.PeopleQuery) (*casework.People, error) {
	return s.desk.SeePeople(a.Request.Context(), a.who, q)
}

func (s *Server) seePerson(a asked, n casework.Named) (*casework.Person, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeePerson(a.Request.Context(), a.who, id, n)
}

func (s *Server) listOrganisations(a asked, _ none) ([]casework.OrganisationLine, error) {
	return s.desk.SeeOrganisations(a.Request.Context(), a.who)
}

func (s *Server) makePerson(a asked, in casework.NewPerson) (*casework.PersonMade, error) {
	return s.desk.MakePerson(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) takeRole(a asked, in casework.RevokeRole) (*casework.Revoked, error) {
	return s.desk.TakeRole(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) enterOrganisation(a asked, in casework.NewOrganisation) (*casework.Choice, error) {
	return s.desk.EnterOrganisation(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) giveRole(a asked, in casework.GiveRole) (*casework.PersonDone, error) {
	id, err := s.managed(a)
	if err != nil {
		return nil, err
	}
	return s.desk.GiveRole(a.Request.Context(), a.who, id, in, a.opts)
}

func (s *Server) giveLink(a asked, in casework.GiveLink) (*casework.PersonMade, error) {
	id, err := s.managed(a)
	if err != nil {
		return nil, err
	}
	return s.desk.GiveLink(a.Request.Context(), a.who, id, in, a.opts)
}

func (s *Server) disablePerson(a asked, in casework.DisablePerson) (*casework.PersonDone, error) {
	id, err := s.managed(a)
	if err != nil {
		return nil, err
	}
	return s.desk.Disable(a.Request.Context(), a.who, id, in, a.opts)
}

func (s *Server) enablePerson(a asked, in casework.EnablePerson) (*casework.PersonDone, error) {
	id, err := s.managed(a)
	if err != nil {
		return nil, err
	}
	return s.desk.Enable(a.Request.Context(), a.who, id, in, a.opts)
}

func (s *Server) resetFactor(a asked, in casework.ResetFactor) (*casework.PersonDone, error) {
	id, err := s.managed(a)
	if err != nil {
		return nil, err
	}
	return s.desk.ResetFactor(a.Request.Context(), a.who, id, in, a.opts)
}

// managed is whose account an act is about; who may do none hears that first, whatever the number.
func (s *Server) managed(a asked) (int64, error) {
	if err := s.mayManage(a); err != nil {
		return 0, err
	}
	return idOf(a.ctx)
}
