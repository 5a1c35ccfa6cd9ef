package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// FiguresQuery asks for a year's figures (指标).
type FiguresQuery struct {
	Year         int    `json:"year,omitempty" query:"year" minimum:"2000" maximum:"2999" doc:"年份，不填为今年 Year; this year if left out"`
	Organisation int64  `json:"organisation,omitempty" query:"organisation" minimum:"-1" doc:"只看一个调解组织；-1 为没有经过调解组织的 One mediation organisation only; -1: cases of none"`
	Town         string `json:"town,omitempty" query:"town" maxLength:"40" doc:"只看一个乡镇街道；- 为没有登记的 One town only; -: cases without one"`
	Cause        string `json:"cause,omitempty" query:"cause" maxLength:"4" doc:"只看一个案由，代码；- 为没有登记的 One cause only, by its code; -: cases without one"`
}

// Figures are a year's figures, to date and month by month.
type Figures struct {
	Year           int              `json:"year"`
	From           calendar.Date    `json:"from"`
	To             calendar.Date    `json:"to"`
	Today          calendar.Date    `json:"today"`
	Unit           string           `json:"unit" doc:"哪个单位 Whose figures"`
	Organisations  []Choice         `json:"organisations,omitempty"`
	Organisation   int64            `json:"organisation,omitempty"`
	Towns          []string         `json:"towns,omitempty"`
	Town           string           `json:"town,omitempty"`
	Cause          string           `json:"cause,omitempty"`
	Causes         []CauseChoice    `json:"causes,omitempty"`
	Version        string           `json:"version" doc:"公式版本 Version of the formulas"`
	Indicators     []IndicatorView  `json:"indicators"`
	Counters       []CounterView    `json:"counters"`
	Balanced       bool             `json:"balanced" doc:"C0 + A - K = O"`
	Balance        string           `json:"balance,omitempty"`
	Months         []MonthView      `json:"months"`
	ByOrganisation *Breakdown       `json:"by_organisation,omitempty" doc:"按调解组织 By organisation"`
	ByTown         *Breakdown       `json:"by_town,omitempty" doc:"按乡镇街道 By town"`
	ByCause        *Breakdown       `json:"by_cause,omitempty" doc:"按案由 By cause"`
	SameMonths     int              `json:"same_months,omitempty" doc:"与去年同期相比的整月数，从一月起；没有去年的数不填 Whole months from January on that are compared with last year; left out where last year has no numbers"`
	MayList        bool             `json:"may_list" doc:"可以打开数字背后的案件 May open the cases behind a number"`
	MayRecount     bool             `json:"may_recount,omitempty" doc:"可以重新统计 May have the counters counted anew"`
	Differences    []DifferenceView `json:"differences,omitempty" doc:"核对不符的数，等待处理 Counters that the full scan does not confirm"`
	CheckedAt      string           `json:"checked_at,omitempty" doc:"最近一次核对 Last comparison with the full scan"`
}

// IndicatorView is one figure: numerator, denominator, value, always together.
type IndicatorView struct {
	ID          string       `json:"id"`
	Version     string       `json:"version" doc:"公式版本 Version of the formula"`
	Name        law.Text     `json:"name"`
	Formula     law.Text     `json:"formula"`
	Form        metrics.Form `json:"form" enum:"percent,days,yuan,number" doc:"百分比、天、元、数 Per cent, days, yuan, a number"`
	Numerator   int          `json:"numerator"`
	Denominator int          `json:"denominator"`
	Value       string       `json:"value" doc:"两位小数，四舍五入；分母为零是 - With two decimals, half up; - for a zero denominator"`
	Target      int          `json:"target,omitempty" doc:"目标（%）Target in per cent"`
	Expected    string       `json:"expected,omitempty" doc:"本年应达到（%），在通向目标的直线上 Expected this year, on the line to the target"`
	Light       string       `json:"light,omitempty"`
	LightName   *law.Text    `json:"light_name,omitempty"`
	Provisional bool         `json:"provisional,omitempty" doc:"暂定：还有案件没有到能计算的时候 Provisional: some cases are not ripe yet"`
	Missing     *law.Text    `json:"missing,omitempty" doc:"没有计算的原因 Why it is not computed"`
	Upper       string       `json:"upper,omitempty" doc:"分子的代号，可列出案件 The numerator's symbol, to list its cases"`
	Lower       string       `json:"lower,omitempty" doc:"分母的代号 The denominator's symbol"`
	Beside      []BesideView `json:"beside,omitempty"`
	Same        *Comparison  `json:"same,omitempty" doc:"与去年同期相比，整月 Compared with the same whole months of last year"`
}

