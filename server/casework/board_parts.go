package casework

import (
	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// most is how many urgent cases a board names; the list has the rest.
const most = 10

// headline are the figures that a board shows.
var headline = []string{"I1", "I2", "I2a"}

// boardParts adds what the reader has a right of their own to: the most urgent cases to whom the commission's list is,
// what waits to who approves, figures to who reads them.
func (d *Desk) boardParts(tx *models.Tx, who policies.Actor, commission int64, r *models.BoardRow, out *Board) error {
	if _, err := d.holds(tx, who, policies.OfficeDocket); err == nil {
		out.MayList = true
		for _, e := range r.Repeated {
			out.Repeated = append(out.Repeated, Repeated{e.Name, e.Workers, e.Cases})
		}
		if err := d.urgent(tx, who, out); err != nil {
			return err
		}
	}
	if _, err := d.holds(tx, who, policies.Approve); err == nil {
		if out.Waiting, err = d.approvals(tx, who, commission); err != nil {
			return err
		}
	}
	return d.boardFigures(tx, who, out)
}

func (d *Desk) urgent(tx *models.Tx, who policies.Actor, out *Board) error {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return err
	}
	scope, _, err := pick(d.gate.Scopes(who, posts), "office")
	if err != nil {
		return err
	}
	var list Docket
	if err := d.fillDocket(tx, scope, DocketQuery{Limit: most}, &list); err != nil {
		return err
	}
	until := tx.Today().Next(3)
	for _, row := range list.Rows {
		if !row.Due.IsZero() && !row.Due.After(until) {
			out.Urgent = append(out.Urgent, row)
		}
	}
	return nil
}

func (d *Desk) boardFigures(tx *models.Tx, who policies.Actor, out *Board) error {
	v, err := d.figureView(tx, who, FiguresQuery{})
	if fault.Is(err, fault.Forbidden) {
		return nil // who reads no figures has a board without them
	}
	if err != nil {
		return err
	}
	com, err := models.CommissionByID(tx, v.Commission)
	if err != nil {
		return err
	}
	v.line = com.Success2023
	y, err := metrics.ReadYear(tx, v.Unit, v.year, tx.Today())
	if err != nil {
		return err
	}
	for _, id := range headline {
		out.Figures = append(out.Figures, v.indicator(metrics.IndicatorOf(id), y.Whole, true))
	}
	at, err := metrics.LastCheck(tx, v.Commission)
	if err != nil {
		return err
	}
	if !at.IsZero() {
		out.Checks.CheckedAt = at.In(models.Zone).Format("2006-01-02 15:04")
	}
	open, err := metrics.Open(tx, v.Commission)
	out.Checks.Differences = len(open)
	return err
}
