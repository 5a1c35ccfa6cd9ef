package e2e

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"tiaocai/server/testkit"
)

var hidden = regexp.MustCompile(`name="(_[a-z]+)" value="([^"]*)"`)

// opened is a form as somebody opened it: its hidden fields.
func opened(b *testkit.Client, path string) url.Values {
	b.Kit.T.Helper()
	a := b.Do("GET", path, nil)
	if a.Status != 200 {
		b.Kit.T.Fatalf("%s = %d", path, a.Status)
	}
	_, form, _ := strings.Cut(string(a.Body), `<form class="stack"`)
	v := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(form, -1) {
		if !v.Has(m[1]) {
			v.Set(m[1], html.UnescapeString(m[2]))
		}
	}
	return v
}

func sends(b *testkit.Client, path string, v url.Values) testkit.Answer {
	return b.Do("POST", path, v.Encode(), "Content-Type", formed, "Idempotency-Key", v.Get("_key"))
}

func says(t *testing.T, a testkit.Answer, status int, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(html.UnescapeString(string(a.Body)), want) {
			t.Errorf("the page (%d) does not say %s", a.Status, want)
		}
	}
	if a.Status != status {
		t.Errorf("status = %d, want %d", a.Status, status)
	}
}

// A form that comes too late is shown again with everything that was typed, who did what meanwhile, and the two texts side
// by side; pressed again, it goes on top of what is current.
func TestALateFormLosesNothing(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": idOf(s.manager.See(s.ref).Choices.Mediators, "徐美珍")})
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	b := browser(s.Kit, "tiaojie")
	at := "/cases/" + s.ref + "/steps/"

	// the agreement: somebody else drafts it in between
	mine := opened(b, at+"draft-agreement")
	mine.Set("terms", "单位于三月底前付清两万元。")
	mine.Set("amount", "20000.00")
	mine.Set("instalments.0.due.year", "2026")
	mine.Set("instalments.0.due.month", "3")
	mine.Set("instalments.0.due.day", "31")
	mine.Set("instalments.0.amount", "20000.00")
	s.mediator.Step(s.ref, "draft-agreement", j{"terms": "单位于四月底前付清两万元。", "amount": "20000.00", "perform_by": "2026-04-30"})
	late := sends(b, at+"draft-agreement", mine)
	says(t, late, 409, "徐美珍 已经办了", "单位于<mark>三</mark>月底前付清两万元。", "单位于<mark>四</mark>月底前付清两万元。", `>单位于三月底前付清两万元。</textarea>`, `name="instalments.0.amount" inputmode="decimal" autocomplete="off" value="20000.00"`,
		`name="instalments.0.due.day" inputmode="numeric" maxlength="2" autocomplete="off" value="31"`, "按我现在写的", fmt.Sprintf(`name="_version" value="%d"`, s.mediator.See(s.ref).Version))
	mine.Set("_version", fmt.Sprint(s.mediator.See(s.ref).Version))
	mine.Set("_key", testkit.NewKey())
	if a := sends(b, at+"draft-agreement", mine); a.Status != 303 || s.mediator.See(s.ref).Settling.Agreement.Terms != "单位于三月底前付清两万元。" {
		t.Errorf("mine on top = %d", a.Status)
	}

	// the log of the sessions: the other window has logged the same one
	session := opened(b, "/cases/"+s.ref+"/notes")
	session.Set("outcome", "closer")
	session.Set("attended", "双方")
	session.Set("notes", "单位提到一万八。")
	s.mediator.Step(s.ref, "hold-session", j{"outcome": "closer", "attended": "双方", "notes": "单位提到一万七。"})
	says(t, sends(b, at+"hold-session", session), 409, "徐美珍 已经办了", "单位提到一万<mark>八</mark>。", "单位提到一万<mark>七</mark>。", `<option value="closer" selected>`)

	// something else happened meanwhile: the form asks for no version, and nothing stands in its way
	s.worker.Step(s.ref, "keep-calculation", j{"claim": 2, "inputs": j{"employed_from": "2020-03-01", "last_day": "2026-02-28", "average_wage": "6000", "minimum_wage": "2010", "city_average_wage": "8000"}})
	session.Set("_version", fmt.Sprint(s.mediator.See(s.ref).Version-1))
	session.Set("_key", testkit.NewKey())
	if a := sends(b, at+"hold-session", session); a.Status != 303 {
		t.Errorf("after something else = %d", a.Status)
	}
}

// The same at the commission: the application as it is mended, and a decision with its rows.
func TestALateFormAtTheCommission(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	ref := file(s.Kit, s.intake, "").Ref
	b := browser(s.Kit, "lian2")
	at := "/cases/" + ref + "/steps/"
	amend, correct := opened(b, at+"amend-application"), opened(b, at+"ask-correction")
	amend.Set("facts", "三月未付工资。")
	amend.Set("claims.0.code", "M01")
	amend.Set("claims.0.amount", "1200.00")
	correct.Set("items.0", "身份证复印件")
	correct.Set("items.1", "劳动合同")
	s.intake.Step(ref, "amend-application", j{"facts": "四月未付工资。", "claims": []j{{"code": "M01", "amount": "1000.00"}}})
	says(t, sends(b, at+"amend-application", amend), 409, "陈丹 已经办了", `>三月未付工资。</textarea>`, "<mark>三</mark>月未付工资。", "<mark>四</mark>月未付工资。", `value="1200.00"`, "<mark>1200</mark>.00")
	page := sends(b, at+"ask-correction", correct)
	says(t, page, 409, "陈丹 已经办了", `value="身份证复印件"`, `value="劳动合同"`)
	if strings.Contains(string(page.Body), `id="clash"`) {
		t.Error("nobody asked for a correction meanwhile, and two texts are shown")
	}
	minutes := opened(browser(s.Kit, "lian2"), at+"file-evidence")
	fields := map[string]string{"title": "工资条", "side": "applicant"}
	for name := range minutes {
		fields[name] = minutes.Get(name)
	}
	says(t, b.Send(at+"file-evidence", fields, "工资条.pdf", pdf("Payslip")), 422, `value="工资条"`)
}