// BesideView is what is published with an indicator.
type BesideView struct {
	Name        law.Text     `json:"name"`
	Form        metrics.Form `json:"form" enum:"percent,days,yuan,number"`
	Numerator   int          `json:"numerator"`
	Denominator int          `json:"denominator"`
	Value       string       `json:"value" doc:"不能给出的是 - Where it cannot be given, -"`
	Behind      string       `json:"behind,omitempty" doc:"代号，可列出案件 The symbol, to list its cases"`
}

// CounterView is one base counter; its cases can be listed under its symbol.
type CounterView struct {
	Symbol string   `json:"symbol"`
	Name   law.Text `json:"name"`
	N      int      `json:"n"`
}

// MonthView is one month's figures.
type MonthView struct {
	Month      int             `json:"month"`
	Accepted   int             `json:"accepted"`
	Closed     int             `json:"closed"`
	Open       int             `json:"open"`
	Indicators []IndicatorView `json:"indicators"`
}

var lightNames = map[metrics.Light]law.Text{
	metrics.Green: {ZH: "达标", EN: "on target"}, metrics.Yellow: {ZH: "接近", EN: "close"},
	metrics.Red: {ZH: "落后", EN: "behind"}, metrics.Grey: {ZH: "样本太小", EN: "sample too small"},
}

// view is what somebody may see of the figures.
type figureView struct {
	metrics.Unit
	own   bool // staff of an organisation: its mediation figures alone
	small bool // also cells of fewer than five
	year  int
	line  *int // the success rate of 2023
}

// SeeFigures reads the figures for somebody who may see them. Staff of an organisation see its
// own mediation figures and nothing else.
func (d *Desk) SeeFigures(ctx context.Context, who policies.Actor, q FiguresQuery) (*Figures, error) {
	var out *Figures
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		v, err := d.figureView(tx, who, q)
		if err != nil {
			return err
		}
		y, err := metrics.ReadYear(tx, v.Unit, v.year, tx.Today())
		if err != nil {
			return err
		}
		com, err := models.CommissionByID(tx, v.Commission)
		if err != nil {
			return err
		}
		v.line = com.Success2023
		out = v.figures(y)
		out.Year, out.Today, out.Organisation, out.Town, out.Cause = v.year, tx.Today(), v.Organisation, q.Town, q.Cause
		if err := v.compare(tx, out, y); err != nil {
			return err
		}
		_, _, list := d.unit(tx, who, FiguresQuery{}, policies.FigureCases)
		out.MayList = list == nil
		if err := out.name(tx, v, com); err != nil {
			return err
		}
		if err := v.breakdowns(tx, out); err != nil {
			return err
		}
		return d.checked(tx, who, out)
	})
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	return out, nil
}

// figureView finds whose figures are asked for. Who only watches and counts may not narrow them to
// an organisation or a town: the tables say what may be said, without the small cells.
func (d *Desk) figureView(tx *models.Tx, who policies.Actor, q FiguresQuery) (v figureView, err error) {
	if v.Unit, v.own, err = d.unit(tx, who, q, policies.ViewFigures); err != nil {
		return v, err
	}
	_, _, small := d.unit(tx, who, FiguresQuery{}, policies.SmallFigures)
	v.small = small == nil
	if !v.own && !v.small && !v.Whole() {
		return v, policies.Forbid()
	}
	v.year, err = yearOf(q.Year, tx.Today())
	return v, err
}

