package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// lacking is what the arbitrators' list says that the case still waits for before its hearing.
func (s *story) lacking() (codes []string) {
	s.T.Helper()
	var d casework.Docket
	s.intake.Get("/api/v1/cases?list=office", &d)
	for _, r := range d.Rows {
		if r.Ref == s.ref && r.Preparing {
			for _, l := range r.Lacks {
				codes = append(codes, l.Code)
			}
			return codes
		}
	}
	return []string{"no hearing to prepare"}
}

func (s *story) lacks(want string) {
	s.T.Helper()
	if got := strings.Join(s.lacking(), " "); got != want {
		s.T.Errorf("on %s the hearing waits for %q, want %q", s.Clock.Today(), got, want)
	}
}

// The list says of each case what its hearing still waits for: the copy on the respondent, the defence, the time
// for evidence, the tribunal.
func TestTheListSaysWhatAHearingWaitsFor(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.filedForArbitration()
	s.lacks("no hearing to prepare")
	s.Clock.Set("2026-03-12")
	s.intake.Step(s.ref, "accept", j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true})
	s.lacks("served defence evidence tribunal")
	s.serve("notice-to-respond", "direct", "2026-03-13")
	s.lacks("defence evidence tribunal")
	s.Clock.Set("2026-03-28") // the period ended the day before: nobody has to answer
	s.lacks("tribunal")
	s.Clock.Set("2026-03-16")
	s.intake.Step(s.ref, "file-defence", nil)
	s.lacks("evidence tribunal")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.lacks("evidence tribunal") // nobody was told yet who sits
	s.serve("tribunal-notice", "direct", "2026-03-17")
	s.lacks("evidence")
	if page := s.page(s.arbitrator, "/work"); !strings.Contains(page, "举证未满") {
		t.Error("the page does not say what is missing")
	}
	s.Clock.Set("2026-03-28")
	s.lacks("")
}

// A light narrows the list, and its link keeps what was chosen before; pressed again it lets go.
func TestALightNarrowsTheList(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-30", Idle: true})
	in := k.As("lian")
	for _, day := range []string{"2026-02-10", "2026-03-20", "2026-03-24", "2026-03-29", "2026-03-30"} {
		file(k, in, day)
	}
	var all casework.Docket
	in.Get("/api/v1/cases?list=office", &all)
	sum := 0
	for _, light := range all.Lights {
		var d casework.Docket
		in.Get("/api/v1/cases?list=office&limit=1&light="+string(light.Light), &d)
		sum += d.Total
		if d.Total != light.N || len(d.Rows) != 1 || (d.Next == "") != (light.N == 1) || len(d.Lights) != len(all.Lights) {
			t.Errorf("%s: %d of %d on a page of one, next %q, want %d", light.Light, len(d.Rows), d.Total, d.Next, light.N)
		}
		for _, r := range d.Rows {
			if r.Light != light.Light {
				t.Errorf("%s among %s", r.Light, light.Light)
			}
		}
	}
	if sum != all.Total || len(all.Lights) < 2 {
		t.Errorf("the lights %v make %d of %d", all.Lights, sum, all.Total)
	}
	if a := in.Do("GET", "/api/v1/cases?light=purple", nil); a.Status != 422 {
		t.Errorf("a light that there is not: %d", a.Status)
	}
	light := string(all.Lights[0].Light)
	page := string(browser(k, "lian").Do("GET", "/work?state=filed&light="+light, nil).Body)
	if !strings.Contains(page, `href="/work?state=filed" aria-current="true"`) {
		t.Errorf("the light that is chosen cannot be let go:\n%s", page)
	}
}
