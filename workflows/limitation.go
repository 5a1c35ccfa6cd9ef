package workflows

import (
	"fmt"
	"slices"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// InterruptionKind is why the year to apply begins anew (时效中断的事由).
type InterruptionKind string

const (
	ClaimedFromOther InterruptionKind = "claimed"       // 向对方主张权利（协商、催告、申请调解）
	SoughtRelief     InterruptionKind = "relief"        // 向有关部门投诉、申请仲裁、起诉、申请支付令
	OtherAgreed      InterruptionKind = "will-perform"  // 对方同意履行
	TalksFailed      InterruptionKind = "talks-failed"  // 协商不成、不答复、和解协议不履行
	MediationOver    InterruptionKind = "mediation-end" // 不同意调解、调解不成、调解协议不履行
)

// InterruptionGround is one reason for which the year begins anew: its name and its article.
type InterruptionGround struct {
	Kind InterruptionKind
	Name law.Text
	Law  law.Citation
}

// InterruptionGrounds lists the reasons.
func InterruptionGrounds() []InterruptionGround { return interruptionGrounds }

var interruptionGrounds = []InterruptionGround{
	{ClaimedFromOther, text("向对方主张权利", "claimed from the other side"), law.Arbitration(27, 2)},
	{SoughtRelief, text("向有关部门请求权利救济", "sought relief from an authority"), law.Arbitration(27, 2)},
	{OtherAgreed, text("对方同意履行义务", "the other side agreed to perform"), law.Arbitration(27, 2)},
	{TalksFailed, text("协商不成或和解协议不履行", "talks failed or a settlement was not kept"), law.EnterpriseRules(31)},
	{MediationOver, text("调解不成或调解协议不履行", "mediation failed or its agreement was not kept"), law.EnterpriseRules(31)},
}

// Interruption is one event that lets the year begin anew (时效中断).
type Interruption struct {
	Kind InterruptionKind
	On   calendar.Date
}

// Obstacle is a time in which nobody could apply: force majeure, no statutory agent yet (时效中止).
// From the first day to the day on which it ended, To, which counts again; a zero To still goes on.
// Unlike in Article 194 of the Civil Code it need not lie in the last six months.
type Obstacle struct {
	From calendar.Date
	To   calendar.Date
}

// LimitationTerm is what the time to apply for one claim is counted from (仲裁时效的计算要素).
type LimitationTerm struct {
	Known           calendar.Date // the day the right's breach was, or should have been, known
	WageInService   bool          // unpaid wages of an employment: no limit while it lasts (劳动关系存续期间拖欠劳动报酬)
	EmploymentEnded calendar.Date
	Appointed       bool // an appointed civil servant: sixty days (聘任制公务员)
	Interruptions   []Interruption
	Obstacles       []Obstacle
}

// LimitationState is where the time to apply stands.
type LimitationState string

const (
	LimitationUnknown LimitationState = "unknown" // 日期没有填写
	LimitationNone    LimitationState = "none"    // 不受一年限制
	LimitationStopped LimitationState = "stopped" // 中止
	LimitationRuns    LimitationState = "runs"    // 没有届满
	LimitationOver    LimitationState = "over"    // 已经届满
)

// Limitation is the time to apply for one claim, with its arithmetic. It is a defence of the other
// side: it is shown, and never a ground to refuse.
type Limitation struct {
	calendar.Due
	State   LimitationState
	Working []Line
}

// Limitation periods (仲裁时效期间): a year, and sixty days for appointed civil servants.
var (
	limitationYear = register.TimerOf("LDMA-27-1").Span
	limitationDays = register.TimerOf("R33-26-2").Span
)

// CountLimitation counts the time to apply and says how it stood on the day of the application.
// The year ends on the same day of the next year (民法典第二百零二条); every interruption while it
// runs begins it anew; times of obstacle are added.
func CountLimitation(days *calendar.Holidays, t LimitationTerm, applied calendar.Date) Limitation {
	start, lines := t.begin()
	if start.IsZero() {
		if t.WageInService {
			c := law.Arbitration(27, 4)
			return Limitation{State: LimitationNone, Working: []Line{{Says: text("劳动关系存续期间拖欠劳动报酬，不受一年限制", "unpaid wages of a running employment: the year does not apply"), Law: &c}}}
		}
		return Limitation{State: LimitationUnknown}
	}
	c := limitationCount{days: days, t: t, start: start, lines: lines}
	return c.result(applied)
}

// begin is the day the year runs from, with its line.
func (t LimitationTerm) begin() (calendar.Date, []Line) {
	if t.WageInService {
		c := law.Arbitration(27, 4)
		return t.EmploymentEnded, []Line{{Says: text("劳动关系终止之日（当日不计）", "day the employment ended (not counted)"), Law: &c, Date: t.EmploymentEnded}}
	}
	c := law.Arbitration(27, 1)
	return t.Known, []Line{{Says: text("知道或者应当知道权利被侵害之日（当日不计）", "day the breach was or should have been known (not counted)"), Law: &c, Date: t.Known}}
}

func (t LimitationTerm) span() (calendar.Span, law.Citation) {
	if t.Appointed {
		return limitationDays, law.CaseRules(26, 2).Recalled()
	}
	return limitationYear, law.Arbitration(27, 1)
}

type limitationCount struct {
	days  *calendar.Holidays
	t     LimitationTerm
	start calendar.Date
	lines []Line
}

func (c limitationCount) result(applied calendar.Date) Limitation {
	breaks := slices.Clone(c.t.Interruptions)
	slices.SortStableFunc(breaks, func(a, b Interruption) int { return a.On.Compare(b.On) })
	for _, b := range breaks {
		due, stopped, _ := c.due()
		if b.On.Before(c.start) || b.On == c.start || (!stopped && b.On.After(due.Statutory)) {
			continue // before the year began, or after it was over
		}
		g := interruptionGround(b.Kind)
		c.start = b.On
		c.lines = append(c.lines, Line{Says: law.Text{ZH: "时效中断，重新计算：" + g.Name.ZH, EN: "interrupted, counted anew: " + g.Name.EN}, Law: &g.Law, Date: b.On})
	}
	due, stopped, lines := c.due()
	l := Limitation{Working: append(c.lines, lines...)}
	switch {
	case stopped:
		l.State = LimitationStopped
	case applied.IsZero() || !applied.After(due.Statutory):
		l.Due, l.State = due, LimitationRuns
	default:
		l.Due, l.State = due, LimitationOver
	}
	return l
}

// due is the last day counted from the start at hand, with the obstacles after it. An obstacle that
// begins after the year was over no longer counts.
func (c limitationCount) due() (due calendar.Due, stopped bool, lines []Line) {
	span, cite := c.t.span()
	due = c.days.Due(c.start, span)
	lines = []Line{{Says: law.Text{ZH: "仲裁时效：" + span.ZH(), EN: "time to apply: " + span.EN()}, Law: &cite, Add: "+" + span.EN(), Date: due.Natural}}
	for _, s := range obstacles(c.t.Obstacles, c.start) {
		if s.From.After(due.Statutory) {
			break
		}
		p := law.Arbitration(27, 3)
		if s.To.IsZero() {
			return calendar.Due{}, true, append(lines, Line{Says: text(fmt.Sprintf("时效中止：%s 至今", s.From), fmt.Sprintf("suspended from %s, still running", s.From)), Law: &p})
		}
		n := s.To.Since(s.From)
		due = c.days.Due(due.Natural.Next(n), calendar.Days(0))
		due.Provisional = due.Provisional || c.days.Due(c.start, calendar.Days(due.Natural.Since(c.start))).Provisional
		lines = append(lines, Line{Says: text(fmt.Sprintf("时效中止：%s 至 %s（当日恢复）", s.From, s.To), fmt.Sprintf("suspended %s to %s (counted again)", s.From, s.To)), Law: &p, Add: plus(n), Date: due.Natural})
	}
	return due, false, append(lines, roll(due)...)
}

// obstacles are the union of the times after a day, earliest first.
func obstacles(list []Obstacle, after calendar.Date) []Obstacle {
	stops := make([]Stop, len(list))
	for i, s := range list {
		stops[i] = Stop{From: s.From, To: s.To}
	}
	var out []Obstacle
	for _, s := range union(stops, after) {
		out = append(out, Obstacle{s.From, s.To})
	}
	return out
}

func interruptionGround(k InterruptionKind) InterruptionGround {
	for _, g := range interruptionGrounds {
		if g.Kind == k {
			return g
		}
	}
	return interruptionGrounds[0]
}

// LimitationSays is what the applicant reads about the time to apply: neutral, because it is for the
// other side to raise, and no ground to refuse.
func LimitationSays(l Limitation) law.Text {
	const zh, en = "时效由对方提出才审查，仲裁委不因此不予受理。", " It is examined only if the other side raises it; no application is refused for it."
	switch l.State {
	case LimitationNone:
		return text("劳动关系存续期间拖欠劳动报酬的，不受一年限制。", "For unpaid wages of a running employment the year does not apply.")
	case LimitationStopped:
		return text("时效现在中止。"+zh, "The time to apply is suspended."+en)
	case LimitationRuns:
		return text("按登记的日期，时效到 "+l.Statutory.String()+" 届满。"+zh, "By the days on record the time to apply ends on "+l.Statutory.String()+"."+en)
	case LimitationOver:
		return text("按登记的日期，时效已于 "+l.Statutory.String()+" 届满；有中断、中止情形的，可以补充。"+zh, "By the days on record the time to apply ended on "+l.Statutory.String()+"; interruptions and suspensions may still be added."+en)
	}
	return text("没有填写知道权利被侵害的日期，没有计算时效。"+zh, "The day the breach was known is not given, so the time to apply is not counted."+en)
}
