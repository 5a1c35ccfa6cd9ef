package e2e

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

const (
	firm     = "91350100M000100Y43"
	firmName = "仙居某某医药化工机械有限公司"
)

// takenIn is a complete application at the counter; the fields of the body given replace its own.
func takenIn(by *testkit.Client, with j) string {
	by.Kit.T.Helper()
	body := j{"ask": "arbitration", "facts": "没有发工资。", "performance_place": "仙居县", "employer_place": "仙居县",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "id_number": lin, "address": "浙江省仙居县福应街道1号", "phone": "13857612345"}},
		"respondents": []j{{"kind": "employer", "name": firmName, "credit_code": firm, "address": "仙居县经济开发区2号", "phone": "0576-87770001", "legal_representative": "张某，经理"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00", "period_from": "2026-01-01", "period_to": "2026-01-31"}}}
	for k, v := range with {
		body[k] = v
	}
	var d casework.Done
	by.Want(200, by.Do("POST", "/api/v1/cases", body), &d)
	return d.Ref
}

func queueOf(c *testkit.Client, query string) *casework.Queue {
	c.Kit.T.Helper()
	q := &casework.Queue{}
	c.Get("/api/v1/intake"+query, q)
	return q
}

func (q *testQueue) refs() string {
	var list []string
	for _, r := range q.Rows {
		list = append(list, q.name[r.Ref])
	}
	return strings.Join(list, " ")
}

type testQueue struct {
	*casework.Queue
	name map[string]string
}

// The queue shows what is due first, how each application came, what the checklist lacks, where a correction stands,
// who else has the same matter and what to do next; what waits for the applicant stands apart, and lights narrow it.
func TestTheQueueGoesByTheClock(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	name := map[string]string{}
	name[takenIn(s.intake, nil)] = "first"
	s.Clock.Set("2026-03-04")
	online := thin(s.Kit, s.worker)
	name[online] = "online"
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "file-application", nil)
	name[s.ref] = "again"
	s.Clock.Set("2026-03-06")
	late := takenIn(s.intake, j{"oral": true, "applicants": []j{{"kind": "worker", "name": "王小明", "address": "仙居县", "phone": "13857612346"}}, "claims": []j{{"code": "M05", "amount": "1.00"}}})
	name[late] = "late"
	s.Clock.Set("2026-03-09") // the first is due today, the fifth working day
	list := func(query string) *testQueue { return &testQueue{queueOf(s.intake, query), name} }
	q := list("")
	if got := q.refs(); got != "first online again late" || q.Total != 4 || q.Waits != "decision" {
		t.Fatalf("the queue is %q of %d", got, q.Total)
	}
	first, again, oral := q.Rows[0], q.Rows[2], q.Rows[3]
	if first.Light != "red" || first.Left != 0 || first.Due.String() != "2026-03-09" || first.Came != "counter" || first.Missing != 1 || first.Duplicates != 1 {
		t.Errorf("the first: %+v", first)
	}
	if x := q.Rows[1]; x.Came != "online" || x.Missing != 4 || x.Act != "ask-correction" || x.Claims != 1 {
		t.Errorf("the one from the worker: %+v", x)
	}
	if again.Came != "online" || again.Duplicates != 1 || again.Amount != 5_500_000 || !oral.Oral || oral.Duplicates != 0 {
		t.Errorf("again: %+v\noral: %+v", again, oral)
	}
	if got := list("?light=red").refs(); got != "first" {
		t.Errorf("red are %q", got)
	}
	if got := list("?q=wxm"); got.refs() != "late" || len(got.Rows[0].Hits) != 1 {
		t.Errorf("spelled wxm: %q", got.refs())
	}
	page := list("?limit=2")
	if got := list("?limit=2&after=" + page.Next).refs(); page.refs() != "first online" || got != "again late" {
		t.Errorf("two pages: %q, %q", page.refs(), got)
	}

	s.intake.Step(online, "ask-correction", j{"defects": []j{{"field": "phone", "of": "申1"}}, "rest_not_needed": true, "mend_by": "2026-03-12"})
	apart := list("?waits=correction")
	if list("").refs() != "first again late" || apart.refs() != "online" || apart.Rows[0].Open != 1 || apart.Rows[0].Light != "grey" || apart.Rows[0].Act != "complete-correction" {
		t.Errorf("asked to mend: %q apart %q, %+v", list("").refs(), apart.refs(), apart.Rows)
	}
	s.Clock.Set("2026-03-13")
	if x := list("?waits=correction").Rows[0]; x.Act != "refuse-acceptance" {
		t.Errorf("not mended in time: %s", x.Act)
	}
	d := s.worker.See(online).Application.Defects
	s.worker.Step(online, "complete-correction", j{"mends": []j{{"defect": d[0].ID, "value": "13857612345"}}})
	if got := list(""); got.refs() != "first again late online" || got.Rows[0].Light != "black" || got.Rows[3].Mended.String() != "2026-03-13" || got.Rows[3].Open != 0 {
		t.Errorf("mended: %q", got.refs())
	}
	s.intake.Step(late, "hold-for-mediation", j{"organisation": 1, "consent": true})
	if got := list("?waits=mediation"); got.refs() != "late" || got.Rows[0].Act != "" {
		t.Errorf("on hold: %+v", got.Rows)
	}
	s.intake.Step(s.ref, "propose-refuse-acceptance", j{"ground": "out-of-scope", "reason": "不属于劳动争议。"})
	if got := list(""); got.refs() != "first again online" || !strings.Contains(got.Rows[1].ActName.ZH, "等待审批") {
		t.Errorf("waits for the head: %q", got.refs())
	}
	s.pageOfTheQueue(name)
	for _, c := range []*testkit.Client{s.worker, s.head, s.arbitrator, s.mediator, s.manager} {
		if a := c.Do("GET", "/api/v1/intake", nil); a.Status != 403 {
			t.Errorf("%s reads the queue: %d", c.Login, a.Status)
		}
	}
}

