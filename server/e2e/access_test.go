package e2e

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// insiders may see the case of this test; everybody else must be told that there is nothing.
var insiders = strings.Fields("worker employer lian lian2 zhongcai shuji tiaojie guanli yuanzhang zhuren")

// admitted says by hand who may take which step or reading of the case. Insiders who are not
// named get 403; strangers 404. A route of a case that is not here fails the test.
var admitted = map[string]string{
	"GET ":                   "worker employer lian lian2 zhongcai shuji tiaojie guanli yuanzhang zhuren",
	"GET deliberation":       "zhongcai yuanzhang zhuren",
	"GET notes":              "tiaojie guanli",
	"GET room":               "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"POST room/draft":        "shuji",
	"GET workbook":           "zhongcai shuji",
	"POST workbook":          "zhongcai shuji",
	"GET award":              "zhongcai",
	"POST award":             "zhongcai",
	"GET agreement":          "worker employer tiaojie guanli",
	"GET application":        "worker lian lian2 zhongcai shuji tiaojie yuanzhang zhuren",
	"GET intake":             "worker employer lian lian2 zhongcai shuji tiaojie guanli yuanzhang zhuren",
	"GET receipt":            "worker lian lian2 tiaojie",
	"GET label":              "lian lian2 shuji",
	"GET documents/{id}":     "worker employer lian lian2 zhongcai shuji tiaojie guanli yuanzhang zhuren",
	"GET services/{id}":      "lian lian2 zhongcai shuji tiaojie guanli yuanzhang zhuren",
	"GET exhibits/{id}":      "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"GET exhibits/{id}/view": "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"GET bundle":             "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"POST bundle":            "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"GET bundle.pdf":         "worker employer lian lian2 zhongcai shuji yuanzhang zhuren",
	"POST reveal":            "worker employer lian lian2 zhongcai shuji tiaojie yuanzhang zhuren",
	"POST codes":             "lian lian2 shuji tiaojie",
	"POST agreement/code":    "worker employer tiaojie guanli",
	"GET offers/{id}":        "worker employer tiaojie guanli",
	"GET filing":             "worker",

	"POST amend-application":      "worker lian lian2 tiaojie",
	"POST enter-group":            "worker lian lian2 tiaojie",
	"POST keep-calculation":       "worker lian lian2 tiaojie",
	"POST give-advice":            "lian lian2 tiaojie",
	"POST settle-in-consultation": "lian lian2 tiaojie",
	"POST ask-mediation":          "worker lian lian2 tiaojie",
	"POST assign-mediator":        "guanli",
	"POST consent-to-mediation":   "worker employer tiaojie",
	"POST refuse-mediation":       "worker employer tiaojie",
	"POST hold-session":           "tiaojie",
	"POST extend-mediation":       "tiaojie",
	"POST ask-talks":              "worker employer lian lian2 tiaojie",
	"POST answer-talks":           "worker employer lian lian2 tiaojie",
	"POST extend-talks":           "worker employer lian lian2 tiaojie",
	"POST fail-talks":             "worker employer lian lian2 tiaojie",
	"POST make-offer":             "worker employer",
	"POST withdraw-offer":         "worker employer",
	"POST accept-offer":           "worker employer",
	"POST decline-offer":          "worker employer",
	"POST ask-mediation-document": "worker employer",
	"POST draft-agreement":        "tiaojie",
	"POST sign-agreement":         "worker employer tiaojie guanli",
	"POST fail-mediation":         "tiaojie guanli worker employer",

	"POST ask-review":                "worker employer lian lian2",
	"POST propose-allow-late-review": "lian lian2",
	"POST allow-late-review":         "yuanzhang zhuren",
	"POST accept-review":             "lian lian2",
	"POST propose-refuse-review":     "lian lian2",
	"POST refuse-review":             "yuanzhang zhuren",
	"POST propose-extend-review":     "lian lian2",
	"POST extend-review":             "zhuren",
	"POST propose-replace-agreement": "lian lian2",
	"POST replace-agreement":         "yuanzhang zhuren",
	"POST propose-reject-agreement":  "lian lian2",
	"POST reject-agreement":          "yuanzhang zhuren",
	"POST withdraw-review":           "worker employer lian lian2",
	"POST record-confirmation":       "worker employer lian lian2 tiaojie",
	"POST record-payment-order":      "worker lian lian2 tiaojie",

	"POST entrust-mediation": "zhongcai",
	"POST end-entrusted":     "zhongcai shuji",

	"POST file-application":          "worker lian lian2",
	"POST ask-correction":            "lian lian2",
	"POST complete-correction":       "worker lian lian2",
	"POST hold-for-mediation":        "lian lian2",
	"POST accept":                    "lian lian2",
	"POST propose-refuse-acceptance": "lian lian2",
	"POST refuse-acceptance":         "yuanzhang zhuren",
	"POST refer":                     "lian lian2",
	"POST withdraw-application":      "worker lian lian2",

	"POST record-interruption":       "worker lian lian2 shuji tiaojie",
	"POST certify-no-award":          "worker employer lian lian2 shuji",
	"POST certify-no-decision":       "worker lian lian2",
	"POST take-over":                 "lian lian2 yuanzhang zhuren",
	"POST propose-dispute-transfer":  "lian lian2",
	"POST dispute-transfer":          "yuanzhang zhuren",
	"POST record-designation":        "lian lian2 yuanzhang zhuren",
	"POST end-agency":                "worker employer lian lian2 shuji",
	"POST object-to-jurisdiction":    "employer lian lian2 shuji",
	"POST propose-dismiss-objection": "zhongcai lian lian2",
	"POST dismiss-objection":         "yuanzhang zhuren",

	"POST ask-recusal":          "worker employer lian lian2 zhongcai shuji",
	"POST decide-recusal":       "yuanzhang zhuren",
	"POST set-evidence-period":  "zhongcai",
	"POST change-claims":        "worker lian lian2 shuji",
	"POST accept-change":        "zhongcai",
	"POST decline-change":       "zhongcai",
	"POST form-tribunal":        "yuanzhang zhuren",
	"POST replace-seat":         "yuanzhang zhuren",
	"GET candidates":            "guanli yuanzhang zhuren",
	"POST file-defence":         "employer lian lian2 shuji",
	"POST file-evidence":        "worker employer lian lian2 shuji",
	"POST file-photos":          "worker employer lian lian2 shuji",
	"POST add-agent":            "worker employer lian lian2 shuji",
	"POST name-representatives": "worker lian lian2",
	"POST confirm-address":      "worker employer lian lian2 shuji",
	"POST serve-document":       "lian lian2 shuji tiaojie",
	"POST send-document":        "lian lian2 shuji tiaojie",
	"POST record-delivery":      "lian lian2 shuji tiaojie",
	"POST publish-notice":       "lian lian2 shuji",
	"POST schedule-hearing":     "zhongcai",
	"POST consent-short-notice": "worker employer shuji",
	"POST ask-postponement":     "worker employer lian lian2 shuji",
	"POST grant-postponement":   "zhongcai",
	"POST refuse-postponement":  "zhongcai",
	"POST record-consents":      "worker lian lian2 shuji tiaojie",
	"POST notify-at-once":       "zhongcai",
	"POST join-hearing":         "zhongcai",
	"POST leave-joint":          "zhongcai",
	"POST handle-simply":        "zhongcai yuanzhang zhuren",
	"POST convert-to-ordinary":  "zhongcai yuanzhang zhuren",
	"POST open-hearing":         "zhongcai",
	"POST adjourn-hearing":      "zhongcai",
	"POST attempt-mediation":    "zhongcai",
	"POST close-hearing":        "zhongcai",
	"POST reopen-hearing":       "zhongcai yuanzhang zhuren",

	"POST counter-apply":   "employer lian lian2 shuji",
	"POST join-counter":    "lian lian2 yuanzhang zhuren",
	"POST decline-counter": "lian lian2 yuanzhang zhuren",
	"POST answer-counter":  "worker lian lian2 shuji",
	"POST join-party":      "zhongcai",

	"POST ask-evidence-taking":     "worker employer lian lian2 shuji",
	"POST answer-evidence-taking":  "zhongcai",
	"POST exchange-evidence":       "zhongcai shuji",
	"POST record-inquiry":          "zhongcai shuji lian lian2",
	"POST send-inquiry":            "zhongcai",
	"POST entrust-appraisal":       "zhongcai",
	"POST receive-opinion":         "zhongcai shuji",
	"POST comment-record":          "worker employer shuji",
	"POST examine-exhibit":         "worker employer shuji",
	"POST ask-restoration":         "worker employer lian lian2 shuji",
	"POST answer-restoration":      "zhongcai yuanzhang zhuren",
	"POST record-appraisal-cost":   "zhongcai shuji",
	"POST record-leaving":          "zhongcai shuji",
	"POST propose-hear-in-default": "zhongcai",
	"POST hear-in-default":         "yuanzhang zhuren",
	"POST answer-withdrawal":       "employer shuji",

	"POST write-minutes":             "shuji",
	"POST sign-minutes":              "worker employer zhongcai shuji",
	"POST note-unsigned":             "shuji",
	"POST ask-minutes-correction":    "worker employer shuji",
	"POST answer-minutes-correction": "zhongcai",

	"POST stop-clock":                  "zhongcai",
	"POST end-stop":                    "zhongcai",
	"POST propose-suspend":             "zhongcai",
	"POST suspend":                     "zhuren",
	"POST resume":                      "zhongcai yuanzhang zhuren",
	"POST propose-extend-award-period": "zhongcai",
	"POST extend-award-period":         "zhuren",

	"POST propose-make-award":         "zhongcai",
	"POST make-award":                 "yuanzhang zhuren",
	"POST cast-vote":                  "zhongcai",
	"POST sign-award":                 "", // a sole arbitrator signs by proposing
	"POST propose-close-by-mediation": "zhongcai",
	"POST close-by-mediation":         "yuanzhang zhuren",
	"POST ask-withdrawal":             "worker lian lian2 shuji",
	"POST propose-allow-withdrawal":   "zhongcai lian lian2",
	"POST allow-withdrawal":           "yuanzhang zhuren",
	"POST propose-deem-withdrawn":     "zhongcai",
	"POST deem-withdrawn":             "yuanzhang zhuren",
	"POST propose-terminate":          "zhongcai",
	"POST terminate":                  "yuanzhang zhuren",
	"POST propose-transfer":           "zhongcai lian lian2",
	"POST transfer":                   "yuanzhang zhuren",
	"POST propose-cancel":             "zhongcai lian lian2",
	"POST cancel":                     "yuanzhang zhuren",

	"POST correct-award":        "zhongcai",
	"POST record-ruling":        "lian lian2 shuji",
	"POST prove-effect":         "lian lian2 shuji",
	"POST confirm-payment":      "worker lian lian2 shuji",
	"POST forward-preservation": "lian lian2 shuji",

	"POST propose-partial-award":         "zhongcai",
	"POST partial-award":                 "yuanzhang zhuren",
	"POST propose-preliminary-execution": "zhongcai",
	"POST preliminary-execution":         "yuanzhang zhuren",
	"POST propose-rehear":                "lian lian2",
	"POST rehear":                        "yuanzhang zhuren",
	"POST propose-approve-disposal":      "lian lian2 shuji",
	"POST approve-disposal":              "yuanzhang zhuren",

	"POST record-suit":           "lian lian2 shuji",
	"POST propose-revoke-award":  "yuanzhang zhuren",
	"POST revoke-award":          "zhuren",
	"POST record-enforcement":    "lian lian2 shuji",
	"POST record-payment":        "worker employer lian lian2 shuji tiaojie",
	"POST archive":               "lian lian2 shuji",
	"POST propose-correct-entry": "lian lian2 shuji tiaojie zhongcai",
	"POST correct-entry":         "yuanzhang zhuren",
	"POST decline-proposal":      "yuanzhang zhuren",
}