func yearOf(year int, today calendar.Date) (int, error) {
	if year == 0 {
		return today.Year(), nil
	}
	if year < 2000 {
		return 0, bad("year", "年份从2000年起。", "Years begin with 2000.")
	}
	if year > today.Year() {
		return 0, bad("year", "这一年还没有到。", "That year has not come yet.")
	}
	return year, nil
}

// unit finds whose figures somebody may see: a commission's, narrowed to one of its organisations, towns
// or causes if asked; or only those of the organisation that the person works for.
func (d *Desk) unit(tx *models.Tx, who policies.Actor, q FiguresQuery, act policies.Act) (u metrics.Unit, own bool, err error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return u, false, err
	}
	for _, p := range posts {
		if !d.postMay(p, act) {
			continue
		}
		if p.Commission != 0 {
			return commissionUnit(tx, p.Commission, q)
		}
		org, err := models.OrganisationByID(tx, p.Organisation)
		if err != nil {
			return u, false, err
		}
		if (q.Organisation != 0 && q.Organisation != org.ID) || q.Town != "" || q.Cause != "" {
			continue
		}
		return metrics.Unit{Commission: org.CommissionID, Organisation: org.ID}, true, nil
	}
	return u, false, policies.Forbid()
}

func commissionUnit(tx *models.Tx, commission int64, q FiguresQuery) (metrics.Unit, bool, error) {
	u := metrics.Unit{Commission: commission, Organisation: q.Organisation}
	if q.Town != "" && q.Organisation != 0 {
		return u, false, bad("town", "调解组织和乡镇街道只能选一个。", "Please choose an organisation or a town, not both.")
	}
	if q.Cause != "" && (q.Town != "" || q.Organisation != 0) {
		return u, false, bad("cause", "案由、调解组织、乡镇街道只能选一个。", "Please choose a cause, an organisation or a town, not several.")
	}
	if _, known := claims.LookupCause(claims.CauseCode(q.Cause)); q.Cause != "" && q.Cause != "-" && !known {
		return u, false, bad("cause", "没有这个案由，请从列表里选。", "There is no such cause; please choose from the list.")
	}
	u.Town, u.Cause = asked(q.Town), asked(q.Cause)
	if q.Organisation <= 0 {
		return u, false, nil
	}
	org, err := models.OrganisationByID(tx, q.Organisation)
	if err != nil || org.CommissionID != commission {
		return u, false, bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
	}
	return u, false, nil
}

// asked is a part of the figures; - is the part of cases that have none.
func asked(part string) *string {
	switch part {
	case "":
		return nil
	case "-":
		part = ""
	}
	return &part
}

// name says whose figures these are and which others may be chosen.
func (f *Figures) name(tx *models.Tx, v figureView, com *models.Commission) (err error) {
	f.Unit = com.Name
	if !v.own && v.small {
		if f.Organisations, err = organisations(tx, v.Commission); err != nil {
			return err
		}
		if f.Towns, err = metrics.Towns(tx, v.Commission, v.year); err != nil {
			return err
		}
		for _, c := range claims.Causes() {
			f.Causes = append(f.Causes, CauseChoice{string(c.Code), c.Name})
		}
	}
	switch {
	case v.Organisation > 0:
		org, err := models.OrganisationByID(tx, v.Organisation)
		if err != nil {
			return err
		}
		f.Unit = org.Name
	case v.Organisation == metrics.Without:
		f.Unit += "（未经调解组织）"
	case v.Town != nil && *v.Town == "":
		f.Unit += "（未登记乡镇街道）"
	case v.Town != nil:
		f.Unit = *v.Town
	case v.Cause != nil && *v.Cause == "":
		f.Unit += "（未登记案由）"
	case v.Cause != nil:
		c, _ := claims.LookupCause(claims.CauseCode(*v.Cause))
		f.Unit = c.Name.ZH
	}
	return nil
}

