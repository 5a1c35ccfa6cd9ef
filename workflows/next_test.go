package workflows

import (
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Each case is one step away from a plain one, and somebody else acts next: what waits for a decision, what
// the two sides settled, a day that went by.
func TestNextSaysWhatWaits(t *testing.T) {
	t.Parallel()
	passed := func(f *Facts) { f.Today = f.Hearing.On.Next(1) }
	for name, tt := range map[string]struct {
		from   func() Facts
		change func(*Facts)
		who    Capacity
		task   Task
	}{
		"settled before the tribunal":          {deliberating, settledHere, Tribunal, MakeDocument},
		"settled in the hearing":               {inHearing, settledHere, Tribunal, MakeDocument},
		"settled before the hearing":           {scheduled, settledHere, Tribunal, MakeDocument},
		"an agreement among themselves":        {deliberating, func(f *Facts) { f.Settling.Offers.Asked = f.On }, Tribunal, MakeDocument},
		"one backed out":                       {deliberating, func(f *Facts) { f.MediationAgreed = false }, Tribunal, WriteAward},
		"the hearing day itself":               {scheduled, func(*Facts) {}, Tribunal, HoldHearing},
		"the day after, unopened":              {scheduled, passed, Tribunal, SetAnotherDay},
		"the day after, nobody had notice":     {scheduled, func(f *Facts) { passed(f); f.Hearing.Notices = nil }, Tribunal, SetAnotherDay},
		"suspended before the hearing":         {scheduled, func(f *Facts) { f.Clock.Suspended = true }, Tribunal, AwaitResumption},
		"another day asked for":                {scheduled, func(f *Facts) { f.Hearing.Asked = f.On }, Tribunal, DecidePostponement},
		"a withdrawal asked":                   {acceptedCase, func(f *Facts) { f.WithdrawalAsked = true }, Tribunal, DecideWithdrawal},
		"a withdrawal, nobody sits yet":        {acceptedCase, func(f *Facts) { f.WithdrawalAsked, f.Tribunal = true, TribunalFacts{} }, Registry, DecideWithdrawal},
		"a withdrawal after debate":            {deliberating, func(f *Facts) { f.WithdrawalAsked, f.Withdrawal.Silent = true, 1 }, Respondent, AnswerToWithdrawal},
		"and the respondent objects":           {deliberating, func(f *Facts) { f.WithdrawalAsked, f.Withdrawal.Objected = true, true }, Tribunal, WriteAward},
		"an objection to jurisdiction":         {acceptedCase, func(f *Facts) { f.Intake.Objected = f.On }, Head, DecideObjection},
		"a period to be restored":              {acceptedCase, func(f *Facts) { f.Restoration.Asked = f.On }, Tribunal, DecideRestoration},
		"and nobody sits yet":                  {acceptedCase, func(f *Facts) { f.Restoration.Asked, f.Tribunal = f.On, TribunalFacts{} }, Head, DecideRestoration},
		"an inquiry asked":                     {acceptedCase, func(f *Facts) { f.Inquiry.Asked = f.On }, Tribunal, DecideTaking},
		"an inquiry asked, on the hearing day": {scheduled, func(f *Facts) { f.Inquiry.Asked = f.On }, Tribunal, HoldHearing},
		"minutes to be corrected":              {inHearing, func(f *Facts) { f.Minutes.Asked = f.On }, Tribunal, DecideMinutes},
		"talks while the question waits":       {consulting, talkingNow, Registry, AnswerDuringTalks},
		"talks after the answer":               {func() Facts { return caseIn(Advised) }, talkingNow, Respondent, ReplyToTalks},
		"talks after a mediation that failed":  {func() Facts { return caseIn(Unsettled) }, talkingNow, Respondent, ReplyToTalks},
		"and the other side agreed to talk":    {func() Facts { return caseIn(Advised) }, func(f *Facts) { talkingNow(f); f.Settling.Talks.Answered = f.On }, Respondent, TalkNow},
		"no talks after the answer":            {func() Facts { return caseIn(Advised) }, func(*Facts) {}, Applicant, MayApply},
		"agreed and not paid":                  {settledCase, func(*Facts) {}, Respondent, PerformAgreed},
		"one side asked for a review":          {settledCase, askedAlone, Respondent, JoinOrPerform},
		"and its time is over":                 {settledCase, func(f *Facts) { askedAlone(f); late(f) }, Respondent, PerformAgreed},
		"the late one was let in":              {settledCase, func(f *Facts) { askedAlone(f); late(f); f.Settling.Review.LateAllowed = true }, Respondent, JoinOrPerform},
		"the court has confirmed":              {settledCase, func(f *Facts) { askedAlone(f); f.Settling.Confirmation.Stage = CourtConfirmed }, Respondent, PerformDocument},
		"a document in force":                  {settledCase, func(f *Facts) { made(f); f.Settling.Review.InForce = f.On }, Respondent, PerformDocument},
		"paid in full":                         {settledCase, func(f *Facts) { f.Settling.Agreement.Kept = f.On }, "", NothingLeft},
		"settled by talks and paid":            {settledCase, func(f *Facts) { f.Settling.Agreement, f.Settling.TalksKept = AgreementFacts{}, f.On }, "", NothingLeft},
	} {
		f := tt.from()
		tt.change(&f)
		n := NextOf(f, Clocks(f))
		if n.Who != tt.who || n.Task != tt.task {
			t.Errorf("%s: NextOf = %q %s, want %q %s", name, n.Who, n.Task, tt.who, tt.task)
		}
		if tt.task == SetAnotherDay && n.By == f.Hearing.On {
			t.Errorf("%s: it is to be done by %s, which is over", name, n.By)
		}
	}
}

func settledHere(f *Facts) { f.MediationAgreed = true }

func askedAlone(f *Facts) { f.Settling.Review.ApplicantAsked = f.On }

// What is said of a state holds for the case as it stands.
func TestMeansHoldsForTheCase(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		from      func() Facts
		change    func(*Facts)
		has, hasn string
	}{
		"settled before the tribunal": {deliberating, settledHere, "调解书", "写裁决书"},
		"the day passed":              {scheduled, func(f *Facts) { f.Today = f.Hearing.On.Next(1) }, "现在没有", "请按时到庭"},
		"suspended":                   {scheduled, func(f *Facts) { f.Clock.Suspended = true }, "现在没有", "请按时到庭"},
		"the day comes":               {scheduled, func(*Facts) {}, "请按时到庭", "现在没有"},
		"the review is open":          {settledCase, func(*Facts) {}, "审查", "强制执行"},
		"the review is over":          {settledCase, late, "申请仲裁", "审查"},
		"confirmed":                   {settledCase, func(f *Facts) { f.Settling.Confirmation.Stage = CourtConfirmed }, "强制执行", "申请仲裁"},
		"paid":                        {settledCase, func(f *Facts) { f.Settling.Agreement.Kept = f.On }, "已经付清", "申请"},
	} {
		f := tt.from()
		tt.change(&f)
		complete(t, name, f.Means())
		complete(t, name, f.Says())
		if says := f.Means().Worker.ZH; !strings.Contains(says, tt.has) || strings.Contains(says, tt.hasn) {
			t.Errorf("%s: Means = %s, want %s and no %s", name, says, tt.has, tt.hasn)
		}
	}
	f := deliberating()
	settledHere(&f)
	if strings.Contains(f.Says().Worker.ZH, "裁决") {
		t.Errorf("settled, and still called %s", f.Says().Worker.ZH)
	}
}

