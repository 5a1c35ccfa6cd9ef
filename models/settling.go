package models

import (
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// Talks are talks between the parties themselves (协商), and the settlement that came of them.
type Talks struct {
	Child
	AskedBy     Side
	AskedOn     calendar.Date
	AnsweredOn  calendar.Date
	UntilOn     calendar.Date
	DueOn       calendar.Date
	EndedOn     calendar.Date
	Outcome     *string // refused, unanswered, failed, settled
	Amount      *claims.Fen
	Terms       string `gorm:"serializer:sealed;type:bytea"`
	PerformBy   calendar.Date
	PerformedOn calendar.Date
	BrokenOn    calendar.Date
}

// Agreement is one text of a mediation agreement (调解协议书), behind the wall. The last one counts.
type Agreement struct {
	Child
	MediationID int64
	DraftedOn   calendar.Date
	Amount      claims.Fen
	Terms       string `gorm:"serializer:sealed;type:bytea"`
	PerformBy   calendar.Date
	InForceOn   calendar.Date // the day of the last mark
	PerformedOn calendar.Date
	BrokenOn    calendar.Date
}

// The two marks on an agreement that are not a party's; a party's is its own sign, as 申1.
const (
	MediatorMark     = "mediator"     // 调解员签名
	OrganisationMark = "organisation" // 调解组织印章
)

// AgreementMark is one signature or seal on an agreement (签名、盖章): by whom, when, and for one on
// paper where the sheet is kept.
type AgreementMark struct {
	Child
	AgreementID int64
	Mark        string
	PartyID     *int64
	MarkedOn    calendar.Date
	AccountID   int64
	Paper       string `gorm:"serializer:sealed;type:bytea"`
	Digest      []byte // of the text that was signed; none for a mark on paper
	RecordedAt  time.Time
}

// Instalment is a part of what was agreed, with its day (分期履行).
type Instalment struct {
	Child
	AgreementID int64
	No          int
	DueOn       calendar.Date
	Amount      claims.Fen
	Paid        claims.Fen
	PaidOn      calendar.Date // in full
}

// Review is an arbitration review of an agreement (仲裁审查).
type Review struct {
	Child
	AgreementID       int64
	ApplicantAskedOn  calendar.Date
	RespondentAskedOn calendar.Date
	LateAllowedOn     calendar.Date
	LateReason        string
	Number            *string
	AcceptedOn        calendar.Date
	ExtendedOn        calendar.Date
	HandledBy         *int64
	DecidedOn         calendar.Date
	Outcome           *workflows.ReviewOutcome
	Ground            string
}

// CourtStage is one thing that a court did about an agreement (司法确认、支付令).
type CourtStage struct {
	Child
	AgreementID int64
	Way         string // confirmation, payment-order
	Stage       workflows.CourtStage
	ReachedOn   calendar.Date
	Court       string
	Kinds       string
	Reason      string
}

// The two ways to a court.
const (
	Confirmation = "confirmation"  // 司法确认
	PaymentOrder = "payment-order" // 支付令
)

// Entrustment is a mediation that the tribunal entrusted to an organisation (委托调解).
type Entrustment struct {
	Child
	OrganisationID int64
	ConsentedOn    calendar.Date
	EndedOn        calendar.Date
	Outcome        *string // agreed, failed
}

// Talk is the request to negotiate that is under way, or the last one; nil if there was none.
func (c *Case) Talk() *Talks { return last(c.Talks) }

// Agreement is the text that counts: the newest; nil if there is none.
func (c *Case) Agreement() *Agreement { return last(c.Agreements) }

// Review is the review under way, or the last one; nil if there was none.
func (c *Case) Review() *Review { return last(c.Reviews) }

// Entrustment is the entrusted mediation; nil if there was none.
func (c *Case) Entrustment() *Entrustment { return last(c.Entrustments) }

func last[T any](list []T) *T {
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1]
}

// Settlement is what the parties settled by themselves, if that is what the dispute ended with last:
// an agreement of a later mediation takes its place; nil otherwise.
func (c *Case) Settlement() *Talks {
	t, g := c.Talk(), c.Agreement()
	if t == nil || t.Outcome == nil || *t.Outcome != "settled" || g != nil && g.InForceOn.After(t.EndedOn) {
		return nil
	}
	return t
}

// Marks are those on the agreement that counts.
func (c *Case) Marks() []AgreementMark {
	g := c.Agreement()
	var list []AgreementMark
	for _, m := range c.AgreementMarks {
		if g != nil && m.AgreementID == g.ID {
			list = append(list, m)
		}
	}
	return list
}

// MarksMissing are the marks that the agreement still wants, in the order of the paper.
func (c *Case) MarksMissing() []string {
	var list []string
	for _, side := range []Side{ApplicantSide, RespondentSide} {
		for _, p := range c.Parties {
			if p.Side == side {
				list = append(list, p.Mark())
			}
		}
	}
	list = append(list, MediatorMark, OrganisationMark)
	var missing []string
	for _, want := range list {
		found := false
		for _, m := range c.Marks() {
			found = found || m.Mark == want
		}
		if !found {
			missing = append(missing, want)
		}
	}
	return missing
}