// pageOfTheQueue reads the page: the light in the address, each row one act, a place in the menu for the registry alone.
func (s *story) pageOfTheQueue(name map[string]string) {
	s.T.Helper()
	page := s.page(s.intake, "/intake?light=black")
	for ref, n := range name {
		if has := strings.Contains(page, ref+"/intake#decide"); has != (n == "first" || n == "again") {
			s.T.Errorf("the page of black lights shows %s: %v", n, has)
		}
	}
	if !strings.Contains(page, `href="/intake" aria-current="page"`) || strings.Contains(s.page(s.head, "/work"), `href="/intake"`) {
		s.T.Error("the menu leads somebody else there, or not the registry")
	}
}

// Looking first shows the registry which case is the same matter and why, and the employer as it was last written down;
// address and phone are not shown. Nobody else may look, and nothing is kept.
func TestLookingFirstSaysWhy(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := takenIn(s.intake, nil)
	look := func(in j) *casework.LookFound {
		t.Helper()
		var out casework.LookFound
		a := s.intake.Do("POST", "/api/v1/intake/look", in)
		s.intake.Want(200, a, &out)
		for _, secret := range []string{"13857612345", "0576-87770001", "经济开发区", "福应街道", lin} {
			if strings.Contains(string(a.Body), secret) {
				t.Errorf("looking shows %s", secret)
			}
		}
		return &out
	}
	claim := []j{{"code": "M01", "period_from": "2026-01-15", "period_to": "2026-02-15"}}
	got := look(j{"applicants": []j{{"name": "林晓芬", "id_number": lin}}, "respondents": []j{{"credit_code": strings.ToLower(firm)}}, "claims": claim})
	if len(got.Cases) != 1 || got.Cases[0].Ref != ref || len(got.Cases[0].Why) != 4 || !got.Cases[0].Bars || got.Cases[0].Applicants != "林小芬" || len(got.Cases[0].Claims) != 1 {
		t.Fatalf("the same matter: %+v", got.Cases)
	}
	if n := got.Numbers; len(n) != 2 || !n[0].OK || n[0].Says.ZH != "男，1990-03-07 出生" || !n[1].OK {
		t.Errorf("the numbers say %+v", n)
	}
	if e := got.Employers; len(e) != 1 || e[0].Name != firmName || e[0].By != "credit-code" || e[0].Representative != "张某，经理" || e[0].Cases != 1 {
		t.Errorf("by its code: %+v", e)
	}
	for typed, by := range map[string]string{"医药化工": "name", "xjmm": "spelling", "yiyaohuagong": "spelling"} {
		if e := look(j{"respondents": []j{{"name": typed}}}).Employers; len(e) != 1 || e[0].CreditCode != firm || e[0].By != by {
			t.Errorf("%s finds %+v", typed, e)
		}
	}
	if got := look(j{"respondents": []j{{"credit_code": firm}}, "claims": []j{{"code": "M05"}}}); len(got.Cases) != 0 {
		t.Errorf("an employer alone makes no duplicate: %+v", got.Cases)
	}
	wrong := look(j{"applicants": []j{{"id_number": "110101199003070311"}}, "respondents": []j{{"credit_code": "91350100M000100Y44"}}})
	if len(wrong.Cases) != 0 || wrong.Numbers[0].OK || wrong.Numbers[1].OK {
		t.Errorf("wrong numbers: %+v", wrong)
	}
	if q := queueOf(s.intake, ""); q.Total != 1 {
		t.Errorf("looking left %d cases", q.Total)
	}
	if strings.Contains(s.Log.String(), lin) || strings.Contains(s.Log.String(), firmName) {
		t.Error("what was looked for stands in the log")
	}
}