// A hearing is one to come to up to its day, unless it was opened, the case stands still or has moved on.
func TestComing(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		change func(*Facts)
		want   bool
	}{
		"on its day":     {func(*Facts) {}, true},
		"the day before": {func(f *Facts) { f.Today = f.Hearing.On.Next(-1) }, true},
		"the day after":  {func(f *Facts) { f.Today = f.Hearing.On.Next(1) }, false},
		"suspended":      {func(f *Facts) { f.Clock.Suspended = true }, false},
		"opened":         {func(f *Facts) { f.Hearing.Opened = f.Today }, false},
		"no day":         {func(f *Facts) { f.Hearing.On = calendar.Date{} }, false},
		"closed":         {func(f *Facts) { f.State = Closed }, false},
	} {
		f := scheduled()
		tt.change(&f)
		if got := f.Coming(); got != tt.want {
			t.Errorf("%s: Coming = %v, want %v", name, got, tt.want)
		}
	}
}

// Either side may be a worker or an employer: what is read by side doesn't call the reader by a kind. What
// only one kind brings along says so.
func TestTasksCallNobodyByAKind(t *testing.T) {
	t.Parallel()
	for task, w := range taskWords {
		for _, says := range []law.Text{w.Worker, w.Employer} {
			if zh := strings.ReplaceAll(says.ZH, "用人单位带", ""); strings.Contains(zh, "单位") || strings.Contains(zh, "劳动者") || strings.Contains(zh, "工人") {
				t.Errorf("%s: %s", task, says.ZH)
			}
		}
	}
	for _, says := range []string{HoldHearing.Says().Worker.ZH, CompletePapers.Says().Worker.ZH} {
		if !strings.Contains(says, "可能不予受理") {
			t.Errorf("the applicant doesn't read what it costs: %s", says)
		}
	}
}
