package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Period names a statutory period (法定期限).
type Period string

const (
	MediationAcceptance Period = "mediation-acceptance" // 调解受理
	MediationPeriod     Period = "mediation"            // 调解期限
	AcceptancePeriod    Period = "acceptance"           // 受理期限
	CopyPeriod          Period = "copy"                 // 送达申请书副本
	TribunalPeriod      Period = "tribunal"             // 组庭告知
	DefencePeriod       Period = "defence"              // 答辩期
	ForwardPeriod       Period = "forward-defence"      // 转送答辩书
	HearingNotice       Period = "hearing-notice"       // 开庭通知
	Postponement        Period = "postponement"         // 申请延期开庭
	AwardPeriod         Period = "award"                // 仲裁审限
	SuitPeriod          Period = "suit"                 // 起诉期（非终局）
	WorkerSuitPeriod    Period = "worker-suit"          // 劳动者起诉期（终局）
	SetAsidePeriod      Period = "set-aside"            // 用人单位申请撤销期
	AfterSetAside       Period = "suit-after-set-aside" // 裁决被撤销后起诉
	LateSetAside        Period = "late-set-aside"       // 劳动者的起诉终结后申请撤销
	AfterNoEnforcement  Period = "suit-after-no-enforcement"
	PerformancePeriod   Period = "performance" // 履行期
	EnforcementPeriod   Period = "enforcement" // 申请执行时效
	PreservedPeriod     Period = "preserved"   // 保全后申请执行
)

// Lapse is what running out does (期满的后果).
type Lapse string

const (
	Warn            Lapse = "warn"              // nothing by law: a red light for the one who is late
	EndMediation    Lapse = "end-mediation"     // the mediation ends as failed; the way to arbitration is open
	PermitSuit      Lapse = "permit-suit"       // the party may go to court; the case stays open
	GoOn            Lapse = "go-on"             // the case goes on without it
	PostponeOrAgree Lapse = "postpone-or-agree" // another day, or both agree in writing
	InForce         Lapse = "in-force"          // the award takes effect
	RightLost       Lapse = "right-lost"
)

// Term is one row of the table of periods: how long, for whom, what breach does, and who says so.
type Term struct {
	Period Period
	Name   law.Text
	Runs   calendar.Span // the length by default; Facts.Law has the one in force
	Back   bool          // counted back from its day
	Longer calendar.Span // the longest extension, if there is one
	For    Capacity      // who must act
	Each   bool          // every party has its own, counted by itself
	Warn   int           // the light turns amber with so many days left, in the period's own unit
	Alarm  int           // and red with so many left; below none is overdue
	Lapse  Lapse
	Law    law.Citation
}

// Terms lists the periods in the order of a case's life.
func Terms() []Term { return terms }

// TermOf is the row of a period.
func TermOf(p Period) Term { return periods[p] }

var terms = []Term{
	{
		Period: MediationAcceptance, Name: law.Text{ZH: "调解受理", EN: "Taking up the mediation"},
		Runs: calendar.WorkingDays(3), For: Organiser, Warn: 1, Lapse: Warn,
		Law: law.EnterpriseRules(22),
	},
	{
		Period: MediationPeriod, Name: law.Text{ZH: "调解期限", EN: "Mediation"},
		Runs: calendar.Days(15), For: Mediator, Warn: 4, Lapse: EndMediation,
		Law: law.Arbitration(14, 3),
	},
	{
		Period: AcceptancePeriod, Name: law.Text{ZH: "受理决定", EN: "Decision on acceptance"},
		Runs: calendar.WorkingDays(5), For: Registry, Warn: 2, Lapse: PermitSuit,
		Law: law.Arbitration(29, 1),
	},
	{
		Period: CopyPeriod, Name: law.Text{ZH: "送达申请书副本", EN: "Serving the copy on the respondent"},
		Runs: calendar.WorkingDays(5), For: Registry, Warn: 2, Lapse: Warn,
		Law: law.Arbitration(30, 1),
	},
	{
		Period: TribunalPeriod, Name: law.Text{ZH: "组庭并书面告知", EN: "Forming the tribunal and telling the parties"},
		Runs: calendar.WorkingDays(5), For: Head, Warn: 2, Lapse: Warn,
		Law: law.Arbitration(32),
	},
	{
		Period: DefencePeriod, Name: law.Text{ZH: "答辩", EN: "Defence"},
		Runs: calendar.WorkingDays(10), For: Respondent, Warn: 2, Lapse: GoOn,
		Law: law.Arbitration(30, 2),
	},
	{
		Period: ForwardPeriod, Name: law.Text{ZH: "答辩书送达申请人", EN: "Forwarding the defence to the applicant"},
		Runs: calendar.WorkingDays(5), For: Registry, Warn: 2, Lapse: Warn,
		Law: law.Arbitration(30, 2),
	},
	{
		Period: HearingNotice, Name: law.Text{ZH: "开庭通知", EN: "Notice of the hearing"},
		Runs: calendar.WorkingDays(5), Back: true, For: Recorder, Warn: 2, Lapse: PostponeOrAgree,
		Law: law.Arbitration(35, 1),
	},
	{
		Period: Postponement, Name: law.Text{ZH: "申请延期开庭", EN: "Asking for another hearing day"},
		Runs: calendar.WorkingDays(3), Back: true, For: Applicant, Warn: 1, Lapse: GoOn,
		Law: law.Arbitration(35, 2),
	},
	{
		Period: AwardPeriod, Name: law.Text{ZH: "裁决期限", EN: "Award"},
		Runs: calendar.Days(45), Longer: calendar.Days(15), For: Tribunal, Warn: 10, Alarm: 3, Lapse: PermitSuit,
		Law: law.Arbitration(43, 1),
	},
	{
		Period: SuitPeriod, Name: law.Text{ZH: "不服裁决起诉", EN: "Suing over the award"},
		Runs: calendar.Days(15), For: Applicant, Each: true, Warn: 4, Lapse: InForce,
		Law: law.Arbitration(50),
	},
	{
		Period: WorkerSuitPeriod, Name: law.Text{ZH: "劳动者起诉（终局裁决）", EN: "The worker's suit (final award)"},
		Runs: calendar.Days(15), For: Applicant, Warn: 4, Lapse: RightLost,
		Law: law.Arbitration(48),
	},
	{
		Period: SetAsidePeriod, Name: law.Text{ZH: "单位申请撤销（终局裁决）", EN: "The employer's application to set aside (final award)"},
		Runs: calendar.Days(30), For: Respondent, Warn: 10, Lapse: RightLost,
		Law: law.Arbitration(49),
	},
	{
		Period: AfterSetAside, Name: law.Text{ZH: "裁决被撤销后起诉", EN: "Suing after the award was set aside"},
		Runs: calendar.Days(15), For: Applicant, Each: true, Warn: 4, Lapse: RightLost,
		Law: law.Arbitration(49),
	},
	{
		Period: LateSetAside, Name: law.Text{ZH: "劳动者起诉终结后，单位申请撤销", EN: "Setting aside after the worker's suit ended"},
		Runs: calendar.Days(30), For: Respondent, Each: true, Warn: 10, Lapse: RightLost,
		Law: law.Courts(21),
	},
	{
		Period: AfterNoEnforcement, Name: law.Text{ZH: "裁定不予执行后起诉", EN: "Suing after enforcement was refused"},
		Runs: calendar.Days(30), For: Applicant, Each: true, Warn: 10, Lapse: RightLost,
		Law: law.Courts(24),
	},
	{
		Period: PerformancePeriod, Name: law.Text{ZH: "履行裁决", EN: "Performing the award"},
		Runs: calendar.Days(10), For: Respondent, Each: true, Warn: 3, Lapse: Warn,
		Law: law.House("PF-1", "裁决书写明自生效之日起十日内履行", "awards say: within ten days of coming into force"),
	},
	{
		Period: EnforcementPeriod, Name: law.Text{ZH: "申请执行", EN: "Applying for enforcement"},
		Runs: calendar.Years(2), For: Applicant, Each: true, Warn: 60, Alarm: 14, Lapse: RightLost, // 第二十二个月起提醒
		Law: law.CivilProcedure(250),
	},
	{
		Period: PreservedPeriod, Name: law.Text{ZH: "保全后申请执行", EN: "Enforcement after preservation"},
		Runs: calendar.Months(3), For: Applicant, Each: true, Warn: 15, Alarm: 3, Lapse: RightLost,
		Law: law.Courts(49),
	},
}