// elsewhere says by hand who may use the routes that are not of one case; "*" is anybody signed in.
var elsewhere = map[string]string{
	"POST /api/v1/cases":               "worker employer lian lian2 tiaojie tiaojie2 tiaojie3 tiaojie4",
	"GET /api/v1/cases":                "worker employer agent lian lian2 zhongcai zhongcai2 zhongcai3 shuji shuji2 tiaojie tiaojie2 tiaojie3 tiaojie4 guanli guanli2 guanli3 yuanzhang zhuren",
	"GET /api/v1/clocks":               "worker employer agent lian lian2 zhongcai zhongcai2 zhongcai3 shuji shuji2 tiaojie tiaojie2 tiaojie3 tiaojie4 guanli guanli2 guanli3 yuanzhang zhuren",
	"GET /api/v1/disposals":            "lian lian2 yuanzhang zhuren",
	"GET /api/v1/calendar":             "worker employer agent lian lian2 zhongcai zhongcai2 zhongcai3 shuji shuji2 tiaojie tiaojie2 tiaojie3 tiaojie4 guanli guanli2 guanli3 yuanzhang zhuren",
	"GET /api/v1/board":                "yuanzhang zhuren ducha",
	"GET /api/v1/approvals":            "yuanzhang zhuren",
	"GET /api/v1/me":                   "*",
	"POST /api/v1/me/password":         "*",
	"GET /api/v1/me/feed":              "*",
	"POST /api/v1/me/feed":             "*",
	"POST /api/v1/me/feed/end":         "*",
	"GET /api/v1/messages":             "*",
	"POST /api/v1/messages/read":       "*",
	"GET /api/v1/docket/print":         "zhongcai zhongcai2 zhongcai3 shuji shuji2",
	"POST /api/v1/link":                "*",
	"GET /api/v1/figures":              "lian lian2 yuanzhang zhuren guanli guanli2 guanli3 ducha tongji",
	"GET /api/v1/figures/cases":        "yuanzhang zhuren",
	"GET /api/v1/operations":           "guanliyuan shenji",
	"GET /api/v1/intake":               "lian lian2",
	"POST /api/v1/intake/look":         "lian lian2",
	"GET /api/v1/reassign":             "yuanzhang zhuren guanli guanli2 guanli3",
	"POST /api/v1/reassign":            "yuanzhang zhuren guanli guanli2 guanli3",
	"GET /api/v1/reassign/{id}":        "yuanzhang zhuren", // one of the commission's
	"POST /api/v1/reassign/{id}/run":   "yuanzhang zhuren guanli guanli2 guanli3",
	"GET /api/v1/organisation":         "guanli guanli2 guanli3",
	"POST /api/v1/organisation/roster": "guanli guanli2 guanli3",
	"GET /api/v1/me/duty":              "*",

	"GET /api/v1/figures.xlsx":        "lian lian2 yuanzhang zhuren guanli guanli2 guanli3 ducha tongji",
	"GET /api/v1/figures/differences": "zhuren tongji",
	"POST /api/v1/figures/recount":    "zhuren",

	"GET /api/v1/me/second-factor":          "*",
	"POST /api/v1/me/second-factor":         "*",
	"POST /api/v1/me/second-factor/confirm": "*",
	"POST /api/v1/me/second-factor/end":     "*",

	"GET /api/v1/people":                     "guanliyuan",
	"GET /api/v1/people/{id}":                "guanliyuan",
	"POST /api/v1/people/{id}/roles":         "guanliyuan",
	"POST /api/v1/people/{id}/link":          "guanliyuan",
	"POST /api/v1/people/{id}/disable":       "guanliyuan",
	"POST /api/v1/people/{id}/enable":        "guanliyuan",
	"POST /api/v1/people/{id}/second-factor": "guanliyuan",
	"GET /api/v1/organisations":              "guanliyuan",

	"POST /api/v1/people":        "guanliyuan",
	"POST /api/v1/people/revoke": "guanliyuan",
	"POST /api/v1/people/unit":   "guanliyuan",
	"POST /api/v1/organisations": "guanliyuan",
	"POST /api/v1/delegations":   "zhuren",

	"GET /api/v1/settings":               "lian lian2 yuanzhang zhuren guanliyuan shenji",
	"POST /api/v1/settings":              "lian lian2 yuanzhang zhuren guanliyuan",
	"POST /api/v1/settings/holidays":     "lian lian2 yuanzhang zhuren guanliyuan",
	"POST /api/v1/settings/{id}/approve": "yuanzhang zhuren",
	"POST /api/v1/settings/{id}/decline": "yuanzhang zhuren",

	"POST /api/v1/series":                   "yuanzhang",
	"POST /api/v1/carry-overs":              "yuanzhang",
	"GET /api/v1/carry-overs":               "yuanzhang",
	"GET /api/v1/carry-overs/{id}":          "yuanzhang",
	"POST /api/v1/carry-overs/{id}/run":     "yuanzhang",
	"GET /api/v1/carry-overs/template.xlsx": "yuanzhang",
}

