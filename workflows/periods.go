package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Period names a statutory period (法定期限).
type Period string

const (
	TalksPeriod         Period = "talks"                // 协商答复
	MediationAcceptance Period = "mediation-acceptance" // 调解受理
	MediationPeriod     Period = "mediation"            // 调解期限
	ReviewApplication   Period = "review-application"   // 申请仲裁审查
	ReviewPeriod        Period = "review"               // 仲裁审查
	ConfirmationPeriod  Period = "confirmation"         // 申请司法确认
	CourtReply          Period = "court-reply"          // 法院答复是否受理支付令
	DebtorPeriod        Period = "debtor"               // 清偿或者异议
	EntrustedPeriod     Period = "entrusted"            // 委托调解
	AcceptancePeriod    Period = "acceptance"           // 受理期限
	ObjectionPeriod     Period = "objection"            // 管辖异议审查
	CopyPeriod          Period = "copy"                 // 送达申请书副本
	TribunalPeriod      Period = "tribunal"             // 组庭告知
	DefencePeriod       Period = "defence"              // 答辩期
	ForwardPeriod       Period = "forward-defence"      // 转送答辩书
	NewDefence          Period = "new-defence"          // 变更请求后的答辩期
	CounterPeriod       Period = "counter"              // 反申请的决定
	CounterDefence      Period = "counter-defence"      // 对反申请的答辩
	RecusalPeriod       Period = "recusal"              // 回避决定
	HearingNotice       Period = "hearing-notice"       // 开庭通知
	Postponement        Period = "postponement"         // 申请延期开庭
	AwardPeriod         Period = "award"                // 仲裁审限
	SimplePeriod        Period = "simple"               // 简易处理期限
	SuitPeriod          Period = "suit"                 // 起诉期（非终局）
	WorkerSuitPeriod    Period = "worker-suit"          // 劳动者起诉期（终局）
	SetAsidePeriod      Period = "set-aside"            // 用人单位申请撤销期
	DoorPeriod          Period = "left-at-door"         // 张贴于住所，视为送达
	NoticePeriod        Period = "public-notice"        // 公告期

	CollectiveNoticePeriod Period = "collective-notice"    // 集体争议用人单位的公告期
	AfterSetAside          Period = "suit-after-set-aside" // 裁决被撤销后起诉
	LateSetAside           Period = "late-set-aside"       // 劳动者的起诉终结后申请撤销
	AfterNoEnforcement     Period = "suit-after-no-enforcement"
	EnforcementPeriod      Period = "enforcement" // 申请执行时效
	PreservedPeriod        Period = "preserved"   // 保全后申请执行
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
	DeemRefused     Lapse = "deem-refused"    // no answer is a refusal
	ReviewShut      Lapse = "review-shut"     // the review is refused
	PathClosed      Lapse = "path-closed"     // this way is closed; the others stay open
	AskCourt        Lapse = "ask-court"       // it is the court's own time
	Enforceable     Lapse = "enforceable"     // the payment order can be enforced
	MustHear        Lapse = "must-hear"       // the hearing goes on
	CountAsServed   Lapse = "count-as-served" // the paper counts as served
)

// Term is one row of the table of periods: how long, for whom, what breach does, and who says so.
type Term struct {
	Period Period
	Name   law.Text
	Timer  string        // the rule in the register that sets it
	Adds   string        // the rule that lets it be extended, if one does
	Runs   calendar.Span // of the register: the length by default; Facts.Law has the one in force
	Back   bool          // of the register: counted back from its day
	Longer calendar.Span // of the register: the longest extension
	Rule80 bool          // of the register: its unit is a setting
	For    Capacity      // who must act
	Each   bool          // every party has its own, counted by itself
	Warn   int           // the light turns amber with so many days left, in the period's own unit
	Alarm  int           // and red with so many left; below none is overdue
	Lapse  Lapse
	Law    law.Citation // of the register, unless the row names a narrower one
}

// Terms lists the periods in the order of a case's life.
func Terms() []Term { return slices.Concat(terms[:2], settlingTerms, terms[2:]) }

// TermOf is the row of a period.
func TermOf(p Period) Term { return periods[p] }

