package workflows

import (
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// SimpleGround is why a case may be handled simply (简易处理的情形). The ministry's rules name three, the
// provincial regulation leaves out the amount and adds the review of an agreement: all four are taken.
type SimpleGround string

const (
	SimpleClear  SimpleGround = "clear-facts"      // 事实清楚、权利义务关系明确、争议不大
	SimpleAmount SimpleGround = "small-amount"     // 标的额不超过上年度全省职工年平均工资
	SimpleAgreed SimpleGround = "both-agree"       // 双方同意
	SimpleReview SimpleGround = "agreement-review" // 审查调解协议
)

// SimpleGroundKind is one ground with its name and article.
type SimpleGroundKind struct {
	Ground SimpleGround
	Name   law.Text
	Law    law.Citation
}

// SimpleGrounds lists them.
func SimpleGrounds() []SimpleGroundKind { return simpleGrounds }

var simpleGrounds = []SimpleGroundKind{
	{SimpleClear, text("事实清楚、权利义务关系明确、争议不大", "facts and rights are clear, there is little dispute"), law.CaseRules(56)},
	{SimpleAmount, text("标的额不超过上年度全省职工年平均工资", "the sum is not above last year's average annual wage of the province"), law.CaseRules(56)},
	{SimpleAgreed, text("双方当事人同意简易处理", "both parties agree"), law.CaseRules(56)},
	{SimpleReview, text("审查调解协议", "review of a mediation agreement"), law.Zhejiang(39)},
}

// SimpleGroundOf finds a ground.
func SimpleGroundOf(g SimpleGround) (SimpleGroundKind, bool) {
	for _, k := range simpleGrounds {
		if k.Ground == g {
			return k, true
		}
	}
	return SimpleGroundKind{}, false
}

// OrdinaryReason is why a case that was handled simply goes on in the ordinary way (转为一般程序).
type OrdinaryReason string

const (
	OrdinaryUnsuitable OrdinaryReason = "unsuitable"          // 不宜简易处理
	OrdinaryInterest   OrdinaryReason = "public-interest"     // 涉及国家利益、社会公共利益
	OrdinaryInfluence  OrdinaryReason = "major-influence"     // 有重大社会影响
	OrdinaryMissing    OrdinaryReason = "whereabouts-unknown" // 被申请人下落不明
)

// HandlingFacts say in which way a case is handled (处理程序).
type HandlingFacts struct {
	Simple             calendar.Date // 简易处理之日; none: in the ordinary way
	Ordinary           calendar.Date // and since when in the ordinary way again
	CollectiveContract bool          // the dispute is about a collective contract (集体合同争议)
	DefenceAgreed      bool          // the respondent agreed to a shorter time to answer (缩短或者取消答辩期)
	DefenceDays        int           // of so many working days
}

// HandlingParticulars are what a step says about the way of handling.
type HandlingParticulars struct {
	Ground    SimpleGround
	OverLimit bool // the sum claimed is above the limit of its ground
	Barred    bool // something bars the simple way
	Why       OrdinaryReason
	Stop      StopKind
}

// Simply says whether the case is handled simply now.
func (h HandlingFacts) Simply() bool { return !h.Simple.IsZero() && h.Ordinary.IsZero() }

// needsThree says whether one arbitrator is not enough: ten workers or more, or a collective contract,
// unless the case is handled simply (R33-62-2).
func (f Facts) needsThree() bool {
	return (f.Workers >= collective || f.Handling.CollectiveContract) && !f.Handling.Simply()
}

// lengthFrom is the length in force in this case: in simple handling the time to answer may be shorter by consent.
func (f Facts) lengthFrom(p Period, start calendar.Date) calendar.Span {
	if p == DefencePeriod && f.Handling.Simply() && f.Handling.DefenceAgreed {
		return calendar.WorkingDays(f.Handling.DefenceDays)
	}
	return f.Law.LengthFrom(p, start)
}

// SimpleReckoning counts the thirty days of simple handling, with the stops and restarts of the case.
func (f Facts) SimpleReckoning() Reckoning {
	return CountAward(f.Law.Days, AwardTerm{Period: SimplePeriod, Accepted: f.Accepted, Limit: f.Law.LengthFrom(SimplePeriod, f.Accepted),
		Restarts: f.Clock.Restarts, Stops: f.Clock.Stops})
}

// noticePublished says whether somebody had to be served by public notice.
func (f Facts) noticePublished() bool {
	for _, s := range f.Clock.Stops {
		if s.Kind == StopNotice {
			return true
		}
	}
	return f.PublicNoticeUsed
}
