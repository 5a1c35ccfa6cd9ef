package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
)

// underReview says whether the office may read the agreement: the parties handed it in together for
// a review. Whoever sits on the case still may not.
func underReview(c *models.Case, g policies.Grant) bool {
	v := c.Review()
	return v != nil && !v.ApplicantAskedOn.IsZero() && !v.RespondentAskedOn.IsZero() && g.Is(policies.Office) && !seatedGrant(g)
}

// behindWall says whether somebody reads what was agreed: the parties, the mediators, the organisation.
func behindWall(g policies.Grant) bool {
	return (g.Party() || g.May(policies.ReadNotes)) && !seatedGrant(g)
}

// settlingView shows what was done to settle; sums and terms only to those behind the wall.
func settlingView(c *models.Case, g policies.Grant, today calendar.Date) *SettlingView {
	v := &SettlingView{Talks: talksView(c.Talk(), g), Review: reviewView(c)}
	if behindWall(g) {
		v.Agreement = agreementView(c, today)
	}
	for _, x := range c.CourtStages {
		if a := c.Agreement(); x.AgreementID != a.ID {
			continue
		}
		s := CourtView{Stage: string(x.Stage), On: x.ReachedOn, Court: x.Court}
		if x.Kinds != "" {
			s.Kinds = strings.Split(x.Kinds, ",")
		}
		if x.Way == models.Confirmation {
			v.Confirmation = append(v.Confirmation, s)
		} else {
			v.PaymentOrder = append(v.PaymentOrder, s)
		}
	}
	if e := c.Entrustment(); e != nil {
		v.Entrusted = &EntrustView{ConsentedOn: e.ConsentedOn, EndedOn: e.EndedOn}
		if e.Outcome != nil {
			v.Entrusted.Outcome = *e.Outcome
		}
	}
	if v.Talks == nil && v.Agreement == nil && v.Review == nil && v.Confirmation == nil && v.PaymentOrder == nil && v.Entrusted == nil {
		return nil
	}
	return v
}

func talksView(t *models.Talks, g policies.Grant) *TalksView {
	if t == nil {
		return nil
	}
	v := &TalksView{AskedBy: t.AskedBy, AskedOn: t.AskedOn, AnsweredOn: t.AnsweredOn, Until: t.UntilOn, EndedOn: t.EndedOn, KeptOn: t.PerformedOn, BrokenOn: t.BrokenOn}
	if t.Outcome != nil {
		v.Outcome = *t.Outcome
	}
	if behindWall(g) {
		v.Amount, v.Terms, v.PerformBy = t.Amount, t.Terms, t.PerformBy
	}
	return v
}

func agreementView(c *models.Case, today calendar.Date) *AgreementView {
	g, m := c.Agreement(), c.Mediation()
	if g == nil || g.InForceOn.IsZero() && (m == nil || m.ID != g.MediationID || !m.ConcludedOn.IsZero()) {
		return nil // a draft that nobody will sign any more
	}
	v := &AgreementView{DraftedOn: g.DraftedOn, InForceOn: g.InForceOn, Amount: g.Amount, Terms: g.Terms, PerformBy: g.PerformBy,
		KeptOn: g.PerformedOn, BrokenOn: g.BrokenOn, Marks: []MarkView{}}
	for _, x := range c.Marks() {
		v.Marks = append(v.Marks, MarkView{x.Mark, x.MarkedOn, x.Paper, x.PartyID != nil && len(x.Digest) > 0})
	}
	if g.InForceOn.IsZero() {
		for _, x := range c.MarksMissing() {
			v.Marks = append(v.Marks, MarkView{Mark: x})
		}
	}
	v.Instalments = instalmentViews(c.InstalmentsOf(g), today)
	return v
}

func reviewView(c *models.Case) *ReviewView {
	r := c.Review()
	if r == nil {
		return nil
	}
	v := &ReviewView{Applicant: r.ApplicantAskedOn, Respondent: r.RespondentAskedOn, LateOn: r.LateAllowedOn, AcceptedOn: r.AcceptedOn, DecidedOn: r.DecidedOn,
		InForceOn: c.ReviewInForce()}
	if r.Number != nil {
		v.Number = *r.Number
	}
	if r.Outcome != nil {
		v.Outcome = string(*r.Outcome)
	}
	return v
}
