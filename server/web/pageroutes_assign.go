package web

import (
	"fmt"
	"reflect"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// assigning are the routes of who gets what work: the work of somebody who leaves, and a mediation organisation's own page.
func (s *Server) assigning() {
	get(s, "/api/v1/reassign", "see-leaving", "移交试算 Who has open work, and where it would go", s.seeLeaving)
	post(s, "/api/v1/reassign", "hand-over", "移交在办案件 Hand somebody's open work over", s.mayReassign, s.handOver)
	get(s, "/api/v1/reassign/:id", "see-handover", "移交结果 How a handover went", s.seeHandover)
	post(s, "/api/v1/reassign/:id/run", "run-handover", "接着移交 Go on with a handover", s.mayReassign, s.runHandover)
	get(s, "/api/v1/organisation", "see-organisation", "本组织 A manager's own organisation", s.seeOrganisation)
	post(s, "/api/v1/organisation/roster", "keep-roster", "排值班表 Keep the roster", s.mayKeepRoster, s.keepRoster)
	get(s, "/api/v1/me/duty", "my-duty", "我的值班 My days of duty", s.myDuty)

	e := s.engine
	e.GET("/reassign", signedPage(s, pages.ReassignPage, s.leavingBody))
	e.POST("/reassign", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.HandOver]())
		if err != nil {
			return "", err
		}
		done, err := s.handOver(a, *in.(*casework.HandOver))
		if err != nil {
			return "", err
		}
		return fmt.Sprint("/reassign/", done.ID), nil
	}, s.leavingAgain))
	e.GET("/reassign/:id", signedPage(s, pages.Reassigned, func(a asked, _ none) (any, error) { return s.seeHandover(a, none{}) }))
	e.POST("/reassign/:id/run", s.asForm(func(c ctx) (string, error) {
		a, _, err := s.read(c, reflect.TypeFor[casework.GoOn]())
		if err == nil {
			_, err = s.runHandover(a, casework.GoOn{})
		}
		return "/reassign/" + c.Param("id"), err
	}, nil))
	e.GET("/organisation", signedPage(s, pages.Organisation, func(a asked, _ none) (any, error) { return s.organisationBody(a, false) }))
	e.GET("/organisation/roster", signedPage(s, pages.Organisation, func(a asked, _ none) (any, error) { return s.organisationBody(a, true) }))
	e.POST("/organisation/roster", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.SetRoster]())
		if err == nil {
			_, err = s.keepRoster(a, *in.(*casework.SetRoster))
		}
		return "/organisation/roster", err
	}, func(c ctx, p pages.Page) (err error) {
		who, err := s.actor(c)
		if err != nil {
			return err
		}
		if p.Body, err = s.organisationBody(asked{ctx: c, who: who}, false); err != nil {
			return err
		}
		return s.render(c, pages.Organisation, p)
	}))
}

// leavingBody is the dry run with its form.
func (s *Server) leavingBody(a asked, q casework.LeavingQuery) (any, error) {
	v, err := s.seeLeaving(a, q)
	if err != nil {
		return nil, err
	}
	return pages.LeavingBody{Leaving: v, Form: pages.LeavingForm(v)}, nil
}

// leavingAgain shows the dry run as it is now, with what was chosen.
func (s *Server) leavingAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	var q casework.LeavingQuery
	fmt.Sscan(p.Kept.Get("account"), &q.Account)
	if p.Body, err = s.leavingBody(asked{ctx: c, who: who}, q); err != nil {
		return err
	}
	return s.render(c, pages.ReassignPage, p)
}

func (s *Server) organisationBody(a asked, set bool) (any, error) {
	v, err := s.seeOrganisation(a, none{})
	return pages.OrganisationBody{OrganisationPage: v, Set: set}, err
}

// proposeSeats puts the proposal beside the forms that give a case to somebody, and fills it in where nothing was typed yet. Whoever
// may not see it, or comes at a time when nobody is wanted, gets the form alone.
func (s *Server) proposeSeats(c ctx, who policies.Actor, step *pages.Step, fresh bool) error {
	switch step.Event {
	case workflows.FormTribunal, workflows.AssignMediator, workflows.ReplaceSeat:
	default:
		return nil
	}
	v, err := s.desk.SeeCandidates(c.Request.Context(), who, caseOf(c), casework.CandidatesQuery{Step: string(step.Event)})
	if fault.Is(err, fault.Forbidden) || fault.Is(err, fault.Refused) {
		return nil
	}
	if err != nil {
		return err
	}
	step.Candidates = v
	if fresh {
		step.Form, step.Filled = step.Form.Proposed(step.Event, v)
	}
	return nil
}

func (s *Server) mayReassign(a asked) error { return s.desk.MayReassign(a.Request.Context(), a.who) }

func (s *Server) mayKeepRoster(a asked) error {
	return s.desk.MayKeepRoster(a.Request.Context(), a.who)
}

func (s *Server) seeCandidates(a asked, q casework.CandidatesQuery) (*casework.Candidates, error) {
	return s.desk.SeeCandidates(a.Request.Context(), a.who, caseOf(a.ctx), q)
}

func (s *Server) seeLeaving(a asked, q casework.LeavingQuery) (*casework.Leaving, error) {
	return s.desk.SeeLeaving(a.Request.Context(), a.who, q)
}

func (s *Server) handOver(a asked, in casework.HandOver) (*casework.HandoverView, error) {
	return s.desk.HandOverWork(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) seeHandover(a asked, _ none) (*casework.HandoverView, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeHandover(a.Request.Context(), a.who, id)
}

func (s *Server) runHandover(a asked, _ casework.GoOn) (*casework.HandoverView, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.RunHandover(a.Request.Context(), a.who, id)
}

func (s *Server) seeOrganisation(a asked, _ none) (*casework.OrganisationPage, error) {
	return s.desk.SeeOrganisation(a.Request.Context(), a.who)
}

func (s *Server) keepRoster(a asked, in casework.SetRoster) (*casework.RosterSet, error) {
	return s.desk.KeepRoster(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) myDuty(a asked, _ none) (*casework.DutyView, error) {
	return s.desk.MyDuty(a.Request.Context(), a.who)
}
