package documents

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

var update = flag.Bool("update", false, "rewrite golden files")

// data is a case on which every paper can be written.
func data() Data {
	return Data{
		Commission: "仙居县劳动人事争议仲裁委员会", Address: "浙江省仙居县", Phone: "0576-87770000", Organisation: "福应街道劳动人事争议调解中心",
		Number: "仙劳人仲案〔2026〕1号", Ref: "ABCDEFGH2345", QueryCode: "7K3M9QWX", On: calendar.Must("2026-04-08"),
		Applicants:  []Party{{Name: "林小芬", Kind: "worker", Mark: "申1", IDNumber: "110101199003070310", Address: "浙江省仙居县福应街道1号", Phone: "13800005678"}},
		Respondents: []Party{{Name: "仙居某某医药化工机械有限公司", Kind: "employer", Mark: "被1", CreditCode: "91350100M000100Y43", LegalRepresentative: "张某，经理"}},
		Claims: []Claim{
			{No: 1, Title: "拖欠的工资", Amount: claims.Yuan(18600), Awarded: claims.Yuan(18600), Money: true, Decision: "supported", Final: true, Reasons: "工资条可以证明。"},
			{No: 2, Title: "经济补偿", Amount: claims.Yuan(36400), Awarded: claims.Yuan(18200), Money: true, Decision: "partly", Reasons: "工作年限为三年半", Formula: "3.5 × 5,200.00 = 18,200.00"},
			{No: 3, Title: "办理档案转移手续", Decision: "rejected", Reasons: "已经办理。"},
			{No: 4, Title: "未休年休假工资", Amount: claims.Yuan(3600), Awarded: claims.Yuan(1200), Money: true, Decision: "partly", Final: true, Reasons: "折算后为二天。"},
			{No: 5, Title: "高温津贴", Amount: claims.Yuan(900), Money: true, Decision: "rejected", Final: true, Reasons: "没有证据。"},
		},
		Facts: "2026年1月起拖欠工资。", Tribunal: []Seat{{"应晓燕", "recorder"}, {"周立民", "presiding"}, {"吴一", "member"}, {"郑二", "member"}},
		Fields: map[Field]string{FieldReason: "（理由）", FieldHearingOn: "2026-03-30", FieldHearingAt: "09:00", FieldPlace: "第一仲裁庭", FieldDays: "15", FieldNewDue: "2026-05-12",
			FieldItems: "一、身份证明\n二、送达地址", FieldTerms: "（内容）", FieldAmount: "20,000.00", FieldPerformBy: "2026-05-01", FieldGround: "等待工伤认定", FieldPerson: "独任仲裁员 周立民", FieldOutcome: "granted", FieldSide: "both", FieldUntil: "2026-04-20", FieldToCourt: "仙居县人民法院", FieldCommission: "临海市劳动人事争议仲裁委员会",
			FieldReceivedOn: "2026-03-02", FieldJoint: "2", FieldEvidenceBy: "2026-03-23", FieldDefenceTime: "10个工作日", FieldHelpers: "仙居县总工会", FieldEarlier: "临劳人仲案〔2026〕9号", FieldMendBy: "2026-04-15", FieldRecipient: "仙居县某某机械有限公司", FieldPaper: "应诉通知书",
			FieldReviewBy: "2026-04-23", FieldConfirmBy: "2026-05-08", FieldOrganisation: "福应街道劳动人事争议调解中心"},
	}
}

func draft(t *testing.T, p workflows.Paper, d Data) string {
	t.Helper()
	text, err := Draft(p, d)
	if err != nil {
		t.Fatalf("Draft(%s): %v", p, err)
	}
	return text
}

// Every paper's text is golden, and there is no golden text of a paper that is gone.
func TestPapersAreOnPaper(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range workflows.Papers() {
		got := draft(t, k.Paper, data())
		path := filepath.Join("testdata", string(k.Paper)+".txt")
		seen[path] = true
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != got {
			t.Errorf("%s differs from its golden text; if the change is meant, run: go test ./server/documents -update", path)
		}
	}
	files, _ := filepath.Glob("testdata/*.txt")
	for _, f := range files {
		if !seen[f] {
			t.Errorf("%s belongs to no paper", f)
		}
	}
}

// Every paper that the law knows of or that a row asks for is registered, and nothing else.
func TestEveryPaperTheTableAsksForExists(t *testing.T) {
	t.Parallel()
	known := map[workflows.Paper]bool{}
	for _, k := range workflows.Papers() {
		known[k.Paper] = true
		if _, ok := papers[k.Paper]; !ok {
			t.Errorf("nothing writes %s", k.Paper)
		}
	}
	for _, r := range workflows.Table() {
		for _, e := range r.Then {
			if e.Draft != "" && (!known[e.Draft] || Name(e.Draft).IsZero()) {
				t.Errorf("%s asks for %s, which does not exist", r.Event, e.Draft)
			}
		}
	}
	for p := range papers {
		if !known[p] {
			t.Errorf("%s is registered, but the law knows no such paper", p)
		}
	}
	if _, err := Draft("no-such-paper", data()); err == nil {
		t.Error("Draft of an unknown paper succeeds")
	}
}

