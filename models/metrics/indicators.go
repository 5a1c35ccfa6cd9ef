package metrics

import (
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// Indicators are the figures, in the order of the page.
func Indicators() []Indicator { return indicators }

// IndicatorOf finds one by its id.
func IndicatorOf(id string) Indicator {
	for _, i := range indicators {
		if i.ID == id {
			return i
		}
	}
	return Indicator{}
}

func t(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }

func mediated(c Counts) Rate {
	ms := c.Outcomes["success"]
	return Rate{ms, ms + c.Outcomes["failed"] + c.Outcomes["expired"]}
}

// settled are the closings of the settled-by-mediation share (调撤).
func settled(c Counts) int {
	return c.K[workflows.Mediated] + c.K[workflows.WithdrawnSettled] + c.K[workflows.WithdrawnVoluntary]
}

// count makes a figure of a plain number.
func count(of func(Counts) int) func(Counts) (Rate, bool) {
	return func(c Counts) (Rate, bool) { return Rate{of(c), 1}, true }
}

func share(of func(Counts) Rate) func(Counts) (Rate, bool) {
	return func(c Counts) (Rate, bool) { return of(c), true }
}

// percentile of the days kept one by one.
func percentile(kind string, per int) func(Counts) (Rate, bool) {
	return func(c Counts) (Rate, bool) {
		d, ok := c.percentile(kind, per)
		return Rate{d, 1}, ok
	}
}

// cohort of I4: net closings whose remedy periods have ended for everybody.
func cohort(c Counts) Rate {
	return Rate{c.N["R:quiet"], c.N["R:quiet"] + c.N["R:sued"]}
}

var indicators = []Indicator{
	{ID: "I1", Name: t("调解成功率", "Mediation success"), Form: Percent, Target: 65, lamp: true, margin: 300, climbs: true, Organisations: true, Upper: "MS", Lower: "M",
		Formula: t("调解成功 ÷（成功＋未成＋期满）；一方开始就不同意的不计入；一件争议在期内只计最后一次结果", "successes ÷ (successes + failures + run out); refused at the start is outside; a dispute counts once, with its last result in the period"),
		Of:      mediated,
		Beside:  []Beside{{Name: t("开始就不同意", "refused at the start"), Form: Number, Of: count(func(c Counts) int { return c.Outcomes["refused"] }), Behind: "MR"}}},
	{ID: "I1b", Name: t("调解成功率（含不同意）", "Mediation success, with refusals"), Form: Percent, Organisations: true, Upper: "MS", Lower: "MA",
		Formula: t("调解成功 ÷（成功＋未成＋期满＋不同意）", "successes ÷ (successes + failures + run out + refused)"),
		Of: func(c Counts) Rate {
			r := mediated(c)
			return Rate{r.Numerator, r.Denominator + c.Outcomes["refused"]}
		}},
	{ID: "I1c", Name: t("争议调解成功率（合并）", "Settled by mediation, all disputes"), Form: Percent, WholeYear: true, Upper: "BW", Lower: "B",
		Formula: t("（调解成功＋仲裁调解＋和解撤回）÷（调解成功＋调解不成且未申请仲裁＋净结案），按争议去重", "(mediated + mediated by the commission + withdrawn after settlement) ÷ (mediated + failed and never filed + net closings), each dispute once"),
		Of:      func(c Counts) Rate { return Rate{c.N["B:won"], c.N["B:won"] + c.N["B:lost"]} }},
	{ID: "I1p", Name: t("调解协议履行率", "Agreements performed"), Form: Percent, Organisations: true, Upper: "P", Lower: "PA",
		Formula: t("按期履行 ÷ 期内履行期限已过的调解协议", "performed on time ÷ agreements whose day of performance passed in the period"),
		Of:      func(c Counts) Rate { return c.inTime("P") },
		Beside:  []Beside{{Name: t("逾期或没有登记履行", "late or not recorded"), Form: Number, Of: count(func(c Counts) int { return c.N["P:l"] }), Behind: "PL"}}},
	{ID: "I2", Name: t("仲裁结案率（净）", "Arbitration closure, net"), Form: Percent, Target: 92, Upper: "Kn", Lower: "L",
		Formula: t("（结案－移送－撤销）÷（结转＋受理－移送－撤销）", "(closed − transferred − cancelled) ÷ (carried over + accepted − transferred − cancelled)"),
		Of:      func(c Counts) Rate { return Rate{c.Net(), c.C0 + c.A - c.Left()} }},
	{ID: "I2g", Name: t("仲裁结案率（毛）", "Arbitration closure, gross"), Form: Percent, Target: 92, Upper: "K", Lower: "LG",
		Formula: t("结案 ÷（结转＋受理）", "closed ÷ (carried over + accepted)"),
		Of:      func(c Counts) Rate { return Rate{c.Closed(), c.C0 + c.A} }},
	{ID: "I2a", Name: t("到期结案率", "Due-adjusted closure"), Form: Percent, Target: 92, lamp: true, margin: 200, ToDate: true, Upper: "Kn", Lower: "LD",
		Formula: t("（结案－移送－撤销）÷（结转＋受理－移送－撤销－期末未到期）", "net closed ÷ (net denominator − open and not yet due)"),
		Of:      func(c Counts) Rate { return Rate{c.Net(), c.C0 + c.A - c.Left() - c.NotDue} },
		Beside:  []Beside{{Name: t("未结且未到期", "open, not yet due"), Form: Number, Of: count(func(c Counts) int { return c.NotDue }), Behind: "notdue"}}},
	{ID: "I3", Name: t("调撤率", "Settled or withdrawn"), Form: Percent, Upper: "settled", Lower: "Kn",
		Formula: t("（调解＋和解撤回＋撤回）÷ 净结案；按撤回处理的不计入", "(mediated + withdrawn after settlement + withdrawn) ÷ net closings; deemed withdrawn is outside"),
		Of:      func(c Counts) Rate { return Rate{settled(c), c.Net()} },
		Beside: []Beside{{Name: t("含按撤回处理", "with deemed withdrawn"), Form: Percent, Of: share(func(c Counts) Rate {
			return Rate{settled(c) + c.K[workflows.DeemedWithdrawn], c.Net()}
		}), Behind: "DEEMED_WITHDRAWN"}}},
	{ID: "I4", Name: t("仲裁终结率", "Ended without court"), Form: Percent, Upper: "RQ", Lower: "R", ToDate: true,
		Formula: t("1 －（被诉或被申请撤销 ÷ 本期净结案中救济期已满的案件）", "1 − (taken to court ÷ net closings whose remedy periods have ended for every party)"),
		Of:      cohort, Provisional: func(c Counts) bool { return cohort(c).Denominator < c.Net() },
		Beside: []Beside{{Name: t("已诉或申请撤销", "taken to court"), Form: Number, Of: count(func(c Counts) int { return c.N["R:sued"] }), Behind: "RS"},
			{Name: t("救济期未满或未全部送达", "periods still running, or not served on all"), Form: Number, Of: count(func(c Counts) int { return c.Net() - cohort(c).Denominator }), Behind: "unripe"}}},
	{ID: "I5", Name: t("法定时限内结案率", "Closed in time"), Form: Percent, Target: 100, lamp: true, margin: 200, Upper: "T", Lower: "Kn",
		Formula: t("结案日不晚于法定期限 ÷ 净结案；期限含顺延、重新计算、停钟和延长", "closed by the statutory last day ÷ net closings; with rest days, restarts, stops and extension"),
		Of:      func(c Counts) Rate { return c.inTime("T") },
		Beside: []Beside{{Name: t("超期结案", "closed late"), Form: Number, Of: count(func(c Counts) int { return c.N["T:l"] }), Behind: "TL"},
			{Name: t("未结且超期", "open and overdue"), Form: Number, Of: count(func(c Counts) int { return c.Overdue }), Behind: "overdue"},
			{Name: t("未延长、四十五日内结案", "in time without extension"), Form: Percent, Of: share(func(c Counts) Rate { return Rate{c.N["U"], c.Net()} }), Behind: "U"},
			{Name: t("延长过的", "extended"), Form: Percent, Of: share(func(c Counts) Rate { return Rate{c.N["E"], c.Net()} }), Behind: "E"}}},
	{ID: "I6", Name: t("平均结案天数", "Average days to close"), Form: Days, Lower: "Kn",
		Formula: t("（结案日－起算日－不计的天数）之和 ÷ 净结案", "sum of (closing − base day − days that don't count) ÷ net closings"),
		Of:      func(c Counts) Rate { return Rate{c.Sum["X"], c.N["X"]} },
		Beside: []Beside{{Name: t("毛天数（自受理起）", "gross, from acceptance"), Form: Days, Of: share(func(c Counts) Rate { return Rate{c.Sum["Y"], c.N["Y"]} })},
			{Name: t("净天数中位数", "median, net"), Form: Number, Of: percentile("X", 50)}, {Name: t("九成案件在几天内", "nine in ten within, net"), Form: Number, Of: percentile("X", 90)},
			{Name: t("毛天数中位数", "median, gross"), Form: Number, Of: percentile("Y", 50)}, {Name: t("毛天数九成", "nine in ten within, gross"), Form: Number, Of: percentile("Y", 90)}}},
	{ID: "I7", Name: t("终局裁决率", "Final awards"), Form: Percent, Upper: "final", Lower: "awards",
		Formula: t("（终局＋终局与非终局分别裁决）÷ 全部裁决", "(final + final and non-final) ÷ all awards"),
		Of:      func(c Counts) Rate { return Rate{c.K[workflows.AwardFinal] + c.K[workflows.AwardBoth], c.awards()} },
		Beside: []Beside{{Name: t("纯终局", "purely final"), Form: Percent, Of: share(func(c Counts) Rate {
			return Rate{c.K[workflows.AwardFinal], c.awards()}
		}), Behind: "AWARD_FINAL"}}},
	{ID: "I8", Name: t("改判（撤销）率", "Changed by the court"), Form: Percent,
		Formula: t("改变结果的生效判决＋被撤销＋不予执行 ÷ 本期生效的涉裁法院结果", "(judgments that changed the result + awards set aside + enforcement refused) ÷ court outcomes on our awards effective in the period"),
		Of:      func(c Counts) Rate { return Rate{c.N["J:changed"], c.N["J:changed"] + c.N["J:kept"]} },
		Beside: []Beside{{Name: t("撤诉、调解或者程序驳回", "withdrawn, settled or dismissed without a word on it"), Form: Number, Of: count(func(c Counts) int { return c.N["J:beside"] })},
			{Name: t("因诉讼中的新证据改变", "changed for new evidence in court"), Form: Number, Of: count(func(c Counts) int { return c.N["J:new"] })}}},
	{ID: "I9", Name: t("涉案金额", "Amounts claimed"), Form: Yuan, Upper: "A",
		Formula: t("本期受理案件的请求金额之和（受理日）；裁决、调解金额按结案日或协议生效日", "claims of cases accepted in the period; awarded and mediated by the day of closing or agreement"),
		Of:      func(c Counts) Rate { return Rate{c.Sum["A"], 1} },
		Beside: []Beside{{Name: t("裁决金额", "awarded"), Form: Yuan, Of: count(Counts.awarded), Behind: "awards"},
			{Name: t("仲裁调解金额", "mediated by the commission"), Form: Yuan, Of: count(func(c Counts) int { return c.Sum["K:MEDIATED"] }), Behind: "MEDIATED"},
			{Name: t("调解组织协议金额", "agreed before organisations"), Form: Yuan, Of: agreed, Behind: "MS"},
			{Name: t("给劳动者（裁决和仲裁调解）", "to workers, of awarded and mediated"), Form: Yuan, Of: count(func(c Counts) int { return c.Sum["V:worker"] }), Behind: "VW"},
			{Name: t("给用人单位", "to employers"), Form: Yuan, Of: count(func(c Counts) int { return c.Sum["V:employer"] }), Behind: "VE"}}},
	{ID: "I10", Name: t("涉及劳动者（人次）", "Workers involved"), Form: Number, Upper: "W",
		Formula: t("本期受理案件的劳动者人次；一人两案计两人次", "workers in the cases accepted in the period; one person in two cases is two"),
		Of:      func(c Counts) Rate { return Rate{c.N["W"], 1} },
		Beside:  []Beside{{Name: t("人（按身份证号去重）", "persons, by identity number"), Form: Number, Of: count(func(c Counts) int { return c.Persons }), Behind: "W"}}},
	{ID: "I11", Name: t("集体争议", "Collective disputes"), Form: Number, Upper: "G",
		Formula: t("本期受理、劳动者一方十人以上的案件", "cases accepted in the period with ten workers or more on one side"),
		Of:      func(c Counts) Rate { return Rate{c.N["G"], 1} },
		Beside: []Beside{{Name: t("涉及劳动者", "their workers"), Form: Number, Of: count(func(c Counts) int { return c.Sum["G"] }), Behind: "G"},
			{Name: t("最大一件", "the largest"), Form: Number, Of: func(c Counts) (Rate, bool) { return Rate{c.Largest, 1}, c.N["G"] > 0 }}}},
	{ID: "I17", Name: t("受理及时率", "Decided in time on acceptance"), Form: Percent, Target: 100, lamp: true, margin: 200, Upper: "D", Lower: "DA",
		Formula: t("五个工作日内作出的受理、不予受理、告知决定 ÷ 全部决定", "decisions within five working days ÷ decisions"),
		Of:      func(c Counts) Rate { return c.inTime("D") },
		Beside:  []Beside{{Name: t("迟的", "late"), Form: Number, Of: count(func(c Counts) int { return c.N["D:l"] }), Behind: "DL"}}},
	{ID: "I18", Name: t("送达及时率", "Copies served in time"), Form: Percent, Target: 100, Upper: "C", Lower: "CA",
		Formula: t("受理后五个工作日内送达被申请人的副本 ÷ 送达的副本", "copies served within five working days of acceptance ÷ copies served"),
		Of:      func(c Counts) Rate { return c.inTime("C") },
		Beside: []Beside{{Name: t("迟的", "late"), Form: Number, Of: count(func(c Counts) int { return c.N["C:l"] }), Behind: "CL"},
			{Name: t("到期仍未送达", "due and not served"), Form: Number, Of: count(func(c Counts) int { return c.CopyOverdue }), Behind: "copydue"},
			{Name: t("开庭通知及时率", "hearing notice in time"), Form: Percent, Of: share(func(c Counts) Rate { return c.inTime("H") }), Behind: "H"}}},
}

// few is how many agreements a sum must be of: fewer would tell what was agreed behind the wall.
const few = 5

// agreed is the sum of the organisations' agreements, if there are enough of them.
func agreed(c Counts) (Rate, bool) { return Rate{c.Sum["M:success"], 1}, c.Outcomes["success"] >= few }
