package web

import (
	"fmt"
	"reflect"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// settings are the routes of what the law counts with (参数): one proposes, another decides.
func (s *Server) settings() {
	get(s, "/api/v1/settings", "see-settings", "参数 What the law counts with", s.seeSettings)
	post(s, "/api/v1/settings", "propose-setting", "报请变更参数 Propose a value", s.maySet(policies.ProposeSetting), s.proposeSetting)
	post(s, "/api/v1/settings/holidays", "propose-notice", "登记放假通知 Enter a holiday notice", s.maySet(policies.ProposeSetting), s.proposeNotice)
	post(s, "/api/v1/settings/:id/approve", "approve-setting", "同意变更参数 Approve a value", s.maySet(policies.ApproveSetting), s.approveSetting)
	post(s, "/api/v1/settings/:id/decline", "decline-setting", "退回变更参数 Decline a value", s.maySet(policies.ApproveSetting), s.declineSetting)

	e := s.engine
	e.GET("/settings", signedPage(s, pages.Settings, func(a asked, _ none) (any, error) { return s.seeSettings(a, none{}) }))
	for path, name := range map[string]pages.Name{"/settings/propose": pages.NewSetting, "/settings/holidays": pages.NewNotice} {
		e.GET(path, signedPage(s, name, func(a asked, _ none) (any, error) { return nil, s.maySet(policies.ProposeSetting)(a) }))
	}
	e.POST("/settings/propose", settingForm(s, s.proposeSetting, s.again(pages.NewSetting)))
	e.POST("/settings/holidays", settingForm(s, s.proposeNotice, s.again(pages.NewNotice)))
	e.POST("/settings/:id/approve", settingForm(s, s.approveSetting, s.settingsAgain))
	e.POST("/settings/:id/decline", settingForm(s, s.declineSetting, s.settingsAgain))
}

// settingForm carries a form out and leads back to the list.
func settingForm[B any](s *Server, run func(asked, B) (*casework.SettingDone, error), again func(ctx, pages.Page) error) func(ctx) {
	return s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[B]())
		if err != nil {
			return "", err
		}
		done, err := run(a, *in.(*B))
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("/settings#setting-%d", done.ID), nil
	}, again)
}

func (s *Server) settingsAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if p.Body, err = s.seeSettings(asked{ctx: c, who: who}, none{}); err != nil {
		return err
	}
	return s.render(c, pages.Settings, p)
}

func (s *Server) maySet(act policies.Act) func(asked) error {
	return func(a asked) error { return s.desk.MaySet(a.Request.Context(), a.who, act) }
}

func (s *Server) seeSettings(a asked, _ none) (*casework.SettingsView, error) {
	return s.desk.SeeSettings(a.Request.Context(), a.who)
}

func (s *Server) proposeSetting(a asked, in casework.ProposeSetting) (*casework.SettingDone, error) {
	return s.desk.ProposeSetting(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) proposeNotice(a asked, in casework.ProposeNotice) (*casework.SettingDone, error) {
	return s.desk.ProposeNotice(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) approveSetting(a asked, _ casework.ApproveSetting) (*casework.SettingDone, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.ApproveSetting(a.Request.Context(), a.who, id, a.opts)
}

func (s *Server) declineSetting(a asked, in casework.DeclineSetting) (*casework.SettingDone, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.DeclineSetting(a.Request.Context(), a.who, id, in, a.opts)
}
