package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Simple handling.
var (
	// NotSimpleYet: once, and not again after it went over to the ordinary way.
	NotSimpleYet = Guard{
		Code:  "already-simplified",
		Says:  text("本案已经简易处理，或者已经转为一般程序，不再改为简易处理。", "The case is handled simply already, or went over to the ordinary way; it does not change back."),
		Law:   law.CaseRules(56),
		Holds: func(f Facts) bool { return f.Handling.Simple.IsZero() },
	}
	// SimpleGroundHolds: the sum is small enough, both agreed (简易处理的情形).
	SimpleGroundHolds = Guard{
		Code: "simple-ground",
		Says: text("这种情形不成立：标的额超过上年度全省职工年平均工资，或者没有双方同意。请另选情形，或者按一般程序办。", "The ground does not hold: the sum is above last year's average annual wage of the province, or both did not agree. Choose another ground or the ordinary way."),
		Law:  law.CaseRules(56),
		Holds: func(f Facts) bool {
			switch f.Act.Handling.Ground {
			case SimpleAmount:
				return !f.Act.Handling.OverLimit
			case SimpleAgreed:
				return f.Act.BothAgree
			}
			return true
		},
	}
	// NothingBarsSimple: no state or public interest, no major influence, everybody can be found (不得简易处理).
	NothingBarsSimple = Guard{
		Code:  "simple-barred",
		Says:  text("不得简易处理：涉及国家利益、社会公共利益，有重大社会影响，被申请人下落不明（公告送达），或者有其他不宜的情形。", "Simple handling is barred: state or public interests, major influence, a respondent who cannot be found (public notice), or otherwise unsuitable."),
		Law:   law.CaseRules(57).Recalled(),
		Holds: func(f Facts) bool { return !f.Act.Handling.Barred && !f.noticePublished() },
	}
	// SoleInSimple: one arbitrator handles it (独任).
	SoleInSimple = Guard{
		Code:  "simple-is-sole",
		Says:  text("简易处理由一名仲裁员独任。现在是三人仲裁庭，请先另行组庭。", "One arbitrator handles a case simply. There are three now: form the tribunal anew first."),
		Law:   law.CaseRules(56),
		Holds: func(f Facts) bool { return f.Tribunal.Size != 3 },
	}
	// SimpleInTime: thirty days from acceptance leave no room for a later beginning.
	SimpleInTime = Guard{
		Code:  "simple-too-late",
		Says:  text("自受理之日起已满三十日，或者已经延长审限，不能再改为简易处理。", "Thirty days since acceptance are over, or the period was extended: it is too late for simple handling."),
		Law:   law.Zhejiang(39),
		Holds: func(f Facts) bool { return f.Clock.Extension == 0 && f.withinSimple() },
	}
	// IsSimple: there is something to convert.
	IsSimple = Guard{
		Code:  "not-simplified",
		Says:  text("本案没有简易处理。", "The case is not handled simply."),
		Law:   law.CaseRules(61).Recalled(),
		Holds: func(f Facts) bool { return f.Handling.Simply() },
	}
	// ConvertedInTime: before the thirty days end; what bars the simple way converts it at any time.
	ConvertedInTime = Guard{
		Code:  "conversion-too-late",
		Says:  text("不宜简易处理的，应当在三十日期满以前转为一般程序；期限已满。", "A case that turns out unsuitable is converted before the thirty days end; they are over."),
		Law:   law.CaseRules(61).Recalled(),
		Holds: func(f Facts) bool { return f.Act.Handling.Why != OrdinaryUnsuitable || f.withinSimple() },
	}
	// OrdinaryForLonger: thirty days are never extended (简易处理不得延长).
	OrdinaryForLonger = Guard{
		Code:  "simple-no-extension",
		Says:  text("简易处理的案件不延长审限；案情复杂的，先转为一般程序。", "A case handled simply is not extended; if it is complex, convert it first."),
		Law:   law.Zhejiang(39),
		Holds: func(f Facts) bool { return !f.Handling.Simply() },
	}
	// OrdinaryForNotice: who must be served by public notice is not handled simply.
	OrdinaryForNotice = Guard{
		Code: "simple-no-notice",
		Says: text("被申请人下落不明、需要公告送达的，不得简易处理，请先转为一般程序。", "Where a respondent cannot be found the case is not handled simply: convert it before public notice."),
		Law:  law.CaseRules(57).Recalled(),
		Holds: func(f Facts) bool {
			return !f.Handling.Simply() || (f.Act.Handling.Stop != StopNotice && f.Act.Serving.Way != ByNotice)
		},
	}
	// ThreeWhereNeeded: a tribunal that is too small is dissolved and formed anew (重新组庭).
	ThreeWhereNeeded = Guard{
		Code:  "tribunal-must-be-three",
		Says:  text("集体争议和集体合同争议由三名仲裁员组成仲裁庭（简易处理的除外）。现在只有一名，请重新组庭。", "A collective dispute, or one about a collective contract, has three arbitrators unless handled simply. There is one: form the tribunal anew."),
		Law:   law.Arbitration(31),
		Holds: func(f Facts) bool { return f.Tribunal.Size != 1 || !f.needsThree() },
	}
)

// withinSimple says whether the thirty days still run on the day of the step.
func (f Facts) withinSimple() bool {
	due := f.SimpleReckoning().Statutory
	return f.Accepted.IsZero() || due.IsZero() || !f.On.After(due)
}

// simpleSince is the day on which simple handling began.
func simpleSince(f Facts) calendar.Date { return f.Handling.Simple }