// What was typed when the session had run out is there again after signing in: on the form's own page, not sent, for the
// same person alone. Who was quicker in between is still found out.
func TestWhatWasTypedAfterTheSessionEndedIsThereAgain(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{}))
	atTribunal(s)
	b := browser(s.Kit, "zhongcai")
	ends := func() {
		one(t, s.Kit, "with gone as (delete from sessions returning 1) select count(*)::text from gone")
	}
	at := "/cases/" + s.ref + "/steps/propose-suspend"
	typed := opened(b, at)
	typed.Set("reason", "等待工伤认定结果，MARKER7Q3Z。")
	typed.Set("ground", "other")
	ends()
	a := sends(b, at, typed)
	says(t, a, 401, "您刚才填写的内容没有丢", `name="_next" value="`+at+`"`)
	m := regexp.MustCompile(`name="_typed" value="([^"]+)"`).FindStringSubmatch(string(a.Body))
	if m == nil || strings.Contains(string(a.Body), "工伤认定") {
		t.Fatalf("nothing is carried, or it is shown: %.300s", a.Body)
	}
	signIn := func(b *testkit.Client, login, password string) testkit.Answer {
		return sends(b, "/sign-in", url.Values{"login": {login}, "password": {password}, "_next": {at}, "_typed": {m[1]}})
	}
	says(t, signIn(b, "zhongcai", "falsch-falsch"), 422, `name="_typed" value="`+m[1]+`"`)

	// somebody else at the same computer gets nothing of it
	other := s.Nobody()
	if a := signIn(other, "zhongcai2", "tiaocai-demo"); a.Status != 303 || a.Header.Get("Location") != at {
		t.Errorf("another person signs in: %d", a.Status)
	}
	if a := other.Do("GET", at, nil); strings.Contains(string(a.Body), "工伤认定") {
		t.Error("another person reads what was typed")
	}

	if a := signIn(b, "zhongcai", "tiaocai-demo"); a.Status != 303 || a.Header.Get("Location") != at {
		t.Fatalf("sign in = %d %v", a.Status, a.Header)
	}
	if text := one(t, s.Kit, "select string_agg(encode(data, 'escape'), ' ') from sessions"); strings.Contains(text, "MARKER7Q3Z") {
		t.Error("what was typed stands in the session as it is")
	}
	for range 2 { // it stays until it is sent
		says(t, b.Do("GET", at, nil), 200, "还没有提交", "等待工伤认定结果，MARKER7Q3Z。</textarea>", `value="`+typed.Get("_version")+`"`)
	}
	if a := b.Do("GET", "/cases/"+s.ref+"/steps/stop-clock", nil); strings.Contains(string(a.Body), "MARKER7Q3Z") {
		t.Error("it stands in another form")
	}
	s.recorder.Want(200, s.recorder.Upload(s.ref, map[string]string{"title": "工资条", "proves": "欠薪", "side": "applicant"}, "工资条.pdf", pdf("Payslip")), nil)
	again := opened(b, at)
	typed.Set("_key", again.Get("_key"))
	says(t, sends(b, at, typed), 409, "已经办了", "等待工伤认定结果，MARKER7Q3Z。</textarea>")
	if a := b.Do("GET", at, nil); strings.Contains(string(a.Body), "还没有提交") {
		t.Error("it comes back after it was sent")
	}

	// a form with a file: the fields come back, the file is chosen again
	recorder := browser(s.Kit, "shuji")
	at = "/cases/" + s.ref + "/steps/file-evidence"
	fields := map[string]string{"title": "银行流水", "proves": "工资没有发", "side": "applicant"}
	for name, v := range opened(recorder, at) {
		fields[name] = v[0]
	}
	ends()
	a = recorder.Send(at, fields, "流水.pdf", pdf("Bank"))
	says(t, a, 401, "选好的文件要重新选")
	m = regexp.MustCompile(`name="_typed" value="([^"]+)"`).FindStringSubmatch(string(a.Body))
	if a := signIn(recorder, "shuji", "tiaocai-demo"); a.Status != 303 {
		t.Fatalf("sign in = %d", a.Status)
	}
	says(t, recorder.Do("GET", at, nil), 200, `value="银行流水"`, "文件要重新选")

	// notes, too
	ends()
	notes := url.Values{"facts": {"庭前想到的"}, "_draft": {"0"}, "_key": {fields["_key"]}}
	at = "/cases/" + s.ref + "/workbook"
	a = sends(recorder, at, notes)
	m = regexp.MustCompile(`name="_typed" value="([^"]+)"`).FindStringSubmatch(string(a.Body))
	if says(t, a, 401); m == nil {
		t.Fatal("notes are not carried")
	}
	signIn(recorder, "shuji", "tiaocai-demo")
	says(t, recorder.Do("GET", at, nil), 200, "庭前想到的</textarea>")
}
