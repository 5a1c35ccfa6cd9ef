package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/spreadsheet"
	"tiaocai/server/testkit"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/identity"
)

// people is a sheet of n workers: wages for all, severance for every second, three of them chosen to speak.
func people(n int) [][]string {
	rows := [][]string{{"序号", "姓名*", "身份证号*", "电话*", "代表人", "拖欠工资（元）", "M05", "M20"}}
	for i := range n {
		r := []string{fmt.Sprint(i + 1), fmt.Sprintf("工人%d", i+1), identity.MakeID("110101", calendar.Must("1988-03-07").Next(i), i+1), "13857612345", "", fmt.Sprintf("%d,000.50", 5+i), "", ""}
		if i < 3 {
			r[4] = "是"
		}
		if i%2 == 1 {
			r[6] = "12000"
		}
		rows = append(rows, r)
	}
	return rows
}

func pasted(rows [][]string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	return b.String()
}

// groupCase is an application of one worker without an ID on record, to become the group's.
func groupCase(t *testing.T) *story {
	t.Helper()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	s.ref = thin(s.Kit, s.worker)
	return s
}

// Thirty workers with an amount for each come in as one pasted sheet; the case is a collective one.
func TestThirtyWorkersComeOnOneSheet(t *testing.T) {
	t.Parallel()
	s := groupCase(t)
	rows := people(30)
	rows[1][1] = "林小芬" // is in the case already
	s.intake.Step(s.ref, "enter-group", j{"sheet": pasted(rows)})
	v := s.intake.See(s.ref)
	if len(v.Applicants) != 30 || len(v.Claims) != 45 || v.ClaimTotal != 58_501_500+15*1_200_000 {
		t.Fatalf("%d applicants, %d claims, %s", len(v.Applicants), len(v.Claims), v.ClaimTotal)
	}
	if c := v.Claims[2]; c.Applicant != "申2" || c.Title.ZH != "申2：经济补偿" || c.Amount != 1_200_000 {
		t.Errorf("the second worker's severance = %+v", c)
	}
	if p := v.Applicants[0]; p.Name != "林小芬" || !p.Linked || p.IDNumber == "" {
		t.Errorf("who was in the case is %+v", p)
	}
	s.intake.Step(s.ref, "accept", fourTests)
	ch := s.head.See(s.ref).Choices
	s.head.Refused(s.ref, "form-tribunal", j{"arbitrators": []int64{ch.Arbitrators[0].ID}, "recorder": ch.Recorders[0].ID}, "tribunal-size")
	s.head.Step(s.ref, "handle-simply", j{"ground": "both-agree", "both_agree": true, "nothing_bars": true})
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{idOf(ch.Arbitrators, "周立民")}, "recorder": idOf(ch.Recorders, "应晓燕")})
	s.head.Step(s.ref, "convert-to-ordinary", j{"why": "major-influence", "reason": "人数多，影响大。"})
	s.serveOn("notice-to-respond", "2026-03-02")
	s.Clock.Set("2026-03-17")
	s.arbitrator.Refused(s.ref, "schedule-hearing", j{"hearing_on": "2026-03-30", "starts": "09:00", "place": "第一仲裁庭"}, "tribunal-must-be-three")
	verify(t, s.Kit)
}

