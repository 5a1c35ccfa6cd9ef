package e2e

import (
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// How it is proven that a paper reached the other side, a photo of its door, where it was left, who signed, is for that
// side and for staff. That and when it was served, everybody of the case sees.
func TestProofOfServiceIsTheRecipientsOwn(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	acceptedOn(s)
	s.employerJoins()
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "申1"}), &code)
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	const mark = "MARKER7Q3Z"
	files := map[string]int64{}
	for _, x := range []struct{ paper, party string }{{"tribunal-notice", "申1"}, {"tribunal-notice", "被1"}, {"notice-to-respond", "被1"}} {
		s.intake.Want(200, s.intake.Send("/api/v1/cases/"+s.ref+"/serve-document", map[string]string{"document": idText(s.paper(x.paper).ID), "party": x.party, "method": "direct",
			"receiver": "本人", "proof": "回证 " + mark + x.party}, "回证.png", sample("打卡.png")), nil)
		files[x.paper+x.party] = s.records(x.paper, x.party)[0].File
	}
	opens := func(c *testkit.Client, which string) int {
		return c.Do("GET", fmt.Sprintf("/api/v1/cases/%s/exhibits/%d", s.ref, files[which]), nil).Status
	}
	for which, want := range map[string][3]int{"tribunal-notice申1": {200, 404, 200}, "tribunal-notice被1": {404, 200, 200}, "notice-to-respond被1": {404, 200, 200}} {
		if got := [3]int{opens(s.worker, which), opens(s.employer, which), opens(s.arbitrator, which)}; got != want {
			t.Errorf("the proof of %s: worker, employer, arbitrator = %v, want %v", which, got, want)
		}
	}
	for c, own := range map[*testkit.Client]string{s.worker: "申1", s.employer: "被1"} {
		for _, to := range servedTo(c.See(s.ref), "tribunal-notice") {
			v := to.Services[0]
			if mine := to.Party == own; to.On.IsZero() || v.ServedOn.IsZero() || (v.File != 0) != mine || (v.Proof != "") != mine || (to.Proof != "") != mine {
				t.Errorf("%s reads of the service on %s: %+v", c.Login, to.Party, to)
			}
		}
		page := string(browser(s.Kit, c.Login).Do("GET", "/cases/"+s.ref, nil).Body)
		for _, party := range []string{"申1", "被1"} {
			if strings.Contains(page, mark+party) != (party == own) {
				t.Errorf("%s's page and the proof of the service on %s", c.Login, party)
			}
		}
		for _, r := range c.See(s.ref).Readers {
			if strings.HasPrefix(r.Subject, "exhibit 送") {
				t.Errorf("%s reads who opened %s", c.Login, r.Subject)
			}
		}
	}
}

func servedTo(v *casework.CaseView, paper string) []casework.ServedView {
	for _, d := range v.Documents {
		if string(d.Paper) == paper {
			return d.To
		}
	}
	return nil
}
