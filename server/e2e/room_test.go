package e2e

import (
	"net/http"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// What the recorder types is kept as a draft, which everybody who reads the minutes sees at once and nobody else; the
// minutes are written from it.
func TestTheRoomSeesTheMinutesAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	at := "/api/v1/cases/" + s.ref + "/room"
	if a := s.recorder.Do("GET", at, nil); a.Code() != "no-hearing-open" {
		t.Errorf("before the hearing: %d %s", a.Status, a.Code())
	}
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	var kept casework.DraftKept
	s.recorder.Want(200, s.recorder.Do("POST", at+"/draft", j{"text": "核对身份。", "identity": true}), &kept)
	var r casework.Room
	s.employer.Get(at, &r)
	if r.Text != "核对身份。" || r.Draft != 1 || !r.Points[0].Done || r.Points[1].Done || r.Writes || !r.Open {
		t.Errorf("the employer sees %+v", r)
	}
	if a := s.recorder.Do("POST", at+"/draft", j{"text": "旧窗口"}); a.Code() != "draft-changed" {
		t.Errorf("an old window: %d %s", a.Status, a.Code())
	}
	for _, c := range []*testkit.Client{s.mediator, s.stranger} {
		if a := c.Do("GET", at, nil); a.Status < 400 {
			t.Errorf("%s looks on", c.Login)
		}
	}
	if a := s.arbitrator.Do("POST", at+"/draft", j{"text": "仲裁员写"}); a.Status != 403 {
		t.Errorf("somebody else writes: %d", a.Status)
	}
	s.recorder.Refused(s.ref, "write-minutes", allPoints(), "draft-changed") // the draft would be lost unseen
	written := allPoints()
	written["draft"] = 1
	s.recorder.Step(s.ref, "write-minutes", written)
	s.employer.Get(at, &r)
	if r.Draft != 0 || r.Written != 1 || !strings.Contains(r.Text, "质证") {
		t.Errorf("after the minutes: %+v", r)
	}
	verify(t, s.Kit)
}

// While there is a draft, the minutes are written from it wherever one begins: what another window saved meanwhile stands
// beside what was typed, and nothing of either is lost.
func TestMinutesAreWrittenFromTheirDraft(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	b := browser(s.Kit, "shuji")
	step := "/cases/" + s.ref + "/steps/write-minutes"
	plain := string(b.Do("GET", step, nil).Body)
	if strings.Contains(plain, `name="_draft"`) || strings.Contains(plain, `name="draft"`) {
		t.Error("without a draft the form is not the plain one")
	}
	save := func(draft int, text string) {
		s.recorder.Want(200, s.recorder.Do("POST", "/api/v1/cases/"+s.ref+"/room/draft", j{"text": text, "draft": draft}), nil)
	}
	save(0, "审理三小时的笔录。")
	says(t, posts(b, step, "text", "旧表单里写的。", "identity", "true"), 409, `id="clash"`, "旧表单里写的。", "草稿在另一个窗口里改过", `name="_draft" value="1"`)
	says(t, b.Do("GET", step, nil), 200, "审理三小时的笔录。", `name="_draft" value="1"`)
	save(1, "审理四小时的笔录。")
	says(t, posts(b, step, "_draft", "1", "text", "审理三小时的笔录。"), 409, `id="clash"`, `name="_draft" value="2"`)
	says(t, posts(b, step, "_draft", "2", "text", ""), 422, `name="_draft" value="2"`)
	leads(t, posts(b, step, "_draft", "2", "text", "审理四小时的笔录。"), "/cases/"+s.ref)
	if m := s.recorder.See(s.ref).Minutes; len(m) != 1 || m[0].Version != 1 || m[0].Text != "审理四小时的笔录。" {
		t.Errorf("the minutes are %+v", m)
	}
	if n := one(t, s.Kit, "select count(*)::text from minutes_drafts"); n != "0" {
		t.Errorf("%s drafts are left", n)
	}
	says(t, posts(b, step, "_draft", "2", "text", "再写一次。"), 409, "再写一次。")
	verify(t, s.Kit)
}

// The same in two browsers.
func TestRoomInTheBrowser(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	s.employerJoins()
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	if a := browser(s.Kit, "tiaojie").Do("GET", "/cases/"+s.ref+"/room/live", nil); a.Status != http.StatusNotFound {
		t.Errorf("the mediator listens: %d", a.Status)
	}
	if out, err := inbrowser.Run(t, ".", "room.js", "BASE="+s.Base, "CASE="+s.ref); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}
