package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

func organisation(c *testkit.Client) (v casework.OrganisationPage) {
	c.Get("/api/v1/organisation", &v)
	return v
}

// The manager keeps the roster of the coming four weeks, working days only, with the organisation's own mediators. A mediator sees
// the own days; the public learns that somebody is on duty today and not who; another organisation has a roster of its own.
func TestTheManagerKeepsTheRoster(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-06", Idle: true}))
	s.asksMediation()
	xu, lan := s.candidates(s.manager).Mediators[0].Account, s.candidates(s.manager).Mediators[1].Account
	v := organisation(s.manager)
	if len(v.Roster) != 20 || len(v.Pool) != 2 || len(v.Waiting) != 1 || v.Waiting[0].Ref != s.ref || !v.Waiting[0].SameTown || v.Waiting[0].Due.IsZero() || len(v.Figures) == 0 || !v.MayRoster {
		t.Fatalf("the organisation: %+v", v)
	}
	set := func(c *testkit.Client, rows ...j) testkit.Answer {
		return c.Do("POST", "/api/v1/organisation/roster", j{"duty": rows})
	}
	s.manager.Want(200, set(s.manager, j{"on": "2026-03-06", "mediator": xu}, j{"on": "2026-03-09", "mediator": lan}, j{"on": "2026-03-09", "mediator": xu}, j{"on": "2026-03-10"}), nil)
	for place, x := range map[string]j{"duty.0.on": {"on": "2026-03-07", "mediator": xu}, "duty.0.mediator": {"on": "2026-03-09", "mediator": s.arbitratorOf()}} {
		if a := set(s.manager, x); a.Status != 422 || !strings.Contains(string(a.Body), place) {
			t.Errorf("%s: %d %s", place, a.Status, a.Body)
		}
	}
	if a := set(s.manager, j{"on": "2026-04-06", "mediator": xu}); a.Status != 422 {
		t.Errorf("beyond four weeks: %d", a.Status)
	}
	v = organisation(s.manager)
	if len(v.Roster[0].Duty) != 1 || len(v.Roster[1].Duty) != 2 || len(v.Roster[2].Duty) != 0 || !v.Pool[0].Duty || v.Pool[0].Account != xu {
		t.Errorf("the roster: %+v", v.Roster[:3])
	}
	var mine casework.DutyView
	s.mediator.Get("/api/v1/me/duty", &mine)
	if len(mine.Days) != 2 || mine.Days[0].String() != "2026-03-06" || !strings.Contains(s.page(s.mediator, "/account"), "我的值班") {
		t.Errorf("the mediator's own days: %v", mine.Days)
	}
	if s.head.Get("/api/v1/me/duty", &mine); len(mine.Days) != 0 {
		t.Errorf("the head is on duty: %v", mine.Days)
	}
	a := s.Nobody().Do("GET", "/api/v1/mediators", nil)
	if !strings.Contains(string(a.Body), `"duty":true`) || strings.Contains(string(a.Body), "徐美珍") || strings.Count(string(a.Body), `"duty":true`) != 1 {
		t.Errorf("what the public learns: %s", a.Body)
	}
	other := s.As("guanli2")
	if o := organisation(other); len(o.Roster[0].Duty) != 0 || len(o.Waiting) != 0 || o.Name == v.Name {
		t.Errorf("another organisation sees %+v", o)
	}
	if a := set(other, j{"on": "2026-03-09", "mediator": xu}); a.Status != 422 {
		t.Errorf("another organisation's manager sets our roster: %d", a.Status)
	}
	for _, login := range []string{"tiaojie", "yuanzhang", "lian", "ducha"} {
		c := s.As(login)
		if a, b := c.Do("GET", "/api/v1/organisation", nil), set(c); a.Status != 403 || b.Status != 403 {
			t.Errorf("%s: %d and %d", login, a.Status, b.Status)
		}
	}

	s.manager.Want(200, set(s.manager, j{"on": "2026-03-09", "mediator": lan}), nil) // one roster in place of the other
	s.Clock.Set("2026-03-09")
	if v = organisation(s.manager); v.Pool[0].Account != lan || len(v.Roster[0].Duty) != 1 {
		t.Errorf("on Monday: %+v", v.Pool)
	}
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": lan})
	if v = organisation(s.manager); len(v.Waiting) != 0 || candidate(v.Pool, "章小兰").Open != 1 {
		t.Errorf("afterwards: %+v", v)
	}
}

// arbitratorOf is an account that mediates for nobody.
func (s *story) arbitratorOf() int64 {
	s.T.Helper()
	var me casework.Me
	s.arbitrator.Get("/api/v1/me", &me)
	return me.Account
}
