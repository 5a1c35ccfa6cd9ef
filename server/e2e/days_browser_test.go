package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// seated takes an application as far as a tribunal of one that has everything for a hearing.
func (s *story) seated(on string) {
	s.T.Helper()
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.serve("notice-to-respond", "direct", on)
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
}

// benchOfThree puts three cases before the same arbitrator; the story goes on with the last one.
func benchOfThree(t *testing.T) (s *story, refs []string) {
	t.Helper()
	s = newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	for _, day := range []string{"2026-03-02", "2026-03-23", "2026-03-24"} {
		s.Clock.Set(day)
		s.filedForArbitration()
		s.seated(day)
		refs = append(refs, s.ref)
	}
	return s, refs
}

// An arbitrator works through a day's list: by the keyboard alone at the desk, and on a phone in English.
func TestADocketDayInTheBrowser(t *testing.T) {
	t.Parallel()
	s, refs := benchOfThree(t)
	file(s.Kit, s.intake, "2026-03-24") // of nobody's list
	s.worker.Want(200, s.worker.Upload(refs[2], map[string]string{"title": "工资条", "proves": "拖欠工资", "claim": "1"}, "工资条.pdf", pdf("Payslip")), nil)
	s.Clock.Set("2026-03-31")
	name := s.arbitrator.See(refs[2]).Number
	if out, err := inbrowser.Run(t, ".", "day.js", "BASE="+s.Base, "CASE="+refs[2], "NAME="+name); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// A director decides about extensions where they wait.
func TestADirectorApprovesAnExtensionInTheBrowser(t *testing.T) {
	t.Parallel()
	s, refs := benchOfThree(t)
	s.Clock.Set("2026-04-01")
	if out, err := inbrowser.Run(t, ".", "extension.js", "BASE="+s.Base, "CASE="+refs[0], "OTHER="+refs[1]); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// A worker follows the case on a phone and at a desk, from acceptance to payment.
func TestAWorkerFollowsTheirCaseInTheBrowser(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.mediationIsTriedAndFails()
	s.workerFilesWithNothingRetyped()
	stages := map[string]func(){
		"accepted":  s.registryAccepts,
		"scheduled": func() { s.evidenceComesIn(); s.hearingIsSet() },
		"heard":     s.heardOnTheDay,
		"awarded":   s.awardIsMadeAndServed,
		"paid": func() {
			s.Clock.Set("2026-05-06")
			s.employerJoins()
			s.employer.Step(s.ref, "record-payment", j{"result": "part", "amount": "10000.00"})
		},
	}
	wanted, done := make(chan string), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		wanted <- r.URL.Query().Get("stage")
		<-done
	}))
	defer server.Close()
	type result struct {
		out string
		err error
	}
	ended := make(chan result, 1)
	go func() {
		out, err := inbrowser.Run(t, ".", "follow.js", "BASE="+s.Base, "CASE="+s.ref, "STAGES="+server.URL)
		ended <- result{out, err}
	}()
	for n := 0; ; n++ {
		select {
		case stage := <-wanted: // taken here, where a failure ends the test
			stages[stage]()
			done <- struct{}{}
		case r := <-ended:
			if r.err != nil || n != len(stages) {
				t.Errorf("after %d stages: %v\n%s", n, r.err, r.out)
			}
			return
		}
	}
}