// nextMark is whose mark is the first of those missing; "" if none is.
func (c *Case) nextMark() workflows.Capacity {
	missing := c.MarksMissing()
	switch {
	case len(missing) == 0:
		return ""
	case missing[0] == MediatorMark:
		return workflows.Mediator
	case missing[0] == OrganisationMark:
		return workflows.Organiser
	}
	for _, p := range c.Parties {
		if p.Mark() == missing[0] && p.Side == RespondentSide {
			return workflows.Respondent
		}
	}
	return workflows.Applicant
}

// InstalmentsOf are those of an agreement, as rows that may be changed.
func (c *Case) InstalmentsOf(g *Agreement) []*Instalment {
	var list []*Instalment
	for i := range c.Instalments {
		if g != nil && c.Instalments[i].AgreementID == g.ID {
			list = append(list, &c.Instalments[i])
		}
	}
	return list
}

// loadAgreed reads what hangs on an agreement; a case without one asks for nothing.
func (c *Case) loadAgreed(tx *Tx) error {
	if len(c.Agreements) == 0 {
		return nil
	}
	const mine = "where commission_id = $1 and case_id = $2 order by id"
	b := tx.batch()
	into(b, &c.AgreementMarks, mine, c.CommissionID, c.ID)
	into(b, &c.Instalments, mine, c.CommissionID, c.ID)
	into(b, &c.Reviews, mine, c.CommissionID, c.ID)
	into(b, &c.CourtStages, mine, c.CommissionID, c.ID)
	return b.send()
}

// settlingFacts are what the law asks about talks, agreements and what follows them.
func (c *Case) settlingFacts(f *workflows.Facts) {
	s := &f.Settling
	if t := c.Talk(); t != nil {
		s.Talks = workflows.TalksFacts{Running: t.EndedOn.IsZero(), Asker: workflows.Capacity(t.AskedBy), Asked: t.AskedOn,
			Answered: t.AnsweredOn, Until: t.UntilOn, Ended: t.EndedOn}
	}
	if e := c.Entrustment(); e != nil {
		s.Entrusted = workflows.EntrustFacts{Consented: e.ConsentedOn, Ended: e.EndedOn}
	}
	s.Offers = c.OfferFacts("")
	if t := c.Settlement(); t != nil {
		s.TalksKept = t.PerformedOn
	}
	g, m := c.Agreement(), c.Mediation()
	if g == nil || m == nil || g.MediationID != m.ID {
		return // it came of an earlier mediation
	}
	s.Agreement = workflows.AgreementFacts{Drafted: g.DraftedOn, Missing: len(c.MarksMissing()), NextMark: c.nextMark(), InForce: g.InForceOn,
		PerformBy: g.PerformBy, Kept: g.PerformedOn, Broken: g.BrokenOn}
	c.reviewFacts(&s.Review, g)
	for _, x := range c.CourtStages {
		switch {
		case x.AgreementID != g.ID:
		case x.Way == Confirmation:
			s.Confirmation.Reach(x.Stage, x.ReachedOn)
		default:
			s.PaymentOrder.Reach(x.Stage, x.ReachedOn)
		}
	}
}

func (c *Case) reviewFacts(f *workflows.ReviewFacts, g *Agreement) {
	r := c.Review()
	if r == nil || r.AgreementID != g.ID {
		return
	}
	*f = workflows.ReviewFacts{ApplicantAsked: r.ApplicantAskedOn, RespondentAsked: r.RespondentAskedOn, LateAllowed: !r.LateAllowedOn.IsZero(),
		Accepted: r.AcceptedOn, Extended: !r.ExtendedOn.IsZero(), Decided: r.DecidedOn}
	if r.Outcome != nil {
		f.Outcome = *r.Outcome
	}
	f.InForce = c.ReviewInForce()
}

// ReviewInForce is the day on which the second party signed for the mediation document that a review
// made; none while one has not.
func (c *Case) ReviewInForce() (day calendar.Date) {
	r := c.Review()
	if r == nil || r.Outcome == nil || *r.Outcome != workflows.ReviewIssued {
		return day
	}
	served := append(c.served(workflows.ReviewDocument, ApplicantSide, 0), c.served(workflows.ReviewDocument, RespondentSide, 0)...)
	for _, s := range served {
		if s.On.IsZero() {
			return calendar.Date{}
		}
		day = calendar.Latest(day, s.On)
	}
	return day
}

// TalksOver lists the cases whose talks are past their last day, as MediationsRunOut does.
func TalksOver(tx *Tx) ([]RunOut, error) {
	var list []RunOut
	err := tx.Raw(`select c.ref, t.due_on from talks t join cases c on c.commission_id = t.commission_id and c.id = t.case_id
		join case_events e on e.commission_id = c.commission_id and e.case_id = c.id and e.no = c.events
		where t.ended_on is null and t.due_on < ? and e.recorded_at < ? order by t.due_on, c.id`,
		tx.Today(), tx.Now.Add(-time.Hour)).Scan(&list).Error
	return list, err
}

// LastNote is the last session of a mediation, for the agreement that is drafted from the log; nil if
// there was none. The caller has been let behind the wall.
func LastNote(tx *Tx, m *Mediation) (*Note, error) {
	n := &Note{}
	ok, err := found(tx.Where("commission_id = ? AND mediation_id = ?", m.CommissionID, m.ID).Order("id desc").Take(n).Error)
	if !ok {
		return nil, err
	}
	return n, nil
}