// At the counter what was typed is never lost: looking, one claim more, taking an employer over and a wrong number show
// the same form again; then it registers, with the slip to print. A party has the plain form and cannot look.
func TestTheCounterLosesNothing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	earlier := takenIn(s.intake, nil)
	b := browser(s.Kit, "lian")
	blank := string(b.Do("GET", "/cases/new", nil).Body)
	if !strings.Contains(blank, `name="claims.1.code"`) || strings.Contains(blank, `name="claims.2.code"`) || strings.Index(blank, `name="applicants.0.name"`) > strings.Index(blank, `name="respondents.0.name"`) {
		t.Fatal("the form is not that of the paper")
	}
	form := url.Values{"_key": {testkit.NewKey()}, "ask": {"arbitration"}, "applicants.0.kind": {"worker"}, "applicants.0.name": {"林小芬"}, "applicants.0.id_number": {lin}, "applicants.0.address": {"仙居县福应街道1号"}, "applicants.0.phone": {"13857612345"},
		"respondents.0.kind": {"employer"}, "respondents.0.name": {"医药化工"}, "claims.0.code": {"M01"}, "claims.0.amount": {"八千"}, "claims.0.period_from.year": {"2026"}, "facts": {"没有发工资。"}}
	send := func(button, value string) testkit.Answer {
		t.Helper()
		f := url.Values{}
		for k, v := range form {
			f[k] = v
		}
		if button != "" {
			f.Set(button, value)
		}
		return b.Do("POST", "/cases", f.Encode(), "Content-Type", formed)
	}
	keeps := func(what string, a testkit.Answer, status int, also ...string) {
		t.Helper()
		for _, w := range append(also, `value="林小芬"`, lin, `value="八千"`, `value="M01" selected`, "没有发工资。</textarea>", `value="2026"`) {
			if a.Status != status || !strings.Contains(string(a.Body), w) {
				t.Errorf("%s = %d, without %s", what, a.Status, w)
			}
		}
	}
	keeps("look first", send("_look", "true"), 200, earlier, "同一劳动者（身份证号相同）", "男，1990年3月7日 出生", firm, `name="_take" value="0 `, "autofocus")
	keeps("one claim more", send("_more", "claims"), 200, `name="claims.2.code" autofocus`)
	v := s.intake.See(earlier)
	keeps("take over", send("_take", fmt.Sprintf("0 %d", v.Respondents[0].ID)), 200, `name="respondents.0.credit_code" value="`+firm+`"`, `value="张某，经理"`, `name="respondents.0.address" value=""`)
	if a := send("_take", fmt.Sprintf("0 %d", v.Applicants[0].ID)); a.Status != 404 {
		t.Errorf("a person is taken over: %d", a.Status)
	}
	form.Set("respondents.0.name", firmName)
	keeps("a sum in words", send("", ""), 422, "f-claims-0-amount-bad")
	if q := queueOf(s.intake, ""); q.Total != 1 {
		t.Fatalf("%d are registered", q.Total)
	}
	form.Set("claims.0.amount", "8000")
	form.Del("claims.0.period_from.year")
	form.Set("_key", testkit.NewKey())
	a := send("", "")
	if body := string(a.Body); a.Status != 200 || !strings.Contains(body, "查询码，只在这里给一次") || !strings.Contains(body, "/receipt") || !strings.Contains(body, "/label") || !strings.Contains(body, "<svg class=\"qr\"") {
		t.Fatalf("register = %d\n%s", a.Status, body)
	}
	form = url.Values{"_key": {testkit.NewKey()}, "ask": {"consultation"}, "applicants.0.kind": {"worker"}, "applicants.0.name": {"王小明"}, "respondents.0.kind": {"employer"}, "claims.0.code": {""}}
	if a := send("", ""); a.Status != 200 || !strings.Contains(string(a.Body), "已经登记") {
		t.Errorf("a question about nobody = %d", a.Status)
	}
	party := browser(s.Kit, "worker")
	if page := string(party.Do("GET", "/cases/new", nil).Body); strings.Contains(page, "_look") {
		t.Error("a party is offered to look")
	}
	form.Set("_look", "true")
	form.Set("applicants.0.id_number", lin)
	if a := party.Do("POST", "/cases", form.Encode(), "Content-Type", formed); strings.Contains(string(a.Body), earlier) {
		t.Error("a party sees others' cases")
	}
}

