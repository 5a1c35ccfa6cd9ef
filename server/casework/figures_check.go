package casework

import (
	"context"
	"errors"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// DifferenceView is a counter that the nightly full scan did not confirm: a piece of work (核对不符).
type DifferenceView struct {
	Part          string `json:"part" enum:"all,organisation,town" doc:"全会、组织或乡镇街道 Whose counter"`
	Unit          string `json:"unit,omitempty"`
	Month         string `json:"month" doc:"月份，如 2026-03；按年计的写一月 Month; January for what counts by year"`
	Kind          string `json:"kind" doc:"计数的代号，见 docs/metrics.md The counter's kind"`
	Counted       int64  `json:"counted" doc:"随办案累计的数 As counted by the steps"`
	CountedAmount int64  `json:"counted_amount,omitempty"`
	Found         int64  `json:"found" doc:"全面核对的数 As found by the full scan"`
	FoundAmount   int64  `json:"found_amount,omitempty"`
	FoundAt       string `json:"found_at"`
}

// CheckFigures compares every counter of every commission with a full scan and keeps what differs
// as work. It returns how many counters differ.
func (d *Desk) CheckFigures(ctx context.Context, clock policies.Actor) (int, error) {
	if ok, err := d.gate.Allows(policies.Holding{Role: clock.Program, Dom: policies.InProgram, Standing: policies.None}, policies.RunSweeps); err != nil || !ok {
		return 0, policies.Forbid()
	}
	var all []int64
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		return tx.Raw("select id from commissions order by id").Scan(&all).Error
	})
	n := 0
	for _, commission := range all {
		err = errors.Join(err, d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
			found, err := metrics.Check(tx, commission)
			if err != nil {
				return err
			}
			n += len(found)
			return metrics.Record(tx, commission, found)
		}))
	}
	return n, err
}

// CountFigures makes the counters of a database whose cases are older than the counters. It does
// nothing where they were counted before.
func (d *Desk) CountFigures(ctx context.Context) error {
	return d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		var all []int64
		if err := tx.Raw("select id from commissions order by id").Scan(&all).Error; err != nil {
			return err
		}
		for _, commission := range all {
			ok, err := metrics.Counted(tx, commission)
			if err == nil && !ok {
				err = metrics.Rebuild(tx, commission)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Recount asks for the counters to be counted anew from the tables (重新统计).
type Recount struct{}

// Recounted says what came of it.
type Recounted struct {
	Differences int `json:"differences" doc:"重新统计后仍不符的数，应为 0 What still differs; must be 0"`
}

// RecountFigures counts a commission anew and checks it at once.
func (d *Desk) RecountFigures(ctx context.Context, who policies.Actor, _ Recount) (*Recounted, error) {
	out := &Recounted{}
	err := d.db.InTx(ctx, d.now(), func(tx *models.Tx) error {
		u, _, err := d.unit(tx, who, FiguresQuery{}, policies.RecountFigures)
		if err != nil {
			return err
		}
		if err := metrics.Rebuild(tx, u.Commission); err != nil {
			return err
		}
		found, err := metrics.Check(tx, u.Commission)
		if err != nil {
			return err
		}
		out.Differences = len(found)
		return metrics.Record(tx, u.Commission, found)
	})
	if err != nil {
		return nil, fmt.Errorf("recount: %w", err)
	}
	return out, nil
}

// MayRecount says whether somebody may, before a body is read.
func (d *Desk) MayRecount(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, _, err := d.unit(tx, who, FiguresQuery{}, policies.RecountFigures)
		return err
	})
}

// FigureDifferences lists the counters that wait for somebody, for those who answer for them.
func (d *Desk) FigureDifferences(ctx context.Context, who policies.Actor) ([]DifferenceView, error) {
	list := []DifferenceView{}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		u, _, err := d.unit(tx, who, FiguresQuery{}, policies.CheckFigures)
		if err != nil {
			return err
		}
		more, err := differences(tx, u.Commission)
		list = append(list, more...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("figure differences: %w", err)
	}
	return list, nil
}

func differences(tx *models.Tx, commission int64) ([]DifferenceView, error) {
	open, err := metrics.Open(tx, commission)
	var list []DifferenceView
	for _, o := range open {
		list = append(list, DifferenceView{o.Part, o.Unit, o.Month.String()[:7], o.Kind, o.CountedN, o.CountedAmount, o.FoundN, o.FoundAmount,
			o.FoundAt.In(models.Zone).Format("2006-01-02 15:04")})
	}
	return list, err
}

// checked adds the state of the nightly check for those who answer for it.
func (d *Desk) checked(tx *models.Tx, who policies.Actor, f *Figures) error {
	u, _, err := d.unit(tx, who, FiguresQuery{}, policies.CheckFigures)
	if fault.Is(err, fault.Forbidden) {
		return nil // not theirs to see
	}
	if err != nil {
		return err
	}
	_, _, may := d.unit(tx, who, FiguresQuery{}, policies.RecountFigures)
	f.MayRecount = may == nil
	at, err := metrics.LastCheck(tx, u.Commission)
	if err != nil {
		return err
	}
	if !at.IsZero() {
		f.CheckedAt = at.In(models.Zone).Format("2006-01-02 15:04")
	}
	f.Differences, err = differences(tx, u.Commission)
	return err
}
