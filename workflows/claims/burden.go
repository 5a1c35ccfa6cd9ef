package claims

import (
	"slices"

	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Burden says who must prove what about a claim (举证责任). It is a hint for both sides and for the
// tribunal: who bears the burden where no rule says is decided in the award.
type Burden struct {
	Says law.Text     `json:"says"`
	Law  law.Citation `json:"law"`
}

// BurdenOf lists what is known for a kind of claim, the general rule last.
func BurdenOf(code Code) []Burden {
	var out []Burden
	for _, b := range burdens {
		if len(b.of) == 0 || slices.Contains(b.of, code) {
			out = append(out, Burden{b.says, register.Cite(b.rule)})
		}
	}
	return out
}

var burdens = []struct {
	rule string
	of   []Code // none: every claim
	says law.Text
}{
	{"SPC1-42", []Code{"M03"}, law.Text{ZH: "加班由劳动者证明；或者证明考勤等记录由单位掌握，单位不提供的，承担不利后果。",
		EN: "The worker proves the overtime, or that the employer holds the records; if it does not produce them, that counts against it."}},
	{"SPC1-44", []Code{"M01", "M05", "M06", "M07", "M19"}, law.Text{ZH: "单位作出的辞退、解除、降薪等决定和工作年限，由单位证明。",
		EN: "The employer proves its own decisions to dismiss, end or cut pay, and the length of service."}},
	{"MWP-15", []Code{"M01", "M02", "M03"}, law.Text{ZH: "工资支付台账由单位保存，至少三年：单位应当拿得出来。",
		EN: "The employer keeps the wage ledger for at least three years: it must be able to show it."}},
	{"LCL-50-3", []Code{"M05", "M07", "M08", "M10", "M20"}, law.Text{ZH: "已经解除或者终止的劳动合同文本，单位至少保存二年备查。",
		EN: "The employer keeps the text of an ended contract for at least two years."}},
	{"LDMA-6", nil, law.Text{ZH: "谁主张谁举证；由单位掌握管理的证据，单位应当提供，不提供的承担不利后果。",
		EN: "Who claims, proves; evidence that the employer holds it must produce, or bear the consequences."}},
}