// The slip says what was handed in under which digest and what comes next by which article; the label opens the case.
// Neither holds the query code, and the code printed on the slip leads to the public status with the reference filled in.
func TestSlipAndLabel(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	var d casework.Done
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{"ask": "arbitration", "facts": "没有发工资。", "applicants": []j{{"kind": "worker", "name": "林小芬"}},
		"respondents": []j{{"kind": "employer", "name": firmName}}, "claims": []j{{"code": "M01", "amount": "1.00"}}}), &d)
	file := sample("工资条.pdf")
	s.worker.Want(200, s.worker.Upload(d.Ref, map[string]string{"title": "工资条", "proves": "拖欠"}, "工资条.pdf", file), nil)
	hash := fmt.Sprintf("%x", sha256.Sum256(file))
	var slip casework.ReceiptSlip
	s.intake.Get("/api/v1/cases/"+d.Ref+"/receipt", &slip)
	if len(slip.Pieces) != 1 || slip.Pieces[0].Hash != hash || slip.Pieces[0].Mark != "申1" || slip.Record != d.Hash || slip.Next.By.String() != "2026-03-09" || slip.Next.Clock.Law.ZH != "调解仲裁法第二十九条" {
		t.Errorf("the slip: %+v", slip)
	}
	if !strings.HasSuffix(slip.Status, "/status?number="+d.Ref) {
		t.Errorf("the code leads to %s", slip.Status)
	}
	for _, path := range []string{"/receipt", "/label", "/label?copies=4"} {
		page := s.page(s.intake, "/cases/"+d.Ref+path)
		if strings.Contains(page, d.QueryCode) || !strings.Contains(page, `<svg class="qr"`) || !strings.Contains(page, d.Ref) {
			t.Errorf("%s holds the query code, or no picture", path)
		}
	}
	if page := s.page(s.intake, "/cases/"+d.Ref+"/receipt"); !strings.Contains(page, hash) || !strings.Contains(page, "调解仲裁法第二十九条") {
		t.Error("the printed slip is not what the API says")
	}
	if n := strings.Count(s.page(s.intake, "/cases/"+d.Ref+"/label?copies=4"), "label-of"); n != 4 {
		t.Errorf("%d labels", n)
	}
	if page := string(s.Nobody().Do("GET", slip.Status[strings.Index(slip.Status, "/status"):], nil).Body); !strings.Contains(page, `value="`+d.Ref+`"`) {
		t.Errorf("the status form is not filled in from %s", slip.Status)
	}
	var label casework.FileLabel
	s.intake.Get("/api/v1/cases/"+d.Ref+"/label", &label)
	if !strings.HasSuffix(label.Link, "/cases/"+d.Ref) || label.Number != "" || label.Applicants != "林小芬" {
		t.Errorf("the label: %+v", label)
	}
	if a := s.stranger.Do("GET", "/api/v1/cases/"+d.Ref+"/receipt", nil); a.Status != 404 {
		t.Errorf("a stranger's slip: %d", a.Status)
	}
}
