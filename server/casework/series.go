package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// StartSeries says with which number a series goes on here, for a commission that gave the ones
// before on paper and does not carry their cases over (起始号).
type StartSeries struct {
	Series string `json:"series" enum:"案" doc:"编号种类 Series"`
	Year   int    `json:"year" minimum:"2000" maximum:"2999" doc:"年份 Year"`
	Next   int    `json:"next" minimum:"1" maximum:"999999" doc:"下一个号 The next number"`
}

// SeriesStarted is the answer.
type SeriesStarted struct {
	Series string `json:"series"`
	Year   int    `json:"year"`
	Next   int    `json:"next"`
	Text   string `json:"text" doc:"下一个案号 The next case number in full"`
}

// StartSeries sets it. Numbers only go forward: none is ever given twice.
func (d *Desk) StartSeries(ctx context.Context, who policies.Actor, in StartSeries, o Options) (*SeriesStarted, error) {
	var out *SeriesStarted
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.carries(tx, who)
		if err != nil {
			return err
		}
		out, err = once(tx, who, o, func() (*SeriesStarted, error) { return startSeries(tx, who, commission, in) })
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("start series: %w", err)
	}
	return out, nil
}

func startSeries(tx *models.Tx, who policies.Actor, commission int64, in StartSeries) (*SeriesStarted, error) {
	if in.Year > tx.Today().Year() {
		return nil, bad("year", "这一年还没有到。", "That year has not come yet.")
	}
	if err := models.NumbersReached(tx, commission, in.Series, in.Year, 0); err != nil {
		return nil, err
	}
	last, err := models.LastNumber(tx, commission, in.Series, in.Year)
	if err != nil {
		return nil, err
	}
	if in.Next <= last {
		return nil, fault.New(fault.Conflict, "number-given", law.Text{
			ZH: fmt.Sprintf("%d年已经编到%d号，下一个号只能更大。", in.Year, last), EN: fmt.Sprintf("Number %[2]d of %[1]d has been given; the next can only be higher.", in.Year, last)})
	}
	if err := models.NumbersReached(tx, commission, in.Series, in.Year, in.Next-1); err != nil {
		return nil, err
	}
	row := &models.SeriesStart{CommissionID: commission, Series: in.Series, Year: in.Year, Next: in.Next, SetBy: who.Account, SetAt: tx.Now}
	if err := tx.Create(row).Error; err != nil {
		return nil, err
	}
	prefix, err := seriesOf(tx, commission)
	return &SeriesStarted{in.Series, in.Year, in.Next, models.CaseNumberText(prefix, in.Series, in.Year, in.Next)}, err
}
