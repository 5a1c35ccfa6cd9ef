package workflows

import (
	"slices"
	"testing"

	"tiaocai/workflows/fault"
)

// What intake allows and refuses, at its edges.
func TestIntakeAtItsEdges(t *testing.T) {
	t.Parallel()
	refuse := func(g Ground, change func(*Facts)) func(*Facts) {
		return func(f *Facts) {
			f.Proposed, f.Act.Intake.Ground = RefuseAcceptance, g
			change(f)
		}
	}
	none := func(*Facts) {}
	for _, tt := range []struct {
		from   func() Facts
		event  Event
		change func(*Facts)
		want   string
	}{
		{filed, Accept, func(f *Facts) { f.Intake.Employment = DispatchWork }, "dispatch-needs-both"},
		{filed, Accept, func(f *Facts) { f.Intake = IntakeFacts{Employment: DispatchWork, Agency: true} }, "dispatch-needs-both"},
		{filed, Accept, func(f *Facts) { f.Intake = IntakeFacts{Employment: DispatchWork, Agency: true, UserFirm: true} }, ""},
		{filed, AskCorrection, func(f *Facts) { f.Act.Intake.Unlisted = 1 }, "defects-left-out"},
		{filed, CompleteCorrection, func(f *Facts) { f.Application.Correcting, f.Act.Intake.Unmended = true, 1 }, "not-all-mended"},

		{filed, CertifyNoDecision, none, "acceptance-period-runs"},
		{filed, CertifyNoDecision, func(f *Facts) { on(f, day("2026-03-09")) }, "acceptance-period-runs"}, // the fifth working day
		{filed, CertifyNoDecision, func(f *Facts) { on(f, day("2026-03-10")) }, ""},
		{filed, CertifyNoDecision, func(f *Facts) { on(f, day("2026-03-10")); f.Application.Correcting = true }, "acceptance-period-runs"}, // it stands

		{filed, RefuseAcceptance, refuse(OutOfScope, none), ""},
		{filed, RefuseAcceptance, refuse(FamilyHelper, none), ""},
		{filed, RefuseAcceptance, refuse(NotCorrected, none), "not-asked-to-correct"},
		{filed, RefuseAcceptance, refuse(NotCorrected, func(f *Facts) { f.Application.Correcting, f.Intake.MendBy = true, f.On }), "not-asked-to-correct"}, // its last day
		{filed, RefuseAcceptance, refuse(NotCorrected, func(f *Facts) { f.Application.Correcting = true }), "not-asked-to-correct"},                        // no day was given
		{filed, RefuseAcceptance, refuse(NotCorrected, func(f *Facts) { f.Application.Correcting, f.Intake.MendBy = true, f.On.Next(-1) }), ""},
		{filed, RefuseAcceptance, refuse(SameMatter, none), "no-earlier-case"},
		{filed, RefuseAcceptance, refuse(SameMatter, func(f *Facts) { f.Act.Intake.EarlierFound, f.Act.Intake.EarlierState = true, Scheduled }), ""},
		{filed, RefuseAcceptance, refuse(SameMatter, func(f *Facts) { f.Act.Intake.EarlierFound, f.Act.Intake.EarlierState = true, NotAccepted }), ""},
		{filed, RefuseAcceptance, refuse(SameMatter, func(f *Facts) {
			f.Act.Intake.EarlierFound, f.Act.Intake.EarlierState, f.Act.Intake.EarlierMode = true, Closed, AwardFinal
		}), ""},
		{filed, RefuseAcceptance, refuse(SameMatter, func(f *Facts) { // withdrawn: it may be filed again (R33-35)
			f.Act.Intake.EarlierFound, f.Act.Intake.EarlierState, f.Act.Intake.EarlierMode = true, Closed, WithdrawnVoluntary
		}), "no-earlier-case"},
		{filed, RefuseAcceptance, refuse(DeemedBefore, func(f *Facts) { // CF-11: only deemed withdrawal, with proof
			f.Act.Intake = IntakeParticulars{Ground: DeemedBefore, EarlierFound: true, EarlierMode: WithdrawnVoluntary, EarlierProof: true}
		}), "not-deemed-withdrawn"},
		{filed, RefuseAcceptance, refuse(DeemedBefore, func(f *Facts) {
			f.Act.Intake = IntakeParticulars{Ground: DeemedBefore, EarlierFound: true, EarlierMode: DeemedWithdrawn}
		}), "not-deemed-withdrawn"},
		{filed, RefuseAcceptance, refuse(DeemedBefore, func(f *Facts) {
			f.Act.Intake = IntakeParticulars{Ground: DeemedBefore, EarlierFound: true, EarlierMode: DeemedWithdrawn, EarlierProof: true}
		}), ""},

		{filed, TakeOver, none, "no-transfer-waiting"},
		{filed, TakeOver, transferredIn, ""},
		{filed, Accept, transferredIn, "transferred-in"},
		{filed, Refer, transferredIn, "transferred-not-again"},
		{filed, TakeOver, func(f *Facts) { transferredIn(f); f.Intake.Disputed = f.On }, "designation-awaited"},
		{filed, TakeOver, func(f *Facts) {
			transferredIn(f)
			f.Intake.Disputed, f.Intake.Designated, f.Intake.Ours = f.On, f.On, true
		}, ""},
		{filed, Refer, func(f *Facts) { transferredIn(f); f.Intake.Disputed, f.Intake.Designated = f.On, f.On }, ""},

		{acceptedCase, ObjectToJurisdiction, func(f *Facts) { on(f, day("2026-03-18")) }, ""}, // the tenth working day
		{acceptedCase, ObjectToJurisdiction, func(f *Facts) { on(f, day("2026-03-19")) }, "objection-too-late"},
		{acceptedCase, ObjectToJurisdiction, func(f *Facts) { on(f, day("2026-03-12")); f.Defence = day("2026-03-10") }, ""}, // a defence does not waive it
		{acceptedCase, ObjectToJurisdiction, func(f *Facts) { f.Intake.Objected = f.On }, "objection-waiting"},
		{acceptedCase, DismissObjection, func(f *Facts) { f.Proposed = DismissObjection }, "no-objection"},
	} {
		f := tt.from()
		tt.change(&f)
		_, err := Decide(f, tt.event)
		got := ""
		if k := fault.As(err); k != nil {
			got = k.Code
		}
		if got != tt.want {
			t.Errorf("Decide(%s in %s on %s) = %q, want %q", tt.event, f.State, f.On, got, tt.want)
		}
	}
}

