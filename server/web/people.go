package web

import (
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/workflows"
)

func (s *Server) mayBegin(a asked) error {
	_, err := s.desk.MayBegin(a.Request.Context(), a.who)
	return err
}

func (s *Server) may(act policies.Act) func(asked) error {
	return func(a asked) error { return s.desk.May(a.Request.Context(), a.who, caseOf(a.ctx), act) }
}

func (s *Server) mayTake(e workflows.Event) func(asked) error {
	return func(a asked) error { return s.desk.MayTake(a.Request.Context(), a.who, caseOf(a.ctx), e) }
}

func (s *Server) mayManage(a asked) error { return s.desk.MayManage(a.Request.Context(), a.who) }

func (s *Server) setUnit(a asked, in casework.SetUnit) (*casework.UnitSet, error) {
	return s.desk.SetUnit(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) firstSignIn(c ctx, in casework.FirstSignIn) (*casework.TokenGiven, error) {
	who, err := s.desk.UseSignIn(c.Request.Context(), c.ClientIP(), in)
	if err == nil && who.Needs {
		err = casework.CodeNeeded() // the password is set: they sign in with it and a code
	}
	if err != nil {
		return nil, err
	}
	return s.desk.GiveToken(c.Request.Context(), who.Actor)
}

func (s *Server) mayDelegate(a asked) error { return s.desk.MayDelegate(a.Request.Context(), a.who) }

func (s *Server) delegate(a asked, in casework.Delegate) (*casework.DelegationGiven, error) {
	return s.desk.GiveDelegation(a.Request.Context(), a.who, in, a.opts)
}
