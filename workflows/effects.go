package workflows

import "tiaocai/workflows/law"

// Paper names a document that a step drafts (文书). server/documents has one file for each.
type Paper string

const (
	Receipt             Paper = "receipt"                    // 收件回执
	AdviceNote          Paper = "advice-note"                // 咨询答复
	MediationReceipt    Paper = "mediation-receipt"          // 调解申请回执
	Agreement           Paper = "mediation-agreement"        // 调解协议书
	MediationEnded      Paper = "mediation-ended"            // 调解终结书
	OralRequest         Paper = "oral-mediation-request"     // 口头申请调解笔录
	CourtGuide          Paper = "court-guide"                // 支付令、司法确认指引
	ReviewAcceptance    Paper = "review-acceptance"          // 审查受理通知书
	ReviewRefusalPaper  Paper = "review-refusal"             // 不予受理审查通知书
	ReviewDocument      Paper = "review-document"            // 仲裁调解书（置换）
	ReviewRejection     Paper = "review-rejection"           // 不予制作仲裁调解书通知书
	EntrustLetter       Paper = "entrust-letter"             // 委托调解函
	CorrectionNotice    Paper = "correction-notice"          // 补正通知书
	MediationProposal   Paper = "mediation-proposal"         // 调解建议书
	AcceptanceNotice    Paper = "acceptance-notice"          // 受理通知书
	RefusalNotice       Paper = "refusal-notice"             // 不予受理通知书
	ReferralNotice      Paper = "referral-notice"            // 管辖告知书
	NoticeToRespond     Paper = "notice-to-respond"          // 应诉通知书（附申请书副本）
	TribunalNotice      Paper = "tribunal-notice"            // 组庭通知书
	HearingNoticePaper  Paper = "hearing-notice"             // 开庭通知书
	SuspensionNotice    Paper = "suspension-notice"          // 中止审理通知书
	ResumptionNotice    Paper = "resumption-notice"          // 恢复审理通知书
	ExtensionNotice     Paper = "extension-notice"           // 延期审理通知书
	AwardFinalPaper     Paper = "award-final"                // 裁决书（终局）
	AwardNonFinalPaper  Paper = "award-nonfinal"             // 裁决书（非终局）
	MediationDocument   Paper = "mediation-document"         // 仲裁调解书
	WithdrawalDecision  Paper = "withdrawal-decision"        // 准予撤回决定书
	DeemedDecision      Paper = "deemed-withdrawal-decision" // 按撤回处理决定书
	TerminationDecision Paper = "termination-decision"       // 终止审理决定书
	TransferLetter      Paper = "transfer-letter"            // 案件移送函
	CancelDecision      Paper = "cancellation-decision"      // 撤销案件决定书
	CorrectionDecision  Paper = "correction-decision"        // 补正决定书
	RevocationDecision  Paper = "revocation-decision"        // 撤销裁决决定书
	PublicNoticePaper   Paper = "public-notice"              // 公告
)

// The papers about awards.
const (
	PartialAwardPaper     Paper = "partial-award"       // 先行裁决书
	PreliminaryAwardPaper Paper = "preliminary-award"   // 先予执行裁决书
	EnforcementLetter     Paper = "enforcement-letter"  // 移送执行函
	PreservationLetter    Paper = "preservation-letter" // 财产保全申请移送函
	EffectProof           Paper = "proof-of-effect"     // 生效证明
	VolumeIndex           Paper = "volume-index"        // 卷宗目录
	RehearingNotice       Paper = "rehearing-notice"    // 重新处理通知书
)

// The papers about the way of handling.
const (
	SimpleNotice   Paper = "simple-notice"   // 简易处理告知书
	OrdinaryNotice Paper = "ordinary-notice" // 转为一般程序通知书

	PostponementDecision Paper = "postponement-decision" // 延期开庭决定书
)

// The papers of intake.
const (
	NoDecisionCertificate Paper = "no-decision-certificate" // 逾期未作出受理决定证明
	TakeOverNotice        Paper = "take-over-notice"        // 移送案件接收通知书
	NoAwardCertificate    Paper = "no-award-certificate"    // 逾期未作出裁决证明
	EvidenceNotice        Paper = "evidence-notice"         // 举证通知书
	ChangeNotice          Paper = "change-notice"           // 变更仲裁请求受理通知书
	ChangeRefusal         Paper = "change-refusal"          // 不予受理变更请求通知书
	RecusalDecision       Paper = "recusal-decision"        // 回避决定书
	ObjectionDismissal    Paper = "objection-dismissal"     // 驳回管辖异议决定书
)

