package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// secondCommission gives the program another commission, with a clerk and a head of its own.
func secondCommission(t *testing.T, k *testkit.Kit) {
	t.Helper()
	execSQL(t, k, "insert into commissions (id, name, series) overriding system value values (2, '临海市劳动人事争议仲裁委员会', '临劳人仲')",
		"update roles set commission_id = 2 where account_id = (select id from accounts where login = 'lian2')",
		"update roles set commission_id = 2, role = 'court_head' where account_id = (select id from accounts where login = 'zhongcai3')",
		"update roles set commission_id = 2 where account_id in (select id from accounts where login in ('zhongcai2', 'shuji2'))")
}

// A well-founded objection: the case goes to the competent commission with its papers, services and
// files, which must take it over; the award clock runs anew there, and the record says where it came from.
func TestATransferredCaseIsTakenOver(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	secondCommission(t, s.Kit)
	s.ref = thin(s.Kit, s.worker)
	s.intake.Step(s.ref, "accept", fourTests)
	s.worker.Want(200, s.worker.Upload(s.ref, map[string]string{"title": "工资条", "proves": "拖欠工资"}, "工资条.pdf", sample("工资条.pdf")), nil)
	s.serveOn("notice-to-respond", "2026-03-02")
	s.worker.Step(s.ref, "record-interruption", j{"kind": "claimed", "happened": "2026-01-10", "evidence": "微信催款记录"})
	s.employerJoins()
	s.Clock.Set("2026-03-09")
	s.employer.Step(s.ref, "object-to-jurisdiction", j{"competent": "临海市劳动人事争议仲裁委员会", "reason": "实际在临海上班。"})
	if ch := s.intake.See(s.ref).Choices.Commissions; len(ch) != 1 || ch[0].ID != 2 {
		t.Fatalf("commissions to choose from: %v", ch)
	}
	if a := s.intake.Try(s.ref, "propose-transfer", j{"to": 1, "reason": "异议成立"}); a.Status != 422 {
		t.Errorf("a transfer to oneself = %d", a.Status)
	}
	s.intake.Step(s.ref, "propose-transfer", j{"to": 2, "reason": "履行地在临海，异议成立。"})
	done := s.head.Step(s.ref, "transfer", nil)
	if done.Mode != workflows.Transferred {
		t.Fatalf("closed as %s", done.Mode)
	}
	if v := intakeOf(s.intake, s.ref); len(v.Objections) != 1 || v.Objections[0].Founded == nil || !*v.Objections[0].Founded {
		t.Errorf("the objection = %+v", v.Objections)
	}

	there, theirHead := s.As("lian2"), s.As("zhongcai3")
	var docket casework.Docket
	there.Get("/api/v1/cases", &docket)
	if len(docket.Rows) != 1 {
		t.Fatalf("in the receiver's queue: %+v", docket.Rows)
	}
	arrived := docket.Rows[0].Ref
	if a := s.intake.Do("GET", "/api/v1/cases/"+arrived, nil); a.Status != 404 {
		t.Errorf("the sender sees the receiver's case: %d", a.Status)
	}
	if a := there.Do("GET", "/api/v1/cases/"+s.ref, nil); a.Status != 404 {
		t.Errorf("the receiver sees the sender's case: %d", a.Status)
	}
	v := there.See(arrived)
	if v.State != workflows.Filed || len(v.Exhibits) != 1 || len(v.Claims) != 1 || len(v.Applicants) != 1 || len(v.Respondents) != 1 || v.Next.Who != workflows.Registry {
		t.Errorf("what arrived: %+v", v)
	}
	if a := there.Do("GET", "/api/v1/cases/"+arrived+"/exhibits/"+fmt.Sprint(v.Exhibits[0].ID), nil); a.Status != 200 || string(a.Body) != string(sample("工资条.pdf")) {
		t.Errorf("the file at the receiver = %d", a.Status)
	}
	from := intakeOf(there, arrived).Transferred
	old := s.intake.See(s.ref)
	if from == nil || from.Ref != s.ref || from.Head != old.Timeline[0].Hash || from.Events != len(old.Timeline) || len(from.Record) != from.Events {
		t.Errorf("its past = %+v", from)
	}
	there.Refused(arrived, "accept", fourTests, "transferred-in")
	there.Refused(arrived, "refer", j{"commission": "台州市劳动人事争议仲裁委员会", "reason": "不属本会"}, "transferred-not-again")
	s.Clock.Set("2026-03-12")
	got := there.Step(arrived, "take-over", nil)
	if got.Number != "临劳人仲案〔2026〕1号" || got.State != workflows.Accepted {
		t.Errorf("taken over: %+v", got)
	}
	v = there.See(arrived)
	for _, c := range v.Clocks {
		switch c.Period {
		case workflows.AwardPeriod:
			if c.Starts.String() != "2026-03-12" || c.Due.String() != "2026-04-27" || !strings.Contains(c.Working[1].Says.ZH, "移送接收") { // day 45, 26 April, is a Sunday
				t.Errorf("the award clock there: %+v", c)
			}
		case workflows.CopyPeriod:
			if c.Done.IsZero() {
				t.Error("the copy was served before and counts there")
			}
		}
	}
	s.worker.See(arrived) // the parties see it with their own accounts
	ch := theirHead.See(arrived).Choices
	theirHead.Step(arrived, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "蒋晓红")}, "recorder": ch.Recorders[0].ID})
	verify(t, s.Kit)
}

// A receiver that disagrees reports to the common superior: designated to it, it takes the case over;
// designated elsewhere, it refers the applicant.
func TestAReceiverMayDisagree(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	secondCommission(t, s.Kit)
	there, theirHead := s.As("lian2"), s.As("zhongcai3")
	for i, ours := range []bool{true, false} {
		ref := file(s.Kit, s.intake, "").Ref
		s.intake.Step(ref, "accept", fourTests)
		s.intake.Step(ref, "propose-transfer", j{"to": 2, "reason": "履行地在临海。"})
		s.head.Step(ref, "transfer", nil)
		var docket casework.Docket
		there.Get("/api/v1/cases?state=filed", &docket)
		if len(docket.Rows) != 1 {
			t.Fatalf("round %d: %d cases wait", i, len(docket.Rows))
		}
		at := docket.Rows[0].Ref
		there.Refused(at, "record-designation", j{"ours": true, "document": "台劳人仲〔2026〕3号"}, "no-report")
		there.Step(at, "propose-dispute-transfer", j{"superior": "台州市劳动人事争议仲裁委员会", "reason": "履行地在仙居。"})
		theirHead.Step(at, "dispute-transfer", nil)
		there.Refused(at, "take-over", nil, "designation-awaited")
		there.Step(at, "record-designation", j{"ours": ours, "document": "台劳人仲〔2026〕3号"})
		if ours {
			there.Step(at, "take-over", nil)
			continue
		}
		there.Refused(at, "take-over", nil, "designation-awaited")
		there.Step(at, "refer", j{"commission": "仙居县劳动人事争议仲裁委员会", "reason": "上级指定由仙居管辖。"})
	}
	verify(t, s.Kit)
}
