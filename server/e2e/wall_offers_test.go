package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// offerWall looks, at one stage, into everything that anybody can read, and into what is stored beside: for the offer's
// sum and terms, and for any word that there is an offer at all.
type offerWall struct {
	*story
	t    *testing.T
	may  map[string]bool // who reads offers at this stage
	mark string
	sum  string
	n    int
}

func (w *offerWall) found(x string) string {
	for _, m := range []string{w.mark, w.sum + ".58", strings.ReplaceAll(w.sum, ",", "")} {
		if strings.Contains(x, m) {
			return m
		}
	}
	return ""
}

// existence are the words by which somebody would learn that there are offers.
func existence(x string) string {
	for _, m := range []string{`"make-offer","name"`, `"accept-offer"`, `"decline-offer"`, `"withdraw-offer"`, `"lapse-offer"`, "和解方案", "offer to settle"} {
		if strings.Contains(x, m) {
			return m
		}
	}
	return ""
}

func (w *offerWall) look(stage string) {
	w.t.Helper()
	read := 0
	paths := append(getRoutes(w.ref), "/api/v1/cases/"+w.ref+"/offers/1", fmt.Sprintf("/api/v1/cases/%s/offers/%d", w.ref, w.n), fmt.Sprintf("/cases/%s/offers/%d", w.ref, w.n),
		"/api/v1/cases/"+w.ref+"/agreement", "/api/v1/cases/"+w.ref+"/deliberation", "/api/v1/cases/"+w.ref+"/intake", "/api/v1/cases/"+w.ref+"/room", "/api/v1/clocks", "/api/v1/calendar", "/api/v1/board", "/api/v1/approvals",
		"/api/v1/cases?q="+w.mark, "/api/v1/figures.xlsx", "/api/v1/operations", "/cases/"+w.ref+"/timeline", "/cases/"+w.ref+"/hearing", "/cases/"+w.ref+"/papers", "/cases/"+w.ref+"/clocks",
		"/cases/"+w.ref+"/steps/attempt-mediation", "/cases/"+w.ref+"/steps/draft-agreement", "/board", "/clocks", "/work")
	for _, login := range boot.DemoLogins() {
		c := w.As(login)
		for _, path := range paths {
			a := c.Do("GET", path, nil)
			m := w.found(string(a.Body))
			if m != "" && w.may[login] {
				read++
			}
			if path == "/outbox" || path == "/api/openapi.json" || strings.Contains(path, "/offers/") && a.Status == 403 {
				continue
			}
			if m == "" && (strings.HasPrefix(path, "/api/v1/cases/"+w.ref) || strings.HasPrefix(path, "/cases/"+w.ref)) && !strings.Contains(path, "/steps/") && login != "worker" && login != "employer" {
				if m = existence(string(a.Body)); m != "" && w.may[login] {
					m = ""
				}
			}
			if m != "" && !w.may[login] {
				i := strings.Index(string(a.Body), m)
				w.t.Errorf("%s: %s reads at %s (%d): %q", stage, login, path, a.Status, string(a.Body)[max(0, i-80):min(len(a.Body), i+40)])
			}
		}
	}
	if read == 0 {
		w.t.Errorf("%s: nobody reads the offer: the marker is not where it should be", stage)
	}
	waitForMessages(w.t, w.Kit)
	for _, q := range []string{"select string_agg(convert_from(canonical, 'UTF8') || detail::text, ' ') from case_events", "select string_agg(args::text, ' ') from river_job"} {
		if m := w.found(one(w.t, w.Kit, q)); m != "" {
			w.t.Errorf("%s: %s comes out of %s", stage, m, q)
		}
	}
	box, err := w.P.Desk.Outbox(context.Background())
	if err != nil || w.found(fmt.Sprint(box)) != "" {
		w.t.Errorf("%s: an offer stands in a message (%v)", stage, err)
	}
	for line := range strings.Lines(w.Log.String()) {
		if m := w.found(line); m != "" {
			w.t.Errorf("%s: %s stands in the log: %.300s", stage, m, line)
		}
	}
}

// What the two sides offer each other, and that they do, is theirs at every stage: in mediation also the mediator's and the
// organisation's, before the tribunal nobody else's. It is in no reading, message, event, job or log line of anybody else;
// nor is what was accepted, until a party asks the tribunal itself.
func TestNobodyElseLearnsOfAnOfferAtAnyStage(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	inTalks(s)
	w := &offerWall{story: s, t: t, may: map[string]bool{"worker": true, "employer": true, "tiaojie": true, "guanli": true}, mark: "MARKER7Q3Z", sum: "3,141,592"}
	offer := func(until string) {
		w.n = int(s.offered(s.employer, "3141592.58", "MARKER7Q3Z", "2026-05-31", until))
	}
	offer("2026-03-08")
	w.look("mediation")
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.mediator.Step(s.ref, "fail-mediation", nil)
	w.look("mediation failed") // the mediators read what was offered with them
	s.worker.Step(s.ref, "file-application", nil)
	// from here on the mediators read nothing new
	w.may, w.mark, w.sum = map[string]bool{"worker": true, "employer": true}, "MARKER9K4X", "2,718,281"
	s.employer.Step(s.ref, "make-offer", j{"amount": "2718281.58", "terms": "MARKER9K4X", "pay_by": "2026-05-31", "until": "2026-03-04"})
	w.n++
	w.look("filed")
	s.intake.Step(s.ref, "accept", fourTests)
	s.Clock.Set("2026-03-05")
	s.sweepAll() // the clock voids it
	w.look("accepted, an offer ran out")
	s.offered(s.employer, "2718281.58", "MARKER9K4X", "2026-05-31", "2026-04-30")
	s.serve("notice-to-respond", "direct", "2026-03-05")
	s.intake.Step(s.ref, "file-defence", nil)
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	w.n = int(s.worker.See(s.ref).Offers.Open[0].ID)
	w.look("a tribunal sits")
	s.arbitrator.Step(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-16", "starts": "09:00", "place": "第一仲裁庭"})
	s.serveOn("hearing-notice", "2026-03-05")
	w.look("scheduled")
	s.Clock.Set("2026-03-16")
	s.arbitrator.Step(s.ref, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	s.worker.Step(s.ref, "decline-offer", j{"offer": w.n})
	w.look("hearing, declined")
	s.recorder.Step(s.ref, "write-minutes", allPoints())
	s.arbitrator.Step(s.ref, "close-hearing", nil)
	w.n = int(s.offered(s.employer, "2718281.58", "MARKER9K4X", "2026-05-31", "2026-04-30"))
	s.worker.Step(s.ref, "accept-offer", j{"offer": w.n})
	w.look("deliberating, accepted")
	var timeline casework.CaseView
	s.arbitrator.Get("/api/v1/cases/"+s.ref, &timeline)
	for _, e := range timeline.Timeline {
		if e.Event.Walled() {
			t.Errorf("the tribunal's timeline has %s", e.Event)
		}
	}
	verify(t, s.Kit)
}
