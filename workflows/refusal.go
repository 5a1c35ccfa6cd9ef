package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Ground is why an application is refused (不予受理的情形). The list is closed: lacking jurisdiction
// is a referral, the year to apply is the other side's defence, and nobody is too old to apply.
type Ground string

const (
	AgainstInsurer Ground = "insurance-agency" // 请求社保经办机构发放待遇
	HousingReform  Ground = "housing-reform"   // 公有住房转让
	GradeObjection Ground = "grade-objection"  // 对伤残等级、职业病诊断的异议
	FamilyHelper   Ground = "family-helper"    // 家庭或个人与家政服务人员
	CraftHelper    Ground = "craft-helper"     // 个体工匠与帮工、学徒
	FarmHand       Ground = "farm-hand"        // 农村承包经营户与受雇人
	OutOfScope     Ground = "out-of-scope"     // 其他不属于受理范围的
	NoClearClaims  Ground = "no-clear-claims"  // 没有明确的请求和事实理由
	WrongParties   Ground = "wrong-parties"    // 没有直接利害关系、没有明确的被申请人
	SameMatter     Ground = "same-matter"      // 同一事实、理由和请求已处理或正在处理
	DeemedBefore   Ground = "deemed-before"    // 按撤回处理后又申请
	NotCorrected   Ground = "not-corrected"    // 经告知仍未补正
)

// GroundKind is one ground: its name, its article, and which of the four tests fails.
type GroundKind struct {
	Ground Ground
	Name   law.Text
	Law    law.Citation
	Test   int // 1 scope, 2 claims, 3 parties; 0: none of them
}

// Grounds lists them.
func Grounds() []GroundKind { return grounds }

var grounds = []GroundKind{
	{AgainstInsurer, text("请求社会保险经办机构发放社会保险金", "claims on the social insurance agency"), firstInterpretation(2), 1},
	{HousingReform, text("因住房制度改革产生的公有住房转让纠纷", "housing-reform sales"), firstInterpretation(2), 1},
	{GradeObjection, text("对伤残等级鉴定或者职业病诊断鉴定结论的异议", "objections to a disability grade or an occupational-disease conclusion"), firstInterpretation(2), 1},
	{FamilyHelper, text("家庭或者个人与家政服务人员之间的纠纷", "a family and its domestic helper"), firstInterpretation(2), 1},
	{CraftHelper, text("个体工匠与帮工、学徒之间的纠纷", "a craftsman and helper or apprentice"), firstInterpretation(2), 1},
	{FarmHand, text("农村承包经营户与受雇人之间的纠纷", "a farm household and its hand"), firstInterpretation(2), 1},
	{OutOfScope, text("其他不属于劳动人事争议受理范围的", "otherwise out of scope"), law.CaseRules(30, 1).Recalled(), 1},
	{NoClearClaims, text("没有明确的仲裁请求和事实理由", "no clear claims and facts"), law.CaseRules(30, 2).Recalled(), 2},
	{WrongParties, text("申请人没有直接利害关系，或者没有明确的被申请人", "no direct interest, or no named respondent"), law.CaseRules(30, 3).Recalled(), 3},
	{SameMatter, text("同一事实、理由和请求，已书面不予受理、正在审理或文书已经生效", "the same matter was refused in writing, is pending, or was decided for good"), law.CaseRules(34), 0},
	{DeemedBefore, text("按撤回仲裁申请处理后，就同一争议再次申请", "filed again after being deemed withdrawn"), law.CaseRules(39), 0},
	{NotCorrected, text("经书面告知仍未补正", "not corrected after written notice"), law.Zhejiang(20, 4), 0},
}

// GroundOf finds one; ok is false if there is none.
func GroundOf(g Ground) (GroundKind, bool) {
	for _, k := range grounds {
		if k.Ground == g {
			return k, true
		}
	}
	return GroundKind{}, false
}

// Refusal.
var (
	// CorrectionFirst: nothing is refused for lack of papers before they were asked for, and the time
	// given for them is over (经告知仍未补正). A notice that gave no day can't be missed.
	CorrectionFirst = Guard{
		Code: "not-asked-to-correct",
		Says: text("以未补正为由不予受理，须先发出补正通知，且限期补正的日期已过、仍未补齐。", "A refusal for missing papers needs a notice that is not answered, and its last day to be over."),
		Law:  law.Zhejiang(20, 4),
		Holds: func(f Facts) bool {
			return f.Act.Intake.Ground != NotCorrected || (f.Application.Correcting && !f.Intake.MendBy.IsZero() && f.On.After(f.Intake.MendBy))
		},
		Opens: func(f Facts) calendar.Date {
			if f.Intake.MendBy.IsZero() {
				return calendar.Date{}
			}
			return f.Intake.MendBy.Next(1)
		},
	}
	// EarlierCase: the earlier case must be there, of the same applicant, and bar a new one (一事不再理).
	EarlierCase = Guard{
		Code: "no-earlier-case",
		Says: text("以同一争议已经处理为由不予受理，须写明同一申请人正在审理、已经书面不予受理或文书已经生效的原案；撤回的可以再次申请。", "A refusal because the matter was dealt with must name a case of the same applicant that is pending, was refused in writing or decided for good; what was withdrawn may be filed again."),
		Law:  law.CaseRules(34),
		Holds: func(f Facts) bool {
			a := f.Act.Intake
			return a.Ground != SameMatter || (a.EarlierFound && !a.EarlierRevoked && Bars(a.EarlierState, a.EarlierMode))
		},
	}
	// DeemedProven: only after a deemed withdrawal, and only with proof that the old hearing notice was
	// served, is a new application refused; all other withdrawals may be filed again (按撤回处理).
	DeemedProven = Guard{
		Code: "not-deemed-withdrawn",
		Says: text("原案须是按撤回处理，且开庭通知已送达申请人、有送达证明；其他撤回的，可以再次申请，应当受理。", "The earlier case must have been deemed withdrawn, with proof that its hearing notice was served; after any other withdrawal a new application must be accepted."),
		Law:  law.CaseRules(39),
		Holds: func(f Facts) bool {
			a := f.Act.Intake
			return a.Ground != DeemedBefore || (a.EarlierFound && a.EarlierMode == DeemedWithdrawn && a.EarlierProof)
		},
	}
)

// Bars says whether an earlier case bars the same matter: it is pending, was refused in writing, or
// ended in a document that binds.
func Bars(s State, m Mode) bool {
	return s == Filed || s == NotAccepted || s.Proceeding() || m.Award() || m == Mediated
}
