package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// WithdrawalAnswer is what a respondent says to a withdrawal after debate has closed (对撤回申请的意见).
type WithdrawalAnswer string

// The answers.
const (
	NoObjection WithdrawalAnswer = "no-objection" // 没有异议
	Objection   WithdrawalAnswer = "objection"    // 不同意
	Silence     WithdrawalAnswer = "silence"      // 期限内没有答复
)

// WithdrawalFacts are those of a withdrawal that was asked for after debate had closed and not because the
// parties settled: then the respondents are asked (辩论终结后的撤回).
type WithdrawalFacts struct {
	Asked    calendar.Date
	Silent   int // respondents whose answer is not on record
	Objected bool
}

// withdrawals are the steps of such a withdrawal; asking and allowing stand with the other ways of closing.
var withdrawals = []Row{
	{ // 答复撤回申请
		Event: AnswerWithdrawal, Name: text("对撤回申请表示意见", "Answer the withdrawal"),
		From: in(Deliberating), To: Same, By: by(Respondent, Recorder),
		When: when(WithdrawalToAnswer),
		Then: then(Tell("withdrawal-answered", Applicant)),
		Law:  law.Zhejiang(30), RestsOn: func(f Facts) calendar.Date { return f.Withdrawal.Asked },
	},
}

var (
	// WithdrawalToAnswer: somebody has not answered yet.
	WithdrawalToAnswer = Guard{
		Code:  "no-withdrawal-to-answer",
		Says:  text("没有等待被申请人表示意见的撤回申请。", "No withdrawal waits for a respondent's answer."),
		Law:   law.Zhejiang(30),
		Holds: func(f Facts) bool { return f.Withdrawal.Silent > 0 },
	}
	// RespondentsAsked: after debate has closed nobody withdraws before the respondents were asked.
	RespondentsAsked = Guard{
		Code:  "respondent-not-asked",
		Says:  text("辩论已经终结，撤回申请要先征求每一位被申请人的意见并登记。", "Debate has closed: every respondent is asked about the withdrawal first, and the answers are put on record."),
		Law:   law.Zhejiang(30),
		Holds: func(f Facts) bool { return f.Withdrawal.Silent == 0 },
	}
	// RespondentsLetGo: a respondent who objects then has the award.
	RespondentsLetGo = Guard{
		Code:  "respondent-objects",
		Says:  text("辩论终结后被申请人不同意撤回，案件继续审理、依法裁决。", "After debate has closed a respondent objects to the withdrawal: the case goes on to its award."),
		Law:   law.Zhejiang(30),
		Holds: func(f Facts) bool { return !f.Withdrawal.Objected },
	}
)
