package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/testkit"
)

// What was agreed on in mediation stays with both sides, the mediator and the organisation: not on any
// page, list or answer of anybody else, nor in events, jobs and messages, also after the agreement was
// broken and a tribunal sits.
func TestWhatWasAgreedStaysBehindTheWall(t *testing.T) {
	t.Parallel()
	mayRead := map[string]bool{"worker": true, "employer": true, "tiaojie": true, "guanli": true}
	for _, broken := range []bool{false, true} {
		k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
		s := newStory(k)
		s.workerAsksForAdvice()
		s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
		s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
		s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
		s.employerJoins()
		s.Clock.Set("2026-03-09")
		const marker = "MARKER7Q3Z"
		s.mediator.Step(s.ref, "hold-session", j{"outcome": "agreed-in-principle", "attended": "双方", "notes": "x", "applicant_offer": "3141592.58", "respondent_offer": "3141592.58", "applicant_terms": marker, "respondent_terms": marker})
		s.mediator.Step(s.ref, "draft-agreement", j{"instalments": []j{{"due": "2026-03-20", "amount": "1000000.58"}, {"due": "2026-03-31", "amount": "2141592.00"}}})
		s.signs(s.worker)
		s.mediator.Step(s.ref, "sign-agreement", nil)
		s.manager.Step(s.ref, "sign-agreement", nil)
		s.signs(s.employer)
		if broken {
			s.Clock.Set("2026-04-01")
			s.mediator.Step(s.ref, "record-payment", j{"result": "part", "amount": "1000000.58"})
			s.worker.Step(s.ref, "file-application", nil)
			s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
			s.Clock.Set("2026-04-02")
			ch := s.head.See(s.ref).Choices
			s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
		}
		leaks := func(x string) string {
			for _, m := range []string{marker, "3141592", "3,141,592", "1000000.58", "1,000,000.58", "100000058", "2141592", "2,141,592", "314159258"} {
				if strings.Contains(x, m) {
					return m
				}
			}
			return ""
		}
		n := 0
		for _, login := range boot.DemoLogins() {
			c := k.As(login)
			for _, path := range getRoutes(s.ref) {
				a := c.Do("GET", path, nil)
				m := leaks(string(a.Body))
				if m != "" && mayRead[login] {
					n++
				}
				if m != "" && !mayRead[login] {
					i := strings.Index(string(a.Body), m)
					t.Errorf("broken %v: %s reads at %s: %q", broken, login, path, string(a.Body)[max(0, i-60):min(len(a.Body), i+30)])
				}
			}
		}
		if n == 0 {
			t.Error("nobody reads the agreement: the marker is not where it should be")
		}
		waitForMessages(t, k)
		for _, q := range []string{"select string_agg(canonical::text || detail::text, ' ') from case_events", "select string_agg(convert_from(canonical, 'UTF8'), ' ') from case_events", "select string_agg(args::text, ' ') from river_job"} {
			if m := leaks(one(t, k, q)); m != "" {
				t.Errorf("broken=%v LEAK %s: %s", broken, q, m)
			}
		}
		box, err := k.P.Desk.Outbox(context.Background())
		if err != nil || leaks(fmt.Sprint(box)) != "" {
			t.Errorf("LEAK outbox %v", err)
		}
		if m := leaks(k.Log.String()); m != "" {
			t.Errorf("LEAK log %s", m)
		}
	}
}