var periods = func() map[Period]Term {
	m := map[Period]Term{}
	for _, t := range terms {
		m[t.Period] = t
	}
	return m
}()

// StopKind is why a time does not count towards the award period (扣除审限的事由).
type StopKind string

const (
	StopSuspension StopKind = "suspension"    // 中止审理
	StopNotice     StopKind = "public_notice" // 公告送达
	StopInquiry    StopKind = "inquiry"       // 委托调查
	StopSettlement StopKind = "settlement"    // 庭外和解
	StopAppraisal  StopKind = "appraisal"     // 等待工伤认定、伤残鉴定或司法鉴定
	StopOther      StopKind = "other"         // 法律规定的其他情形
)

// StopGround is one reason for a stop: its name and its article.
type StopGround struct {
	Kind StopKind
	Name law.Text
	Law  law.Citation
}

// StopGrounds lists the reasons.
func StopGrounds() []StopGround { return stopGrounds }

var stopGrounds = []StopGround{
	{StopSuspension, law.Text{ZH: "中止审理", EN: "suspension"}, law.CaseRules(46, 6)},
	{StopNotice, law.Text{ZH: "公告送达", EN: "service by public notice"}, law.Zhejiang(36, 3)},
	{StopInquiry, law.Text{ZH: "委托调查", EN: "commissioned inquiry"}, law.Zhejiang(36, 1)},
	{StopSettlement, law.Text{ZH: "双方申请庭外和解", EN: "settlement talks both asked for"}, law.Zhejiang(36, 2)},
	{StopAppraisal, law.Text{ZH: "等待工伤认定或鉴定", EN: "waiting for an injury determination or appraisal"}, law.Zhejiang(36, 4)},
	{StopOther, law.Text{ZH: "法律规定的其他情形", EN: "another ground by law"}, law.CaseRules(46, 7)},
}

func stopGround(k StopKind) StopGround {
	for _, g := range stopGrounds {
		if g.Kind == k {
			return g
		}
	}
	return stopGrounds[len(stopGrounds)-1]
}

// restartNames are the events that let the award clock run anew (R33-46).
var restartNames = map[string]StopGround{
	"party_added":         {Name: law.Text{ZH: "追加当事人，重新计算", EN: "a party was added: counted anew"}, Law: law.CaseRules(46, 1)},
	"claim_changed":       {Name: law.Text{ZH: "变更请求，重新计算", EN: "claims were changed: counted anew"}, Law: law.CaseRules(46, 3)},
	"counter_application": {Name: law.Text{ZH: "受理反申请，重新计算", EN: "a counter-application was accepted: counted anew"}, Law: law.CaseRules(46, 4)},
	"transferred_in":      {Name: law.Text{ZH: "移送接收，重新计算", EN: "the case was taken over: counted anew"}, Law: law.CaseRules(46, 5)},
}
