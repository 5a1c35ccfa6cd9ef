package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// FiguresQuery asks for a year's figures (指标).
type FiguresQuery struct {
	Year         int   `json:"year,omitempty" query:"year" minimum:"2000" maximum:"2999" doc:"年份，不填为今年 Year; this year if left out"`
	Organisation int64 `json:"organisation,omitempty" query:"organisation" doc:"只看一个调解组织 One mediation organisation only"`
}

// Figures are a year's figures, to date and month by month.
type Figures struct {
	Year          int             `json:"year"`
	From          calendar.Date   `json:"from"`
	To            calendar.Date   `json:"to"`
	Today         calendar.Date   `json:"today"`
	Unit          string          `json:"unit" doc:"哪个单位 Whose figures"`
	Organisations []Choice        `json:"organisations,omitempty"`
	Organisation  int64           `json:"organisation,omitempty"`
	Version       string          `json:"version" doc:"公式版本 Version of the formulas"`
	Indicators    []IndicatorView `json:"indicators"`
	Counters      []CounterView   `json:"counters"`
	Balanced      bool            `json:"balanced" doc:"C0 + A - K = O"`
	Balance       string          `json:"balance,omitempty"`
	Months        []MonthView     `json:"months"`
	MayList       bool            `json:"may_list" doc:"可以打开数字背后的案件 May open the cases behind a number"`
}

// IndicatorView is one figure: numerator, denominator, value, always together.
type IndicatorView struct {
	ID          string    `json:"id"`
	Name        law.Text  `json:"name"`
	Formula     law.Text  `json:"formula"`
	Numerator   int       `json:"numerator"`
	Denominator int       `json:"denominator"`
	Value       string    `json:"value" doc:"百分比，两位小数；分母为零是 - Per cent with two decimals; - for a zero denominator"`
	Target      int       `json:"target,omitempty" doc:"目标（%）Target in per cent"`
	Light       string    `json:"light,omitempty"`
	LightName   *law.Text `json:"light_name,omitempty"`
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
	Indicators []IndicatorView `json:"indicators"`
}

var lightNames = map[metrics.Light]law.Text{
	metrics.Green: {ZH: "达标", EN: "on target"}, metrics.Yellow: {ZH: "接近", EN: "close"},
	metrics.Red: {ZH: "落后", EN: "behind"}, metrics.Grey: {ZH: "样本太小", EN: "sample too small"},
}

// SeeFigures computes the figures for somebody who may see them. Staff of an organisation see its
// own mediation figures and nothing else.
func (d *Desk) SeeFigures(ctx context.Context, who policies.Actor, q FiguresQuery) (*Figures, error) {
	var out *Figures
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		u, own, err := d.unit(tx, who, q.Organisation, policies.ViewFigures)
		if err != nil {
			return err
		}
		year, err := yearOf(q.Year, tx.Today())
		if err != nil {
			return err
		}
		y, err := metrics.ReadYear(tx, u, year, tx.Today())
		if err != nil {
			return err
		}
		out = figures(y, u, own)
		out.Year, out.Today, out.Organisation = year, tx.Today(), u.Organisation
		_, _, list := d.unit(tx, who, 0, policies.FigureCases)
		out.MayList = list == nil
		return out.name(tx, u, own)
	})
	if err != nil {
		return nil, fmt.Errorf("figures: %w", err)
	}
	return out, nil
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

// unit finds whose figures somebody may see: a commission's, narrowed to one of its organisations
// if asked; or only those of the organisation that the person works for.
func (d *Desk) unit(tx *models.Tx, who policies.Actor, organisation int64, act policies.Act) (u metrics.Unit, own bool, err error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return u, false, err
	}
	for _, p := range posts {
		if !d.postMay(p, act) {
			continue
		}
		if p.Commission != 0 {
			return d.commissionUnit(tx, p.Commission, organisation)
		}
		org, err := models.OrganisationByID(tx, p.Organisation)
		if err != nil {
			return u, false, err
		}
		if organisation != 0 && organisation != org.ID {
			continue
		}
		return metrics.Unit{Commission: org.CommissionID, Organisation: org.ID}, true, nil
	}
	return u, false, policies.Forbid()
}

func (d *Desk) commissionUnit(tx *models.Tx, commission, organisation int64) (metrics.Unit, bool, error) {
	u := metrics.Unit{Commission: commission, Organisation: organisation}
	if organisation == 0 {
		return u, false, nil
	}
	org, err := models.OrganisationByID(tx, organisation)
	if err != nil || org.CommissionID != commission {
		return u, false, bad("organisation", "请从名册里选一个调解组织。", "Please choose a mediation organisation from the list.")
	}
	return u, false, nil
}

// name says whose figures these are and which others may be chosen.
func (f *Figures) name(tx *models.Tx, u metrics.Unit, own bool) (err error) {
	com, err := models.CommissionByID(tx, u.Commission)
	if err != nil {
		return err
	}
	f.Unit = com.Name
	if !own {
		f.Organisations, err = organisations(tx, u.Commission)
	}
	if u.Organisation != 0 && err == nil {
		var org *models.Organisation
		if org, err = models.OrganisationByID(tx, u.Organisation); err == nil {
			f.Unit = org.Name
		}
	}
	return err
}

func figures(y metrics.Year, u metrics.Unit, own bool) *Figures {
	c := y.Whole
	f := &Figures{From: c.From, To: c.To, Version: metrics.Version, Indicators: indicators(c, u, true), Balanced: own || c.Balanced()}
	if u.Organisation == 0 && !own {
		f.Balance = fmt.Sprintf("%d + %d − %d = %d", c.C0, c.A, c.Closed(), c.O)
		f.Counters = append(f.Counters,
			CounterView{"C0", text("上期结转", "Carried over"), c.C0}, CounterView{"A", text("受理", "Accepted"), c.A},
			CounterView{"K", text("结案", "Closed"), c.Closed()}, CounterView{"Kn", text("结案（不含移送、撤销）", "Closed, net"), c.Net()},
			CounterView{"O", text("未结", "Open"), c.O}, CounterView{"notdue", text("未结且未到期", "Open, not yet due"), c.NotDue})
	}
	f.Counters = append(f.Counters,
		CounterView{"MS", text("调解成功", "Mediated"), c.Outcomes["success"]}, CounterView{"MF", text("调解不成", "Failed"), c.Outcomes["failed"]},
		CounterView{"MT", text("调解期满", "Run out"), c.Outcomes["expired"]}, CounterView{"MR", text("不同意调解", "Refused"), c.Outcomes["refused"]})
	for i, m := range y.Months {
		mv := MonthView{Month: i + 1, Indicators: indicators(m, u, false)}
		if u.Organisation == 0 {
			mv.Accepted, mv.Closed = m.A, m.Closed()
		}
		f.Months = append(f.Months, mv)
	}
	return f
}

func indicators(c metrics.Counts, u metrics.Unit, toDate bool) []IndicatorView {
	var list []IndicatorView
	for _, i := range metrics.Indicators() {
		if (u.Organisation != 0 && !i.Organisations) || (i.ToDate && !toDate) {
			continue
		}
		r := i.Of(c)
		v := IndicatorView{ID: i.ID, Name: i.Name, Formula: i.Formula, Numerator: r.Numerator, Denominator: r.Denominator, Value: r.Value(), Target: i.Target}
		if l := i.Light(r); l != metrics.Dark {
			name := lightNames[l]
			v.Light, v.LightName = string(l), &name
		}
		list = append(list, v)
	}
	return list
}
