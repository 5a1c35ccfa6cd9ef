package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// Files that have been kept their time are on one list, the longest over first: five years after a withdrawal,
// ten after an award. The registry proposes from it, the head approves, and the file leaves the list.
func TestFilesAreKeptTheirTime(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	mixedAward(s)
	s.recorder.Step(s.ref, "archive", nil)
	awarded := s.ref
	atTribunal(s)
	s.intake.Step(s.ref, "ask-withdrawal", nil)
	s.arbitrator.Step(s.ref, "propose-allow-withdrawal", nil)
	s.head.Step(s.ref, "allow-withdrawal", nil)
	s.recorder.Step(s.ref, "archive", nil)
	withdrawn := s.ref

	see := func(c *testkit.Client, query string) casework.Disposals {
		t.Helper()
		var list casework.Disposals
		c.Want(200, c.Do("GET", "/api/v1/disposals"+query, nil), &list)
		return list
	}
	if list := see(s.intake, ""); len(list.Rows) != 0 {
		t.Errorf("nothing is over yet: %+v", list.Rows)
	}
	first := see(s.intake, "?by=2040-01-01&limit=1")
	if len(first.Rows) != 1 || first.Rows[0].Ref != withdrawn || first.Rows[0].KeptUntil.String() != "2031-03-02" || first.Rows[0].May || first.Next == "" {
		t.Fatalf("the first page = %+v", first)
	}
	second := see(s.intake, "?by=2040-01-01&limit=1&after="+first.Next)
	if len(second.Rows) != 1 || second.Rows[0].Ref != awarded || second.Rows[0].KeptUntil.String() != "2036-04-01" || second.Next != "" {
		t.Errorf("the second page = %+v", second)
	}
	if r := second.Rows[0]; len(r.Main) == 0 || r.Main[0].N < 3 || len(r.Secret) == 0 || r.Secret[0].Name.EN != "Approvals" {
		t.Errorf("what lies in its volumes: %+v | %+v", r.Main, r.Secret)
	}
	if a := s.intake.Do("GET", "/api/v1/disposals?after=yesterday", nil); a.Status != 422 || !strings.Contains(string(a.Body), `"after"`) {
		t.Errorf("a made-up page = %d %s", a.Status, a.Body)
	}
	s.intake.Refused(withdrawn, "propose-approve-disposal", j{"reason": "保存期满。"}, "retention-runs")

	s.Clock.Set("2031-03-03")
	intake, head := s.As("lian"), s.As("yuanzhang")
	if list := see(intake, ""); len(list.Rows) != 1 || list.Rows[0].Ref != withdrawn || !list.Rows[0].May {
		t.Fatalf("the day after: %+v", list.Rows)
	}
	intake.Step(withdrawn, "propose-approve-disposal", j{"reason": "保存期满，没有继续保存的价值。"})
	if list := see(head, ""); len(list.Rows) != 1 || !list.Rows[0].Proposed {
		t.Errorf("proposed: %+v", list.Rows)
	}
	page := string(browser(s.Kit, "yuanzhang").Do("GET", "/disposals", nil).Body)
	for _, want := range []string{"待处置案卷", "/cases/" + withdrawn + "/steps/approve-disposal", "等待审批"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	head.Step(withdrawn, "approve-disposal", nil)
	if list := see(head, ""); len(list.Rows) != 0 {
		t.Errorf("still on the list: %+v", list.Rows)
	}
}