func (v figureView) figures(y metrics.Year) *Figures {
	c := y.Whole
	f := &Figures{From: c.From, To: c.To, Version: metrics.Version, Indicators: v.indicators(c, true), Balanced: v.own || c.Balanced()}
	if !v.own {
		f.Balance = fmt.Sprintf("%d + %d − %d = %d", c.C0, c.A, c.Closed(), c.O)
		f.Counters = append(f.Counters,
			CounterView{"C0", text("上期结转", "Carried over"), c.C0}, CounterView{"A", text("受理", "Accepted"), c.A},
			CounterView{"K", text("结案", "Closed"), c.Closed()}, CounterView{"Kn", text("结案（不含移送、撤销）", "Closed, net"), c.Net()},
			CounterView{"O", text("未结", "Open"), c.O}, CounterView{"S", text("中止中的未结", "Open and suspended"), c.S},
			CounterView{"notdue", text("未结且未到期", "Open, not yet due"), c.NotDue}, CounterView{"overdue", text("未结且超期", "Open and overdue"), c.Overdue})
	}
	f.Counters = append(f.Counters,
		CounterView{"MS", text("调解成功", "Mediated"), c.Outcomes["success"]}, CounterView{"MF", text("调解不成", "Failed"), c.Outcomes["failed"]},
		CounterView{"MT", text("调解期满", "Run out"), c.Outcomes["expired"]}, CounterView{"MR", text("不同意调解", "Refused"), c.Outcomes["refused"]})
	for i, m := range y.Months {
		mv := MonthView{Month: i + 1, Indicators: v.indicators(m, false)}
		if !v.own {
			mv.Accepted, mv.Closed, mv.Open = m.A, m.Closed(), m.O
		}
		f.Months = append(f.Months, mv)
	}
	return f
}

func (v figureView) indicators(c metrics.Counts, toDate bool) []IndicatorView {
	var list []IndicatorView
	for _, i := range metrics.Indicators() {
		if (v.own && !i.Organisations) || (!toDate && (i.ToDate || i.Of == nil)) {
			continue
		}
		list = append(list, v.indicator(i, c, toDate))
	}
	return list
}

func (v figureView) indicator(i metrics.Indicator, c metrics.Counts, toDate bool) IndicatorView {
	w := IndicatorView{ID: i.ID, Version: metrics.Version, Name: i.Name, Formula: i.Formula, Form: i.Form, Value: "-", Target: i.Target, Upper: i.Upper, Lower: i.Lower}
	if i.Of == nil {
		missing := i.Missing
		w.Missing = &missing
		return w
	}
	r := i.Of(c)
	w.Numerator, w.Denominator, w.Value = r.Numerator, r.Denominator, r.As(i.Form)
	if !toDate {
		return w
	}
	w.Provisional = i.Provisional != nil && i.Provisional(c)
	light := i.Light(r)
	if v.line != nil && i.Climbs() {
		light = i.LightFrom(*v.line, v.year, r)
		e := i.Expected(*v.line, v.year)
		w.Expected = fmt.Sprintf("%d.%02d", e/100, e%100)
	}
	if light != metrics.Dark {
		name := lightNames[light]
		w.Light, w.LightName = string(light), &name
	}
	for _, b := range i.Beside {
		w.Beside = append(w.Beside, beside(b, c))
	}
	return w
}

func beside(b metrics.Beside, c metrics.Counts) BesideView {
	r, ok := b.Of(c)
	if !ok {
		return BesideView{Name: b.Name, Form: b.Form, Value: "-", Behind: b.Behind}
	}
	return BesideView{b.Name, b.Form, r.Numerator, r.Denominator, r.As(b.Form), b.Behind}
}
