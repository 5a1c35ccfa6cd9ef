package e2e

import (
	"testing"

	"tiaocai/server/casework"
)

// Whether thirty workers are one case or thirty is a setting of the commission, approved by a second
// person: it decides how many numbers they take and how the figures count them, from its day on.
func TestAGroupCountsAsTheSettingSays(t *testing.T) {
	t.Parallel()
	s := groupCase(t)
	rows := people(30)
	rows[1][1] = "林小芬"
	s.intake.Step(s.ref, "enter-group", j{"sheet": pasted(rows)})
	if a := s.head.Do("POST", "/api/v1/settings", j{"name": "collective_counting", "from": "2026-03-02", "value": "some", "source": "仲裁委会议纪要3号"}); a.Status != 422 {
		t.Errorf("another way of counting = %d %s", a.Status, a.Body)
	}
	waiting := s.proposed("/api/v1/settings", j{"name": "collective_counting", "from": "2026-03-02", "value": "each", "source": "仲裁委会议纪要3号"})
	s.director.Want(200, s.director.Do("POST", waiting+"/approve", j{}), nil)
	s.intake.Step(s.ref, "accept", fourTests)
	first := s.intake.See(s.ref).Number

	next := thin(s.Kit, s.worker)
	s.intake.Step(next, "accept", fourTests)
	if n := s.intake.See(next).Number; first != "仙劳人仲案〔2026〕1号" || n != "仙劳人仲案〔2026〕31号" {
		t.Errorf("the group is %s, the next case %s", first, n)
	}
	var f casework.Figures
	s.director.Get("/api/v1/figures", &f)
	if f.Counters[1].N != 31 || !f.Balanced {
		t.Errorf("accepted %+v, balanced %t", f.Counters, f.Balanced)
	}
	s.director.Want(200, s.director.Do("POST", "/api/v1/figures/recount", j{}), nil)
	s.director.Get("/api/v1/figures", &f)
	if f.Counters[1].N != 31 || !f.Balanced {
		t.Errorf("counted anew: %+v, balanced %t", f.Counters, f.Balanced)
	}
	verify(t, s.Kit)
}
