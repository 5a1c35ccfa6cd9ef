package casework

import (
	"strconv"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// Breakdown is a year by organisation, by town or by cause (分组): a row for each, and its sum, which is the
// commission's. Rates of rows are never averaged.
type Breakdown struct {
	Columns []ColumnView `json:"columns"`
	Rows    []UnitRow    `json:"rows"`
	Sum     []CellView   `json:"sum"`
}

// ColumnView is a column: a counter or an indicator.
type ColumnView struct {
	ID     string       `json:"id"`
	Name   law.Text     `json:"name"`
	Form   metrics.Form `json:"form" enum:"percent,days,yuan,number"`
	Number string       `json:"number" doc:"代号，可列出案件 The symbol, to list its cases"`
	Lower  string       `json:"lower,omitempty" doc:"分母的代号 The denominator's symbol"`
}

// UnitRow is the figures of one organisation, one town or one cause.
type UnitRow struct {
	Unit  string     `json:"unit" doc:"组织编号、乡镇街道或案由代码，用来筛选；- 或 -1 为没有的 What to ask for: organisation, town or cause"`
	Name  string     `json:"name,omitempty" doc:"没有的为空 Empty for cases of none"`
	Cells []CellView `json:"cells"`
}

// CellView is one figure of a unit. A hidden one is of one to four persons or would tell such a one.
type CellView struct {
	Numerator   int    `json:"numerator"`
	Denominator int    `json:"denominator"`
	Value       string `json:"value"`
	Hidden      bool   `json:"hidden,omitempty" doc:"不足五，不显示 Fewer than five, not shown"`
}

type unitColumn struct {
	ColumnView
	of func(metrics.Counts) metrics.Rate
}

// unitColumns are the columns of all three tables: counters, and rates with their fractions.
func unitColumns() []unitColumn {
	counter := func(id string, name law.Text, of func(metrics.Counts) int) unitColumn {
		return unitColumn{ColumnView{id, name, metrics.Number, id, ""}, func(c metrics.Counts) metrics.Rate { return metrics.Rate{Numerator: of(c), Denominator: 1} }}
	}
	list := []unitColumn{
		counter("A", text("受理", "Accepted"), func(c metrics.Counts) int { return c.A }),
		counter("K", text("结案", "Closed"), metrics.Counts.Closed),
		counter("W", text("劳动者人次", "Workers"), func(c metrics.Counts) int { return c.N["W"] }),
		counter("MS", text("调解成功", "Mediated"), func(c metrics.Counts) int { return c.Outcomes["success"] }),
	}
	for _, id := range []string{"I1", "I3", "I5"} {
		i := metrics.IndicatorOf(id)
		name := i.Name
		if id == "I5" {
			name = text("按期结案率", "In time") // a column is narrow
		}
		list = append(list, unitColumn{ColumnView{id, name, i.Form, i.Upper, i.Lower}, i.Of})
	}
	return list
}

// breakdowns adds the tables by organisation, by town and by cause to a commission's figures.
func (v figureView) breakdowns(tx *models.Tx, f *Figures) error {
	if v.own || !v.Whole() {
		return nil
	}
	orgs, err := organisations(tx, v.Commission)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, o := range orgs {
		names[strconv.FormatInt(o.ID, 10)] = o.Name
	}
	if f.ByOrganisation, err = v.breakdown(tx, f, "organisation", func(unit string) (string, string) {
		if unit == "" {
			return strconv.Itoa(metrics.Without), ""
		}
		return unit, names[unit]
	}); err != nil {
		return err
	}
	if f.ByTown, err = v.breakdown(tx, f, "town", func(unit string) (string, string) {
		if unit == "" {
			return "-", ""
		}
		return unit, unit
	}); err != nil {
		return err
	}
	f.ByCause, err = v.breakdown(tx, f, "cause", func(unit string) (string, string) {
		if c, ok := claims.LookupCause(claims.CauseCode(unit)); ok {
			return unit, unit + " " + c.Name.ZH
		}
		return "-", ""
	})
	return err
}

func (v figureView) breakdown(tx *models.Tx, f *Figures, part string, name func(string) (string, string)) (*Breakdown, error) {
	units, err := metrics.ByUnit(tx, v.Commission, part, v.year, tx.Today())
	if err != nil || len(units) == 0 {
		return nil, err
	}
	b := &Breakdown{}
	columns := unitColumns()
	for _, c := range columns {
		b.Columns = append(b.Columns, c.ColumnView)
	}
	sums := make([]metrics.Rate, len(columns))
	for _, u := range units {
		row := UnitRow{}
		row.Unit, row.Name = name(u.Unit)
		for i, c := range columns {
			r := c.of(u.Counts)
			sums[i].Numerator += r.Numerator
			if sums[i].Denominator += r.Denominator; c.Form == metrics.Number {
				sums[i].Denominator = 1
			}
			row.Cells = append(row.Cells, cell(r, c.Form))
		}
		b.Rows = append(b.Rows, row)
	}
	for i, c := range columns {
		b.Sum = append(b.Sum, cell(sums[i], c.Form))
	}
	if !v.small {
		b.hide()
	}
	return b, nil
}

func cell(r metrics.Rate, f metrics.Form) CellView {
	return CellView{Numerator: r.Numerator, Denominator: r.Denominator, Value: r.As(f)}
}

// smallest is how many a cell must be of, for who is not of the commission's staff.
const smallest = 5

// hide takes out the cells of one to four. Where that leaves one hidden cell in a column, the next smallest
// goes too, because the sum would tell it; and a row that lost a cell so shows no rates.
func (b *Breakdown) hide() {
	for i, c := range b.Columns {
		hidden := 0
		for r := range b.Rows {
			if x := &b.Rows[r].Cells[i]; tells(x, c.Form) {
				x.Hidden = true
				hidden++
			}
		}
		if hidden == 1 {
			b.hideNext(i)
		}
	}
	for r := range b.Rows {
		for i := range b.Rows[r].Cells {
			if x := &b.Rows[r].Cells[i]; x.Hidden {
				*x = CellView{Hidden: true, Value: "<5"}
			}
		}
	}
}

func tells(x *CellView, f metrics.Form) bool {
	small := func(n int) bool { return n > 0 && n < smallest }
	return small(x.Numerator) || (f != metrics.Number && (small(x.Denominator) || small(x.Denominator-x.Numerator)))
}

// hideNext hides the smallest of what still shows in a column, and the rates beside it.
func (b *Breakdown) hideNext(column int) {
	size := func(r int) int {
		if b.Columns[column].Form == metrics.Number {
			return b.Rows[r].Cells[column].Numerator
		}
		return b.Rows[r].Cells[column].Denominator
	}
	next := -1
	for r := range b.Rows {
		if !b.Rows[r].Cells[column].Hidden && size(r) > 0 && (next < 0 || size(r) < size(next)) {
			next = r
		}
	}
	if next < 0 {
		return
	}
	b.Rows[next].Cells[column].Hidden = true
	for i, c := range b.Columns {
		if c.Form != metrics.Number {
			b.Rows[next].Cells[i].Hidden = true
		}
	}
}
