package pages

import (
	"maps"

	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// The words of intake: where the law has a list with names, they come from there.
func init() {
	for _, g := range workflows.Grounds() {
		enumWords[string(g.Ground)] = g.Name
	}
	for _, k := range workflows.FiledFields() {
		if enumWords[string(k.Field)].IsZero() {
			enumWords[string(k.Field)] = k.Name
		}
	}
	for _, k := range workflows.InterruptionGrounds() {
		enumWords[string(k.Kind)] = k.Name
	}
	for _, n := range workflows.NoDecisions() {
		if enumWords[n.Code].IsZero() {
			enumWords[n.Code] = n.Name
		}
	}
	maps.Copy(enumWords, map[string]law.Text{
		"contract": {ZH: "劳动合同", EN: "Labor contract"}, "dispatch": {ZH: "劳务派遣", EN: "Dispatched work"},
		"part-time": {ZH: "非全日制用工", EN: "Part-time work"}, "appointed": {ZH: "聘任制公务员", EN: "Appointed civil servant"},
		"agency": {ZH: "劳务派遣单位", EN: "Dispatch agency"}, "user-firm": {ZH: "用工单位", EN: "User firm"},
		"investor": {ZH: "出资人、开办单位或主管部门", EN: "Investor, founder or supervising body"}, "lender": {ZH: "出借营业执照的一方", EN: "Lender of the licence"},
		"contracting-out": {ZH: "发包、转包或被挂靠的单位", EN: "Who contracted out"}, "operator": {ZH: "实际经营者", EN: "The real operator"},
		"successor": {ZH: "合并、分立后的承继单位", EN: "Successor after a merger or split"},
		"statutory": {ZH: "法定代理人", EN: "Statutory agent"},
		"revoked":   {ZH: "当事人解除委托", EN: "Revoked by the party"}, "resigned": {ZH: "代理人辞去", EN: "The agent resigned"},
		"finished": {ZH: "委托事项办完", EN: "The matter is done"}, "charged": {ZH: "违规收费，代理终止", EN: "Charged though they may not"}, "died": {ZH: "代理人死亡或丧失能力", EN: "The agent died or lost capacity"},
		"obstacle": {ZH: "不可抗力或其他正当理由不能申请（中止）", EN: "Force majeure or another good cause (suspension)"},
	})
}
