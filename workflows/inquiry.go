package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Taking is a way in which evidence is taken at a party's request (申请调查收集证据).
type Taking string

// What a party may ask for.
const (
	TakeCollect   Taking = "collect"  // 调查收集证据
	TakeAppraisal Taking = "appraise" // 鉴定
	TakeWitness   Taking = "witness"  // 证人出庭
)

// InquiryFacts are what the law asks about evidence that the tribunal takes itself (调查取证、鉴定).
type InquiryFacts struct {
	Asked     calendar.Date // a party's request that nobody has decided
	Appraisal calendar.Date // entrusted, and no opinion came yet
	Records   int           // records and opinions that both sides can comment on
}

// InquiryParticulars are what a step about it says.
type InquiryParticulars struct {
	Taking    Taking
	Deadline  calendar.Date // the last day for evidence of the side that asks; none while it is open
	Inquirers int           // different people who made the inquiry
}

// inquiries are the steps about evidence that the tribunal takes (调查取证、交换证据、鉴定).
var inquiries = []Row{
	{ // 申请调查取证、鉴定、证人出庭
		Event: AskEvidenceTaking, Name: text("申请调查取证、鉴定或者证人出庭", "Ask for an inquiry, an appraisal or a witness"),
		From: in(Accepted, Scheduled, Hearing), To: Same, By: by(Applicant, Respondent, Registry, Recorder),
		When: when(NoTakingWaits, WitnessInTime),
		Then: then(Tell("taking-asked", both...)),
		Law:  law.Zhejiang(27), RestsOn: accepted,
	},
	{ // 决定是否准许
		Event: AnswerEvidenceTaking, Name: text("决定是否准许调查取证、鉴定、证人出庭", "Decide on the inquiry, appraisal or witness"),
		From: proceeding, To: Same, By: by(Tribunal),
		When: when(TakingWaits),
		Then: then(Tell("taking-answered", both...)),
		Law:  law.Zhejiang(27), NeedsVersion: true, RestsOn: func(f Facts) calendar.Date { return f.Inquiry.Asked },
	},
	{ // 组织交换证据
		Event: ExchangeEvidence, Name: text("记录证据交换", "Record the exchange of evidence"),
		From: in(Accepted, Scheduled), To: Same, By: by(Tribunal, Recorder),
		When: when(TribunalFormed, NotSuspended),
		Then: then(Tell("inquiry-recorded", both...)),
		Law:  law.Zhejiang(26), RestsOn: accepted,
	},
	{ // 记录调查
		Event: RecordInquiry, Name: text("记录调查取证", "Record an inquiry"),
		From: proceeding, To: Same, By: by(Tribunal, Recorder, Registry),
		When: when(TwoInquire),
		Then: then(Tell("inquiry-recorded", both...)),
		Law:  law.Zhejiang(28), RestsOn: accepted,
	},
	{ // 发调查函
		Event: SendInquiry, Name: text("发调查函", "Send a letter of inquiry"),
		From: proceeding, To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended),
		Then: then(Draft(InquiryLetter)),
		Law:  law.Zhejiang(28), RestsOn: accepted,
	},
	{ // 委托鉴定
		Event: EntrustAppraisal, Name: text("委托鉴定", "Entrust an appraisal"),
		From: proceeding, To: Same, By: by(Tribunal),
		When: when(TribunalFormed, NotSuspended, NoAppraisalRuns),
		Then: then(Draft(AppraisalLetter), Tell("appraisal-entrusted", both...)),
		Law:  law.Arbitration(37), NeedsVersion: true, RestsOn: accepted,
	},
	{ // 收到鉴定意见
		Event: ReceiveOpinion, Name: text("收到鉴定意见", "Enter the expert opinion"),
		From: proceeding, To: Same, By: by(Tribunal, Recorder),
		When: when(AppraisalRuns),
		Then: then(Tell("opinion-received", both...)),
		Law:  law.Arbitration(37), RestsOn: func(f Facts) calendar.Date { return f.Inquiry.Appraisal },
	},
	{ // 书面质证
		Event: CommentRecord, Name: text("对调查记录、鉴定意见发表意见", "Comment on a record or an opinion"),
		From: proceeding, To: Same, By: by(Applicant, Respondent, Recorder),
		When: when(SomethingToComment),
		Then: then(Tell("record-commented", both...)),
		Law:  law.Zhejiang(25, 2), RestsOn: accepted,
	},
}

// Evidence that the tribunal takes.
var (
	// NoTakingWaits: one request is decided before the next one.
	NoTakingWaits = Guard{
		Code: "taking-waits", Law: law.Zhejiang(27),
		Says:  text("有调查取证、鉴定或者证人出庭的申请还没有决定，请先决定。", "A request for an inquiry, an appraisal or a witness waits for its decision."),
		Holds: func(f Facts) bool { return f.Inquiry.Asked.IsZero() },
	}
	// TakingWaits is the opposite.
	TakingWaits = Guard{
		Code: "no-taking-asked", Law: law.Zhejiang(27),
		Says:  text("没有等待决定的调查取证、鉴定或者证人出庭的申请。", "No request for an inquiry, an appraisal or a witness is waiting."),
		Holds: func(f Facts) bool { return !f.Inquiry.Asked.IsZero() },
	}
	// WitnessInTime: a witness is asked for within the time for evidence.
	WitnessInTime = Guard{
		Code: "witness-too-late", Law: law.Zhejiang(27),
		Says: text("申请证人出庭应当在举证期限届满前提出，现在已经过了。", "A witness is asked for before the time for evidence ends; it is over."),
		Holds: func(f Facts) bool {
			p := f.Act.Inquiry
			return p.Taking != TakeWitness || p.Deadline.IsZero() || !f.On.After(p.Deadline)
		},
	}
	// TwoInquire: one pair of eyes is not enough.
	TwoInquire = Guard{
		Code: "inquiry-needs-two", Law: law.CaseRules(17).Recalled(),
		Says:  text("调查取证应当由二人以上进行，请写明另一位本委人员。", "An inquiry is made by two at least: please name somebody else of the commission."),
		Holds: func(f Facts) bool { return f.Act.Inquiry.Inquirers >= 2 },
	}
	// NoAppraisalRuns: the opinion of one agency is waited for before another one is asked.
	NoAppraisalRuns = Guard{
		Code: "appraisal-runs", Law: law.Arbitration(37),
		Says:  text("已经委托鉴定，正在等鉴定意见。", "An appraisal is under way; its opinion is waited for."),
		Holds: func(f Facts) bool { return f.Inquiry.Appraisal.IsZero() },
	}
	// AppraisalRuns is the opposite.
	AppraisalRuns = Guard{
		Code: "no-appraisal", Law: law.Arbitration(37),
		Says:  text("没有正在进行的鉴定。", "No appraisal is under way."),
		Holds: func(f Facts) bool { return !f.Inquiry.Appraisal.IsZero() },
	}
	// SomethingToComment: there is a record or an opinion.
	SomethingToComment = Guard{
		Code: "nothing-to-comment", Law: law.Zhejiang(25, 2),
		Says:  text("还没有调查记录、证据交换记录或者鉴定意见。", "There is no record of an inquiry or exchange, and no opinion, yet."),
		Holds: func(f Facts) bool { return f.Inquiry.Records > 0 },
	}
)
