package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// Where a condition has an edge, both sides of it are tried; rows_test.go has every condition of every row.
func TestGuardsAtTheirEdges(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		from   func() Facts
		event  Event
		change func(*Facts)
		want   string // code of the refusal; empty when the step is allowed
	}{
		{consulting, FileApplication, func(f *Facts) {}, ""},
		{consulting, FileApplication, func(f *Facts) { f.Claims = 0 }, "parties-or-claims-missing"},
		{consulting, FileApplication, func(f *Facts) { f.Respondents = 0 }, "parties-or-claims-missing"},
		{consulting, AskMediation, func(f *Facts) {}, ""},
		{consulting, AskMediation, func(f *Facts) { f.Respondents = 0 }, "respondent-missing"},
		{consulting, FileEvidence, func(f *Facts) {}, ""},
		{consulting, MakeAward, func(f *Facts) {}, "not-open-in-this-state"},

		{mediated, HoldSession, func(f *Facts) {}, ""},
		{mediated, HoldSession, func(f *Facts) { f.Mediation.RespondentConsents = false }, "mediation-needs-both"},
		{mediated, HoldSession, func(f *Facts) { f.Mediation.HasMediator = false }, "mediator-missing"},
		{mediated, HoldSession, func(f *Facts) { f.Mediation.Running = false }, "no-mediation-running"},
		{mediated, HoldSession, func(f *Facts) { f.Today, f.On = day("2026-03-17"), day("2026-03-17") }, ""}, // the fifteenth day
		{mediated, HoldSession, func(f *Facts) { f.Today, f.On = day("2026-03-18"), day("2026-03-18") }, "mediation-time-is-up"},
		{mediated, HoldSession, func(f *Facts) {
			f.Today, f.On, f.Mediation.ExtendedTo = day("2026-03-18"), day("2026-03-18"), day("2026-03-25")
		}, ""},
		{mediated, ConsentToMediation, func(f *Facts) {}, "already-consented"},
		{mediated, ConsentToMediation, func(f *Facts) { f.Mediation.RespondentConsents = false }, ""},
		{mediated, RefuseMediation, func(f *Facts) {}, "mediation-has-begun"},
		{mediated, RefuseMediation, func(f *Facts) { f.Mediation.RespondentConsents = false }, ""},
		{mediated, ExtendMediation, func(f *Facts) { f.Act.Until, f.Act.BothAgree = day("2026-03-25"), true }, ""},
		{mediated, ExtendMediation, func(f *Facts) { f.Act.Until = day("2026-03-25") }, "extension-needs-both"},
		{mediated, ExtendMediation, func(f *Facts) { f.Act.Until, f.Act.BothAgree = day("2026-03-17"), true }, "extension-needs-both"},
		{mediated, ExpireMediation, func(f *Facts) {}, "mediation-still-in-time"},
		{mediated, ExpireMediation, func(f *Facts) { f.Today, f.On = day("2026-03-18"), day("2026-03-18") }, ""},
		{mediated, AddAgent, func(f *Facts) { f.Act.Agents, f.Act.Intake.ChargeFree, f.Act.Intake.Proven = 2, true, true }, ""},
		{mediated, AddAgent, func(f *Facts) { f.Act.Agents = 3 }, "agents-at-most-two"},
		{mediated, AddAgent, func(f *Facts) { f.Act.Agents, f.Act.Intake.Proven = 1, true }, "agent-may-not-charge"},
		{mediated, AddAgent, func(f *Facts) { f.Act.Agents, f.Act.Intake.ChargeFree = 1, true }, "power-of-attorney-missing"},

		{scheduled, JoinHearing, func(f *Facts) { f.Act.Joint = JointParticulars{Given: true, Ground: JointLike, Agreed: true} }, ""},
		{scheduled, JoinHearing, func(f *Facts) { f.Act.Joint = JointParticulars{Given: true, Ground: JointCommon} }, ""}, // nobody is asked
		{scheduled, JoinHearing, func(f *Facts) { f.Joint.Others, f.Act.Joint.Elsewhere = 1, false }, ""},                 // a group takes one more
		{acceptedCase, NotifyAtOnce, func(f *Facts) {
			f.Workers, f.Tribunal.Size, f.Tribunal.Filled, f.Act.Notify = collective, 3, 3, NotifyParticulars{Given: true, Guided: true}
			f.CopyServed, f.Act.HearingOn = []Served{{Party: "被1"}}, f.Law.Days.Due(f.Law.Days.Due(f.Accepted, calendar.WorkingDays(5)).Statutory, calendar.WorkingDays(10)).Statutory
		}, "hearing-before-defence"}, // the last day to answer, if the copy is served on the last day for it
		{acceptedCase, NotifyAtOnce, func(f *Facts) {
			f.Workers, f.Tribunal.Size, f.Tribunal.Filled, f.Act.Notify = collective, 3, 3, NotifyParticulars{Given: true, Guided: true}
			f.CopyServed, f.Act.HearingOn = []Served{{Party: "被1"}}, f.Law.Days.Due(f.Law.Days.Due(f.Accepted, calendar.WorkingDays(5)).Statutory, calendar.WorkingDays(11)).Statutory
		}, ""},
		{scheduled, LeaveJoint, func(f *Facts) { f.Joint.Others = 1 }, ""},

		{filed, Accept, func(f *Facts) {}, ""},
		{filed, Accept, func(f *Facts) { f.Act.Checks = 3 }, "acceptance-tests"},
		{filed, Accept, func(f *Facts) { f.Application.Correcting = true }, "correction-pending"},
		{filed, Accept, func(f *Facts) { f.Mediation = MediationFacts{Held: true, Running: true} }, "held-for-mediation"},
		{filed, AskCorrection, func(f *Facts) { f.Application.Corrections, f.Act.Reason = 1, "" }, "correction-only-once"},
		{filed, AskCorrection, func(f *Facts) { f.Application.Corrections = 1 }, ""},
		{filed, CompleteCorrection, func(f *Facts) {}, "no-correction-asked"},
		{filed, CompleteCorrection, func(f *Facts) { f.Application.Correcting = true }, ""},
		{filed, HoldForMediation, func(f *Facts) {}, ""},
		{filed, HoldForMediation, func(f *Facts) { f.Act.BothAgree = false }, "hold-needs-consent"},
		{filed, FailMediation, func(f *Facts) { f.Mediation = mediated().Mediation }, "no-mediation-running"}, // not this application's
		{filed, FailMediation, func(f *Facts) {}, "no-mediation-running"},
		{filed, RefuseAcceptance, func(f *Facts) {}, "not-proposed"},
		{filed, RefuseAcceptance, func(f *Facts) { f.Proposed = RefuseAcceptance }, ""},
		{filed, RefuseAcceptance, func(f *Facts) { f.Proposed, f.ProposedBy = RefuseAcceptance, true }, "own-proposal"},
		{filed, RefuseAcceptance, func(f *Facts) { f.Proposed, f.Act.Reason = RefuseAcceptance, "" }, "reason-missing"},
		{filed, RefuseAcceptance.Proposal(), func(f *Facts) { f.Proposed = CorrectEntry }, "proposal-pending"},
		{filed, DeclineProposal, func(f *Facts) {}, "nothing-proposed"},
		{filed, DeclineProposal, func(f *Facts) { f.Proposed = RefuseAcceptance }, ""},

		{acceptedCase, FormTribunal, func(f *Facts) { f.Act.Seats = 1 }, ""},
		{acceptedCase, FormTribunal, func(f *Facts) { f.Act.Seats = 2 }, "tribunal-size"},
		{acceptedCase, FormTribunal, func(f *Facts) { f.Act.Seats, f.Workers = 1, 10 }, "tribunal-size"},
		{acceptedCase, FormTribunal, func(f *Facts) { f.Act.Seats, f.Workers = 3, 10 }, ""},
		{acceptedCase, FormTribunal, func(f *Facts) { f.Act.Seats, f.Act.Conflict = 1, true }, "seat-conflict"},
		{acceptedCase, ReplaceSeat, func(f *Facts) {}, ""},
		{acceptedCase, ReplaceSeat, func(f *Facts) { f.Tribunal.Recorder = false }, "tribunal-incomplete"},
		{acceptedCase, ReplaceSeat, func(f *Facts) { f.Act.Conflict = true }, "seat-conflict"},
		{scheduled, ReplaceSeat, func(f *Facts) { f.Act.Replace.Given = true }, ""},
		{deliberating, ReplaceSeat, func(f *Facts) { f.Act.Replace.Given = true }, "heard-in-person"},
		{deliberating, ReplaceSeat, func(f *Facts) { f.Act.Replace = ReplaceParticulars{Given: true, Recorder: true} }, ""},
		{deliberating, ReopenHearing, func(f *Facts) { f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(20)).Statutory }, ""},
		{deliberating, ReopenHearing, func(f *Facts) { f.Proposed = MakeAward }, "award-waits"},
		{deliberating, ReopenHearing, func(f *Facts) { f.Act.HearingOn = f.On.Next(1) }, "hearing-too-soon"},
		{inHearing, ReopenHearing, func(f *Facts) {}, "not-open-in-this-state"},
		{inHearing, ReplaceSeat, func(f *Facts) { f.Act.Replace = ReplaceParticulars{Given: true, Recorder: true} }, "not-open-in-this-state"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Act.HearingOn = day("2026-03-30") }, ""},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Tribunal.Recorder = false }, "tribunal-incomplete"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Clock.Suspended = true }, "case-suspended"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.CopyServed[0].On = calendar.Date{} }, "copy-not-served"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Act.HearingOn = day("2026-03-29") }, "hearing-on-rest-day"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Defence, f.Act.HearingOn = day("2026-03-04"), day("2026-03-10") }, "hearing-too-soon"},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Defence, f.Act.HearingOn = day("2026-03-04"), day("2026-03-11") }, ""},
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Act.HearingOn = day("2026-03-18") }, "defence-period-runs"}, // its last day
		{acceptedCase, ScheduleHearing, func(f *Facts) { f.Act.HearingOn = day("2026-03-19") }, ""},
		{acceptedCase, ScheduleHearing, func(f *Facts) { // one of two respondents has answered: the other still has time
			f.CopyServed = append(f.CopyServed, Served{Party: "被2", On: day("2026-03-04")})
			f.Respondents, f.Defence, f.Act.HearingOn = 2, day("2026-03-04"), day("2026-03-12")
		}, "defence-period-runs"},
		{acceptedCase, NameRepresentatives, func(f *Facts) { f.Workers, f.Act.Representatives = 10, 3 }, ""},
		{acceptedCase, NameRepresentatives, func(f *Facts) { f.Workers, f.Act.Representatives = 10, 6 }, "representatives-number"},
		{acceptedCase, NameRepresentatives, func(f *Facts) { f.Workers, f.Act.Representatives = 9, 3 }, "representatives-number"},
		{acceptedCase, FileEvidence, func(f *Facts) { f.Act.Late = true }, "evidence-late"},
		{acceptedCase, FileEvidence, func(f *Facts) { f.Act.Late, f.Act.Reason = true, "刚取得" }, ""},
		{acceptedCase, ServeDocument, func(f *Facts) {}, ""},
		{acceptedCase, Resume, func(f *Facts) {}, "case-not-suspended"},
		{acceptedCase, EndStop, func(f *Facts) {}, "no-stop-running"},
		{acceptedCase, ExtendAwardPeriod, func(f *Facts) { f.Proposed, f.Act.Days = ExtendAwardPeriod, 15 }, ""},
		{acceptedCase, ExtendAwardPeriod, func(f *Facts) { f.Proposed, f.Act.Days = ExtendAwardPeriod, 16 }, "extension-limits"},
		{acceptedCase, ExtendAwardPeriod, func(f *Facts) { f.Proposed, f.Clock.Extension = ExtendAwardPeriod, 5 }, "extension-limits"},
		{acceptedCase, ExtendAwardPeriod, func(f *Facts) { f.Proposed, f.Today, f.On = ExtendAwardPeriod, day("2026-04-17"), day("2026-04-17") }, ""}, // the last day
		{acceptedCase, ExtendAwardPeriod, func(f *Facts) { f.Proposed, f.Today, f.On = ExtendAwardPeriod, day("2026-04-20"), day("2026-04-20") }, "extension-too-late"},

		{scheduled, OpenHearing, func(f *Facts) {}, ""},
		{scheduled, OpenHearing, func(f *Facts) { f.Hearing.Notices[1].On = day("2026-03-24") }, "hearing-notice-too-late"},
		{scheduled, OpenHearing, func(f *Facts) { f.Hearing.Notices[1].On, f.Hearing.ShortNoticeAgree = day("2026-03-24"), 2 }, ""},
		{scheduled, OpenHearing, func(f *Facts) { f.Hearing.Notices[0].On = calendar.Date{} }, "hearing-notice-too-late"},
		{scheduled, OpenHearing, func(f *Facts) { f.Today, f.On = day("2026-03-27"), day("2026-03-27") }, "not-the-hearing-day"},
		{scheduled, OpenHearing, func(f *Facts) { f.Act.ApplicantCame = false }, "nobody-came"},
		{scheduled, OpenHearing, func(f *Facts) { f.Act.RespondentCame = false }, ""}, // heard by default
		{scheduled, DeemWithdrawn, func(f *Facts) { f.Proposed = DeemWithdrawn }, ""},
		{scheduled, DeemWithdrawn, func(f *Facts) { f.Proposed = DeemWithdrawn; on(f, day("2026-03-27")) }, "applicant-not-absent"}, // before the day
		{scheduled, DeemWithdrawn, func(f *Facts) { f.Proposed, f.Hearing.Notices[0].On = DeemWithdrawn, calendar.Date{} }, "applicant-not-absent"},
		{scheduled, DeemWithdrawn, func(f *Facts) { f.Proposed, f.Hearing.ApplicantCame = DeemWithdrawn, true }, "applicant-not-absent"},

		{deliberating, MakeAward, func(f *Facts) { f.Proposed = MakeAward }, ""},
		{deliberating, MakeAward, func(f *Facts) { f.Proposed, f.Tribunal.Size, f.Tribunal.Filled, f.Tribunal.Voted = MakeAward, 3, 3, 3 }, "award-not-signed"},
		{deliberating, MakeAward, func(f *Facts) {
			f.Proposed, f.Tribunal = MakeAward, TribunalFacts{Size: 3, Filled: 3, Recorder: true, Signed: 2, Voted: 3}
		}, ""},
		{deliberating, SignAward, func(f *Facts) {}, "no-award-to-sign"},
		{deliberating, SignAward, func(f *Facts) { f.Proposed = MakeAward }, ""},
		{deliberating, MakeAward, func(f *Facts) { f.Proposed, f.MediationAttempted = MakeAward, false }, "mediation-not-attempted"},
		{deliberating, MakeAward, func(f *Facts) { f.Proposed, f.MediationAgreed = MakeAward, true }, "parties-agreed"},
		{deliberating, MakeAward, func(f *Facts) { f.Proposed, f.Act.Undecided = MakeAward, 1 }, "claims-undecided"},
		{deliberating, CloseByMediation, func(f *Facts) { f.Proposed, f.MediationAgreed, f.Act.BothAgree = CloseByMediation, true, true }, ""},
		{deliberating, CloseByMediation, func(f *Facts) { f.Proposed = CloseByMediation }, "no-agreement"},
		{deliberating, CloseByMediation, func(f *Facts) { f.Proposed, f.MediationAgreed = CloseByMediation, true }, "not-signed-by-both"},
		{deliberating, AllowWithdrawal, func(f *Facts) { f.Proposed = AllowWithdrawal }, "withdrawal-not-asked"},
		{deliberating, AllowWithdrawal, func(f *Facts) { f.Proposed, f.WithdrawalAsked = AllowWithdrawal, true }, ""},

		{closed, RecordSuit, func(f *Facts) {}, ""},
		{closed, RecordSuit, func(f *Facts) { f.Mode = WithdrawnVoluntary }, "no-award"},
		{closed, Archive, func(f *Facts) {}, ""},
		{closed, Archive, func(f *Facts) { f.Archived = true }, "already-archived"},
		{closed, MakeAward, func(f *Facts) { f.Proposed = MakeAward }, "not-open-in-this-state"},
	} {
		f := tt.from()
		tt.change(&f)
		_, err := Decide(f, tt.event)
		got := ""
		if k := fault.As(err); k != nil {
			got = k.Code
		}
		if got != tt.want {
			t.Errorf("Decide(%s in %s) = %q, want %q", tt.event, f.State, got, tt.want)
		}
	}
}

func TestTheDayMustHold(t *testing.T) {
	t.Parallel()
	for on, ok := range map[string]bool{"2026-03-01": false, "2026-03-02": true, "2026-03-04": true, "2026-03-05": false} {
		f := filed()
		f.On = day(on)
		_, err := Decide(f, Accept)
		if k := fault.As(err); (err == nil) != ok || (k != nil && (k.Kind != fault.Invalid || k.Fields[0].Place != "on")) {
			t.Errorf("accept on %s: %v, want allowed = %v", on, err, ok)
		}
	}
}
