package workflows

import (
	"fmt"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Employment is how somebody works for the employer (用工形式), where the law asks.
type Employment string

const (
	ContractWork     Employment = "contract"  // 劳动合同
	DispatchWork     Employment = "dispatch"  // 劳务派遣
	PartTimeWork     Employment = "part-time" // 非全日制
	AppointedService Employment = "appointed" // 聘任制公务员
)

// PartyRole is why somebody is a party beside the employer (共同当事人).
type PartyRole string

const (
	DispatchAgency PartyRole = "agency"          // 劳务派遣单位
	UserFirm       PartyRole = "user-firm"       // 用工单位
	Investor       PartyRole = "investor"        // 出资人、开办单位或主管部门
	LicenceLender  PartyRole = "lender"          // 出借营业执照的一方
	ContractingOut PartyRole = "contracting-out" // 发包的组织、转包或被挂靠的单位
	Operator       PartyRole = "operator"        // 实际经营者
	Successor      PartyRole = "successor"       // 合并或分立后的承继单位
	ThirdPerson    PartyRole = "third"           // 第三人
)

// IntakeFacts are what the law asks of an application beside the days in ApplicationFacts.
type IntakeFacts struct {
	Employment Employment
	Agency     bool // a respondent is the dispatch agency
	UserFirm   bool // a respondent is the user firm
	Receipts   []CorrectionDay
	MendBy     calendar.Date // the last day to mend, if the notice names one
	Objected   calendar.Date // an objection to jurisdiction waits for its decision (管辖异议)
	Arrived    bool          // another commission transferred the case here (移送)
	Taken      calendar.Date // and it was taken over
	Disputed   calendar.Date // and was reported to the common superior (报请指定管辖)
	Designated calendar.Date // who decided
	Ours       bool          // for this commission
}

// CorrectionDay is one notice and the day on which it was answered.
type CorrectionDay struct{ Asked, Completed calendar.Date }

// IntakeParticulars are what a step of intake says about itself.
type IntakeParticulars struct {
	Unlisted       int    // fields that lack something and are not on the notice
	Unmended       int    // marked fields that the answer leaves open
	Ground         Ground // of a refusal
	EarlierState   State  // where the earlier case stands that a refusal names
	EarlierMode    Mode   // and how it ended
	EarlierFound   bool   // there is such a case of the same applicant
	EarlierRevoked bool   // the commission revoked all its awards: nothing stands decided
	EarlierProof   bool   // its hearing notice was served on the applicant, by its service record
	ChargeFree     bool   // the agent may charge, or declared not to
	Proven         bool   // the power of attorney is here
}

// The parties that the law wants together.
var (
	// DispatchBoth: agency and user firm answer together for dispatched work (劳务派遣共同当事人).
	DispatchBoth = Guard{
		Code: "dispatch-needs-both",
		Says: text("劳务派遣争议，派遣单位和用工单位为共同当事人：请把两者都列为被申请人。", "In a dispute over dispatched work agency and user firm are parties together: please name both as respondents."),
		Law:  law.Arbitration(22, 1),
		Holds: func(f Facts) bool {
			return f.Intake.Employment != DispatchWork || (f.Intake.Agency && f.Intake.UserFirm)
		},
	}
	// AllAtOnce: a notice that leaves something out would need a second one (一次性告知).
	AllAtOnce = Guard{
		Code:  "defects-left-out",
		Says:  text("核对清单里还有缺项没有写进通知；补正事项应当一次告知全部。其余不需要补正的，请写明。", "The checklist shows more that is missing; a notice names everything at once. If the rest is not needed, please say so."),
		Law:   law.Zhejiang(21),
		Holds: func(f Facts) bool { return f.Act.Intake.Unlisted == 0 },
	}
	// AllMended: the papers are complete when every marked field is (补齐).
	AllMended = Guard{
		Code:  "not-all-mended",
		Says:  text("补正通知里标出的每一处都补齐以后，补正才算完成。", "The correction is complete when every marked field is mended."),
		Law:   law.Zhejiang(21),
		Holds: func(f Facts) bool { return f.Act.Intake.Unmended == 0 },
	}
	// AcceptanceLapsed: five working days have gone by without a decision (逾期未作出决定).
	AcceptanceLapsed = Guard{
		Code:  "acceptance-period-runs",
		Says:  text("受理期限还没有届满；到期未作决定的，可以索取证明并向人民法院起诉。", "The time to decide is still running. If nothing is decided in time you may ask for a certificate and sue."),
		Law:   law.Arbitration(29, 1),
		Holds: func(f Facts) bool { due := f.acceptanceEnds(); return !due.IsZero() && f.On.After(due) },
		Opens: func(f Facts) calendar.Date {
			if due := f.acceptanceEnds(); !due.IsZero() {
				return due.Next(1)
			}
			return calendar.Date{}
		},
	}
	// NotTransferredIn: the receiving commission must accept; it does not examine the application anew (移送应当接收).
	NotTransferredIn = Guard{
		Code:  "transferred-in",
		Says:  text("这是其他仲裁委移送来的案件，应当接收，不重新审查；认为不属于本会管辖的，报请共同的上级指定。", "This case was transferred here and must be taken over, not examined anew. If you think it is not yours, report to the common superior."),
		Law:   law.CaseRules(9).Recalled(),
		Holds: func(f Facts) bool { return !f.Intake.Arrived },
	}
)

// acceptanceEnds is the last day to decide on acceptance; none while that clock stands or has none.
func (f Facts) acceptanceEnds() calendar.Date {
	w := watch{f: f}
	w.intake()
	if len(w.clocks) == 0 {
		return calendar.Date{}
	}
	return w.clocks[0].Due
}

// receipts are the lines of how the day of receipt moved, for the arithmetic of the decision on
// acceptance (收到日期的变动).
func (f Facts) receipts() []Line {
	var list []Line
	for _, r := range f.Intake.Receipts {
		if len(list) == 0 {
			list = append(list, Line{Says: text("收到申请之日", "day the application came in"), Date: f.Application.FirstReceived})
		}
		notice, moved := law.Zhejiang(21), law.CaseRules(46, 2)
		list = append(list, Line{Says: text("通知补正", "corrections were asked for"), Law: &notice, Date: r.Asked})
		if !r.Completed.IsZero() {
			list = append(list, Line{Says: text("材料补齐，收到日期改为这一天", "the materials were complete: the day of receipt moves here"), Law: &moved, Date: r.Completed})
		}
	}
	return list
}

// RightToSue is what the applicant reads beside the clock of the decision on acceptance: how long it
// takes, and what may be done when it lapses.
func RightToSue(f Facts) (law.Text, bool) {
	if f.State != Filed || f.Intake.Arrived || f.Application.Received.IsZero() {
		return law.Text{}, false
	}
	due := f.acceptanceEnds()
	switch {
	case due.IsZero():
		return text("补正或先行调解期间，受理期限不计算。", "While papers are completed or a mediation runs, the time to decide does not run."), true
	case f.Today.After(due):
		return text(fmt.Sprintf("仲裁委应当在 %s 以前决定是否受理，期限已经届满。申请人可以直接向人民法院起诉，也可以索取“逾期未作出受理决定证明”。", due),
			fmt.Sprintf("The commission had to decide on acceptance by %s; that time has lapsed. The applicant may sue in court at once, and ask for a certificate that nothing was decided.", due)), true
	}
	return text(fmt.Sprintf("仲裁委最迟在 %s 决定是否受理；逾期没有决定的，申请人可以直接向人民法院起诉。", due),
		fmt.Sprintf("The commission decides on acceptance by %s at the latest; if it does not, the applicant may sue in court.", due)), true
}

// NoDecision is why nothing was decided in time (逾期未决定的情形): only without one of these is the
// suit taken at once (司法解释（一）第十二条).
type NoDecision struct {
	Code string
	Name law.Text
}

// NoDecisions lists them; the first is for no reason at all.
func NoDecisions() []NoDecision { return noDecisions }

var noDecisions = []NoDecision{
	{"none", text("没有下列情形", "none of these")},
	{"transfer", text("移送管辖", "the case is being transferred")},
	{"service", text("正在送达或者送达延误", "service is under way or delayed")},
	{"other-case", text("等待另案诉讼结果、评残结论", "another case or a disability grade is awaited")},
	{"awaiting-hearing", text("正在等待开庭", "a hearing is awaited")},
	{"expert", text("启动鉴定程序或者委托其他部门调查取证", "an appraisal or an inquiry is under way")},
	{"other-cause", text("其他正当事由", "another good cause")},
}

// firstInterpretation cites the Supreme People's Court's first interpretation on labor disputes, 法释〔2020〕26号.
func firstInterpretation(article int) law.Citation {
	return law.Citation{Rule: fmt.Sprintf("SPC1-%d", article), ZH: "劳动争议司法解释（一）第" + law.Numeral(article) + "条",
		EN: fmt.Sprintf("SPC Interpretation (I) on labor disputes, Art. %d", article), Confidence: law.Verified}
}

// secondInterpretation cites the second one, 法释〔2025〕12号.
func secondInterpretation(article int) law.Citation {
	return law.Citation{Rule: fmt.Sprintf("SPC2-%d", article), ZH: "劳动争议司法解释（二）第" + law.Numeral(article) + "条",
		EN: fmt.Sprintf("SPC Interpretation (II) on labor disputes, Art. %d", article), Confidence: law.Verified}
}

// NoDecisionLaw is the article on suits over a decision that did not come.
func NoDecisionLaw() law.Citation { return firstInterpretation(12) }
