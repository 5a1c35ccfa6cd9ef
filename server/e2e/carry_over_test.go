package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/spreadsheet"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

const oldHead = "案号,受理日期,申请人,身份证号,被申请人,案由,请求类型,标的额,结案日期,结案方式,裁决金额,中止日期\n"

const oldRows = `仙劳人仲案〔2025〕7号,2025-11-03,王某红,,仙居云某工艺品有限公司,追索劳动报酬,M01,"12,000.00",2025-12-10,终局裁决,9000,
仙劳人仲案[2025]8号,2025/12/20,李某、张某,"330224199003078886、",仙居丰某机械有限公司,A05,,,,,,
仙劳人仲案〔2025〕9号,2025年12月22日,陈某,,仙居恒某餐饮管理有限公司,A03,M01,5000,2026-01-15,WITHDRAWN_SETTLED,,
仙劳人仲案〔2025〕10号,46010,吴某,,仙居永某物流有限公司,A07,M13,80000,,,,2026-01-20
`

const badRows = `,2025-11-03,王某红,,某公司,,,,,,,
仙劳人仲案〔2025〕7号,2025-11-03,王某红,,某公司,,,,,,,
案字12,2025-02-30,,,某公司,Z99,,abc,2025-01-01,和了,,
仙劳人仲案〔2025〕20号,2025-11-03,王某红,110101199003070311,某公司,,,500,2025-10-01,仲裁调解书,,
仙劳人仲案〔2027〕1号,2027-01-03,王某红,,某公司,,,,,,,
`

// handIn hands a sheet in and waits until it was looked at.
func handIn(t *testing.T, c *testkit.Client, name string, body []byte, fields map[string]string) casework.CarryView {
	t.Helper()
	var a casework.CarryAnswer
	c.Want(200, c.Send("/api/v1/carry-overs", fields, name, body), &a)
	return settled(t, c, a.ID)
}