// public routes need nobody to be signed in.
var public = strings.Fields("/api/v1/status /api/v1/notices /api/v1/tokens /api/v1/accounts /api/v1/first-sign-in /api/v1/mediators /api/v1/hearings /api/v1/hearings/today /feeds/{secret}.ics /feeds/case/{secret}.ics")

func TestEveryRouteForEveryRole(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": s.manager.See(s.ref).Choices.Mediators[0].ID})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.worker.Step(s.ref, "make-offer", j{"amount": "30000.00", "pay_by": "2026-03-20", "until": "2026-03-12", "terms": "一次付清。"})
	offer := s.worker.See(s.ref).Offers.Open[0].ID
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "apart", "attended": "双方到场", "notes": "单位只肯付一半"})
	s.mediator.Step(s.ref, "fail-mediation", nil)
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.employerJoins()
	s.Clock.Set("2026-03-16")
	ch := s.head.See(s.ref).Choices
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	routes := routesOf(t, k)
	clients := map[string]*testkit.Client{}
	for _, login := range boot.DemoLogins() {
		clients[login] = k.As(login)
	}
	theirs := idOf(ch.Arbitrators, "周立民")
	sheet := handIn(t, s.head, "台账.csv", []byte(oldHead+oldRows), nil)
	v := s.intake.See(s.ref)
	var handover casework.HandoverView // of a case that changed since: nothing moves
	s.head.Want(200, s.head.Do("POST", "/api/v1/reassign", j{"account": idOf(ch.Arbitrators, "周立民"), "reason": "illness", "rows": []j{{"case": s.ref, "role": "sole", "version": 1, "to": idOf(ch.Arbitrators, "蒋晓红")}}}), &handover)
	for _, r := range routes {
		method, path, _ := strings.Cut(r, " ")
		if slices.Contains(public, path) || strings.HasPrefix(path, "/api/v1/tools/") || strings.HasPrefix(path, "/api/v1/draft") { // a draft is of whoever has its code
			continue
		}
		rest, ofCase := strings.CutPrefix(path, "/api/v1/cases/{case}")
		allowed, known := elsewhere[r]
		if ofCase {
			allowed, known = admitted[method+" "+strings.TrimPrefix(rest, "/")]
		}
		if !known {
			t.Errorf("no expectation for %s", r)
			continue
		}
		// notices to respond are for the respondent: a paper that both sides read is the tribunal notice
		at := strings.NewReplacer("{case}", s.ref, "documents/{id}", fmt.Sprint("documents/", v.Documents[len(v.Documents)-1].ID), "offers/{id}", fmt.Sprint("offers/", offer), "figures/cases", "figures/cases?number=K", "settings/{id}", "settings/1", "people/{id}", fmt.Sprint("people/", theirs), "carry-overs/{id}", fmt.Sprint("carry-overs/", sheet.ID), "reassign/{id}", fmt.Sprint("reassign/", handover.ID), "exhibits/{id}", fmt.Sprint("exhibits/", v.Exhibits[0].ID), "services/{id}", fmt.Sprint("services/", anyService(v))).Replace(path)
		for login, c := range clients {
			checkAccess(t, c, method, at, want(login, allowed, ofCase), v.Version)
			if ofCase && !strings.Contains(rest, "{id}") {
				other := strings.Replace(at, s.ref, "ABCDEFGH2345", 1)
				checkAccess(t, c, method, other, 404, v.Version)
			}
		}
		checkAccess(t, k.Nobody(), method, at, 401, v.Version)
	}
}

