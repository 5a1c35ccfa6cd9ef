package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// readyWords are the words by which somebody would learn that an agreement was drafted, and who was ready to sign it.
var readyWords = []string{`"event":"draft-agreement"`, `"event":"sign-agreement"`, "起草调解协议", "在调解协议上签名", `"on_paper"`, `"paper":"mediation-agreement"`, "调解协议书"}

// That an agreement was drafted, who put a mark on it, and that it was sent out, is for both sides and the mediators: while
// it is mediated the office learns nothing of it, and after the mediation failed whoever decides does not either.
func TestWhoWasReadyToSettleStaysBehindTheWall(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.employerJoins()
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "agreed-in-principle", "attended": "双方", "notes": "各让一步"})
	seen := s.intake.See(s.ref).Version
	draft := s.mediator.Step(s.ref, "draft-agreement", j{"terms": "三月底付清。", "amount": "9000.00", "perform_by": "2026-03-31"}).Papers[0].ID
	s.signs(s.worker)
	s.mediator.Step(s.ref, "sign-agreement", nil)
	s.mediator.Step(s.ref, "serve-document", j{"document": draft, "party": "被1", "method": "direct", "proof": "回证 T-1", "receiver": "门卫"})
	s.mediator.Do("GET", "/api/v1/cases/"+s.ref+"/notes", nil)
	s.mediator.Do("GET", fmt.Sprintf("/api/v1/cases/%s/documents/%d", s.ref, draft), nil)
	if a := s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/file-application", j{}, "If-Match", fmt.Sprintf("%q", fmt.Sprint(seen))); strings.Contains(string(a.Body), "协议") {
		t.Errorf("the registry is told who drafts what: %s", a.Body)
	}
	s.knowsNothing("while it is mediated", "lian", "yuanzhang", "zhuren")
	s.mediator.Step(s.ref, "fail-mediation", nil)
	s.Clock.Set("2026-03-10")
	s.worker.Step(s.ref, "file-application", nil)
	s.intake.Step(s.ref, "accept", fourTests)
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民"), idOf(ch.Arbitrators, "蒋晓红"), idOf(ch.Arbitrators, "顾卫东")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.knowsNothing("a tribunal sits", "zhongcai", "zhongcai2", "zhongcai3", "shuji", "lian", "yuanzhang", "zhuren")
	for _, c := range []*testkit.Client{s.arbitrator, s.As("zhongcai2"), s.recorder} {
		if slices.ContainsFunc(c.See(s.ref).Readers, func(r casework.ReaderView) bool { return r.Subject == "notes" }) {
			t.Errorf("%s learns who opened the notes", c.Login)
		}
	}
	for _, c := range []*testkit.Client{s.worker, s.employer, s.mediator, s.manager} {
		if !listed(c.See(s.ref), workflows.DraftAgreement) || !listed(c.See(s.ref), workflows.SignAgreement) {
			t.Errorf("%s does not see what they took part in", c.Login)
		}
	}
	verify(t, s.Kit)
}

// knowsNothing looks for the words into what each of them can read of the case.
func (s *story) knowsNothing(stage string, logins ...string) {
	s.T.Helper()
	for _, login := range logins {
		for _, path := range []string{"/api/v1/cases/" + s.ref, "/cases/" + s.ref, "/cases/" + s.ref + "/timeline", "/cases/" + s.ref + "/papers", "/cases/" + s.ref + "/clocks", "/api/v1/cases/" + s.ref + "/room"} {
			c := s.As(login)
			if !strings.HasPrefix(path, "/api") {
				c = browser(s.Kit, login)
			}
			body := string(c.Do("GET", path, nil).Body)
			for _, w := range readyWords {
				if i := strings.Index(body, w); i >= 0 {
					s.T.Errorf("%s: %s reads at %s: %q", stage, login, path, body[max(0, i-120):min(len(body), i+80)])
				}
			}
		}
	}
}

func listed(v *casework.CaseView, e workflows.Event) bool {
	return slices.ContainsFunc(v.Timeline, func(x casework.EventView) bool { return x.Event == e })
}