// What is wrong is said by row and column, all at once, and nothing is entered.
func TestWhatIsWrongOnASheetIsSaidByRowAndColumn(t *testing.T) {
	t.Parallel()
	s := groupCase(t)
	rows := people(12)
	rows[1][1] = "林小芬"
	rows[3][2] = "110101199003070311" // a wrong check digit
	rows[4][3] = "12"
	rows[5][5] = "一万"
	rows[6][2] = rows[2][2]
	rows[7][5], rows[7][6] = "", ""
	rows[8][4] = "也许"
	a := s.intake.Try(s.ref, "enter-group", j{"sheet": pasted(rows)})
	body := string(a.Body)
	if a.Status != 422 {
		t.Fatalf("= %d %s", a.Status, body)
	}
	for _, want := range []string{`"sheet.4.id_number"`, `"sheet.5.phone"`, `"sheet.6.M01"`, "第7行“身份证号”：和第3行是同一个人", `"sheet.8.claims"`, `"sheet.9.representative"`, "Row 4, “身份证号”"} {
		if !strings.Contains(body, want) {
			t.Errorf("the answer lacks %s:\n%s", want, body)
		}
	}
	if strings.Contains(body, "110101199003070311") {
		t.Error("the answer repeats somebody's number")
	}
	for sheet, want := range map[string]string{
		pasted([][]string{{"姓名", "身份证号", "电话", "奖品"}, {"甲", "1", "2", "3"}}): "第4列“奖品”",
		pasted([][]string{{"姓名", "电话"}, {"甲", "2"}}):                         "缺少“身份证号”",
		pasted(people(1)):  "2到300名",
		pasted(people(12)): "申1 不在表格里",
	} {
		if a := s.intake.Try(s.ref, "enter-group", j{"sheet": sheet}); a.Status != 422 || !strings.Contains(string(a.Body), want) {
			t.Errorf("want %s, got %d %s", want, a.Status, a.Body)
		}
	}
	few := people(4)
	few[1][1] = "林小芬"
	s.intake.Refused(s.ref, "enter-group", j{"sheet": pasted(few)}, "group-representatives")
	if v := s.intake.See(s.ref); len(v.Applicants) != 1 || len(v.Claims) != 1 {
		t.Errorf("something was entered: %d applicants, %d claims", len(v.Applicants), len(v.Claims))
	}
}

// The same sheet as a file, from the page: row numbers are those of the sheet, an empty row included.
func TestASheetComesAsAFile(t *testing.T) {
	t.Parallel()
	s := groupCase(t)
	rows := people(11)
	rows[1][1] = "林小芬"
	sheet := spreadsheet.Sheet{Name: "名单", Head: rows[0]}
	for i, r := range rows[1:] {
		cells := make([]any, len(r))
		for n, c := range r {
			cells[n] = c
		}
		sheet.Rows = append(sheet.Rows, cells)
		if i == 4 {
			sheet.Rows = append(sheet.Rows, make([]any, len(r)))
		}
	}
	sheet.Rows[7][3] = "12" // row 9 on the sheet
	wrong, err := spreadsheet.Write(sheet)
	if err != nil {
		t.Fatal(err)
	}
	sheet.Rows[7][3] = "13857612345"
	right, err := spreadsheet.Write(sheet)
	if err != nil {
		t.Fatal(err)
	}
	b := browser(s.Kit, "lian")
	to := "/cases/" + s.ref + "/steps/enter-group"
	form := func() map[string]string {
		return map[string]string{"_key": testkit.NewKey(), "_version": fmt.Sprint(s.intake.See(s.ref).Version), "sheet": ""}
	}
	if page := string(b.Do("GET", to, nil).Body); !strings.Contains(page, "multipart/form-data") || !strings.Contains(page, `type="file"`) {
		t.Error("the form takes no file")
	}
	if a := b.Send(to, form(), "名单.xlsx", wrong); a.Status != 422 || !strings.Contains(string(a.Body), "第9行“电话”") {
		t.Errorf("a wrong phone in row 9 = %d\n%s", a.Status, a.Body)
	}
	if a := b.Send(to, form(), "名单.xlsx", right); a.Status != 303 {
		t.Fatalf("the sheet = %d\n%s", a.Status, a.Body)
	}
	if v := s.intake.See(s.ref); len(v.Applicants) != 11 {
		t.Errorf("%d applicants", len(v.Applicants))
	}
	if a := browser(s.Kit, "zhongcai2").Do("POST", to, url.Values{}.Encode(), "Content-Type", formed); a.Status != 404 {
		t.Errorf("a stranger = %d", a.Status)
	}
}