// The papers about evidence that the tribunal takes, and the copy of the defence.
const (
	InquiryLetter   Paper = "inquiry-letter"   // 调查函
	AppraisalLetter Paper = "appraisal-letter" // 鉴定委托书
	DefenceCopy     Paper = "defence-copy"     // 答辩书副本送达通知书
	CounterNotice   Paper = "counter-notice"   // 反申请受理通知书
	CounterRefusal  Paper = "counter-refusal"  // 反申请不合并处理、不予受理通知书
	JoinNotice      Paper = "join-notice"      // 追加当事人、第三人通知书
)

// PaperKind is what is known of a document without reading it.
type PaperKind struct {
	Paper  Paper
	Name   law.Text
	Signed bool // only handing it over against a signature serves it (须签收)
}

// Papers lists every document that a row of the table may ask for.
func Papers() []PaperKind { return papers }

// PaperOf finds a document's kind.
func PaperOf(p Paper) (PaperKind, bool) {
	for _, k := range papers {
		if k.Paper == p {
			return k, true
		}
	}
	return PaperKind{}, false
}

var papers = []PaperKind{
	{Receipt, law.Text{ZH: "收件回执", EN: "Receipt"}, false},
	{AdviceNote, law.Text{ZH: "咨询答复", EN: "Advice"}, false},
	{MediationReceipt, law.Text{ZH: "调解申请回执", EN: "Receipt of a request for mediation"}, false},
	{Agreement, law.Text{ZH: "调解协议书", EN: "Mediation agreement"}, true},
	{MediationEnded, law.Text{ZH: "调解终结书", EN: "End of mediation"}, false},
	{OralRequest, law.Text{ZH: "口头申请调解笔录", EN: "Record of an oral request for mediation"}, false},
	{CourtGuide, law.Text{ZH: "支付令、司法确认指引", EN: "Ways to the court"}, false},
	{ReviewAcceptance, law.Text{ZH: "审查受理通知书", EN: "Notice of review"}, false},
	{ReviewRefusalPaper, law.Text{ZH: "不予受理审查通知书", EN: "Refusal of review"}, false},
	{ReviewDocument, law.Text{ZH: "仲裁调解书（置换）", EN: "Mediation document on an agreement"}, true},
	{ReviewRejection, law.Text{ZH: "不予制作仲裁调解书通知书", EN: "No mediation document on an agreement"}, false},
	{EntrustLetter, law.Text{ZH: "委托调解函", EN: "Letter entrusting a mediation"}, false},
	{CorrectionNotice, law.Text{ZH: "补正通知书", EN: "Correction notice"}, false},
	{MediationProposal, law.Text{ZH: "调解建议书", EN: "Proposal to mediate"}, false},
	{AcceptanceNotice, law.Text{ZH: "受理通知书", EN: "Notice of acceptance"}, false},
	{RefusalNotice, law.Text{ZH: "不予受理通知书", EN: "Notice of refusal"}, false},
	{ReferralNotice, law.Text{ZH: "管辖告知书", EN: "Notice of the competent commission"}, false},
	{NoticeToRespond, law.Text{ZH: "应诉通知书", EN: "Notice to respond"}, false},
	{TribunalNotice, law.Text{ZH: "组庭通知书", EN: "Notice of the tribunal"}, false},
	{HearingNoticePaper, law.Text{ZH: "开庭通知书", EN: "Notice of the hearing"}, false},
	{SimpleNotice, law.Text{ZH: "简易处理告知书", EN: "Notice of simple handling"}, false},
	{OrdinaryNotice, law.Text{ZH: "转为一般程序通知书", EN: "Notice of conversion"}, false},
	{PostponementDecision, law.Text{ZH: "延期开庭决定书", EN: "Decision on another hearing day"}, false},
	{SuspensionNotice, law.Text{ZH: "中止审理通知书", EN: "Notice of suspension"}, false},
	{ResumptionNotice, law.Text{ZH: "恢复审理通知书", EN: "Notice of resumption"}, false},
	{ExtensionNotice, law.Text{ZH: "延期审理通知书", EN: "Notice of extension"}, false},
	{AwardFinalPaper, law.Text{ZH: "仲裁裁决书（终局）", EN: "Final award"}, false},
	{AwardNonFinalPaper, law.Text{ZH: "仲裁裁决书（非终局）", EN: "Non-final award"}, false},
	{MediationDocument, law.Text{ZH: "仲裁调解书", EN: "Mediation document"}, true},
	{WithdrawalDecision, law.Text{ZH: "准予撤回仲裁申请决定书", EN: "Decision on withdrawal"}, false},
	{DeemedDecision, law.Text{ZH: "按撤回仲裁申请处理决定书", EN: "Decision on deemed withdrawal"}, false},
	{TerminationDecision, law.Text{ZH: "终止审理决定书", EN: "Decision to terminate"}, false},
	{TransferLetter, law.Text{ZH: "案件移送函", EN: "Letter of transfer"}, false},
	{CancelDecision, law.Text{ZH: "撤销案件决定书", EN: "Decision to cancel"}, false},
	{CorrectionDecision, law.Text{ZH: "补正决定书", EN: "Decision of correction"}, false},
	{RevocationDecision, law.Text{ZH: "撤销裁决决定书", EN: "Decision of revocation"}, false},
	{RehearingNotice, law.Text{ZH: "重新处理通知书", EN: "Notice that a dispute is decided anew"}, false},
	{PublicNoticePaper, law.Text{ZH: "公告", EN: "Public notice"}, false},
	{NoDecisionCertificate, law.Text{ZH: "逾期未作出受理决定证明", EN: "Certificate that nothing was decided in time"}, false},
	{NoAwardCertificate, law.Text{ZH: "逾期未作出裁决证明", EN: "Certificate that no award was made in time"}, false},
	{TakeOverNotice, law.Text{ZH: "移送案件接收通知书", EN: "Notice that the case was taken over"}, false},
	{EvidenceNotice, law.Text{ZH: "举证通知书", EN: "Notice of the time for evidence"}, false},
	{ChangeNotice, law.Text{ZH: "变更仲裁请求受理通知书", EN: "Notice of changed claims"}, false},
	{ChangeRefusal, law.Text{ZH: "不予受理变更请求通知书", EN: "Refusal of changed claims"}, false},
	{InquiryLetter, law.Text{ZH: "调查函", EN: "Letter of inquiry"}, false},
	{AppraisalLetter, law.Text{ZH: "鉴定委托书", EN: "Letter entrusting an appraisal"}, false},
	{DefenceCopy, law.Text{ZH: "答辩书副本送达通知书", EN: "Copy of the defence"}, false},
	{CounterNotice, law.Text{ZH: "反申请受理通知书", EN: "Notice of a counter-application"}, false},
	{CounterRefusal, law.Text{ZH: "反申请处理通知书", EN: "Notice on a counter-application that is not joined"}, false},
	{JoinNotice, law.Text{ZH: "追加当事人、第三人通知书", EN: "Notice of joinder"}, false},
	{RecusalDecision, law.Text{ZH: "回避决定书", EN: "Decision on a recusal"}, false},
	{ObjectionDismissal, law.Text{ZH: "驳回管辖异议决定书", EN: "Decision dismissing the objection"}, false},
	{PartialAwardPaper, law.Text{ZH: "仲裁先行裁决书", EN: "Partial award"}, false},
	{PreliminaryAwardPaper, law.Text{ZH: "先予执行裁决书", EN: "Award of preliminary execution"}, false},
	{EnforcementLetter, law.Text{ZH: "移送执行函", EN: "Letter of transfer for enforcement"}, false},
	{PreservationLetter, law.Text{ZH: "财产保全申请移送函", EN: "Letter forwarding an application to preserve property"}, false},
	{EffectProof, law.Text{ZH: "裁决生效证明", EN: "Proof of effect"}, false},
	{VolumeIndex, law.Text{ZH: "卷宗目录", EN: "Table of contents of the file"}, false},
}

// Effect is what follows from a step, as data: a document to draft, or somebody to tell.
type Effect struct {
	Draft Paper
	Tell  string // the message's name; server/notify has one file for each
	To    []Capacity
	When  func(Facts) bool // nil: always
}

// Draft asks for a document addressed to some of the parties.
func Draft(p Paper, to ...Capacity) Effect { return Effect{Draft: p, To: to} }

// DraftIf asks for a document only where the facts want it.
func DraftIf(when func(Facts) bool, p Paper, to ...Capacity) Effect {
	return Effect{Draft: p, To: to, When: when}
}

// Tell asks for a message. Messages never repeat what was offered or said in mediation.
func Tell(name string, to ...Capacity) Effect { return Effect{Tell: name, To: to} }

// TellIf asks for a message only where the facts want it.
func TellIf(when func(Facts) bool, name string, to ...Capacity) Effect {
	return Effect{Tell: name, To: to, When: when}
}

var both = []Capacity{Applicant, Respondent}

// orally says whether what is asked for is asked by word of mouth.
func orally(f Facts) bool { return f.Act.Oral }
