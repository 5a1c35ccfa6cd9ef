package pages

import (
	"reflect"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/claims"
)

// repeated gives lists their rows.
func (m maker) repeated(f Field, sf reflect.StructField, t reflect.Type) Field {
	if sf.Type.Kind() != reflect.Slice {
		return f
	}
	elem := sf.Type.Elem()
	if elem.Kind() == reflect.Struct {
		return m.groups(f, elem)
	}
	n := 6
	one := Field{Kind: Text, Label: f.Label, Max: 200}
	if f.Kind == Select {
		n, one.Kind, one.Options = 3, Select, f.Options
	}
	if elem.Kind() == reflect.Int64 {
		n = 3
	}
	f.Kind, f.Options = Lines, nil
	for i := range n {
		one.Name = f.Name + "." + strconv.Itoa(i)
		f.Rows = append(f.Rows, Row{No: i + 1, Fields: []Field{one}, Open: true})
	}
	return f
}

func (m maker) groups(f Field, elem reflect.Type) Field {
	if elem == reflect.TypeFor[casework.AwardItem]() && m.c != nil {
		return m.awards(f, elem)
	}
	if elem == reflect.TypeFor[casework.Mend]() {
		return m.marks(f)
	}
	f.Kind = Rows
	n := 3
	if elem == reflect.TypeFor[casework.ClaimInput]() {
		n = 8
	}
	if elem == reflect.TypeFor[casework.DefectInput]() && m.c != nil {
		n += len(m.c.Lacking)
	}
	for i := range n {
		row := Row{No: i + 1, Fields: m.fields(elem, f.Name+"."+strconv.Itoa(i)+"."), Open: i == 0}
		m.begin(&row, f.Name, i)
		f.Rows = append(f.Rows, row)
	}
	return f
}

// begin fills in what is known at first: a worker applies, and claims on record stand there.
func (m maker) begin(row *Row, name string, i int) {
	set := func(j int, v string) { row.Fields[j].Value = v }
	switch {
	case name == "applicants" && i == 0 && m.e == "":
		set(0, "worker")
	case name == "defects" && m.c != nil && i < len(m.c.Lacking):
		row.Open = true
		l := m.c.Lacking[i]
		known := map[string]string{"field": string(l.Field), "of": l.Of, "missing": l.Says.ZH}
		for j := range row.Fields {
			row.Fields[j].Value = known[lastName(row.Fields[j].Name)]
		}
	case name == "claims" && m.c != nil && i < len(m.c.Claims):
		row.Open = true
		known := claimValues(m.c.Claims[i])
		for j := range row.Fields {
			f := &row.Fields[j]
			last := lastName(f.Name)
			f.Value = known[last]
			if f.Kind == Date {
				f.split(known[last])
			}
		}
	}
}

func lastName(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

func claimValues(c casework.ClaimView) map[string]string {
	v := map[string]string{"code": c.Code, "basis": c.Basis, "period_from": c.PeriodFrom.String(), "period_to": c.PeriodTo.String(), "known_on": c.KnownOn.String()}
	if c.InService {
		v["in_service"] = "true"
	}
	if c.Joint {
		v["joint"] = "true"
	}
	if k, ok := claims.Lookup(claims.Code(c.Code)); !ok || k.Name != c.Title {
		v["title"] = c.Title.ZH
	}
	if c.Money {
		v["amount"] = c.Amount.String()
	}
	return v
}

// awards is one group for each claim of the case that no award has decided yet, with the claim beside it.
func (m maker) awards(f Field, elem reflect.Type) Field {
	f.Kind = Awards
	for j := range m.c.Claims {
		cl, i := &m.c.Claims[j], len(f.Rows)
		if cl.Decision != "" {
			continue
		}
		row := Row{No: cl.No, Fields: m.fields(elem, f.Name+"."+strconv.Itoa(i)+"."), Open: i == 0, Claim: cl}
		for j := range row.Fields {
			if strings.HasSuffix(row.Fields[j].Name, ".no") {
				row.Fields[j].Kind, row.Fields[j].Value = Hidden, strconv.Itoa(cl.No)
			}
		}
		row.Fields = withShares(withCalculator(row.Fields, *cl, m.c), *cl, m.c)
		f.Rows = append(f.Rows, row)
	}
	return f
}

// split puts a day into the three boxes.
func (f *Field) split(iso string) {
	if y, rest, ok := strings.Cut(iso, "-"); ok {
		mo, d, _ := strings.Cut(rest, "-")
		f.Year, f.Month, f.Day = y, strings.TrimLeft(mo, "0"), strings.TrimLeft(d, "0")
	}
}
