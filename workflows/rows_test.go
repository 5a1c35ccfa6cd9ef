package workflows

import (
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
)

// shutters change one fact so that one condition, by its code, no longer holds.
var shutters = map[string]func(*Facts){
	"parties-or-claims-missing": func(f *Facts) { f.Claims = 0 },
	"respondent-missing":        func(f *Facts) { f.Respondents = 0 },
	"mode-unknown":              func(f *Facts) { f.Act.Mode = "" },
	"agents-at-most-two":        func(f *Facts) { f.Act.Agents = 3 },
	"representatives-number":    func(f *Facts) { f.Act.Representatives = 6 },

	"mediation-needs-both":    func(f *Facts) { f.Mediation.RespondentConsents = false },
	"already-consented":       func(f *Facts) { f.Mediation.RespondentConsents = true },
	"mediation-has-begun":     func(f *Facts) { f.Mediation.RespondentConsents = true },
	"mediator-missing":        func(f *Facts) { f.Mediation.HasMediator = false },
	"mediation-time-is-up":    func(f *Facts) { on(f, f.mediationEnds().Next(1)) },
	"mediation-still-in-time": func(f *Facts) { on(f, f.mediationEnds()) },
	"extension-needs-both":    func(f *Facts) { f.Act.BothAgree = false },
	"no-mediation-running":    func(f *Facts) { f.Mediation.Running = false },

	"no-offer-to-answer":   func(f *Facts) { f.Settling.Offers.Theirs = calendar.Date{} },
	"offer-run-out":        func(f *Facts) { f.Settling.Offers.Theirs = f.Today.Next(-1) },
	"no-offer-to-withdraw": func(f *Facts) { f.Settling.Offers.Mine = calendar.Date{} },
	"offer-still-open":     func(f *Facts) { f.Act.Until = f.On },
	"no-offer-agreed":      func(f *Facts) { f.Settling.Offers.Agreed = calendar.Date{} },
	"document-asked":       func(f *Facts) { f.Settling.Offers.Asked = f.On },

	"correction-pending":   func(f *Facts) { f.Application.Correcting = true },
	"no-correction-asked":  func(f *Facts) { f.Application.Correcting = false },
	"correction-only-once": func(f *Facts) { f.Application.Corrections, f.Act.Reason = 1, "" },
	"held-for-mediation":   func(f *Facts) { f.Mediation.Held, f.Mediation.Running = true, true },
	"acceptance-tests":     func(f *Facts) { f.Act.Checks = 3 },
	"heard-in-person":      func(f *Facts) { f.Act.Replace = ReplaceParticulars{Given: true} },
	"reason-missing":       func(f *Facts) { f.Act.Reason = "" },
	"hold-needs-consent":   func(f *Facts) { f.Act.BothAgree = false },

	"dispatch-needs-both":    func(f *Facts) { f.Intake.Employment, f.Intake.Agency = DispatchWork, true },
	"defects-left-out":       func(f *Facts) { f.Act.Intake.Unlisted = 1 },
	"not-all-mended":         func(f *Facts) { f.Act.Intake.Unmended = 1 },
	"acceptance-period-runs": func(f *Facts) { on(f, f.acceptanceEnds()) },
	"award-period-runs":      func(f *Facts) { on(f, f.AwardReckoning().Statutory) },
	"already-certified": func(f *Facts) {
		f.Act.ByClock, f.Lapses = true, LapseFacts{NoDecision: f.On, NoAward: f.On}
	},
	"transferred-in":        func(f *Facts) { f.Intake.Arrived = true },
	"not-asked-to-correct":  func(f *Facts) { f.Act.Intake.Ground = NotCorrected },
	"no-earlier-case":       func(f *Facts) { f.Act.Intake.Ground = SameMatter },
	"not-deemed-withdrawn":  func(f *Facts) { f.Act.Intake.Ground = DeemedBefore },
	"no-transfer-waiting":   func(f *Facts) { f.Intake.Taken = f.On },
	"designation-awaited":   func(f *Facts) { f.Intake.Disputed = f.On },
	"already-reported":      func(f *Facts) { f.Intake.Disputed = f.On },
	"no-report":             func(f *Facts) { f.Intake.Designated = f.On },
	"transferred-not-again": func(f *Facts) { f.Intake.Arrived = true },
	"objection-waiting":     func(f *Facts) { f.Intake.Objected = f.On },
	"no-objection":          func(f *Facts) { f.Intake.Objected = calendar.Date{} },
	"objection-too-late": func(f *Facts) {
		f.Hearing, f.Clock = HearingFacts{}, ClockFacts{}
		on(f, f.objectionEnds().Next(1))
	},
	"agent-may-not-charge":      func(f *Facts) { f.Act.Intake.ChargeFree = false },
	"power-of-attorney-missing": func(f *Facts) { f.Act.Intake.Proven = false },

	"already-simplified":  func(f *Facts) { f.Handling.Simple = f.Accepted },
	"simple-barred":       func(f *Facts) { f.Act.Handling.Barred = true },
	"simple-is-sole":      func(f *Facts) { f.Tribunal.Size = 3 },
	"simple-too-late":     func(f *Facts) { f.Clock.Extension = 1 },
	"simple-ground":       func(f *Facts) { f.Act.Handling.Ground, f.Act.Handling.OverLimit = SimpleAmount, true },
	"not-simplified":      func(f *Facts) { f.Handling.Simple = calendar.Date{} },
	"conversion-too-late": func(f *Facts) { on(f, f.SimpleReckoning().Statutory.Next(1)) },
	"simple-no-extension": func(f *Facts) { f.Handling.Simple = f.Accepted },
	"simple-no-notice":    func(f *Facts) { f.Handling.Simple, f.Act.Handling.Stop = f.On, StopNotice },
	"tribunal-must-be-three": func(f *Facts) {
		f.Tribunal.Size, f.Workers = 1, collective
	},

	"no-award-revoked":          func(f *Facts) { f.After.Awards = nil },
	"already-reheard":           func(f *Facts) { f.After.Reheard = true },
	"closed-hearing-not-agreed": func(f *Facts) { f.Act.ClosedFor, f.Act.BothAgree = ClosedAgreed, false },
	"side-was-not-there":        func(f *Facts) { f.Act.Leaver, f.Hearing.RespondentCame = Respondent, false },
	"respondent-not-absent":     func(f *Facts) { f.Hearing.RespondentCame = true },
	"default-decided":           func(f *Facts) { f.Hearing.Default = f.On },
	"default-not-decided":       func(f *Facts) { f.Hearing.Opened, f.Hearing.RespondentCame = f.Hearing.On, false },
	"no-withdrawal-to-answer":   func(f *Facts) { f.Withdrawal.Silent = 0 },
	"respondent-not-asked":      func(f *Facts) { f.Withdrawal.Silent = 1 },
	"respondent-objects":        func(f *Facts) { f.Withdrawal.Objected = true },

	"no-minutes":               func(f *Facts) { f.Minutes.On = calendar.Date{} },
	"minutes-incomplete":       func(f *Facts) { f.Minutes.Missing = 1 },
	"minutes-marked":           func(f *Facts) { f.Act.MinutesMarked = true },
	"minutes-correction-waits": func(f *Facts) { f.Minutes.Asked = f.On },
	"no-minutes-correction":    func(f *Facts) { f.Minutes.Asked = calendar.Date{} },

	"counter-undecided": func(f *Facts) { f.Counter.Asked = f.On },
	"award-waits":       func(f *Facts) { f.Proposed = MakeAward },
	"counter-waiting":   func(f *Facts) { f.Counter.Asked = f.On },
	"no-counter":        func(f *Facts) { f.Counter.Asked = calendar.Date{} },
	"no-counter-joined": func(f *Facts) { f.Counter.Joined = calendar.Date{} },
	"counter-too-late":  func(f *Facts) { on(f, f.answerEnds().Next(1)) },
	"already-a-party":   func(f *Facts) { f.Act.AlreadyIn = true },

	"restoration-waits":    func(f *Facts) { f.Restoration.Asked = f.On },
	"no-restoration-asked": func(f *Facts) { f.Restoration.Asked = calendar.Date{} },
	"period-not-missed":    func(f *Facts) { f.Act.Restoration.Missed = f.On },
	"restoration-too-late": func(f *Facts) { f.Act.Restoration.Ended = f.On.Next(-20) },
	"restored-day-past":    func(f *Facts) { f.Act.Restoration.Until = f.On.Next(-1) },
	"taking-waits":         func(f *Facts) { f.Inquiry.Asked = f.On },
	"no-taking-asked":      func(f *Facts) { f.Inquiry.Asked = calendar.Date{} },
	"witness-too-late": func(f *Facts) {
		f.Act.Inquiry = InquiryParticulars{Taking: TakeWitness, Deadline: f.On.Next(-1)}
	},
	"inquiry-needs-two":  func(f *Facts) { f.Act.Inquiry.Inquirers = 1 },
	"appraisal-runs":     func(f *Facts) { f.Inquiry.Appraisal = f.On },
	"no-appraisal":       func(f *Facts) { f.Inquiry.Appraisal = calendar.Date{} },
	"nothing-to-comment": func(f *Facts) { f.Inquiry.Records = 0 },
	"nothing-to-examine": func(f *Facts) { f.Evidence.Filed = 0 },

	"votes-missing":          func(f *Facts) { f.Tribunal.Size, f.Tribunal.Filled = 3, 3 },
	"majority-otherwise":     func(f *Facts) { f.Tribunal.Otherwise = 1 },
	"postponement-waits":     func(f *Facts) { f.Hearing.Asked = f.On },
	"no-postponement-asked":  func(f *Facts) { f.Hearing.Asked = calendar.Date{} },
	"hearing-day-over":       func(f *Facts) { on(f, f.Hearing.On.Next(1)) },
	"postponement-late":      func(f *Facts) { f.Act.AskedLate = true },
	"no-representatives":     func(f *Facts) { f.Group.Representatives = 0 },
	"group-settle-consent":   func(f *Facts) { f.Group.SettleSilent = 1 },
	"group-withdraw-consent": func(f *Facts) { f.Group.WithdrawSilent = 1 },
	"not-collective":         func(f *Facts) { f.Workers = 1 },
	"collective-one-notice": func(f *Facts) {
		f.Workers, f.Tribunal.Size, f.Tribunal.Filled, f.Hearing.On = collective, 3, 3, calendar.Date{}
	},
	"collective-not-guided": func(f *Facts) { f.Act.Notify = NotifyParticulars{Given: true} },
	"hearing-before-defence": func(f *Facts) {
		f.Defence, f.CopyServed, f.Act.HearingOn = calendar.Date{}, []Served{{Party: "被1"}}, f.defenceAtLatest()
	},
	"collective-defence-runs": func(f *Facts) { f.Workers, f.CopyServed = collective, []Served{{Party: "被1"}} },
	"already-joint":           func(f *Facts) { f.Act.Joint.Elsewhere = true },
	"joint-other-tribunal":    func(f *Facts) { f.Act.Joint.OtherTribunal = true },
	"joint-not-alike":         func(f *Facts) { f.Act.Joint.Unlike = true },
	"joint-needs-consent":     func(f *Facts) { f.Act.Joint = JointParticulars{Given: true, Ground: JointLike} },
	"not-joint":               func(f *Facts) { f.Joint.Others = 0 },
	"group-change-consent":    func(f *Facts) { f.Group.ChangeSilent = 1 },
	"group-representatives":   func(f *Facts) { f.Act.Representatives = 2 },

	"recusal-waiting": func(f *Facts) { f.Act.Recusal.Again = true },
	"recusal-too-late": func(f *Facts) {
		f.Recusal.FirstOpen, f.Act.Recusal.KnownOn = f.On, f.On.Next(-1)
	},
	"no-recusal":        func(f *Facts) { f.Recusal.Asked = nil },
	"recusal-undecided": func(f *Facts) { f.Recusal.Asked = []RecusalDay{{Asked: f.On}} },
	"recusal-decider":   func(f *Facts) { f.Act.Recusal = RecusalParticulars{Given: true, OfDirector: true, ByDirector: true} },

	"evidence-day-past":    func(f *Facts) { f.Act.Evidence.Until = f.On.Next(-1) },
	"evidence-only-longer": func(f *Facts) { f.Act.Evidence = EvidenceParticulars{Until: f.On, Present: f.On} },
	"change-waiting":       func(f *Facts) { f.Change.Asked = f.On },
	"no-change":            func(f *Facts) { f.Change.Asked = calendar.Date{} },
	"change-too-late":      func(f *Facts) { f.Act.Change = ChangeParticulars{Late: true, Switch: true}; f.Change.Switched = true },
	"new-defence-runs": func(f *Facts) {
		f.Change.Notices = []Served{{Party: "被1", On: f.On.Next(-1)}}
	},
	"hearing-before-new-defence": func(f *Facts) { f.Change.Notices = []Served{{Party: "被1"}} },

	"tribunal-tripartite": func(f *Facts) { f.Handling.CollectiveContract, f.Act.Seats = true, 3 },
	"tribunal-size":       func(f *Facts) { f.Act.Seats = 2 },
	"seat-conflict":       func(f *Facts) { f.Act.Conflict = true },
	"tribunal-incomplete": func(f *Facts) { f.Tribunal.Filled-- },
	"copy-not-served":     func(f *Facts) { f.CopyServed[0].On = calendar.Date{} },
	"hearing-on-rest-day": func(f *Facts) { f.Act.HearingOn = day("2026-05-16") },
	"hearing-too-soon":    func(f *Facts) { f.Act.HearingOn = f.Law.Days.Due(f.On, calendar.WorkingDays(4)).Statutory },
	"defence-period-runs": func(f *Facts) {
		f.Defence, f.CopyServed = calendar.Date{}, []Served{{Party: "被1", On: f.On}}
		f.Act.HearingOn = f.defenceEnds()
	},
	"hearing-notice-too-late": func(f *Facts) { f.Hearing.Notices[1].On = f.Hearing.On },
	"not-the-hearing-day":     func(f *Facts) { on(f, f.Hearing.On.Next(1)) },
	"nobody-came":             func(f *Facts) { f.Act.ApplicantCame = false },
	"case-suspended":          func(f *Facts) { f.Clock.Suspended = true },
	"case-not-suspended":      func(f *Facts) { f.Clock.Suspended = false },
	"no-stop-running":         func(f *Facts) { f.Clock.Stops[0].To = f.On },
	"evidence-late":           func(f *Facts) { f.Act.Late, f.Act.Reason = true, "" },

	"paper-needs-signature":   func(f *Facts) { f.Act.Serving = Serving{Way: LeftAtDoor, Paper: MediationDocument} },
	"e-service-needs-consent": func(f *Facts) { f.Act.Serving = Serving{Way: Electronic, Paper: NoticeToRespond} },
	"simple-means-not-allowed": func(f *Facts) {
		f.Handling.Simple, f.Act.Serving = day("2026-03-04"), Serving{Way: SimpleMeans, Paper: AwardFinalPaper}
	},
	"left-needs-refusal":        func(f *Facts) { f.Act.Serving = Serving{Way: LeftProven, Witness: true} },
	"left-needs-proof":          func(f *Facts) { f.Act.Serving = Serving{Way: LeftAtDoor, Ground: GroundRefused, Witness: true} },
	"notice-too-early":          func(f *Facts) { f.Act.Serving = Serving{Way: ByNotice, Ground: GroundFailed, Explained: true} },
	"service-not-in-that-state": func(f *Facts) { f.Act.Serving = Serving{Way: ByHand, State: ServiceServed, Outcome: Arrived} },
	"deemed-service-not-yet":    func(f *Facts) { f.Act.Serving.Put = f.On },

	"mediation-not-attempted": func(f *Facts) { f.MediationAttempted = false },
	"award-not-signed":        func(f *Facts) { f.Tribunal.Size, f.Tribunal.Filled, f.Tribunal.Voted, f.Tribunal.Signed = 3, 3, 3, 1 },
	"no-award-to-sign":        func(f *Facts) { f.Proposed = "" },
	"parties-agreed":          func(f *Facts) { f.MediationAgreed = true },
	"claims-undecided":        func(f *Facts) { f.Act.Undecided = 1 },
	"no-agreement":            func(f *Facts) { f.MediationAgreed = false },
	"not-signed-by-both":      func(f *Facts) { f.Act.BothAgree = false },
	"withdrawal-not-asked":    func(f *Facts) { f.WithdrawalAsked = false },
	"applicant-not-absent":    func(f *Facts) { f.Hearing.ApplicantCame = true },
	"extension-limits":        func(f *Facts) { f.Clock.Extension = 1 },
	"extension-too-late":      func(f *Facts) { on(f, f.AwardReckoning().Statutory.Next(1)) },
	"no-award":                func(f *Facts) { f.Mode, f.After.Awards = DeemedWithdrawn, nil },
	"already-archived":        func(f *Facts) { f.Archived = true },

	"remedy-of-other-side":  func(f *Facts) { f.Act.After = AftermathAct{Award: &AwardOf{Award: 1}, Court: Suit} },
	"no-suit-pending":       func(f *Facts) { f.After.Court[0].Outcome = Judged },
	"outcome-of-other-kind": func(f *Facts) { f.Act.After.Ruling = Granted },
	"nothing-takes-effect":  func(f *Facts) { f.After.Noted = []AwardOf{{1, "申1"}} },
	"award-not-in-force":    func(f *Facts) { f.After.Awards[0].Revoked = f.On },
	"payment-not-due":       func(f *Facts) { f.Act.After.Unpaid, f.Act.After.PayBy = true, f.On },
	"no-payment-to-confirm": func(f *Facts) { f.After.Unsure = 0 },
	"preliminary-grounds":   func(f *Facts) { f.Act.After.Grounds = false },
	"preliminary-claims":    func(f *Facts) { f.Act.After.ClaimsFit = false },
	"partial-award-mixed":   func(f *Facts) { f.Act.After = AftermathAct{Told: true} },
	"already-forwarded":     func(f *Facts) { f.After.Preserved = true },
	"not-archived":          func(f *Facts) { f.Archived = false },
	"retention-runs":        func(f *Facts) { f.After.KeptUntil = f.On },
	"already-disposed":      func(f *Facts) { f.After.Disposed = true },

	"proposal-pending": func(f *Facts) { f.Proposed = CorrectEntry },
	"own-proposal":     func(f *Facts) { f.ProposedBy = true },
	"not-proposed":     func(f *Facts) { f.Proposed = "" },
	"nothing-proposed": func(f *Facts) { f.Proposed = "" },
}