// The head is what the print view cuts off: issuer, title, number. The end says who, when, and how to look.
func TestEveryPaperHasHeadAndFoot(t *testing.T) {
	t.Parallel()
	for p, form := range papers {
		d := data()
		text := draft(t, p, d)
		head, rest, _ := strings.Cut(text, "\n\n")
		if want := []string{form.issuer(d), Name(p).ZH, d.Number}; !slices.Equal(strings.Split(head, "\n"), want) {
			t.Errorf("%s opens with %q, want %q", p, head, want)
		}
		look := "查询号 ABCDEFGH2345　查询码 7K3M9QWX。"
		if form.open { // what everybody reads opens nothing
			look = "查询号 ABCDEFGH2345。"
			if strings.Contains(text, d.QueryCode) {
				t.Errorf("%s is announced with its query code", p)
			}
		}
		for _, has := range []string{form.issuer(d) + "（盖章）\n2026年4月8日\n", look, "林小芬"} {
			if !strings.Contains(rest, has) {
				t.Errorf("%s does not say %q:\n%s", p, has, text)
			}
		}
		for _, lacks := range []string{"<nil>", "%!", "  ", "。。", "本会", d.Applicants[0].Phone, "\n\n\n"} {
			if strings.Contains(text, lacks) {
				t.Errorf("%s says %q:\n%s", p, lacks, text)
			}
		}
	}
}

// What a paper cannot do without is missed by name, one thing after another.
func TestWhatIsMissingIsNamed(t *testing.T) {
	t.Parallel()
	take := map[Need]func(*Data){
		"ref": func(d *Data) { d.Ref = "" }, "query code": func(d *Data) { d.QueryCode = "" }, "on": func(d *Data) { d.On = calendar.Date{} },
		"applicants": func(d *Data) { d.Applicants = nil }, needNumber: func(d *Data) { d.Number = "" },
		needRespondents: func(d *Data) { d.Respondents = []Party{{Name: " "}} }, needClaims: func(d *Data) { d.Claims = nil },
		needTribunal: func(d *Data) { d.Tribunal = nil }, needOrganisation: func(d *Data) { d.Organisation = "" }, "commission": func(d *Data) { d.Commission = "" },
	}
	for p, form := range papers {
		wants := append([]Need{"ref", "query code", "on", "applicants", "commission"}, form.needs...)
		if form.org {
			wants[4] = needOrganisation
		}
		for _, n := range wants {
			d := data()
			d.Fields = maps.Clone(d.Fields)
			if without, ok := take[n]; ok {
				without(&d)
			} else {
				d.Fields[Field(n)] = " \n"
			}
			if _, err := Draft(p, d); err == nil || !strings.HasSuffix(err.Error(), string(p)+" lacks "+string(n)) {
				t.Errorf("Draft(%s) without %s = %v", p, n, err)
			}
		}
	}
}

// Before acceptance there is no case number; a paper with a number of its own shows that.
func TestNumberLine(t *testing.T) {
	t.Parallel()
	d := data()
	d.Number = ""
	if text := draft(t, workflows.Receipt, d); !strings.Contains(text, "\n案件查询号 ABCDEFGH2345\n\n") {
		t.Errorf("a receipt without a case number:\n%s", text)
	}
	d = data()
	d.PaperNumber = "仙劳人仲裁〔2026〕1-1号"
	if text := draft(t, workflows.AwardFinalPaper, d); !strings.Contains(text, "\n仙劳人仲裁〔2026〕1-1号\n\n") {
		t.Errorf("an award with its own number:\n%s", text)
	}
}

// A person's whole number stands in awards only; other papers mask it or leave it out.
func TestWholeNumbersStandInAwardsOnly(t *testing.T) {
	t.Parallel()
	for p := range papers {
		award := slices.Contains([]workflows.Paper{workflows.AwardFinalPaper, workflows.AwardNonFinalPaper, workflows.PartialAwardPaper, workflows.PreliminaryAwardPaper}, p)
		if has := strings.Contains(draft(t, p, data()), "110101199003070310"); has != award {
			t.Errorf("%s prints the whole number: %t", p, has)
		}
	}
	if text := draft(t, workflows.MediationDocument, data()); !strings.Contains(text, "1101**********0310") {
		t.Errorf("the mediation document does not mask the number:\n%s", text)
	}
	d := data()
	d.Applicants[0].IDNumber = ""
	if text := draft(t, workflows.AwardFinalPaper, d); strings.Contains(text, "公民身份号码") {
		t.Errorf("an award has a label for a number that was not given:\n%s", text)
	}
}