func settled(t *testing.T, c *testkit.Client, id int64) casework.CarryView {
	t.Helper()
	for range 600 {
		var v casework.CarryView
		c.Get(fmt.Sprint("/api/v1/carry-overs/", id), &v)
		if v.State != "checking" && v.State != "running" {
			return v
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the sheet is never done")
	return casework.CarryView{}
}

// The registry's list of 2025 comes in: looked at first, row by row, then carried over once.
func TestOldCasesComeIn(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	head := k.As("yuanzhang")
	v := handIn(t, head, "台账.csv", []byte("\xef\xbb\xbf"+oldHead+oldRows+badRows), map[string]string{"expect_open": "3"})
	if v.State != "checked" || v.Lines != 9 || v.Bad != 6 || v.Taken != 0 || !strings.Contains(v.Said.ZH, "未结1件，您说应为3件") {
		t.Fatalf("after the check: %+v", v)
	}
	for _, want := range []string{"3 ids 个数", "6 number 不能空", "7 number 第2行", "8 number 案号要写成", "8 accepted 没有这一天", "8 applicants 不能空", "8 cause 没有这个案由", "8 amount 金额写成", "8 mode 没有这种结案方式",
		"9 applicants 校验位", "9 closed 不能早于受理", "9 claim 要填请求类型", "10 accepted 不能晚于今天"} {
		if !found(v.Findings, want) {
			t.Errorf("nobody says %s", want)
		}
	}
	for _, f := range v.Findings {
		if f.Says.EN == "" || strings.Contains(f.Says.ZH, "110101199003070311") {
			t.Errorf("finding %+v", f)
		}
	}
	run := fmt.Sprint("/api/v1/carry-overs/", v.ID, "/run")
	if a := head.Do("POST", run, testkit.J{}); a.Status != 409 || a.Code() != "carry-over-state" {
		t.Errorf("with faults it runs: %d %s", a.Status, a.Body)
	}
	if n := one(t, k, "select count(*) from cases"); n != "0" {
		t.Errorf("the check wrote %s cases", n)
	}
	good := strings.Replace(oldRows, `"330224199003078886、"`, "", 1)
	table, err := spreadsheet.Read([]byte(oldHead + good))
	if err != nil {
		t.Fatal(err)
	}
	xlsx := spreadsheet.Sheet{Name: "案件", Head: table.Head}
	for _, r := range table.Rows {
		row := make([]any, len(r.Cells))
		for i, c := range r.Cells {
			row[i] = c
		}
		xlsx.Rows = append(xlsx.Rows, row)
	}
	body, err := spreadsheet.Write(xlsx)
	if err != nil {
		t.Fatal(err)
	}
	v = handIn(t, head, "台账.xlsx", body, map[string]string{"expect_open": "2"})
	if v.Bad != 0 || v.Said.ZH != "" || len(v.Years) != 2 || v.Years[1].Opening != 3 || v.Years[1].Open != 2 {
		t.Fatalf("the mended sheet: %+v", v)
	}
	head.Want(200, head.Do("POST", fmt.Sprint("/api/v1/carry-overs/", v.ID, "/run"), testkit.J{}), nil)
	if v = settled(t, head, v.ID); v.State != "done" || v.Taken != 4 {
		t.Fatalf("carried over: %+v\n%s", v, k.Log)
	}
	carriedRight(t, k)
	again := handIn(t, head, "台账.csv", []byte(oldHead+good), nil)
	head.Want(200, head.Do("POST", fmt.Sprint("/api/v1/carry-overs/", again.ID, "/run"), testkit.J{}), nil)
	if again = settled(t, head, again.ID); again.Taken != 0 || again.There != 4 || one(t, k, "select count(*) from cases") != "5" {
		t.Errorf("a second time: %+v", again)
	}
	verify(t, k)
	figuresAgree(t, k)
}

func found(list []models.Finding, want string) bool {
	parts := strings.SplitN(want, " ", 3)
	for _, f := range list {
		if fmt.Sprint(f.Line) == parts[0] && f.Field == parts[1] && strings.Contains(f.Says.ZH, parts[2]) {
			return true
		}
	}
	return false
}

// carriedRight looks at what came in: the balance, the next number, and an open case that goes on.
func carriedRight(t *testing.T, k *testkit.Kit) {
	t.Helper()
	var f casework.Figures
	k.As("tongji").Get("/api/v1/figures?year=2026", &f)
	for _, c := range f.Counters {
		if want, ok := map[string]int{"C0": 3, "A": 0, "K": 1, "O": 2}[c.Symbol]; ok && c.N != want {
			t.Errorf("%s = %d, want %d", c.Symbol, c.N, want)
		}
	}
	s := newStory(k)
	if done := s.intake.Step(file(k, s.intake, "2026-03-02").Ref, "accept", fourTests); done.Number != "仙劳人仲案〔2026〕1号" {
		t.Errorf("the first number of the year is %s", done.Number)
	}
	execSQL(t, k, "delete from counters where year = 2026") // and as if 2025 went on
	k.Clock.Set("2026-03-03")
	v := s.head.See(one(t, k, "select ref from cases where number = '仙劳人仲案〔2025〕8号'"))
	if v.State != workflows.Accepted || v.AcceptedOn.String() != "2025-12-20" || len(v.Applicants) != 2 {
		t.Errorf("the open case: %+v", v)
	}
	if n := one(t, k, "select n from counters where year = 2025 and series = '案'"); n != "10" {
		t.Errorf("the series of 2025 stands at %s, want 10", n)
	}
	s.ref = v.Ref
	s.dueOn(workflows.AwardPeriod, "2026-02-03")
	s.serveOn("notice-to-respond", "2025-12-22")
	s.head.Step(s.ref, "form-tribunal", testkit.J{"on": "2025-12-24", "arbitrators": []int64{idOf(v.Choices.Arbitrators, "周立民")}, "recorder": idOf(v.Choices.Recorders, "应晓燕")})
	s.ref = one(t, k, "select ref from cases where number = '仙劳人仲案〔2025〕10号'")
	s.dueOn(workflows.AwardPeriod, "") // suspended
	closed := s.head.See(one(t, k, "select ref from cases where number = '仙劳人仲案〔2025〕7号'"))
	if closed.Mode != workflows.AwardFinal || closed.ClosedOn.String() != "2025-12-10" || closed.Claims[0].Awarded == nil {
		t.Errorf("the closed case: %+v", closed)
	}
}

// A sheet that is cut off goes on where it was; nothing comes in twice; and somebody who lost the
// right meanwhile stops it.
func TestCarryOverGoesOn(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02", Idle: true})
	var b strings.Builder
	b.WriteString(oldHead)
	for i := range 3000 {
		fmt.Fprintf(&b, "仙劳人仲案〔2024〕%d号,2024-%02d-10,王某%d,,仙居云某工艺品有限公司,A03,M01,%d,2024-%02d-25,仲裁调解书,,\n", i+1, i%12+1, i, 1000+i, i%12+1)
	}
	head := k.As("yuanzhang")
	var a casework.CarryAnswer
	head.Want(200, head.Send("/api/v1/carry-overs", nil, "台账.csv", []byte(b.String())), &a)
	if err := k.P.Desk.WorkCarryOver(t.Context(), 1, a.ID, nil); err != nil {
		t.Fatal(err)
	}
	head.Want(200, head.Do("POST", fmt.Sprint("/api/v1/carry-overs/", a.ID, "/run"), testkit.J{}), nil)
	ctx, cut := context.WithCancel(t.Context())
	err := k.P.Desk.WorkCarryOver(ctx, 1, a.ID, func(v casework.CarryView) {
		if v.At >= 1000 {
			cut()
		}
	})
	if n := one(t, k, "select count(*) from cases"); err == nil || n == "0" || n == "3000" {
		t.Fatalf("cut off with %s cases: %v", n, err)
	}
	execSQL(t, k, "update roles set revoked_at = now() where role = 'court_head'")
	if err := k.P.Desk.WorkCarryOver(t.Context(), 1, a.ID, nil); err != nil {
		t.Fatal(err)
	}
	if s := one(t, k, "select state from carry_overs"); s != "failed" {
		t.Errorf("without the right it is %s", s)
	}
	execSQL(t, k, "update roles set revoked_at = null where role = 'court_head'")
	head.Want(200, head.Do("POST", fmt.Sprint("/api/v1/carry-overs/", a.ID, "/run"), testkit.J{}), nil)
	if err := k.P.Desk.WorkCarryOver(t.Context(), 1, a.ID, nil); err != nil {
		t.Fatal(err)
	}
	if n, v := one(t, k, "select count(*) from cases"), settled(t, head, a.ID); n != "3000" || v.State != "done" || v.Taken != 3000 {
		t.Errorf("in the end %s cases: %+v", n, v)
	}
	verify(t, k)
	figuresAgree(t, k)
	if _, err := k.P.Desk.SeeCarryOver(t.Context(), policies.Actor{Account: 1}, a.ID); err == nil {
		t.Error("anybody sees the sheet")
	}
}

// What is no sheet is said in words, and keeps nothing.
func TestSheetsThatAreNone(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	head := k.As("yuanzhang")
	for name, body := range map[string]string{"empty": "", "a picture": "\x89PNG\x00\x00", "no columns": "a,b\n1,2\n", "only a head": oldHead, "a broken xlsx": "PK\x03\x04zzz"} {
		a := head.Send("/api/v1/carry-overs", nil, "台账.xlsx", []byte(body))
		if a.Status != 422 || !strings.Contains(string(a.Body), `"file"`) {
			t.Errorf("%s: %d %s", name, a.Status, a.Body)
		}
	}
	if a := head.Send("/api/v1/carry-overs", map[string]string{"expect_open": "many"}, "台账.csv", []byte(oldHead+oldRows)); a.Status != 422 {
		t.Errorf("expect many: %d", a.Status)
	}
	v := handIn(t, head, "别的表头.csv", []byte(strings.Replace(oldHead, "案号", "我们的编号", 1)+oldRows), map[string]string{"mapping": `{"number": "我们的编号"}`})
	if v.Bad != 1 {
		t.Errorf("mapped by hand: %+v", v)
	}
	if n := one(t, k, "select count(*) from carry_overs"); n != "1" {
		t.Errorf("%s sheets were kept, want 1", n)
	}
}

// Without a sheet somebody says which number comes next; none is ever given twice.
func TestNumbersGoOn(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	s := newStory(k)
	var out casework.SeriesStarted
	s.head.Want(200, s.head.Do("POST", "/api/v1/series", j{"series": "案", "year": 2026, "next": 121}), &out)
	if out.Text != "仙劳人仲案〔2026〕121号" {
		t.Errorf("the next is %s", out.Text)
	}
	if done := s.intake.Step(file(k, s.intake, "").Ref, "accept", fourTests); done.Number != out.Text {
		t.Errorf("accepted as %s, want %s", done.Number, out.Text)
	}
	if a := s.head.Do("POST", "/api/v1/series", j{"series": "案", "year": 2026, "next": 121}); a.Status != 409 || a.Code() != "number-given" {
		t.Errorf("backward: %d %s", a.Status, a.Body)
	}
	if a := s.head.Do("POST", "/api/v1/series", j{"series": "案", "year": 2027, "next": 5}); a.Status != 422 {
		t.Errorf("next year: %d", a.Status)
	}
}