// Every ground has its article and its name, none is about jurisdiction, the year to apply or age.
func TestGroundsOfRefusal(t *testing.T) {
	t.Parallel()
	for _, g := range Grounds() {
		if g.Law.IsZero() || g.Name.ZH == "" || g.Name.EN == "" || g.Test == 4 {
			t.Errorf("%s: %+v", g.Ground, g)
		}
	}
	n := 0
	for _, g := range Grounds() {
		if g.Law.Rule == "SPC1-2" {
			n++
		}
	}
	if n != 6 {
		t.Errorf("%d grounds that are no labor disputes, want the six of Article 2", n)
	}
}

// Whatever gives up or settles a right wants special authority of an agent; nothing else does.
func TestWhatNeedsSpecialAuthority(t *testing.T) {
	t.Parallel()
	want := []Event{AmendApplication, EnterGroup, RefuseMediation, WithdrawApplication, ConsentShortNotice, RecordConsents, ChangeClaims, CounterApply, AskWithdrawal, SignAgreement, WithdrawReview,
		MakeOffer, WithdrawOffer, AcceptOffer, DeclineOffer, AskDocument}
	for _, r := range Table() {
		if r.Disposes != slices.Contains(want, r.Event) {
			t.Errorf("%s disposes = %v", r.Event, r.Disposes)
		}
	}
}

// The day of receipt moves with each answered notice, and the arithmetic keeps the days before.
func TestReceiptMovesWithHistory(t *testing.T) {
	t.Parallel()
	f := filed()
	f.Application.Received, f.Application.Corrections = day("2026-03-10"), 1
	f.Intake.Receipts = []CorrectionDay{{day("2026-03-04"), day("2026-03-10")}}
	c := Clocks(f)[0]
	if c.Period != AcceptancePeriod || c.Due != day("2026-03-17") || len(c.Working) != 5 || c.Working[0].Date != day("2026-03-02") || c.Working[2].Date != day("2026-03-10") {
		t.Errorf("clock = %+v", c)
	}
	says, ok := RightToSue(f)
	if !ok || says.ZH != "仲裁委最迟在 2026-03-17 决定是否受理；逾期没有决定的，申请人可以直接向人民法院起诉。" {
		t.Errorf("the applicant reads %q", says.ZH)
	}
}

// The two places decide jurisdiction; lacking it is a referral.
func TestVenue(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		performance, employer string
		ours, conflict        bool
	}{
		{"浙江省仙居县福应街道", "浙江省仙居县", true, false},
		{"仙居县", "", true, false},
		{"仙居县", "台州市临海市", true, true},
		{"临海市", "仙居县", true, true},
		{"临海市", "临海市", false, false},
		{"临海市", "", false, false},
		{"", "仙居", true, false},
		{"", "临海市", false, false},
		{"", "", true, false},
	} {
		v := Venue(tt.performance, tt.employer, AreaOf("仙居县劳动人事争议仲裁委员会"))
		if v.Ours != tt.ours || v.Conflict != tt.conflict || v.Says.ZH == "" || v.Says.EN == "" {
			t.Errorf("work at %q, employer at %q: %+v", tt.performance, tt.employer, v)
		}
	}
}

