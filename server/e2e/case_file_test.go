package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
)

// The file of a case has pages of its own for what lies in it; a page with nothing on it is not offered, and what
// somebody may not read is not counted either. A party has one page and is led there.
func TestACaseFileHasPages(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true}))
	s.filedForArbitration()
	at := "/cases/" + s.ref
	clerk := browser(s.Kit, "lian")
	if page := string(clerk.Do("GET", at, nil).Body); strings.Contains(page, at+"/hearing") || !strings.Contains(page, at+`" aria-current="page">概况<`) {
		t.Error("a case that was just filed offers a page about its hearing, or no summary")
	}
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.serve("notice-to-respond", "direct", "2026-03-13")
	s.evidenceComesIn()
	for path, says := range map[string]string{"": "可办的步骤", "/claims": "18,600.00", "/evidence": "工资条.pdf", "/papers": "应诉通知书", "/clocks": "答辩", "/timeline": "立案人员"} {
		page := string(clerk.Do("GET", at+path, nil).Body)
		if !strings.Contains(page, says) || !strings.Contains(page, at+path+`" aria-current="page"`) || !strings.Contains(page, `/evidence"`) || !strings.Contains(page, "证据 3<") {
			t.Errorf("%s lacks %s, its own tab or the number of exhibits", path, says)
		}
	}
	mediator := browser(s.Kit, "tiaojie")
	if a := mediator.Do("GET", at+"/evidence", nil); a.Status != 404 {
		t.Errorf("a mediator of another matter opens the evidence: %d", a.Status)
	}
	if a := browser(s.Kit, "worker").Do("GET", at+"/timeline", nil); a.Status != 303 || a.Header.Get("Location") != at {
		t.Errorf("a party is led to %q (%d)", a.Header.Get("Location"), a.Status)
	}
}
