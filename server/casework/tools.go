package casework

import (
	"context"
	"fmt"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// PeriodQuestion asks where a period ends (期限计算). The start is not counted.
type PeriodQuestion struct {
	Start     calendar.Date `json:"start" doc:"起算的那一天，当日不计 The day that sets it off; not counted"`
	N         int           `json:"n" minimum:"0" maximum:"36500" doc:"多长 How long"`
	Unit      calendar.Unit `json:"unit" enum:"working_day,natural_day,month,year" doc:"工作日、自然日、月、年 Working days, natural days, months, years"`
	Direction string        `json:"direction,omitempty" enum:"after,before" doc:"向后（默认）还是向前倒数 Forward (if left out) or counted back"`
	Roll      *bool         `json:"roll,omitempty" doc:"末日逢休息日是否顺延，默认是；倒数的不顺延 Whether a last day of rest moves on, yes if left out; never when counted back"`
}

// PeriodAnswer is the day with its arithmetic.
type PeriodAnswer struct {
	Due         calendar.Date    `json:"due"`
	Provisional bool             `json:"provisional" doc:"暂定：用到了还没有放假通知的年份 Counted through a year without a holiday notice"`
	Explanation []workflows.Line `json:"explanation" doc:"算式 The arithmetic, line by line"`
}

// AwardQuestion asks when an award is due (审限计算).
type AwardQuestion struct {
	Accepted  calendar.Date  `json:"accepted" doc:"受理日 Day of acceptance"`
	Limit     int            `json:"limit,omitempty" enum:"30,45" doc:"45，简易处理30；默认45 45, or 30 in simplified handling; 45 if left out"`
	Extension int            `json:"extension,omitempty" minimum:"0" maximum:"15" doc:"最后一次重新计算以后批准的延长（日）Natural days approved since the last restart"`
	Stops     []StopAsked    `json:"stops,omitempty" maxItems:"200" doc:"不计入的时间 Times that do not count"`
	Restarts  []RestartAsked `json:"restarts,omitempty" maxItems:"200" doc:"重新计算 Days from which it runs anew"`
}

// StopAsked is a time from From until the day work goes on, To, which counts again.
type StopAsked struct {
	From calendar.Date      `json:"from" doc:"从这一天起不计 Not counted from this day on"`
	To   calendar.Date      `json:"to,omitempty" doc:"恢复计算之日；不填表示还停着 The day that counts again; still stopped if left out"`
	Kind workflows.StopKind `json:"kind" enum:"suspension,public_notice,inquiry,settlement,appraisal,other" doc:"事由 Why"`
}

// RestartAsked is a day from which the period runs anew.
type RestartAsked struct {
	On   calendar.Date `json:"on" doc:"哪一天 Which day"`
	Kind string        `json:"kind" enum:"party_added,claim_changed,counter_application,transferred_in" doc:"事由 Why"`
}

// AwardAnswer is the award's last day with its arithmetic. Both days are null while a stop runs.
type AwardAnswer struct {
	NaturalDue   *calendar.Date   `json:"natural_due" doc:"末日顺延以前 Before the rest-day rule"`
	StatutoryDue *calendar.Date   `json:"statutory_due" doc:"最后一天 The last day"`
	Provisional  bool             `json:"provisional" doc:"暂定：用到了还没有放假通知的年份 Counted through a year without a holiday notice"`
	Explanation  []workflows.Line `json:"explanation" doc:"算式 The arithmetic, line by line"`
}

// CountPeriod counts for anybody who asks. It reads no case.
func (d *Desk) CountPeriod(ctx context.Context, q PeriodQuestion) (*PeriodAnswer, error) {
	if q.Start.IsZero() {
		return nil, noDay("start")
	}
	in, err := d.public(ctx)
	if err != nil {
		return nil, err
	}
	span, days := calendar.Span{N: q.N, Unit: q.Unit}, in.Rules.Days
	if far(span) {
		return nil, bad("n", "期限太长，算出的日期超出了能表示的范围。", "The period is too long: its end is beyond what can be told.")
	}
	start := workflows.Line{Says: text("起算之日（当日不计）", "the day it runs from (not counted)"), Date: q.Start}
	if q.Direction == "before" {
		on := days.Before(q.Start, span)
		if err := told("n", on); err != nil {
			return nil, err
		}
		c := law.CivilProcedure(85).Policy()
		return &PeriodAnswer{on, !days.Covers(on, q.Start), []workflows.Line{start,
			{Says: counted(days, span, on, q.Start, "往前数", "counted back"), Law: &c, Add: "-" + span.EN(), Date: on}}}, nil
	}
	due := days.Due(q.Start, span)
	if err := told("n", due.Statutory); err != nil {
		return nil, err
	}
	c := law.CivilProcedure(85)
	out := &PeriodAnswer{Due: due.Statutory, Provisional: !days.Covers(q.Start, due.Statutory)}
	out.Explanation = []workflows.Line{start, {Says: counted(days, span, q.Start, due.Natural, "往后数", "counted on"), Law: &c, Add: "+" + span.EN(), Date: due.Natural}}
	if q.Roll != nil && !*q.Roll {
		out.Due, out.Provisional = due.Natural, !days.Covers(q.Start, due.Natural)
		return out, nil
	}
	out.Explanation = append(out.Explanation, workflows.Rolled(due)...)
	return out, nil
}

// CountAwardPeriod counts as cases are counted, by workflows.CountAward.
func (d *Desk) CountAwardPeriod(ctx context.Context, q AwardQuestion) (*AwardAnswer, error) {
	if q.Limit == 0 {
		q.Limit = workflows.TermOf(workflows.AwardPeriod).Runs.N
	}
	t, err := q.term()
	if err != nil {
		return nil, err
	}
	in, err := d.public(ctx)
	if err != nil {
		return nil, err
	}
	days := in.Rules.Days
	r := workflows.CountAward(days, t)
	out := &AwardAnswer{Explanation: r.Working}
	if r.Running != nil {
		return out, nil
	}
	if err := told("stops", r.Statutory); err != nil {
		return nil, err
	}
	out.NaturalDue, out.StatutoryDue, out.Provisional = &r.Natural, &r.Statutory, !days.Covers(r.Base, r.Statutory)
	return out, nil
}

func (q AwardQuestion) term() (workflows.AwardTerm, error) {
	t := workflows.AwardTerm{Accepted: q.Accepted, Limit: calendar.Days(q.Limit), Extension: q.Extension}
	if q.Accepted.IsZero() {
		return t, noDay("accepted")
	}
	if q.Limit == 30 && q.Extension > 0 {
		return t, bad("extension", "简易处理的案件不能延长审限；转为一般程序后才可以。", "In simplified handling the period can't be extended; only after the case was converted.")
	}
	for i, s := range q.Stops {
		field := fmt.Sprintf("stops[%d]", i)
		switch {
		case s.From.IsZero():
			return t, noDay(field + ".from")
		case !s.To.IsZero() && s.To.Before(s.From):
			return t, bad(field+".to", "恢复计算之日早于停止之日。", "The clock can't run on before it was stopped.")
		}
		t.Stops = append(t.Stops, workflows.Stop{From: s.From, To: s.To, Kind: s.Kind})
	}
	for i, r := range q.Restarts {
		field := fmt.Sprintf("restarts[%d].on", i)
		switch {
		case r.On.IsZero():
			return t, noDay(field)
		case r.On.Before(q.Accepted):
			return t, bad(field, "重新计算之日早于受理日。", "The clock can't be restarted before the case was accepted.")
		}
		t.Restarts = append(t.Restarts, workflows.Restart{On: r.On, Kind: r.Kind})
	}
	return t, nil
}

func noDay(field string) error { return bad(field, "请填写日期。", "Please give a date.") }

// far says that a span leads out of every calendar, before it is counted day by day.
func far(s calendar.Span) bool {
	most := map[calendar.Unit]int{calendar.WorkingDay: 10_000, calendar.NaturalDay: 36_500, calendar.Month: 1_200, calendar.Year: 100}
	return s.N > most[s.Unit]
}

// told refuses a day that can't be written as one.
func told(field string, d calendar.Date) error {
	if d.Year() < 1900 || d.Year() > 2999 || d.IsZero() {
		return fault.Bad(field, law.Text{ZH: "算出的日期超出了能表示的范围。", EN: "The day that comes out is beyond what can be told."})
	}
	return nil
}

// counted names the working days that were counted, if they are few, or only the length.
func counted(days *calendar.Holidays, s calendar.Span, from, to calendar.Date, zh, en string) law.Text {
	out := text(zh+" "+s.ZH(), en+" "+s.EN())
	if s.Unit != calendar.WorkingDay || s.N == 0 || s.N > 15 {
		return out
	}
	var list []string
	first, last := from.Next(1), to
	if en == "counted back" {
		first, last = from, to.Next(-1)
	}
	for d := first; !d.After(last); d = d.Next(1) {
		if days.Working(d) {
			list = append(list, d.String()[5:])
		}
	}
	out.ZH += "（" + strings.Join(list, "、") + "）"
	out.EN += " (" + strings.Join(list, ", ") + ")"
	return out
}