// The checklist has one line for each of the four tests, names every field that is not there with a
// sentence, and only hints where somebody must look.
func TestChecklist(t *testing.T) {
	t.Parallel()
	has := func(f ...FiledField) map[FiledField]bool {
		m := map[FiledField]bool{}
		for _, x := range f {
			m[x] = true
		}
		return m
	}
	whole := Filing{Facts: true, Exhibits: 1, Venue: Venue("仙居县", "仙居县", "仙居县"),
		Parties: []FiledParty{{Mark: "申1", Side: Applicant, Worker: true, Has: has(FieldName, FieldIDNumber, FieldAddress, FieldPhone)},
			{Mark: "被1", Side: Respondent, Has: has(FieldName, FieldAddress, FieldRepresentative, FieldCreditCode)}},
		Claims: []FiledClaim{{No: "1", Money: true, Has: has(FieldAmount, FieldKnownOn)}}}
	for _, l := range Checklist(whole) {
		if !l.OK || l.Law.IsZero() || l.Name.ZH == "" {
			t.Errorf("a whole application: %+v", l)
		}
	}
	poor := whole
	poor.Parties = []FiledParty{{Mark: "申1", Side: Applicant, Worker: true, OverAge: true, Has: has(FieldName, FieldAddress)}, {Mark: "被1", Side: Respondent, Has: has(FieldName), Individual: true}}
	poor.Claims, poor.Facts, poor.Exhibits, poor.Employ = []FiledClaim{{No: "1", Money: true, Has: has()}}, false, 0, DispatchWork
	poor.Venue = Venue("临海市", "临海市", "仙居县")
	var lacking []string
	for _, l := range Lacking(Checklist(poor)) {
		lacking = append(lacking, l.Of+" "+string(l.Field))
		if l.Says.ZH == "" || l.Says.EN == "" {
			t.Errorf("a defect without a sentence: %+v", l)
		}
	}
	want := []string{"申1 id_number", "申1 phone", "被1 address", "被1 legal_representative", "1 amount", " facts", " evidence"}
	if !slices.Equal(lacking, want) {
		t.Errorf("lacking %q, want %q", lacking, want)
	}
	tests, hints := 0, map[string]bool{}
	for _, l := range Checklist(poor) {
		if l.Field == "" && !l.Hint {
			tests++
		}
		if l.Hint {
			hints[l.Law.Rule] = true
		}
	}
	for _, rule := range []string{"LDMA-22-1", "SPC2-21", "ZJ-18-2", "LDMA-27-1"} {
		if !hints[rule] {
			t.Errorf("no hint of %s in %v", rule, hints)
		}
	}
	if tests != 4 {
		t.Errorf("%d tests, want four", tests)
	}
}

// Over a collective contract the union applies, an organisation; a worker who does is looked at. Ten workers
// with one claim go first, and one does not.
func TestChecklistOfACollectiveDispute(t *testing.T) {
	t.Parallel()
	employer := FiledParty{Mark: "被1", Side: Respondent}
	find := func(f Filing, rule string) (CheckLine, bool) {
		for _, l := range Checklist(f) {
			if l.Law.Rule == rule {
				return l, true
			}
		}
		return CheckLine{}, false
	}
	union := Filing{CollectiveContract: true, Parties: []FiledParty{{Mark: "申1", Side: Applicant}, employer}}
	if l, _ := find(union, "R33-63-3"); !l.OK || !l.Hint {
		t.Errorf("the union applies: %+v", l)
	}
	if l := Checklist(union)[0]; !l.OK {
		t.Errorf("a union against an employer is within scope: %+v", l)
	}
	union.CollectiveContract = false
	if l := Checklist(union)[0]; l.OK {
		t.Errorf("two organisations over anything else: %+v", l)
	}
	worker := Filing{CollectiveContract: true, Parties: []FiledParty{{Mark: "申1", Side: Applicant, Worker: true}, employer}}
	if l, ok := find(worker, "R33-63-3"); !ok || l.OK {
		t.Errorf("a worker applies over a collective contract: %+v", l)
	}
	worker.CollectiveContract = false
	if _, ok := find(worker, "R33-5"); ok {
		t.Error("one worker goes first")
	}
	for len(worker.Parties) < collective+1 {
		worker.Parties = append(worker.Parties, FiledParty{Side: Applicant, Worker: true})
	}
	if l, ok := find(worker, "R33-5"); !ok || !l.Hint {
		t.Errorf("ten workers: %+v", l)
	}
}
