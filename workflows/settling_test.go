package workflows

import (
	"maps"
	"math/rand/v2"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// settledCase is one whose agreement took effect two days ago.
func settledCase() Facts {
	f := mediated()
	f.State, f.StateSince, f.Mediation.Running, f.Mediation.Concluded = Settled, day("2026-03-02"), false, day("2026-03-02")
	f.Settling.Agreement = AgreementFacts{Drafted: day("2026-03-02"), InForce: day("2026-03-02"), PerformBy: day("2026-03-31")}
	return f
}

// reviewed is a settled case whose review is at the given stage.
func reviewed(change func(*ReviewFacts)) func(*Facts) {
	return func(f *Facts) {
		f.Settling.Review = ReviewFacts{ApplicantAsked: day("2026-03-03"), RespondentAsked: day("2026-03-03")}
		change(&f.Settling.Review)
	}
}

var (
	joint   = reviewed(func(*ReviewFacts) {})
	running = reviewed(func(r *ReviewFacts) { r.Accepted = day("2026-03-04") })
	made    = reviewed(func(r *ReviewFacts) {
		r.Accepted, r.Decided, r.Outcome = day("2026-03-04"), day("2026-03-04"), ReviewIssued
	})
	talkingNow = func(f *Facts) {
		f.Settling.Talks = TalksFacts{Running: true, Asker: Applicant, Asked: f.StateSince}
	}
	late           = func(f *Facts) { on(f, day("2026-03-18")) } // the fifteenth day is the 17th
	entrustedToday = func(f *Facts) { f.Settling.Entrusted.Consented = f.On }
)

func init() {
	maps.Copy(prepared, map[Event]func(*Facts){
		AnswerTalks: talkingNow, FailTalks: talkingNow,
		ExtendTalks:        func(f *Facts) { talkingNow(f); f.Act.Until, f.Act.BothAgree = f.On.Next(3), true },
		LapseTalks:         func(f *Facts) { talkingNow(f); on(f, f.TalksEnd().Next(1)) },
		SignAgreement:      func(f *Facts) { f.Settling.Agreement = AgreementFacts{Drafted: f.On, Missing: 1}; f.Act.Marks = 1 },
		AllowLateReview:    late,
		AcceptReview:       joint,
		RefuseReview:       joint,
		ExtendReview:       running,
		ReplaceAgreement:   running,
		RejectAgreement:    running,
		WithdrawReview:     made,
		RecordConfirmation: func(f *Facts) { f.Act.Stage, f.Act.BothAgree = CourtApplied, true },
		RecordPaymentOrder: func(f *Facts) { on(f, day("2026-04-20")); f.Act.Stage = CourtApplied },
		EntrustMediation:   func(f *Facts) { f.Act.ChecksGiven, f.Act.BothAgree = true, true },
		EndEntrusted:       entrustedBefore,
	})
	maps.Copy(shutters, map[string]func(*Facts){
		"talks-running":              func(f *Facts) { f.Settling.Talks.Running = true },
		"no-talks":                   func(f *Facts) { f.Settling.Talks.Running = false },
		"talks-answered":             func(f *Facts) { f.Settling.Talks.Answered = f.On },
		"talks-term-needs-both":      func(f *Facts) { f.Act.Until, f.Act.BothAgree = f.On.Next(3), false },
		"talks-answered-by-asker":    func(f *Facts) { f.Act.Twice = true },
		"talks-still-in-time":        func(f *Facts) { on(f, f.TalksEnd()) },
		"oral-not-recorded":          func(f *Facts) { f.Act.Oral = true },
		"no-agreement-drafted":       func(f *Facts) { f.Settling.Agreement.Drafted = calendar.Date{} },
		"already-marked":             func(f *Facts) { f.Act.Twice = true },
		"agreement-not-in-force":     func(f *Facts) { f.Settling.Agreement.InForce = calendar.Date{}; f.Settling.Review = ReviewFacts{} },
		"agreement-not-broken":       func(f *Facts) { f.Settling.Agreement.Kept = f.On },
		"document-in-force":          func(f *Facts) { f.Settling.Review.InForce = f.On },
		"review-asked":               func(f *Facts) { f.Act.Twice = true },
		"review-too-late":            late,
		"review-not-late":            func(f *Facts) { on(f, day("2026-03-17")) },
		"review-not-asked-by-both":   func(f *Facts) { f.Settling.Review.RespondentAsked = calendar.Date{} },
		"judicially-confirmed":       func(f *Facts) { f.Settling.Confirmation.Stage = CourtConfirmed },
		"no-review-running":          func(f *Facts) { f.Settling.Review.Outcome = ReviewRejected },
		"review-extension-limits":    func(f *Facts) { f.Settling.Review.Extended = true },
		"no-review-to-withdraw":      func(f *Facts) { f.Settling.Review.InForce = f.On },
		"confirmation-too-late":      func(f *Facts) { on(f, day("2026-04-02")) },
		"confirmation-needs-both":    func(f *Facts) { f.Act.BothAgree = false },
		"confirmation-out-of-order":  func(f *Facts) { f.Act.Stage = CourtConfirmed },
		"payment-order-out-of-order": func(f *Facts) { f.Act.Stage = CourtIssued },
		"debtor-still-in-time": func(f *Facts) {
			f.Act.Stage, f.Settling.PaymentOrder = CourtEnforceable, CourtFacts{Stage: CourtReceived, Received: f.On.Next(-15)}
		},
		"entrusting-needs-both":  func(f *Facts) { f.Act.BothAgree = false },
		"entrusted-before":       func(f *Facts) { f.Settling.Entrusted.Consented = f.On },
		"no-entrusted-mediation": func(f *Facts) { f.Settling.Entrusted.Ended = f.On },
	})
}

func entrustedBefore(f *Facts) { f.Settling.Entrusted.Consented = f.Accepted }

// imagineSettling plays what the commands of this part would say.
func imagineSettling(f Facts, e Event, r *rand.Rand) Facts {
	switch e {
	case AskTalks, AnswerTalks, ExtendTalks:
		if r.IntN(2) == 0 {
			f.Act.Until, f.Act.BothAgree = f.On.Next(r.IntN(9)), r.IntN(4) > 0
		}
	case OpenMediation, AskMediation:
		f.Act.Oral, f.Act.OralRecorded = r.IntN(3) == 0, r.IntN(3) > 0
	case MakeOffer, WithdrawOffer, DeclineOffer:
		f.Act.Side = []Capacity{Applicant, Respondent}[r.IntN(2)]
	case LapseOffer:
		f.Act.Until = f.Settling.Offers.Theirs
	case SignAgreement:
		f.Act.Marks, f.Act.Twice = 1, r.IntN(6) == 0
	case RecordConfirmation:
		f.Act.Stage = append(confirmationSteps[f.Settling.Confirmation.Stage], CourtConfirmed)[0]
		f.Act.BothAgree = r.IntN(4) > 0
	case RecordPaymentOrder:
		next := append(paymentOrderSteps[f.Settling.PaymentOrder.Stage], CourtIssued)
		f.Act.Stage = next[r.IntN(len(next))]
	case EntrustMediation:
		f.Act.ChecksGiven, f.Act.BothAgree = true, r.IntN(4) > 0
	}
	return f
}

// becomeSettling is what the facts of this part are after a step.
func becomeSettling(f Facts, e Event, r *rand.Rand) Facts {
	s := &f.Settling
	switch e {
	case AskTalks:
		s.Talks = TalksFacts{Running: true, Asker: []Capacity{Applicant, Respondent}[r.IntN(2)], Asked: f.On, Until: f.Act.Until}
	case AnswerTalks:
		if r.IntN(3) == 0 {
			s.Talks.Running, s.Talks.Ended = false, f.On
		} else {
			s.Talks.Answered, s.Talks.Until = f.On, f.Act.Until
		}
	case ExtendTalks:
		s.Talks.Until = f.Act.Until
	case FailTalks, LapseTalks, SettleInConsultation, AskMediation, FileApplication:
		s.Talks.Running, s.Talks.Ended = false, f.On
		if e == AskMediation || e == FileApplication {
			s.Agreement, s.Review, s.Confirmation, s.PaymentOrder = AgreementFacts{}, ReviewFacts{}, CourtFacts{}, CourtFacts{}
		}
	case MakeOffer:
		if last := f.On.Next(r.IntN(9)); r.IntN(2) == 0 {
			s.Offers.Mine = last
		} else {
			s.Offers.Theirs = last
		}
	case WithdrawOffer:
		s.Offers.Mine = calendar.Date{}
	case DeclineOffer, LapseOffer:
		s.Offers.Theirs = calendar.Date{}
	case AcceptOffer:
		s.Offers = OfferFacts{Agreed: f.On}
	case AskDocument:
		s.Offers.Asked = f.On
	case DraftAgreement:
		s.Agreement = AgreementFacts{Drafted: f.On, Missing: 2}
	case SignAgreement:
		if s.Agreement.Missing--; s.Agreement.Missing == 0 {
			s.Agreement.InForce, s.Agreement.PerformBy = f.On, f.On.Next(3)
		}
	case AskReview:
		if s.Review.Outcome == ReviewWithdrawn {
			s.Review = ReviewFacts{}
		}
		if s.Review.ApplicantAsked.IsZero() {
			s.Review.ApplicantAsked = f.On
		} else {
			s.Review.RespondentAsked = f.On
		}
	case AllowLateReview:
		s.Review.LateAllowed = true
	case AcceptReview:
		s.Review.Accepted = f.On
	case RefuseReview:
		s.Review.Decided, s.Review.Outcome = f.On, ReviewRefused
	case ExtendReview:
		s.Review.Extended = true
	case ReplaceAgreement:
		s.Review.Decided, s.Review.Outcome = f.On, ReviewIssued
	case RejectAgreement:
		s.Review.Decided, s.Review.Outcome = f.On, ReviewRejected
	case WithdrawReview:
		s.Review.Decided, s.Review.Outcome = f.On, ReviewWithdrawn
	case RecordConfirmation:
		s.Confirmation.Reach(f.Act.Stage, f.On)
	case RecordPaymentOrder:
		s.PaymentOrder.Reach(f.Act.Stage, f.On)
	case EntrustMediation:
		s.Entrusted = EntrustFacts{Consented: f.On}
	case EndEntrusted:
		s.Entrusted.Ended = f.On
	}
	return f
}

// The dates of talks, review, confirmation, payment order and entrusted mediation, counted by hand.
func TestClocksOfSettling(t *testing.T) {
	t.Parallel()
	effect := func(d string) func(*Facts) { return func(f *Facts) { f.Settling.Agreement.InForce = day(d) } }
	accepted := func(d string, more bool) func(*Facts) {
		return func(f *Facts) { f.Settling.Review = ReviewFacts{Accepted: day(d), Extended: more} }
	}
	for name, tt := range map[string]struct {
		from      func() Facts
		change    func(*Facts)
		period    Period
		due, safe string
	}{
		"an answer to talks: five natural days": {consulting, func(f *Facts) { f.Settling.Talks = TalksFacts{Running: true, Asked: day("2026-03-02")} }, TalksPeriod, "2026-03-09", "2026-03-09"}, // the 7th is a Saturday
		"talks as long as agreed": {consulting, func(f *Facts) {
			f.Settling.Talks = TalksFacts{Running: true, Asked: day("2026-03-02"), Until: day("2026-03-14")}
		}, TalksPeriod, "2026-03-14", "2026-03-14"},
		"V17 review over May Day":                     {settledCase, effect("2026-04-20"), ReviewApplication, "2026-05-06", "2026-05-06"},
		"V18 five working days, a worked Saturday":    {settledCase, accepted("2026-04-28", false), ReviewPeriod, "2026-05-08", "2026-05-06"},
		"V18 and five more":                           {settledCase, accepted("2026-04-28", true), ReviewPeriod, "2026-05-14", "2026-05-11"},
		"V19 confirmation over National Day":          {settledCase, effect("2026-09-03"), ConfirmationPeriod, "2026-10-08", "2026-10-08"},
		"the court answers in five days":              {settledCase, func(f *Facts) { f.Settling.PaymentOrder.Reach(CourtApplied, day("2026-04-01")) }, CourtReply, "2026-04-07", "2026-04-07"}, // the 6th is a holiday
		"the debtor has fifteen":                      {settledCase, func(f *Facts) { f.Settling.PaymentOrder.Reach(CourtReceived, day("2026-04-10")) }, DebtorPeriod, "2026-04-27", "2026-04-27"},
		"entrusted: ten working days, no safe margin": {acceptedCase, func(f *Facts) { f.Settling.Entrusted.Consented = day("2026-09-18") }, EntrustedPeriod, "2026-10-09", "2026-09-28"},
	} {
		f := tt.from()
		tt.change(&f)
		c := find(t, f, tt.period, "")
		if c.Due != day(tt.due) || c.Safe != day(tt.safe) || len(c.Working) == 0 {
			t.Errorf("%s: due %s, safe %s, want %s, %s", name, c.Due, c.Safe, tt.due, tt.safe)
		}
	}
}

// A review, a confirmation and an application end each other's clocks.
func TestWaysAfterAnAgreementEndEachOther(t *testing.T) {
	t.Parallel()
	f := settledCase()
	joint(&f)
	if c := find(t, f, ReviewApplication, ""); c.Done != day("2026-03-03") {
		t.Errorf("both asked: done %s", c.Done)
	}
	f.Settling.Review.Outcome = ReviewWithdrawn
	if c := find(t, f, ReviewApplication, ""); !c.Done.IsZero() {
		t.Errorf("withdrawn: the time to ask runs on, done %s", c.Done)
	}
	f.Settling.Confirmation = CourtFacts{Stage: CourtConfirmed, Applied: day("2026-03-04"), Over: day("2026-03-10")}
	if c := find(t, f, ReviewApplication, ""); c.Done != day("2026-03-10") {
		t.Errorf("confirmed: done %s", c.Done)
	}
	if !f.replaced() {
		t.Error("a confirmed agreement can be arbitrated")
	}
}

// An entrusted mediation never stops the award period; when it runs out the tribunal must hear.
func TestEntrustedMediationIsNotExcluded(t *testing.T) {
	t.Parallel()
	f := acceptedCase()
	before := find(t, f, AwardPeriod, "").Due
	entrustedToday(&f)
	if after := find(t, f, AwardPeriod, "").Due; after != before {
		t.Errorf("the award is due %s, was %s", after, before)
	}
	f.Defence = day("2026-03-10")
	f.Today = f.end(EntrustedPeriod, f.On)
	if n := NextOf(f, Clocks(f)); n.What.ZH != "确定开庭日期" {
		t.Errorf("on the last day: %s", n.What.ZH)
	}
	f.Today = f.Today.Next(1)
	if n := NextOf(f, Clocks(f)); n.Who != Tribunal || n.What.ZH != "委托调解期满，应当开庭" {
		t.Errorf("after the last day: %s %s", n.Who, n.What.ZH)
	}
}

// The edges of what settles a dispute: who, when and in which order.
func TestSettlingAtItsEdges(t *testing.T) {
	t.Parallel()
	unmarked := func() Facts {
		f := mediated()
		f.Settling.Agreement = AgreementFacts{Drafted: f.On, Missing: 2}
		f.Act.Marks = 1
		return f
	}
	for _, tt := range []struct {
		from   func() Facts
		event  Event
		change func(*Facts)
		want   string
		to     State
	}{
		{unmarked, SignAgreement, func(f *Facts) {}, "", Mediating},
		{unmarked, SignAgreement, func(f *Facts) { f.Settling.Agreement.Missing = 1 }, "", Settled},
		{unmarked, SignAgreement, func(f *Facts) { on(f, day("2026-03-17")) }, "", Mediating},
		{unmarked, SignAgreement, func(f *Facts) { on(f, day("2026-03-18")) }, "mediation-time-is-up", ""},
		{unmarked, RefuseMediation, func(f *Facts) { f.Mediation.RespondentConsents = false }, "", Unsettled},

		{settledCase, AskReview, func(f *Facts) { on(f, day("2026-03-17")) }, "", Settled},
		{settledCase, AskReview, late, "review-too-late", ""},
		{settledCase, AskReview, func(f *Facts) { late(f); f.Settling.Review.LateAllowed = true }, "", Settled},
		{settledCase, AskReview, func(f *Facts) { f.Settling.Confirmation.Stage = CourtApplied }, "", Settled},
		{settledCase, AskReview, func(f *Facts) { f.Settling.Confirmation.Stage = CourtConfirmed }, "judicially-confirmed", ""},
		{settledCase, AskReview, joint, "review-asked", ""},
		{settledCase, AskReview, func(f *Facts) { joint(f); f.Settling.Review.Outcome = ReviewWithdrawn }, "", Settled},
		{settledCase, AskReview, func(f *Facts) { joint(f); f.Settling.Review.Outcome = ReviewRejected }, "review-asked", ""},
		{settledCase, ExtendReview.Proposal(), running, "", Settled},
		{settledCase, ExtendReview.Proposal(), func(f *Facts) { running(f); on(f, day("2026-03-12")) }, "review-extension-limits", ""}, // the fifth working day is the 11th
		{settledCase, WithdrawReview, made, "", Settled},
		{settledCase, WithdrawReview, func(f *Facts) { made(f); f.Settling.Review.InForce = f.On }, "no-review-to-withdraw", ""},
		{settledCase, FileApplication, func(f *Facts) { made(f) }, "", Filed}, // not yet signed by both: no document in force
		{settledCase, FileApplication, func(f *Facts) { made(f); f.Settling.Review.InForce = f.On }, "document-in-force", ""},

		{settledCase, RecordPaymentOrder, func(f *Facts) { on(f, day("2026-03-31")) }, "agreement-not-broken", ""},
		{settledCase, RecordPaymentOrder, func(f *Facts) { on(f, day("2026-04-01")) }, "", Settled},
		{settledCase, RecordPaymentOrder, func(f *Facts) { f.Settling.Agreement.Broken = f.On }, "", Settled},
		{settledCase, RecordPaymentOrder, func(f *Facts) {
			on(f, day("2026-04-20"))
			f.Act.Stage, f.Settling.PaymentOrder = CourtEnforceable, CourtFacts{Stage: CourtReceived, Received: day("2026-04-03")}
		}, "debtor-still-in-time", ""}, // the eighteenth is a Saturday, so the twentieth is the last day
		{settledCase, RecordPaymentOrder, func(f *Facts) {
			on(f, day("2026-04-21"))
			f.Act.Stage, f.Settling.PaymentOrder = CourtEnforceable, CourtFacts{Stage: CourtReceived, Received: day("2026-04-03")}
		}, "", Settled},

		{consulting, AskTalks, func(f *Facts) {}, "", Consulting},
		{consulting, AskTalks, func(f *Facts) { f.Respondents = 0 }, "respondent-missing", ""},
		{consulting, LapseTalks, func(f *Facts) { talkingNow(f); on(f, day("2026-03-09")) }, "talks-still-in-time", ""},
		{consulting, LapseTalks, func(f *Facts) { talkingNow(f); on(f, day("2026-03-10")) }, "", Consulting},
		{consulting, LapseTalks, func(f *Facts) { talkingNow(f); f.Settling.Talks.Answered = f.On; on(f, day("2026-05-10")) }, "talks-still-in-time", ""},
	} {
		f := tt.from()
		tt.change(&f)
		s, err := Decide(f, tt.event)
		got := ""
		if k := fault.As(err); k != nil {
			got = k.Code
		}
		if got != tt.want || s.To != tt.to {
			t.Errorf("Decide(%s in %s) = %q to %q, want %q to %q", tt.event, f.State, got, s.To, tt.want, tt.to)
		}
	}
}
