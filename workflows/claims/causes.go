package claims

import (
	"slices"

	"tiaocai/workflows/law"
)

// CauseCode is the code of a cause: A01 to A14 for labor disputes, P01 to P04 for personnel ones.
type CauseCode string

// Cause is what a dispute is about (案由). A case has one main cause, and each claim one of its own.
type Cause struct {
	Code  CauseCode
	Name  law.Text
	Class Class
}

// Class is the line of the labor yearbook that a cause is counted on (统计分类).
type Class string

const (
	LaborPay       Class = "labor-pay"        // 劳动报酬
	Insurance      Class = "social-insurance" // 社会保险, work injury with it
	ContractChange Class = "contract-change"  // 变更劳动合同, concluding one with it
	ContractEnd    Class = "contract-end"     // 解除、终止劳动合同; the claim says which of the two
	Collective     Class = "collective"       // 集体合同
	Personnel      Class = "personnel"        // 人事争议
	ByClaim        Class = "by-claim"         // no line of its own: counted by what is claimed
	Other          Class = "other"            // 其他
)

// Name is the class as the yearbook prints it.
func (c Class) Name() law.Text { return classNames[c] }

var classNames = map[Class]law.Text{
	LaborPay:       {ZH: "劳动报酬", EN: "Labor pay"},
	Insurance:      {ZH: "社会保险", EN: "Social insurance"},
	ContractChange: {ZH: "变更劳动合同", EN: "Change of contract"},
	ContractEnd:    {ZH: "解除、终止劳动合同", EN: "Cancelling or ending of contract"},
	Collective:     {ZH: "集体合同", EN: "Collective contract"},
	Personnel:      {ZH: "人事争议", EN: "Personnel dispute"},
	ByClaim:        {ZH: "按请求事项归类", EN: "Counted by claim"},
	Other:          {ZH: "其他", EN: "Other"},
}

// Causes are all causes, in the order of their codes.
func Causes() []Cause { return slices.Clone(causes) }

// LookupCause is the cause with this code; false if there is none.
func LookupCause(code CauseCode) (Cause, bool) {
	at := slices.IndexFunc(causes, func(c Cause) bool { return c.Code == code })
	if at < 0 {
		return Cause{}, false
	}
	return causes[at], true
}

// 调解仲裁法第二条 draws the circle of labor disputes, 办案规则第二条 that of personnel disputes.
var causes = []Cause{
	{"A01", law.Text{ZH: "确认劳动关系", EN: "Confirming a labor relation"}, Other},
	{"A02", law.Text{ZH: "订立、变更劳动合同", EN: "Conclusion or change of a contract"}, ContractChange},
	{"A03", law.Text{ZH: "追索劳动报酬", EN: "Labor pay"}, LaborPay},
	{"A04", law.Text{ZH: "未订立书面劳动合同二倍工资", EN: "Double wage for lack of a written contract"}, LaborPay}, // 劳动合同法第八十二条
	{"A05", law.Text{ZH: "经济补偿", EN: "Severance"}, ContractEnd},                                        // 劳动合同法第四十六条、第四十七条
	{"A06", law.Text{ZH: "违法解除、终止劳动合同赔偿金", EN: "Damages for unlawful dismissal"}, ContractEnd},         // 劳动合同法第八十七条
	{"A07", law.Text{ZH: "工伤保险待遇", EN: "Work injury benefits"}, Insurance},                             // 工伤保险条例第五章
	{"A08", law.Text{ZH: "其他社会保险", EN: "Other social insurance"}, Insurance},                           // 司法解释（一）第一条
	{"A09", law.Text{ZH: "竞业限制", EN: "Non-competition"}, Other},                                        // 劳动合同法第二十三条、第二十四条
	{"A10", law.Text{ZH: "服务期、培训费", EN: "Service period and training costs"}, Other},                   // 劳动合同法第二十二条
	{"A11", law.Text{ZH: "休息休假、工时、福利、劳动保护", EN: "Leave, hours, welfare and labor protection"}, Other},  // 调解仲裁法第二条第四项
	{"A12", law.Text{ZH: "劳务派遣", EN: "Labor dispatch"}, ByClaim},                                       // 劳动合同法第六十六条、第六十七条
	{"A13", law.Text{ZH: "非全日制用工", EN: "Part-time work"}, ByClaim},                                     // 劳动合同法第六十八条至第七十二条
	{"A14", law.Text{ZH: "履行集体合同", EN: "Performance of a collective contract"}, Collective},            // 办案规则第六十二条
	{"P01", law.Text{ZH: "聘用合同", EN: "Employment contract of a public institution"}, Personnel},
	{"P02", law.Text{ZH: "辞职", EN: "Resignation from public service"}, Personnel},
	{"P03", law.Text{ZH: "辞退", EN: "Dismissal from public service"}, Personnel},
	{"P04", law.Text{ZH: "聘任合同", EN: "Appointment contract"}, Personnel},
}
