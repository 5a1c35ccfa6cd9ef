package pages

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// FiguresWorkbook lays a year's figures out as a spreadsheet: indicators, months, organisations,
// towns, causes. Numbers are numbers; whatever somebody typed is text, never a formula.
func FiguresWorkbook(f *casework.Figures, lang string) ([]byte, error) {
	l := tongue(lang)
	b := &book{file: excelize.NewFile(), l: l}
	defer b.file.Close()
	b.sheet(law.Text{ZH: "指标", EN: "Indicators"})
	b.row(f.Unit, strconv.Itoa(f.Year), f.From.String(), f.To.String(), l.text("公式版本", "Formula version"), f.Version)
	b.row()
	b.indicators(f)
	b.sheet(law.Text{ZH: "按月", EN: "Months"})
	b.months(f)
	for _, part := range []struct {
		name law.Text
		of   *casework.Breakdown
	}{{law.Text{ZH: "按调解组织", EN: "Organisations"}, f.ByOrganisation}, {law.Text{ZH: "按乡镇街道", EN: "Towns"}, f.ByTown}, {law.Text{ZH: "按案由", EN: "Causes"}, f.ByCause}} {
		b.sheet(part.name)
		if part.of != nil {
			b.breakdown(part.of)
		}
	}
	if b.err != nil {
		return nil, b.err
	}
	out, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// text in the reader's language.
func (l tongue) text(zh, en string) string { return law.Text{ZH: zh, EN: en}.In(string(l)) }

// book writes row by row and keeps the first error.
type book struct {
	file   *excelize.File
	l      tongue
	name   string
	at     int
	sheets int
	err    error
}

func (b *book) sheet(name law.Text) {
	b.name, b.at = name.In(string(b.l)), 0
	if b.sheets++; b.sheets == 1 {
		b.keep(b.file.SetSheetName("Sheet1", b.name))
	} else {
		_, err := b.file.NewSheet(b.name)
		b.keep(err)
	}
	b.keep(b.file.SetColWidth(b.name, "A", "A", 28))
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// row writes one row: strings as strings, whatever they begin with; an empty any stays empty.
func (b *book) row(cells ...any) {
	b.at++
	for i, v := range cells {
		cell, err := excelize.CoordinatesToCellName(i+1, b.at)
		b.keep(err)
		switch v := v.(type) {
		case string:
			b.keep(b.file.SetCellStr(b.name, cell, v))
		case int:
			b.keep(b.file.SetCellInt(b.name, cell, int64(v)))
		case float64:
			b.keep(b.file.SetCellFloat(b.name, cell, v, 2, 64))
		}
	}
}

// number is a printed value as a number; what is not one stays as it is printed.
func number(value string) any {
	if v, err := strconv.ParseFloat(value, 64); err == nil {
		return v
	}
	return value
}

func (b *book) indicators(f *casework.Figures) {
	l := b.l
	b.row(l.text("代号", "Id"), l.text("指标", "Indicator"), l.text("分子", "Numerator"), l.text("分母", "Denominator"), l.text("值", "Value"), l.text("单位", "Unit"),
		l.text("目标", "Target"), l.text("灯", "Light"), l.text("公式", "Formula"), l.text("公式版本", "Formula version"), l.text("说明", "Note"), sameMonths(f, l.text("今年同期", "Same months, this year")), sameMonths(f, l.text("去年同期", "Same months, last year")))
	for _, i := range f.Indicators {
		if i.Missing != nil {
			b.row(i.ID, i.Name.In(string(l)), nil, nil, "-", nil, nil, nil, i.Formula.In(string(l)), i.Version, i.Missing.In(string(l)))
			continue
		}
		var target, light, note any
		if i.Target > 0 {
			target = i.Target
		}
		if i.LightName != nil {
			light = i.LightName.In(string(l))
		}
		if i.Provisional {
			note = l.text("暂定", "provisional")
		}
		n, d := fraction(string(i.Form), i.Numerator, i.Denominator)
		b.row(i.ID, i.Name.In(string(l)), n, d, number(i.Value), l.unit(string(i.Form)), target, light, i.Formula.In(string(l)), i.Version, note, compared(i, true), compared(i, false))
		for _, x := range i.Beside {
			n, d := fraction(string(x.Form), x.Numerator, x.Denominator)
			b.row(i.ID, "  "+x.Name.In(string(l)), n, d, number(x.Value), l.unit(string(x.Form)), nil, nil, nil, i.Version)
		}
	}
	b.row()
	for _, c := range f.Counters {
		b.row(c.Symbol, c.Name.In(string(l)), c.N)
	}
	b.row(l.text("核对", "Check"), f.Balance)
}

// sameMonths heads a column of the comparison with last year, which says how many months it is over.
func sameMonths(f *casework.Figures, name string) any {
	if f.SameMonths == 0 {
		return nil
	}
	return name + " 1–" + strconv.Itoa(f.SameMonths)
}

// compared is the figure over the same whole months of this year, or of the one before.
func compared(i casework.IndicatorView, now bool) any {
	switch {
	case i.Same == nil:
		return nil
	case now:
		return number(i.Same.Now.Value)
	}
	return number(i.Same.Before.Value)
}

// fraction is shown only where the figure is one.
func fraction(form string, n, d int) (any, any) {
	if form == "percent" || form == "days" {
		return n, d
	}
	return nil, nil
}

func (l tongue) unit(f string) string {
	switch f {
	case "percent":
		return "%"
	case "days":
		return l.text("天", "days")
	case "yuan":
		return l.text("元", "yuan")
	}
	return ""
}

func (b *book) months(f *casework.Figures) {
	l := b.l
	head := []any{l.text("月", "Month"), l.text("受理", "Accepted"), l.text("结案", "Closed"), l.text("月末未结", "Open at the end")}
	if len(f.Months) > 0 {
		for _, i := range f.Months[0].Indicators {
			name := i.ID + " " + i.Name.In(string(l))
			if n, _ := fraction(string(i.Form), 0, 0); n != nil {
				head = append(head, name+l.text(" 分子", " numerator"), name+l.text(" 分母", " denominator"))
			}
			head = append(head, name)
		}
	}
	b.row(head...)
	for _, m := range f.Months {
		row := []any{m.Month, m.Accepted, m.Closed, m.Open}
		for _, i := range m.Indicators {
			if n, d := fraction(string(i.Form), i.Numerator, i.Denominator); n != nil {
				row = append(row, n, d)
			}
			row = append(row, number(i.Value))
		}
		b.row(row...)
	}
}

func (b *book) breakdown(t *casework.Breakdown) {
	l := b.l
	head := []any{l.text("单位", "Unit")}
	for _, c := range t.Columns {
		name := c.Name.In(string(l))
		if c.Form != "number" {
			head = append(head, name+l.text(" 分子", " numerator"), name+l.text(" 分母", " denominator"))
		}
		head = append(head, name)
	}
	b.row(head...)
	cells := func(name string, list []casework.CellView) {
		row := []any{name}
		for i, x := range list {
			if t.Columns[i].Form != "number" {
				if x.Hidden {
					row = append(row, nil, nil)
				} else {
					row = append(row, x.Numerator, x.Denominator)
				}
			}
			row = append(row, number(x.Value))
		}
		b.row(row...)
	}
	for _, r := range t.Rows {
		name := r.Name
		if name == "" {
			name = l.text("（没有）", "(none)")
		}
		cells(name, r.Cells)
	}
	cells(l.text("合计", "Sum"), t.Sum)
}
