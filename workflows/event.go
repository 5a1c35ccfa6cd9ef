package workflows

import "strings"

// Event is a step, named as the verb that a clerk would use (程序事件). Each has one meaning and
// at most one row of the table for each state.
type Event string

const (
	// The first contact.
	OpenConsultation Event = "open-consultation" // 登记咨询
	OpenMediation    Event = "open-mediation"    // 登记调解申请
	OpenApplication  Event = "open-application"  // 登记仲裁申请
	CarryOver        Event = "carry-over"        // 带入旧案（未结）
	CarryOverClosed  Event = "carry-over-closed" // 带入旧案（已结）

	// Consultation (咨询协商).
	AmendApplication     Event = "amend-application"      // 修改当事人和请求
	EnterGroup           Event = "enter-group"            // 用表格登记多名劳动者
	KeepCalculation      Event = "keep-calculation"       // 保存计算书
	GiveAdvice           Event = "give-advice"            // 答复咨询
	SettleInConsultation Event = "settle-in-consultation" // 协商和解
	AskTalks             Event = "ask-talks"              // 要求协商
	AnswerTalks          Event = "answer-talks"           // 答复协商
	ExtendTalks          Event = "extend-talks"           // 延长协商
	FailTalks            Event = "fail-talks"             // 协商不成
	LapseTalks           Event = "lapse-talks"            // 协商期满

	// Mediation (调解).
	AskMediation       Event = "ask-mediation"        // 申请调解
	AssignMediator     Event = "assign-mediator"      // 指派调解员
	ConsentToMediation Event = "consent-to-mediation" // 同意调解
	RefuseMediation    Event = "refuse-mediation"     // 不同意调解
	HoldSession        Event = "hold-session"         // 记录调解
	ExtendMediation    Event = "extend-mediation"     // 延长调解期限
	DraftAgreement     Event = "draft-agreement"      // 起草调解协议
	SignAgreement      Event = "sign-agreement"       // 在调解协议上签名、盖章
	FailMediation      Event = "fail-mediation"       // 调解不成
	ExpireMediation    Event = "expire-mediation"     // 调解期满

	// Offers between the two sides, in mediation and before the award (和解方案).
	MakeOffer     Event = "make-offer"             // 提出和解方案
	WithdrawOffer Event = "withdraw-offer"         // 撤回和解方案
	AcceptOffer   Event = "accept-offer"           // 接受和解方案
	DeclineOffer  Event = "decline-offer"          // 不接受和解方案
	LapseOffer    Event = "lapse-offer"            // 和解方案到期
	AskDocument   Event = "ask-mediation-document" // 请仲裁庭制作调解书

	// After a mediation agreement, side by side (审查、司法确认、支付令).
	AskReview          Event = "ask-review"           // 申请仲裁审查
	AllowLateReview    Event = "allow-late-review"    // 准许逾期申请审查
	AcceptReview       Event = "accept-review"        // 受理审查
	RefuseReview       Event = "refuse-review"        // 不予受理审查
	ExtendReview       Event = "extend-review"        // 延长审查期限
	ReplaceAgreement   Event = "replace-agreement"    // 制作仲裁调解书（置换）
	RejectAgreement    Event = "reject-agreement"     // 不予制作仲裁调解书
	WithdrawReview     Event = "withdraw-review"      // 撤回审查申请
	RecordConfirmation Event = "record-confirmation"  // 记录司法确认
	RecordPaymentOrder Event = "record-payment-order" // 记录支付令

	// Application and acceptance (申请与受理).
	FileApplication     Event = "file-application"     // 申请仲裁
	AskCorrection       Event = "ask-correction"       // 通知补正
	CompleteCorrection  Event = "complete-correction"  // 补正材料
	HoldForMediation    Event = "hold-for-mediation"   // 暂缓受理，先行调解
	Accept              Event = "accept"               // 受理
	RefuseAcceptance    Event = "refuse-acceptance"    // 不予受理
	Refer               Event = "refer"                // 告知有管辖权的仲裁委
	WithdrawApplication Event = "withdraw-application" // 受理前撤回申请

	Arrive               Event = "arrive"                 // 移送案件到达
	RecordInterruption   Event = "record-interruption"    // 记录时效中断、中止
	CertifyNoDecision    Event = "certify-no-decision"    // 出具逾期未决定证明
	TakeOver             Event = "take-over"              // 接收移送的案件
	DisputeTransfer      Event = "dispute-transfer"       // 报请指定管辖
	RecordDesignation    Event = "record-designation"     // 记录指定管辖
	EndAgency            Event = "end-agency"             // 终止委托
	ObjectToJurisdiction Event = "object-to-jurisdiction" // 提出管辖异议
	DismissObjection     Event = "dismiss-objection"      // 驳回管辖异议

	// Before the hearing (庭前).
	FormTribunal        Event = "form-tribunal"        // 组成仲裁庭
	ReplaceSeat         Event = "replace-seat"         // 更换仲裁庭组成人员
	FileDefence         Event = "file-defence"         // 提交答辩
	FileEvidence        Event = "file-evidence"        // 提交证据
	AddAgent            Event = "add-agent"            // 委托代理人
	NameRepresentatives Event = "name-representatives" // 推选代表人
	ConfirmAddress      Event = "confirm-address"      // 确认送达地址
	ServeDocument       Event = "serve-document"       // 记录送达
	SendDocument        Event = "send-document"        // 送出文书
	RecordDelivery      Event = "record-delivery"      // 记录送达结果
	PublishNotice       Event = "publish-notice"       // 公告送达
	DeemServed          Event = "deem-served"          // 视为送达
	ScheduleHearing     Event = "schedule-hearing"     // 确定开庭日期
	ConsentShortNotice  Event = "consent-short-notice" // 同意提前开庭
	AskRecusal          Event = "ask-recusal"          // 申请回避
	DecideRecusal       Event = "decide-recusal"       // 决定回避申请
	SetEvidencePeriod   Event = "set-evidence-period"  // 指定举证期限
	ChangeClaims        Event = "change-claims"        // 增加、变更仲裁请求
	AcceptChange        Event = "accept-change"        // 受理变更的请求
	DeclineChange       Event = "decline-change"       // 不受理变更的请求

	// The way of handling (处理程序).
	HandleSimply      Event = "handle-simply"       // 简易处理
	ConvertToOrdinary Event = "convert-to-ordinary" // 转为一般程序

	AskPostponement    Event = "ask-postponement"    // 请求延期开庭
	GrantPostponement  Event = "grant-postponement"  // 准许延期开庭
	RefusePostponement Event = "refuse-postponement" // 不准延期开庭
	RecordConsents     Event = "record-consents"     // 登记被代表人的同意

	// Cases heard together (合并审理).
	JoinHearing Event = "join-hearing" // 合并审理
	LeaveJoint  Event = "leave-joint"  // 退出合并审理

	NotifyAtOnce Event = "notify-at-once" // 集体争议一次通知

	// A mediation that the tribunal entrusts (委托调解).
	EntrustMediation Event = "entrust-mediation" // 委托调解
	EndEntrusted     Event = "end-entrusted"     // 委托调解结束

	// The hearing (开庭).
	OpenHearing      Event = "open-hearing"      // 开庭
	AdjournHearing   Event = "adjourn-hearing"   // 休庭，另定日期
	AttemptMediation Event = "attempt-mediation" // 庭上调解
	CloseHearing     Event = "close-hearing"     // 庭审结束
	ReopenHearing    Event = "reopen-hearing"    // 恢复庭审，另定日期
	RecordLeaving    Event = "record-leaving"    // 记录中途退庭

	RecordAppraisalCost Event = "record-appraisal-cost" // 登记鉴定费用

	HearInDefault Event = "hear-in-default" // 缺席审理和裁决

	// The minutes of the hearing (庭审笔录).
	WriteMinutes            Event = "write-minutes"             // 写庭审笔录
	SignMinutes             Event = "sign-minutes"              // 在笔录上签名
	NoteUnsigned            Event = "note-unsigned"             // 记明拒绝签名
	AskMinutesCorrection    Event = "ask-minutes-correction"    // 申请补正笔录
	AnswerMinutesCorrection Event = "answer-minutes-correction" // 决定是否补正笔录

	// Evidence that the tribunal takes, and periods missed for good cause (调查取证、鉴定，期限的顺延).
	AskEvidenceTaking    Event = "ask-evidence-taking"    // 申请调查取证、鉴定、证人出庭
	AnswerEvidenceTaking Event = "answer-evidence-taking" // 决定是否准许
	ExchangeEvidence     Event = "exchange-evidence"      // 证据交换
	RecordInquiry        Event = "record-inquiry"         // 记录调查
	SendInquiry          Event = "send-inquiry"           // 发调查函
	EntrustAppraisal     Event = "entrust-appraisal"      // 委托鉴定
	ReceiveOpinion       Event = "receive-opinion"        // 收到鉴定意见
	CommentRecord        Event = "comment-record"         // 书面质证
	ExamineExhibit       Event = "examine-exhibit"        // 对证据质证
	AskRestoration       Event = "ask-restoration"        // 申请顺延期限
	AnswerRestoration    Event = "answer-restoration"     // 决定是否顺延

	// What the respondent claims in turn, and who comes in later (反申请，追加当事人、第三人).
	CounterApply   Event = "counter-apply"   // 提出反申请
	JoinCounter    Event = "join-counter"    // 受理反申请，合并处理
	DeclineCounter Event = "decline-counter" // 反申请不合并处理或者不予受理
	AnswerCounter  Event = "answer-counter"  // 对反申请答辩
	JoinParty      Event = "join-party"      // 追加当事人、第三人

	// What moves the award clock (影响审限的事项).
	StopClock         Event = "stop-clock"          // 停止计算期限
	EndStop           Event = "end-stop"            // 恢复计算期限
	Suspend           Event = "suspend"             // 中止审理
	Resume            Event = "resume"              // 恢复审理
	ExtendAwardPeriod Event = "extend-award-period" // 延长审限
	CertifyNoAward    Event = "certify-no-award"    // 出具逾期未裁决证明

	// Closing (结案).
	MakeAward        Event = "make-award"         // 作出裁决
	CastVote         Event = "cast-vote"          // 评议：写明意见
	SignAward        Event = "sign-award"         // 仲裁员签名
	CloseByMediation Event = "close-by-mediation" // 调解书结案
	AskWithdrawal    Event = "ask-withdrawal"     // 申请撤回
	AnswerWithdrawal Event = "answer-withdrawal"  // 对撤回申请表示意见
	AllowWithdrawal  Event = "allow-withdrawal"   // 准予撤回
	DeemWithdrawn    Event = "deem-withdrawn"     // 按撤回处理
	Terminate        Event = "terminate"          // 终止审理
	Transfer         Event = "transfer"           // 移送管辖
	Cancel           Event = "cancel"             // 撤销案件

	// After closing (结案以后).
	CorrectAward      Event = "correct-award"      // 补正裁决书
	RecordSuit        Event = "record-suit"        // 记录起诉或申请撤销
	RevokeAward       Event = "revoke-award"       // 撤销裁决
	RecordEnforcement Event = "record-enforcement" // 记录强制执行
	RecordPayment     Event = "record-payment"     // 记录履行
	Archive           Event = "archive"            // 归档

	PartialAward         Event = "partial-award"         // 先行裁决
	PreliminaryExecution Event = "preliminary-execution" // 先予执行
	ForwardPreservation  Event = "forward-preservation"  // 移送财产保全申请
	RecordRuling         Event = "record-ruling"         // 记录法院结果
	TakeEffect           Event = "take-effect"           // 裁决生效
	ProveEffect          Event = "prove-effect"          // 出具生效证明
	ConfirmPayment       Event = "confirm-payment"       // 劳动者确认付款
	ApproveDisposal      Event = "approve-disposal"      // 批准销毁案卷
	Rehear               Event = "rehear"                // 重新处理
	Reopen               Event = "reopen"                // 重新处理立案

	// At any time.
	CorrectEntry    Event = "correct-entry"    // 更正登记
	DeclineProposal Event = "decline-proposal" // 不同意报批
)

