package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// Arbitrator and recorder print the papers of their own hearing day: the list, and a sheet for each case with parties, agents,
// claims, what is disputed, readiness and periods. Nobody else does; each file counts as opened.
func TestThePapersOfAHearingDay(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Idle: true}))
	ref := s.withPhones("马可名", "2026-03-16")
	s.worker.Want(200, s.worker.Upload(ref, map[string]string{"title": "工资条", "proves": "拖欠工资"}, "工资条.pdf", pdf("Payslip 2026-01")), nil)
	s.worker.Want(200, s.worker.Upload(ref, map[string]string{"title": "考勤", "proves": "上班时间"}, "考勤.pdf", pdf("Payslip 2026-01")), nil)
	s.recorder.Step(ref, "examine-exhibit", j{"party": "被1", "exhibit": "申1", "authentic": "disputed", "lawful": "accepted", "relevant": "accepted", "remark": "没有签名。"})
	later := s.heardOn("张三", j{"hearing_on": "2026-03-17", "starts": "09:00", "place": "第一仲裁庭"})
	s.Clock.Set("2026-03-13") // a Friday
	before := one(t, s.Kit, "select count(*) from reads")
	var p casework.Pack
	s.recorder.Get("/api/v1/docket/print", &p)
	if p.Day.String() != "2026-03-16" || p.Before.String() != "2026-03-13" || p.After.String() != "2026-03-17" || len(p.Cases) != 1 {
		t.Fatalf("the pack: %+v", p)
	}
	c := p.Cases[0]
	if c.Sheet != ref+"-1" || c.Starts != "09:00" || len(c.Respondents[0].Agents) != 1 || !c.Respondents[0].Agents[0].Special || c.ClaimTotal != 100000 || len(c.Exhibits) != 2 || !c.Exhibits[0].Disputed() || c.Exhibits[0].Examined[0].Remark != "没有签名。" || len(c.Exhibits[1].Examined) != 0 || !c.Preparing || len(c.Clocks) == 0 {
		t.Errorf("the sheet: %+v", c)
	}
	if got := one(t, s.Kit, "select count(*) - "+before+" from reads where subject = 'case'"); got != "1" {
		t.Errorf("%s readings were noted, want one", got)
	}
	body := s.page(s.arbitrator, "/docket/print?day=2026-03-16")
	for _, want := range []string{ref + "-1", "马可名", "金律师", "特别授权", "1,000.00", "没有签名。", "有异议", "对方还没有发表意见", "庭上记"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	for _, private := range []string{"87770088", "87770011", "环城路"} {
		if strings.Contains(body, private) {
			t.Errorf("the paper says %s", private)
		}
	}
	if s.arbitrator.Get("/api/v1/docket/print?day=2026-03-17", &p); len(p.Cases) != 1 || p.Cases[0].Ref != later {
		t.Errorf("the day after: %+v", p.Cases)
	}
	if s.stranger.Get("/api/v1/docket/print?day=2026-03-16", &p); len(p.Cases) != 0 {
		t.Errorf("another arbitrator prints %+v", p.Cases)
	}
	for _, c := range []*testkit.Client{s.worker, s.employer, s.intake, s.head, s.director, s.mediator, s.manager} {
		if a := c.Do("GET", "/api/v1/docket/print?day=2026-03-16", nil); a.Status != 403 {
			t.Errorf("%s prints: %d", c.Login, a.Status)
		}
	}
	if a := s.arbitrator.Do("GET", "/api/v1/docket/print?day=2026-02-30", nil); a.Status != 422 && a.Status != 400 {
		t.Errorf("30 February: %d", a.Status)
	}
	for who, at := range map[string]string{"/work": "/docket/print", "/calendar": "/docket/print"} {
		if !strings.Contains(s.page(s.arbitrator, who), `href="`+at+`"`) || strings.Contains(s.page(s.head, who), `href="`+at+`"`) {
			t.Errorf("the link on %s", who)
		}
	}
	s.arbitrator.Step(ref, "schedule-hearing", j{"hearing_on": "2026-03-25", "starts": "09:00", "place": "第一仲裁庭"})
	if s.arbitrator.Get("/api/v1/docket/print?day=2026-03-16", &p); len(p.Cases) != 0 {
		t.Errorf("a day that was put off: %+v", p.Cases)
	}
	if s.arbitrator.Get("/api/v1/docket/print?day=2026-03-25", &p); len(p.Cases) != 1 || p.Cases[0].Sheet != ref+"-2" {
		t.Errorf("the new day: %+v", p.Cases)
	}
}
