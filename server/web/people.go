package web

import (
	"tiaocai/policies"
	"tiaocai/server/casework"
)

func (s *Server) mayBegin(a asked) error {
	_, err := s.desk.MayBegin(a.Request.Context(), a.who)
	return err
}

func (s *Server) may(act policies.Act) func(asked) error {
	return func(a asked) error { return s.desk.May(a.Request.Context(), a.who, caseOf(a.ctx), act) }
}

func (s *Server) mayManage(a asked) error { return s.desk.MayManage(a.Request.Context(), a.who) }

func (s *Server) makePerson(a asked, in casework.NewPerson) (*casework.PersonMade, error) {
	return s.desk.MakePerson(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) takeRole(a asked, in casework.RevokeRole) (*casework.Revoked, error) {
	return s.desk.TakeRole(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) setUnit(a asked, in casework.SetUnit) (*casework.UnitSet, error) {
	return s.desk.SetUnit(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) enterOrganisation(a asked, in casework.NewOrganisation) (*casework.Choice, error) {
	return s.desk.EnterOrganisation(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) firstSignIn(c ctx, in casework.FirstSignIn) (*casework.TokenGiven, error) {
	who, err := s.desk.UseSignIn(c.Request.Context(), c.ClientIP(), in)
	if err != nil {
		return nil, err
	}
	return s.desk.GiveToken(c.Request.Context(), who)
}

func (s *Server) mayDelegate(a asked) error { return s.desk.MayDelegate(a.Request.Context(), a.who) }

func (s *Server) delegate(a asked, in casework.Delegate) (*casework.DelegationGiven, error) {
	return s.desk.GiveDelegation(a.Request.Context(), a.who, in, a.opts)
}