const proposing = "propose-"

// Proposal is the step in which one person proposes e and another decides (报批).
func (e Event) Proposal() Event { return proposing + e }

// Proposes is the step that a proposal is about; ok is false if e is no proposal.
func (e Event) Proposes() (of Event, ok bool) {
	s, ok := strings.CutPrefix(string(e), proposing)
	return Event(s), ok
}

// Capacity is the hat in which a step is taken (办理身份). Which role and standing may wear it is
// policy, not law.
type Capacity string

const (
	Applicant  Capacity = "applicant"  // 申请人
	Respondent Capacity = "respondent" // 被申请人
	Mediator   Capacity = "mediator"   // 调解员
	Organiser  Capacity = "organiser"  // 调解组织管理员
	Registry   Capacity = "registry"   // 立案人员
	Recorder   Capacity = "recorder"   // 书记员
	Member     Capacity = "member"     // 仲裁庭成员（非首席）
	Tribunal   Capacity = "tribunal"   // 仲裁庭（首席或独任仲裁员）
	Head       Capacity = "head"       // 仲裁院院长
	Director   Capacity = "director"   // 仲裁委主任
	Clock      Capacity = "clock"      // 期限届满（系统）
)

// Capacities lists them all.
func Capacities() []Capacity {
	return []Capacity{Applicant, Respondent, Mediator, Organiser, Registry, Recorder, Member, Tribunal, Head, Director, Clock}
}
