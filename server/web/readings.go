package web

import (
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows/fault"
)

func (s *Server) openCase(a asked, in casework.OpenCase) (*casework.Done, error) {
	return s.desk.Begin(a.Request.Context(), a.who, in, a.opts)
}

func (s *Server) listClocks(a asked, q casework.ClocksQuery) (*casework.OpenClocks, error) {
	return s.desk.SeeClocks(a.Request.Context(), a.who, q)
}

func (s *Server) seeCalendar(a asked, q casework.CalendarQuery) (*casework.Calendar, error) {
	return s.desk.SeeCalendar(a.Request.Context(), a.who, q)
}

func (s *Server) seeBoard(a asked, _ none) (*casework.Board, error) {
	return s.desk.SeeBoard(a.Request.Context(), a.who)
}

func (s *Server) seeApprovals(a asked, _ none) (*casework.Approvals, error) {
	return s.desk.SeeApprovals(a.Request.Context(), a.who)
}

func (s *Server) listDisposals(a asked, q casework.DisposalsQuery) (*casework.Disposals, error) {
	return s.desk.SeeDisposals(a.Request.Context(), a.who, q)
}

func (s *Server) listCases(a asked, q casework.DocketQuery) (*casework.Docket, error) {
	return s.desk.SeeDocket(a.Request.Context(), a.who, q)
}

func (s *Server) seeCase(a asked, _ none) (*casework.CaseView, error) {
	return s.desk.SeeCase(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) seeNotes(a asked, _ none) (*casework.Notes, error) {
	return s.desk.SeeNotes(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) seeDeliberation(a asked, _ none) (*casework.Deliberation, error) {
	return s.desk.SeeDeliberation(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) seeIntake(a asked, _ none) (*casework.IntakeView, error) {
	return s.desk.SeeIntake(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) seeDocument(a asked, _ none) (*casework.Paper, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeDocument(a.Request.Context(), a.who, caseOf(a.ctx), id)
}

func (s *Server) seeExhibit(a asked, _ none) (*casework.ExhibitPage, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeExhibit(a.Request.Context(), a.who, caseOf(a.ctx), id)
}

func (s *Server) seeSlip(a asked, _ none) (*casework.Paper, error) {
	id, err := idOf(a.ctx)
	if err != nil {
		return nil, err
	}
	return s.desk.SeeSlip(a.Request.Context(), a.who, caseOf(a.ctx), id)
}

func (s *Server) reveal(a asked, in casework.Reveal) (*casework.Revealed, error) {
	return s.desk.RevealField(a.Request.Context(), a.who, caseOf(a.ctx), in, a.opts)
}

func (s *Server) issueCode(a asked, in casework.IssueCode) (*casework.CodeIssued, error) {
	return s.desk.IssuePartyCode(a.Request.Context(), a.who, caseOf(a.ctx), in, a.opts)
}

func (s *Server) seeAgreement(a asked, _ none) (*casework.Signing, error) {
	return s.desk.SeeAgreement(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) signingCode(a asked, in casework.AskSigning) (*casework.SigningSent, error) {
	return s.desk.SendSigningCode(a.Request.Context(), a.who, caseOf(a.ctx), in, a.opts)
}

func (s *Server) link(a asked, in casework.LinkCase) (*casework.Linked, error) {
	return s.desk.Link(a.Request.Context(), a.who, a.ClientIP(), in, a.opts)
}

func (s *Server) seeMe(a asked, _ none) (*casework.Me, error) {
	return s.desk.SeeMe(a.Request.Context(), a.who)
}

func (s *Server) myMessages(a asked, _ none) ([]casework.MessageView, error) {
	return s.desk.MyMessages(a.Request.Context(), a.who)
}

func (s *Server) seeFigures(a asked, q casework.FiguresQuery) (*casework.Figures, error) {
	return s.desk.SeeFigures(a.Request.Context(), a.who, q)
}

func (s *Server) figureCases(a asked, q casework.FigureCasesQuery) (*casework.FigureCases, error) {
	return s.desk.FigureCases(a.Request.Context(), a.who, q)
}

func (s *Server) seeStatus(c ctx, q casework.StatusQuery) (*casework.Status, error) {
	return s.desk.SeeStatus(c.Request.Context(), c.ClientIP(), q)
}

func (s *Server) giveToken(c ctx, in casework.SignIn) (*casework.TokenGiven, error) {
	who, err := s.desk.Enter(c.Request.Context(), c.ClientIP(), in)
	if err != nil {
		return nil, err
	}
	return s.desk.GiveToken(c.Request.Context(), who)
}

func (s *Server) dropToken(c ctx) (any, error) {
	if _, err := s.actor(c); err != nil {
		return nil, err
	}
	return map[string]bool{"signed_out": true}, s.desk.RevokeToken(c.Request.Context(), bearer(c))
}

func (s *Server) register(c ctx, in casework.Register) (*casework.Registered, error) {
	return s.desk.RegisterAccount(c.Request.Context(), c.ClientIP(), in)
}

func idOf(c ctx) (int64, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil || id <= 0 {
		return 0, fault.Missing()
	}
	return id, nil
}

func (s *Server) seeOperations(a asked, _ none) (*casework.Operations, error) {
	return s.desk.SeeOperations(a.Request.Context(), a.who)
}