// idle are conditions that a proposal takes over from its row and that cannot be what stops it:
// signatures are asked for only when the award has been proposed.
var idle = map[Event]string{MakeAward.Proposal(): "award-not-signed"}

// Every row of the law, in every state that it leaves: a case that may take the step takes it, and
// each condition alone stops it, with its own sentence and article.
func TestEveryRowOfTheLaw(t *testing.T) {
	t.Parallel()
	used, steps := map[string]bool{}, 0
	for _, r := range Table() {
		for _, s := range r.From {
			step, err := Decide(ready(r, s), r.Event)
			if err != nil {
				t.Errorf("Decide(%s in %q) = %v, want the step", r.Event, s, err)
				continue
			}
			if to := r.To; step.To != to && (to != Same || step.To != s) {
				t.Errorf("Decide(%s in %q) leads to %q, want %q", r.Event, s, step.To, to)
			}
			steps++
			for _, g := range r.When {
				used[g.Code] = true
				if idle[r.Event] != g.Code {
					shutsAlone(t, r, s, g)
				}
			}
		}
	}
	for code := range shutters {
		if !used[code] {
			t.Errorf("no row asks for %s", code)
		}
	}
	t.Logf("%d rows, %d steps, %d conditions", len(Table()), steps, len(used))
}

// shutsAlone changes the one fact that the condition asks about, and looks who refuses.
func shutsAlone(t *testing.T, r Row, s State, g Guard) {
	t.Helper()
	shut, ok := shutters[g.Code]
	if !ok {
		t.Errorf("%s: nothing here shuts %s; add it to shutters", r.Event, g.Code)
		return
	}
	f := ready(r, s)
	shut(&f)
	_, err := Decide(f, r.Event)
	k := fault.As(err)
	if k == nil || k.Kind != fault.Refused || k.Code != g.Code || k.Says != g.Says || k.Law != g.Law {
		t.Errorf("Decide(%s in %q) without %s = %v", r.Event, s, g.Code, err)
	}
	if g.Opens != nil && k != nil && g.Opens(f).After(f.Today) != !k.Opens.IsZero() {
		t.Errorf("%s opens on %s, the refusal says %s", g.Code, g.Opens(f), k.Opens)
	}
	for _, o := range Options(f, r.By) {
		if o.Event == r.Event && (o.Open || o.Code != g.Code || o.Why == nil || o.Says == nil) {
			t.Errorf("the option %s in %q = %+v, want it shut by %s", r.Event, s, o, g.Code)
		}
	}
}

