package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

func (s *story) board(c *testkit.Client) (b casework.Board) {
	c.Get("/api/v1/board", &b)
	return b
}

// waiting is what waits for somebody's decision in the case; nil for nothing.
func (s *story) waiting(c *testkit.Client) *casework.Waiting {
	var a casework.Approvals
	c.Get("/api/v1/approvals", &a)
	for i := range a.Rows {
		if a.Rows[i].Ref == s.ref {
			return &a.Rows[i]
		}
	}
	return nil
}

// The board counts what is open, overdue and due soon, what stands still and why, and each arbitrator's load; each
// number is a list. What an arbitrator proposes waits for the director, who decides it from the queue; nobody decides
// their own, and the head cannot decide what only the director may.
func TestTheBoardAndWhatWaits(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.filedForArbitration()
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.serve("notice-to-respond", "direct", "2026-03-13")
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	sits := idOf(ch.Arbitrators, "周立民")
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{sits}, "recorder": idOf(ch.Recorders, "应晓燕")})
	file(s.Kit, s.intake, "")

	b := s.board(s.head)
	if b.Open != 2 || b.Overdue != 0 || !b.MayList || len(b.Halted) != 0 || len(b.Load) != 3 || b.Load[0].Account != sits || b.Load[0].Open != 1 || b.Load[0].Leads != 1 || b.Load[1].Open != 0 {
		t.Errorf("the board: %+v", b)
	}
	list := func(q string) int {
		var d casework.Docket
		s.head.Get("/api/v1/cases?list=office&"+q, &d)
		return d.Total
	}
	for q, n := range map[string]int{"": b.Open, "light=black": b.Overdue, "within=3": b.Within3, "within=10": b.Within10, "halted=true": 0, fmt.Sprint("of=", sits): 1, fmt.Sprint("of=", sits+1000): 0} {
		if got := list(q); got != n {
			t.Errorf("?%s lists %d, the board says %d", q, got, n)
		}
	}
	s.arbitrator.Step(s.ref, "entrust-appraisal", j{"agency": "某司法鉴定所", "chosen": "by-both", "questions": "签名是否本人书写。"})
	if b = s.board(s.head); len(b.Halted) != 1 || b.Halted[0].N != 1 || b.Halted[0].Kind != "appraisal" || list("halted=true") != 1 {
		t.Errorf("what stands still: %+v", b.Halted)
	}
	if watched := s.board(s.As("ducha")); watched.MayList || watched.Open != 2 || watched.Urgent != nil || watched.Waiting != nil || watched.Repeated != nil || len(watched.Figures) != 3 {
		t.Errorf("supervision sees %+v", watched)
	}
	if d := s.board(s.director); d.Waiting == nil || len(d.Waiting.Rows) != 0 || len(d.Figures) != 3 || d.Checks.NoNext != 0 || len(d.Repeated) != 0 {
		t.Errorf("the director sees %+v", d)
	}
	for _, login := range []string{"zhongcai", "lian", "worker", "tiaojie"} {
		if a := s.As(login).Do("GET", "/api/v1/board", nil); a.Status != 403 {
			t.Errorf("%s sees the board: %d", login, a.Status)
		}
	}

	s.Clock.Set("2026-03-20")
	s.arbitrator.Step(s.ref, "receive-opinion", j{"text": "签名为本人书写。"})
	if s.waiting(s.director) != nil {
		t.Error("something waits already")
	}
	s.arbitrator.Step(s.ref, string(workflows.ExtendAwardPeriod.Proposal()), j{"days": 15, "reason": "案情复杂。"})
	w := s.waiting(s.director)
	if w == nil || w.Event != workflows.ExtendAwardPeriod || w.Own || w.Maker != "周立民" || w.MadeOn.String() != "2026-03-20" || w.Due.IsZero() {
		t.Fatalf("the director's queue: %+v", w)
	}
	if w := s.waiting(s.head); w != nil {
		t.Errorf("the head of the court is asked for what only the director decides: %+v", w)
	}
	if d := s.board(s.director); len(d.Waiting.Rows) != 1 || d.Waiting.Rows[0].Ref != s.ref {
		t.Errorf("on the board there waits %+v", d.Waiting)
	}
	// two more of the same employer: three workers within thirty days
	file(s.Kit, s.intake, "2026-03-19")
	file(s.Kit, s.intake, "2026-03-20")
	s.Clock.Set("2026-03-31")
	if d := s.board(s.head); len(d.Repeated) != 1 || d.Repeated[0] != (casework.Repeated{Name: "仙居某某有限公司", Workers: 3, Cases: 3}) || len(d.Urgent) != 4 || d.Urgent[0].Light != workflows.Black || d.Load[0].Green+d.Load[0].Amber+d.Load[0].Red+d.Load[0].Overdue != d.Load[0].Open {
		t.Errorf("at the end of the month: %+v", d)
	}
	s.Clock.Set("2026-03-20")
	page := s.page(s.director, "/approvals")
	if !strings.Contains(page, "/steps/extend-award-period") || !strings.Contains(page, "周立民") {
		t.Errorf("the page:\n%s", page)
	}
	s.director.Step(s.ref, string(workflows.ExtendAwardPeriod), nil)
	if s.waiting(s.director) != nil {
		t.Error("what was decided still waits")
	}
}