// anyService is a record of service of the case.
func anyService(v *casework.CaseView) int64 {
	for _, d := range v.Documents {
		for _, to := range d.To {
			if to.ID != 0 {
				return to.ID
			}
		}
	}
	return 0
}

// want is the status that somebody must get: 0 means admitted, whatever then becomes of the request.
func want(login, allowed string, ofCase bool) int {
	switch {
	case allowed == "*" || slices.Contains(strings.Fields(allowed), login):
		return 0
	case ofCase && !slices.Contains(insiders, login):
		return 404
	}
	return 403
}

func checkAccess(t *testing.T, c *testkit.Client, method, path string, want, version int) {
	t.Helper()
	var a testkit.Answer
	if method == "GET" {
		a = c.Do("GET", path, nil)
	} else {
		// an empty body: whoever is admitted is told what is missing and changes nothing
		a = c.Do("POST", path, `{"no_such_field": 1}`, "If-Match", fmt.Sprint(version))
	}
	in := a.Status != 401 && a.Status != 403 && a.Status != 404 && a.Status < 500
	if (want == 0 && !in) || (want != 0 && a.Status != want) {
		t.Errorf("%s %s as %q = %d, want %d (0: admitted)\n%.300s", method, path, c.Login, a.Status, want, a.Body)
	}
}

// routesOf lists every operation of the API's own description.
func routesOf(t *testing.T, k *testkit.Kit) []string {
	t.Helper()
	var doc struct {
		Paths map[string]map[string]any
	}
	a := k.Nobody().Do("GET", "/api/openapi.json", nil)
	if err := json.Unmarshal(a.Body, &doc); err != nil || len(doc.Paths) < 50 {
		t.Fatalf("openapi: %d paths, %v", len(doc.Paths), err)
	}
	var list []string
	for path, item := range doc.Paths {
		for method := range item {
			list = append(list, strings.ToUpper(method)+" "+path)
		}
	}
	slices.Sort(list)
	return list
}

// employerJoins links the employer's account by the one-time code printed on its notice.
func (s *story) employerJoins() {
	s.T.Helper()
	var code struct{ Code string }
	s.intake.Want(200, s.intake.Do("POST", "/api/v1/cases/"+s.ref+"/codes", j{"party": "被1"}), &code)
	s.employer.Want(200, s.employer.Do("POST", "/api/v1/link", j{"code": code.Code}), nil)
}