// A step that has no row in the state is refused with the article of its row, whatever else holds.
func TestNoRowNoStep(t *testing.T) {
	t.Parallel()
	for _, r := range Table() {
		for _, s := range append(States(), New) {
			if _, ok := RowOf(r.Event, s); ok {
				continue
			}
			_, err := Decide(caseIn(s), r.Event)
			if k := fault.As(err); k == nil || k.Code != "not-open-in-this-state" || k.Law.IsZero() || k.Says.ZH == "" || k.Says.EN == "" {
				t.Errorf("Decide(%s in %q) = %v, want a refusal", r.Event, s, err)
			}
		}
	}
}

// What follows from an award depends on what was decided: one paper for each kind, and the mode.
func TestAwardsAndWithdrawals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		final, nonFinal int
		mode            Mode
		papers          []Paper
	}{
		{2, 0, AwardFinal, []Paper{AwardFinalPaper}},
		{0, 1, AwardNonFinal, []Paper{AwardNonFinalPaper}},
		{1, 1, AwardBoth, []Paper{AwardFinalPaper, AwardNonFinalPaper}},
	} {
		f := deliberating()
		f.Proposed, f.Act.FinalItems, f.Act.NonFinalItems = MakeAward, tt.final, tt.nonFinal
		s, err := Decide(f, MakeAward)
		if err != nil || s.Mode != tt.mode || len(s.Drafts) != len(tt.papers) || s.Drafts[0].Draft != tt.papers[0] {
			t.Errorf("%d final, %d non-final items: mode %s, drafts %v, %v; want %s, %v", tt.final, tt.nonFinal, s.Mode, s.Drafts, err, tt.mode, tt.papers)
		}
	}
	for settled, want := range map[bool]Mode{true: WithdrawnSettled, false: WithdrawnVoluntary} {
		f := acceptedCase()
		f.Proposed, f.WithdrawalAsked, f.WithdrawalSettled = AllowWithdrawal, true, settled
		if s, err := Decide(f, AllowWithdrawal); err != nil || s.Mode != want {
			t.Errorf("withdrawn, settled = %v: %s, %v; want %s", settled, s.Mode, err, want)
		}
	}
}
