package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// MinutesPoint is what every hearing must have gone through (庭审必经事项).
type MinutesPoint string

// The points that the minutes tick.
const (
	PointIdentity   MinutesPoint = "identity"        // 核对当事人身份
	PointRights     MinutesPoint = "rights"          // 告知权利义务
	PointRecusal    MinutesPoint = "recusal"         // 询问是否申请回避
	PointStatements MinutesPoint = "statements"      // 陈述请求、答辩
	PointEvidence   MinutesPoint = "evidence"        // 举证、质证
	PointDebate     MinutesPoint = "debate"          // 辩论
	PointLast       MinutesPoint = "last-statements" // 最后意见
)

// MinutesPoints lists them in the order of the hearing.
func MinutesPoints() []MinutesPoint {
	return []MinutesPoint{PointIdentity, PointRights, PointRecusal, PointStatements, PointEvidence, PointDebate, PointLast}
}

// MinutesFacts are what the law asks about the minutes (庭审笔录).
type MinutesFacts struct {
	On        calendar.Date // of the newest version of this hearing day; none: nobody wrote any
	Missing   int           // points that no hearing day of the case went through
	Explained bool          // the minutes say why
	Asked     calendar.Date // a correction was asked for and nobody has decided
}

// minutes are the steps about what was said in the hearing (庭审笔录).
var minutes = []Row{
	{ // 写庭审笔录
		Event: WriteMinutes, Name: text("写庭审笔录", "Write the minutes"),
		From: in(Hearing), To: Same, By: by(Recorder),
		When: when(NotSuspended),
		Law:  law.Arbitration(40), RestsOn: hearingOn,
	},
	{ // 在笔录上签名
		Event: SignMinutes, Name: text("在笔录上签名", "Sign the minutes"),
		From: in(Hearing, Deliberating), To: Same, By: by(Applicant, Respondent, Tribunal, Member, Recorder),
		When: when(MinutesWritten, MinutesMarkedOnce),
		Law:  law.Arbitration(40), NeedsVersion: true, RestsOn: minutesOn,
	},
	{ // 记明拒绝签名
		Event: NoteUnsigned, Name: text("记明拒绝在笔录上签名", "Note that somebody will not sign the minutes"),
		From: in(Hearing, Deliberating), To: Same, By: by(Recorder),
		When: when(MinutesWritten, MinutesMarkedOnce),
		Law:  law.CaseRules(42), RestsOn: minutesOn,
	},
	{ // 申请补正笔录
		Event: AskMinutesCorrection, Name: text("申请补正笔录", "Ask for a correction of the minutes"),
		From: in(Hearing, Deliberating), To: Same, By: by(Applicant, Respondent, Recorder),
		When: when(MinutesWritten, NoCorrectionWaits),
		Law:  law.Arbitration(40), RestsOn: minutesOn,
	},
	{ // 决定是否补正
		Event: AnswerMinutesCorrection, Name: text("决定是否补正笔录", "Decide on a correction of the minutes"),
		From: in(Hearing, Deliberating), To: Same, By: by(Tribunal),
		When: when(MinutesCorrectionWaits),
		Law:  law.CaseRules(42), RestsOn: func(f Facts) calendar.Date { return f.Minutes.Asked },
	},
}

func minutesOn(f Facts) calendar.Date { return f.Minutes.On }

// The minutes of the hearing.
var (
	// MinutesWritten: there are minutes of this hearing day to read.
	MinutesWritten = Guard{
		Code:  "no-minutes",
		Says:  text("本次开庭还没有笔录，请书记员先写好庭审笔录。", "There are no minutes of this hearing yet: the recorder writes them first."),
		Law:   law.Arbitration(40),
		Holds: func(f Facts) bool { return !f.Minutes.On.IsZero() },
	}
	// MinutesComplete: the hearing went through every point, or the minutes say why not.
	MinutesComplete = Guard{
		Code: "minutes-incomplete",
		Says: text("庭审笔录还有必经事项没有勾选：身份、权利、回避、陈述答辩、质证、辩论、最后意见，缺一项都要在笔录里写明原因。", "The minutes lack a point that a hearing must go through (identity, rights, recusal, claims and defence, evidence, debate, last statements): each one left out needs its reason in the minutes."),
		Law:  law.CaseRules(41),
		Holds: func(f Facts) bool {
			return f.Minutes.Missing == 0 || f.Minutes.Explained
		},
	}
	// MinutesMarkedOnce: a person signs, or does not, once for each version.
	MinutesMarkedOnce = Guard{
		Code:  "minutes-marked",
		Says:  text("这一版笔录已经签过名，或者已经记明拒绝签名。", "This version of the minutes was signed already, or a refusal to sign it is noted."),
		Law:   law.CaseRules(42),
		Holds: func(f Facts) bool { return !f.Act.MinutesMarked },
	}
	// NoCorrectionWaits: one request is decided before the next one.
	NoCorrectionWaits = Guard{
		Code:  "minutes-correction-waits",
		Says:  text("有补正笔录的申请还没有决定，请先决定。", "A correction of the minutes was asked for and waits for its decision."),
		Law:   law.CaseRules(42),
		Holds: func(f Facts) bool { return f.Minutes.Asked.IsZero() },
	}
	// MinutesCorrectionWaits: there is a request to decide on.
	MinutesCorrectionWaits = Guard{
		Code:  "no-minutes-correction",
		Says:  text("没有等待决定的笔录补正申请。", "No correction of the minutes is waiting."),
		Law:   law.CaseRules(42),
		Holds: func(f Facts) bool { return !f.Minutes.Asked.IsZero() },
	}
)
