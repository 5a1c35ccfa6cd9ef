package pages

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// only is the form with these fields alone, where the page has the others.
func (f Form) only(names ...string) Form {
	f.Fields = slices.DeleteFunc(slices.Clone(f.Fields), func(x Field) bool { return !slices.Contains(names, x.Name) })
	return f
}

// required is the form with every field asked for, where the page leaves no choice.
func (f Form) required() Form {
	f.Fields = slices.Clone(f.Fields)
	for i := range f.Fields {
		f.Fields[i].Required = true
	}
	return f
}

// asking is the form with one more field that can't be left out on a page.
func (f Form) asking(name string) Form {
	f.Fields = slices.Clone(f.Fields)
	for i := range f.Fields {
		f.Fields[i].Required = f.Fields[i].Required || f.Fields[i].Name == name
	}
	return f
}

// filled is the form with what was typed and what is wrong with it. Passwords are never shown
// again, and a file has to be chosen anew.
func (f Form) filled(kept url.Values, wrong *fault.Error) Form {
	bad := map[string]law.Text{}
	if wrong != nil {
		for _, w := range wrong.Fields {
			bad[w.Place] = w.Says
		}
	}
	if len(kept) == 0 && len(bad) == 0 {
		return f
	}
	f.Fields = fillAll(f.Fields, kept, bad)
	return f
}

func fillAll(fields []Field, kept url.Values, bad map[string]law.Text) []Field {
	out := make([]Field, len(fields))
	for i, f := range fields {
		if says, ok := bad[f.Name]; ok {
			f.Bad = says
		}
		if kept != nil {
			f.keep(kept)
		}
		f.Rows = fillRows(f, kept, bad)
		if f.Folded && (!f.Bad.IsZero() || f.Year+f.Month+f.Day != "") {
			f.Folded = false
		}
		out[i] = f
	}
	return out
}

func (f *Field) keep(kept url.Values) {
	switch f.Kind {
	case Hidden, File, Photographs, Password, Once, Rows, Lines, Awards, Worked:
	case Date:
		f.Year, f.Month, f.Day = kept.Get(f.Name+".year"), kept.Get(f.Name+".month"), kept.Get(f.Name+".day")
	default:
		f.Value = kept.Get(f.Name)
	}
}

func fillRows(f Field, kept url.Values, bad map[string]law.Text) []Row {
	rows := make([]Row, len(f.Rows))
	for i, r := range f.Rows {
		r.Fields = fillAll(r.Fields, kept, bad)
		place := f.Name + "." + strconv.Itoa(i)
		if says, ok := bad[place]; ok {
			r.Bad = says
		}
		for _, sub := range r.Fields {
			if !sub.Bad.IsZero() || sub.Kind != Hidden && kept != nil && sub.said() {
				r.Open = true
			}
		}
		rows[i] = r
	}
	return rows
}

// said says whether something stands in the field.
func (f Field) said() bool { return f.Value+f.Year+f.Month+f.Day != "" }

// Ticked says whether a checkbox, or the yes of a question, is on.
func (f Field) Ticked() bool { return f.Value == "true" || f.Value == "on" }

// Denied says whether the no of a question was chosen.
func (f Field) Denied() bool { return f.Value == "false" }

// anchor leads to the field at a place, or to the nearest one around it, and names it; "" if the
// form has none.
func (f Form) anchor(place string) (to string, where law.Text) {
	for at := place; at != ""; {
		if id, label := find(f.Fields, at); id != "" {
			return "#" + id, label
		}
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			break
		}
		at = at[:i]
	}
	return "", law.Text{}
}

func find(fields []Field, name string) (id string, label law.Text) {
	for _, f := range fields {
		if f.Name == name {
			return f.ID(), f.Label
		}
		for _, r := range f.Rows {
			if id, label := find(r.Fields, name); id != "" {
				no := " " + strconv.Itoa(r.No)
				return id, law.Text{ZH: f.Label.ZH + no + "，" + label.ZH, EN: f.Label.In("en") + no + ", " + label.In("en")}
			}
		}
	}
	return "", law.Text{}
}
