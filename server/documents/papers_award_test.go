package documents

import (
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// Each award holds its own claims and remedies, and nothing of the other's.
func TestTheTwoAwardsShareNothing(t *testing.T) {
	t.Parallel()
	tests := map[workflows.Paper]struct{ has, lacks []string }{
		workflows.AwardFinalPaper: {
			has: []string{"仲裁裁决书（终局）\n", "拖欠的工资 18,600.00 元。", "未休年休假工资 1,200.00 元；不支持该项请求的其余部分。", "3. 不支持申请人第 5 项请求（高温津贴）。", "以上款项合计 19,800.00 元。",
				"自收到裁决书之日起十五日内向仙居县人民法院起诉", "三十日内向台州市中级人民法院申请撤销裁决", "自作出之日起发生法律效力"},
			lacks: []string{"经济补偿", "18,200.00", "档案", "期满不起诉", "非终局"}},
		workflows.AwardNonFinalPaper: {
			has:   []string{"仲裁裁决书（非终局）\n", "经济补偿 18,200.00 元；", "2. 不支持申请人第 3 项请求（办理档案转移手续）。", "十五日内向仙居县人民法院起诉；期满不起诉的，裁决书发生法律效力"},
			lacks: []string{"拖欠的工资", "18,600.00", "年休假", "高温", "台州市中级人民法院", "合计"}},
	}
	for p, tt := range tests {
		text := draft(t, p, data())
		for _, s := range append(tt.has, "本委认为：", "裁决如下：", "本案其余请求，本委另行制作裁决书。", "首席仲裁员　周立民\n仲裁员　吴一\n仲裁员　郑二\n书记员　应晓燕\n") {
			if !strings.Contains(text, s) {
				t.Errorf("%s should say %q:\n%s", p, s, text)
			}
		}
		for _, s := range tt.lacks {
			if strings.Contains(text, s) {
				t.Errorf("%s should not say %q:\n%s", p, s, text)
			}
		}
	}
}

// An award that decides nothing, or not everything, is not written.
func TestAwardMustDecide(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		change func(*Data)
		want   string
	}{
		"no claim of its kind": {func(d *Data) { d.Claims = d.Claims[1:3] }, "claims of its kind"},
		"no decision":          {func(d *Data) { d.Claims[0].Decision = "" }, "decision of claim 1"},
		"unknown decision":     {func(d *Data) { d.Claims[3].Decision = "perhaps" }, "decision of claim 4"},
		"no reasons":           {func(d *Data) { d.Claims[4].Reasons = "" }, "reasons of claim 5"},
		"other award's claim":  {func(d *Data) { d.Claims[1].Decision = "" }, ""},
	}
	for name, tt := range tests {
		d := data()
		tt.change(&d)
		_, err := Draft(workflows.AwardFinalPaper, d)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: Draft = %v, want %q", name, err, tt.want)
		}
	}
}

// Only one kind of claim: there is no other award to speak of; items without money have no sum.
func TestAwardOfOneKind(t *testing.T) {
	t.Parallel()
	d := data()
	delete(d.Fields, FieldPerformBy)
	d.Fields[FieldCourt] = "临海市人民法院"
	d.Claims = []Claim{{No: 1, Title: "确认劳动关系", Decision: "supported", Reasons: "有工牌。"}, {No: 2, Title: "出具离职证明", Decision: "partly", Reasons: "限于工作年限。"},
		{No: 3, Title: "拖欠的工资", Amount: claims.Yuan(1234567), Awarded: 123456789, Money: true, Decision: "partly", Reasons: "工资条可以证明。"}}
	text := draft(t, workflows.AwardNonFinalPaper, d)
	for _, s := range []string{"1. 支持申请人第 1 项请求：确认劳动关系。", "2. 部分支持申请人第 2 项请求（出具离职证明）", "于本裁决书生效之日起十日内支付申请人 林小芬：拖欠的工资 1,234,567.89 元", "向临海市人民法院起诉"} {
		if !strings.Contains(text, s) {
			t.Errorf("the award should say %q:\n%s", s, text)
		}
	}
	if strings.Contains(text, "其余请求，") || strings.Contains(text, "合计") {
		t.Errorf("the award speaks of another award or of a sum:\n%s", text)
	}
}