var terms = fromRegister([]Term{
	{
		Period: MediationAcceptance, Name: law.Text{ZH: "调解受理", EN: "Taking up the mediation"},
		Timer: "R17-22", For: Organiser, Warn: 1, Lapse: Warn,
	},
	{
		Period: MediationPeriod, Name: law.Text{ZH: "调解期限", EN: "Mediation"},
		Timer: "LDMA-14-3", For: Mediator, Warn: 4, Lapse: EndMediation,
	},
	{
		Period: AcceptancePeriod, Name: law.Text{ZH: "受理决定", EN: "Decision on acceptance"},
		Timer: "LDMA-29-1", For: Registry, Warn: 2, Lapse: PermitSuit,
	},
	{
		Period: ObjectionPeriod, Name: law.Text{ZH: "管辖异议的决定", EN: "Decision on the objection to jurisdiction"},
		Timer: "JO-1", For: Head, Warn: 2, Lapse: Warn,
	},
	{
		Period: CopyPeriod, Name: law.Text{ZH: "送达申请书副本", EN: "Serving the copy on the respondent"},
		Timer: "LDMA-30-1", For: Registry, Warn: 2, Lapse: Warn,
	},
	{
		Period: TribunalPeriod, Name: law.Text{ZH: "组庭并书面告知", EN: "Forming the tribunal and telling the parties"},
		Timer: "LDMA-32", For: Head, Warn: 2, Lapse: Warn,
	},
	{
		Period: DefencePeriod, Name: law.Text{ZH: "答辩", EN: "Defence"},
		Timer: "LDMA-30-2", For: Respondent, Warn: 2, Lapse: GoOn,
	},
	{
		Period: ForwardPeriod, Name: law.Text{ZH: "答辩书送达申请人", EN: "Forwarding the defence to the applicant"},
		Timer: "LDMA-30-2b", For: Registry, Warn: 2, Lapse: Warn,
	},
	{
		Period: NewDefence, Name: law.Text{ZH: "变更请求后的答辩", EN: "Answer to changed claims"},
		Timer: "R33-44", For: Respondent, Warn: 2, Lapse: GoOn,
	},
	{
		Period: CounterPeriod, Name: law.Text{ZH: "反申请的决定", EN: "Decision on the counter-application"},
		Timer: "R33-36", For: Registry, Warn: 2, Lapse: Warn,
	},
	{
		Period: CounterDefence, Name: law.Text{ZH: "对反申请的答辩", EN: "Answer to the counter-application"},
		Timer: "LDMA-30-2", For: Applicant, Warn: 2, Lapse: GoOn,
	},
	{
		Period: RecusalPeriod, Name: law.Text{ZH: "回避申请的决定", EN: "Decision on a recusal"},
		Timer: "R33-11", For: Director, Warn: 1, Lapse: Warn,
	},
	{
		Period: HearingNotice, Name: law.Text{ZH: "开庭通知", EN: "Notice of the hearing"},
		Timer: "LDMA-35-1", For: Recorder, Warn: 2, Lapse: PostponeOrAgree,
	},
	{
		Period: Postponement, Name: law.Text{ZH: "申请延期开庭", EN: "Asking for another hearing day"},
		Timer: "LDMA-35-2", For: Applicant, Warn: 1, Lapse: GoOn,
	},
	{
		Period: AwardPeriod, Name: law.Text{ZH: "裁决期限", EN: "Award"},
		Timer: "LDMA-43-1", Adds: "LDMA-43-2", For: Tribunal, Warn: 10, Alarm: 3, Lapse: PermitSuit,
	},
	{
		Period: SimplePeriod, Name: law.Text{ZH: "简易处理结案期限", EN: "Closing a case handled simply"},
		Timer: "ZJ-39", For: Tribunal, Warn: 7, Alarm: 3, Lapse: Warn,
	},
	{
		Period: SuitPeriod, Name: law.Text{ZH: "不服裁决起诉", EN: "Suing over the award"},
		Timer: "LDMA-50", For: Applicant, Each: true, Warn: 4, Lapse: InForce,
	},
	{
		Period: WorkerSuitPeriod, Name: law.Text{ZH: "劳动者起诉（终局裁决）", EN: "The worker's suit (final award)"},
		Timer: "LDMA-48", For: Applicant, Warn: 4, Lapse: RightLost,
	},
	{
		Period: SetAsidePeriod, Name: law.Text{ZH: "单位申请撤销（终局裁决）", EN: "The employer's application to set aside (final award)"},
		Timer: "LDMA-49", For: Respondent, Warn: 10, Lapse: RightLost,
	},
	{
		Period: AfterSetAside, Name: law.Text{ZH: "裁决被撤销后起诉", EN: "Suing after the award was set aside"},
		Timer: "LDMA-49x", For: Applicant, Each: true, Warn: 4, Lapse: RightLost,
	},
	{
		Period: LateSetAside, Name: law.Text{ZH: "劳动者起诉终结后，单位申请撤销", EN: "Setting aside after the worker's suit ended"},
		Timer: "SPC1-21", For: Respondent, Each: true, Warn: 10, Lapse: RightLost,
	},
	{
		Period: AfterNoEnforcement, Name: law.Text{ZH: "裁定不予执行后起诉", EN: "Suing after enforcement was refused"},
		Timer: "SPC1-24", For: Applicant, Each: true, Warn: 10, Lapse: RightLost,
	},
	{
		Period: EnforcementPeriod, Name: law.Text{ZH: "申请执行", EN: "Applying for enforcement"},
		Timer: "CPL-250", For: Applicant, Each: true, Warn: 60, Alarm: 14, Lapse: RightLost, // 第二十二个月起提醒
	},
	{
		Period: PreservedPeriod, Name: law.Text{ZH: "保全后申请执行", EN: "Enforcement after preservation"},
		Timer: "SPC1-49", For: Applicant, Each: true, Warn: 15, Alarm: 3, Lapse: RightLost,
	},
	{
		Period: DoorPeriod, Name: law.Text{ZH: "留置或张贴后视为送达", EN: "Service after leaving at the residence"},
		Timer: "SV-3", For: Clock, Warn: 1, Lapse: CountAsServed,
	},
	{
		Period: NoticePeriod, Name: law.Text{ZH: "公告期", EN: "Public notice"},
		Timer: "SV-6", For: Clock, Warn: 1, Lapse: CountAsServed,
	},
	{
		Period: CollectiveNoticePeriod, Name: law.Text{ZH: "公告期（集体争议的用人单位）", EN: "Public notice to the employer of a collective dispute"},
		Timer: "SV-6c", For: Clock, Warn: 1, Lapse: CountAsServed,
	},
})

// fromRegister takes numbers, direction and article from the rules that the rows name.
func fromRegister(rows []Term) []Term {
	for i, r := range rows {
		if r.Timer == "" {
			continue // a test finds it
		}
		t := register.TimerOf(r.Timer)
		r.Runs, r.Back, r.Rule80 = t.Span, t.Direction == register.Before, t.ByRule80()
		if r.Law.IsZero() {
			r.Law = t.Law()
		}
		if r.Adds != "" {
			r.Longer = register.TimerOf(r.Adds).Span
		}
		rows[i] = r
	}
	return rows
}

var periods = func() map[Period]Term {
	m := map[Period]Term{}
	for _, t := range Terms() {
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
