package documents

import "tiaocai/workflows/law"

// Where an award of this commission is taken to: the basic court of the county, and the
// intermediate court of its city.
const (
	basicCourt        = "仙居县人民法院"
	intermediateCourt = "台州市中级人民法院"
)

// remedies follow from the kind of award alone; they close it, before the names.
func remedies(d Data, final bool) []string {
	var out []string
	if final {
		out = finalRemedies(d)
	} else {
		out = []string{"本裁决为非终局裁决。双方当事人对本裁决不服的，可以自收到裁决书之日起十五日内向" + court(d) + "起诉；期满不起诉的，裁决书发生法律效力（" + art(law.Arbitration(50)) + "）。"}
	}
	return append(out, "当事人对发生法律效力的裁决书，应当依照规定的期限履行；一方逾期不履行的，另一方可以依法向人民法院申请执行（"+art(law.Arbitration(51))+"）。")
}

func finalRemedies(d Data) []string {
	return []string{"本裁决为终局裁决，裁决书自作出之日起发生法律效力（" + art(law.Arbitration(47)) + "）。",
		"劳动者对本裁决不服的，可以自收到裁决书之日起十五日内向" + court(d) + "起诉（" + art(law.Arbitration(48)) + "）。",
		"用人单位有证据证明本裁决有" + art(law.Arbitration(49)) + "规定情形之一的，可以自收到裁决书之日起三十日内向" + intermediateCourt + "申请撤销裁决。"}
}

func court(d Data) string {
	if c := d.Fields[FieldCourt]; c != "" {
		return c
	}
	return basicCourt
}
