package casework

import (
	"context"
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// FigureCasesQuery asks for the cases behind a number.
type FigureCasesQuery struct {
	Number       string `json:"number" query:"number" minLength:"1" maxLength:"24" doc:"指标页上的代号，如 A K Kn O overdue MS TL，或结案方式 A symbol of the figures page, or a closing mode"`
	Year         int    `json:"year,omitempty" query:"year" minimum:"2000" maximum:"2999" doc:"年份 Year"`
	Month        int    `json:"month,omitempty" query:"month" minimum:"0" maximum:"12" doc:"月份，0 为全年 Month; 0 for the year to date"`
	Organisation int64  `json:"organisation,omitempty" query:"organisation" minimum:"-1" doc:"调解组织；-1 为没有经过的 Organisation; -1: cases of none"`
	Town         string `json:"town,omitempty" query:"town" maxLength:"40" doc:"乡镇街道；- 为没有登记的 Town; -: cases without one"`
	Cause        string `json:"cause,omitempty" query:"cause" maxLength:"4" doc:"案由代码；- 为没有登记的 Cause, by its code; -: cases without one"`
	After        int64  `json:"after,omitempty" query:"after" minimum:"0" doc:"从上一页的 next 往后 From the last page's next on"`
}

// FigureCases are the cases behind a number.
type FigureCases struct {
	Number string          `json:"number"`
	Year   int             `json:"year"`
	Month  int             `json:"month,omitempty"`
	Unit   string          `json:"unit,omitempty" doc:"只看哪个组织、乡镇街道或案由 Which organisation, town or cause only"`
	Rows   []FigureCaseRow `json:"rows"`
	Next   int64           `json:"next,omitempty"`
}

// FigureCaseRow is one of them.
type FigureCaseRow struct {
	Ref       string        `json:"ref"`
	Number    string        `json:"number,omitempty"`
	StateName law.Text      `json:"state_name"`
	Day       calendar.Date `json:"day" doc:"计入的日期 The day that counts"`
	Kind      string        `json:"kind,omitempty"`
}

const figurePage = 200

// FigureCases lists the cases behind a number, for those who may open them.
func (d *Desk) FigureCases(ctx context.Context, who policies.Actor, q FigureCasesQuery) (*FigureCases, error) {
	var out *FigureCases
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		u, _, err := d.unit(tx, who, FiguresQuery{Organisation: q.Organisation, Town: q.Town, Cause: q.Cause}, policies.FigureCases)
		if err != nil {
			return err
		}
		year, err := yearOf(q.Year, tx.Today())
		if err != nil {
			return err
		}
		from, to, err := span(year, q.Month, tx.Today())
		if err != nil {
			return err
		}
		rows, err := metrics.Cases(tx, u, from, to, tx.Today(), q.Number, q.After, figurePage+1)
		if err != nil {
			return err
		}
		out = &FigureCases{Number: q.Number, Year: year, Month: q.Month, Rows: []FigureCaseRow{}}
		if !u.Whole() {
			named := &Figures{}
			if err := named.name(tx, figureView{Unit: u}, &models.Commission{}); err != nil {
				return err
			}
			out.Unit = named.Unit
		}
		if len(rows) > figurePage {
			rows = rows[:figurePage]
			out.Next = rows[figurePage-1].ID
		}
		for _, r := range rows {
			out.Rows = append(out.Rows, FigureCaseRow{r.Ref, r.Number, r.State.Says().Staff, r.Day, r.Kind})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("figure cases: %w", err)
	}
	return out, nil
}

// span is a month, or a year up to today; a month that has not come yet has no cases to show.
func span(year, month int, today calendar.Date) (from, to calendar.Date, err error) {
	if month < 0 || month > 12 {
		return from, to, bad("month", "月份是1到12；0为全年。", "Months are 1 to 12; 0 is the whole year.")
	}
	from, to = calendar.On(year, 1, 1), calendar.On(year, 12, 31)
	if month > 0 {
		from = calendar.On(year, time.Month(month), 1)
		to = calendar.On(year, time.Month(month)+1, 1).Next(-1)
	}
	if today.Before(from) {
		return from, to, bad("month", "这个月还没有到。", "That month has not come yet.")
	}
	if today.Before(to) {
		to = today
	}
	return from, to, nil
}
