package documents

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

var update = flag.Bool("update", false, "rewrite golden files")

func data() Data {
	return Data{
		Commission: "仙居县劳动人事争议仲裁委员会", Address: "浙江省仙居县", Phone: "0576-87770000", Organisation: "福应街道劳动人事争议调解中心",
		Number: "仙劳人仲案〔2026〕1号", Ref: "ABCDEFGH2345", QueryCode: "7K3M9QWX", On: calendar.Must("2026-04-08"),
		Applicants:  []Party{{Name: "林小芬", Kind: "worker", Mark: "申1", IDNumber: "110101199003070310", Address: "浙江省仙居县福应街道1号"}},
		Respondents: []Party{{Name: "仙居某某医药化工机械有限公司", Kind: "employer", Mark: "被1", CreditCode: "91350100M000100Y43", LegalRepresentative: "张某，经理"}},
		Claims: []Claim{
			{No: 1, Title: "拖欠的工资", Amount: claims.Yuan(18600), Awarded: claims.Yuan(18600), Money: true, Decision: "supported", Final: true, Reasons: "工资条可以证明。"},
			{No: 2, Title: "经济补偿", Amount: claims.Yuan(36400), Awarded: claims.Yuan(18200), Money: true, Decision: "partly", Reasons: "工作年限为三年半。"},
			{No: 3, Title: "办理档案转移手续", Decision: "rejected", Reasons: "已经办理。"},
		},
		Facts: "2026年1月起拖欠工资。", Tribunal: []Seat{{"周立民", "sole"}, {"应晓燕", "recorder"}},
		Fields: map[Field]string{FieldReason: "（理由）", FieldHearingOn: "2026-03-30", FieldHearingAt: "09:00", FieldPlace: "第一仲裁庭", FieldDays: "15", FieldNewDue: "2026-05-12",
			FieldItems: "一、身份证明\n二、送达地址", FieldTerms: "（内容）", FieldAmount: "20,000.00", FieldPerformBy: "2026-05-01", FieldGround: "等待工伤认定", FieldCommission: "临海市劳动人事争议仲裁委员会"},
	}
}

// Every paper's text is golden.
func TestPapersAreOnPaper(t *testing.T) {
	t.Parallel()
	for _, k := range workflows.Papers() {
		got, err := Draft(k.Paper, data())
		if err != nil {
			t.Errorf("Draft(%s): %v", k.Paper, err)
			continue
		}
		path := filepath.Join("testdata", string(k.Paper)+".txt")
		if *update {
			os.MkdirAll("testdata", 0o755)
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != got {
			t.Errorf("%s differs from its golden text; if the change is meant, run: go test ./server/documents -update", path)
		}
		if !strings.Contains(got, "7K3M9QWX") {
			t.Errorf("%s has no query code", k.Paper)
		}
	}
}

// Every paper that the law's table asks for exists, and none lacks what it must say in silence.
func TestEveryPaperTheTableAsksForExists(t *testing.T) {
	t.Parallel()
	for _, r := range workflows.Table() {
		for _, e := range r.Then {
			if e.Draft == "" {
				continue
			}
			form, ok := papers[e.Draft]
			if !ok || Name(e.Draft).ZH == "" {
				t.Errorf("%s asks for %s, which does not exist", r.Event, e.Draft)
			}
			for _, f := range form.needs {
				d := data()
				delete(d.Fields, f)
				if _, err := Draft(e.Draft, d); err == nil || !strings.Contains(err.Error(), string(f)) {
					t.Errorf("%s without %s: %v", e.Draft, f, err)
				}
			}
		}
	}
}

// A final award holds the final items and the worker's and the employer's remedies; the other the rest.
func TestTheTwoAwardsShareNothing(t *testing.T) {
	t.Parallel()
	final, _ := Draft(workflows.AwardFinalPaper, data())
	other, _ := Draft(workflows.AwardNonFinalPaper, data())
	for _, tt := range []struct {
		text, has, lacks string
	}{{final, "18,600.00 元。", "18,200.00"}, {other, "18,200.00 元。", "支付申请人 林小芬：拖欠的工资"}, {final, "台州市中级人民法院", "期满不起诉"}, {other, "期满不起诉", "终局裁决"}} {
		if !strings.Contains(tt.text, tt.has) || strings.Contains(tt.text, tt.lacks) {
			t.Errorf("the award should say %q and not %q:\n%s", tt.has, tt.lacks, tt.text)
		}
	}
}
