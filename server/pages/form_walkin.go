package pages

import (
	"cmp"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// The counter's form (窗口收件) is that of every other new case, laid out as the paper is: what a clerk reads off it
// stands in the open in the paper's order, the rest unfolds. Buttons whose names begin with _ ask something of the form
// before it is sent: _look for what is known already, _more for one row more, _take for an employer of an earlier case.

// onPaper are the fields of each row in the open, in the order of the paper.
var onPaper = map[string][]string{
	"applicants":  {"name", "id_number", "address", "phone"},
	"respondents": {"name", "credit_code", "legal_representative", "address", "phone"},
	"claims":      {"code", "amount", "period_from", "period_to"},
}

// atFirst is how many rows of each there are, and mostRows how many there can be.
var atFirst = map[string]int{"applicants": 1, "respondents": 1, "claims": 2}

const mostRows = 20

// kinds are what a party is unless somebody says otherwise.
var kinds = map[string]string{"applicants": "worker", "respondents": "employer"}

// WalkInRows is how many rows a form has: as many as it had, and at least those that were typed in.
func WalkInRows(typed url.Values) map[string]int {
	rows := map[string]int{}
	for list, n := range atFirst {
		had, _ := strconv.Atoi(typed.Get("_" + list))
		rows[list] = min(max(n, had), mostRows)
		for name := range typed {
			if i, _, ok := rowOf(name, list); ok {
				rows[list] = min(max(rows[list], i+1), mostRows)
			}
		}
	}
	return rows
}

// rowOf takes claims.1.amount apart.
func rowOf(name, list string) (i int, field string, ok bool) {
	rest, ok := strings.CutPrefix(name, list+".")
	no, field, more := strings.Cut(rest, ".")
	i, err := strconv.Atoi(no)
	return i, field, ok && more && err == nil && i >= 0
}

// Pressed says whether a button asks something of the form.
func Pressed(typed url.Values) bool {
	return typed.Has("_look") || typed.Has("_more") || typed.Has("_take")
}

// Looks says whether what is known is to be shown: it was asked for now, or before.
func Looks(typed url.Values) bool { return typed.Has("_look") || typed.Has("_looked") }

// Taken is which employer is to be taken over, into which row of the respondents.
func Taken(typed url.Values) (row int, id int64, ok bool) {
	_, err := fmt.Sscanf(typed.Get("_take"), "%d %d", &row, &id)
	return row, id, err == nil && row >= 0 && row < mostRows
}

// Tidied is the form without the rows in which nothing stands but what stood there at first.
func Tidied(typed url.Values) url.Values {
	out := url.Values{}
	for name, v := range typed {
		out[name] = v
	}
	for list, kind := range kinds {
		for i := range mostRows {
			at := list + "." + strconv.Itoa(i)
			blank := true
			for name, v := range typed {
				blank = blank && (!strings.HasPrefix(name, at+".") || name == at+".kind" && v[0] == kind || strings.TrimSpace(v[0]) == "")
			}
			if blank {
				out.Del(at + ".kind")
			}
		}
	}
	return out
}

// LookedFor reads off the form what is asked about; a date that is none is left out.
func LookedFor(typed url.Values) casework.LookFirst {
	var in casework.LookFirst
	rows := WalkInRows(typed)
	party := func(list string, i int) casework.LookParty {
		get := func(f string) string { return strings.TrimSpace(typed.Get(fmt.Sprintf("%s.%d.%s", list, i, f))) }
		return casework.LookParty{Name: get("name"), IDNumber: get("id_number"), CreditCode: get("credit_code")}
	}
	for i := range rows["applicants"] {
		in.Applicants = append(in.Applicants, party("applicants", i))
	}
	for i := range rows["respondents"] {
		in.Respondents = append(in.Respondents, party("respondents", i))
	}
	for i := range rows["claims"] {
		at := fmt.Sprintf("claims.%d.", i)
		in.Claims = append(in.Claims, casework.LookClaim{Code: typed.Get(at + "code"), PeriodFrom: boxed(typed, at+"period_from"), PeriodTo: boxed(typed, at+"period_to")})
	}
	return in
}

func boxed(typed url.Values, name string) calendar.Date {
	y, err := strconv.Atoi(typed.Get(name + ".year"))
	m, err2 := strconv.Atoi(typed.Get(name + ".month"))
	d, err3 := strconv.Atoi(typed.Get(name + ".day"))
	if cmp.Or(err, err2, err3) != nil {
		return calendar.Date{}
	}
	on, _ := calendar.Parse(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
	return on
}

// Take writes an employer of an earlier case where the name was typed. Its address and phone are typed: they are
// sealed with the earlier case, and where papers are to be served is said anew in each.
func (b *NewCaseBody) Take(typed url.Values, row int, e *casework.PartyInput) {
	at := fmt.Sprintf("respondents.%d.", row)
	for field, v := range map[string]string{"kind": e.Kind, "name": e.Name, "former_name": e.FormerName, "credit_code": e.CreditCode, "legal_representative": e.LegalRepresentative} {
		typed.Set(at+field, v)
	}
	b.Rows["respondents"] = max(b.Rows["respondents"], row+1)
	b.Focus = at + "address"
}

// AddRow makes one row more of what the button names, and begins there.
func (b *NewCaseBody) AddRow(typed url.Values) {
	list := typed.Get("_more")
	if n := b.Rows[list]; n > 0 && n < mostRows {
		b.Focus = fmt.Sprintf("%s.%d.%s", list, n, onPaper[list][0])
		if kind := kinds[list]; kind != "" {
			typed.Set(fmt.Sprintf("%s.%d.kind", list, n), kind)
		}
		b.Rows[list]++
	}
}

// FocusFound begins after looking: at the first employer that can be taken over, else at the claims.
func (b *NewCaseBody) FocusFound(typed url.Values) {
	if typed.Has("_take") || typed.Has("_more") {
		return
	}
	if b.Focus = "claims.0.code"; len(b.Found.Employers) > 0 {
		b.Focus = "_take"
	}
}

// walkIn is the form with its rows.
func walkIn(b NewCaseBody) Form {
	m := maker{c: &casework.CaseView{Choices: casework.Choices{Organisations: b.Organisations}}}
	f := FormOf(reflect.TypeFor[casework.OpenCase](), m.c, "")
	elem := map[string]reflect.Type{"applicants": reflect.TypeFor[casework.PartyInput](), "respondents": reflect.TypeFor[casework.PartyInput](), "claims": reflect.TypeFor[casework.ClaimInput]()}
	for i := range f.Fields {
		x := &f.Fields[i]
		if t := elem[x.Name]; t != nil {
			x.Rows = nil
			for n := range b.Rows[x.Name] {
				row := Row{No: n + 1, Fields: m.fields(t, fmt.Sprintf("%s.%d.", x.Name, n))}
				for j := range row.Fields {
					row.Fields[j].begins(kinds[x.Name])
					// the paper has a place for each of these: that one may be left blank need not be said twenty times
					row.Fields[j].Required = row.Fields[j].Required || slices.Contains(onPaper[x.Name], lastName(row.Fields[j].Name))
				}
				x.Rows = append(x.Rows, row)
			}
		}
		x.begins("")
	}
	return f
}

// begins is what stands in a field at first, and how its choices are found by the keys.
func (f *Field) begins(kind string) {
	switch lastName(f.Name) {
	case "ask":
		f.Value = "arbitration"
	case "kind":
		f.Value = kind
	case "code", "cause":
		f.Options = slices.Clone(f.Options)
		for i, o := range f.Options {
			f.Options[i].Label = law.Text{ZH: o.Value + " " + o.Label.ZH, EN: o.Value + " " + o.Label.In("en")}
		}
	}
}

// noted is the form with what the numbers say under them, and the place to begin at.
func (f Form) noted(b NewCaseBody) Form {
	read := map[string]casework.NumberRead{}
	if b.Found != nil {
		for _, n := range b.Found.Numbers {
			read[n.Place] = n
		}
	}
	f.Fields = noteAll(f.Fields, read, b.Focus)
	return f
}

func noteAll(fields []Field, read map[string]casework.NumberRead, focus string) []Field {
	out := slices.Clone(fields)
	for i := range out {
		x := &out[i]
		if n, ok := read[x.Name]; ok && n.OK {
			x.Says = n.Says
		} else if ok && x.Bad.IsZero() {
			x.Bad = n.Says
		}
		x.Focus = x.Name == focus
		x.Rows = slices.Clone(x.Rows)
		for j := range x.Rows {
			x.Rows[j].Fields = noteAll(x.Rows[j].Fields, read, focus)
		}
	}
	return out
}

// paperRow is a row with what stands in the open and what unfolds.
type paperRow struct {
	No, At     int
	Main, More []Field
	Open       bool // something stands there that nobody would look for
}

// paperRows are those of a list.
func paperRows(f Form, list string) (rows []paperRow) {
	for _, x := range f.Fields {
		if x.Name != list {
			continue
		}
		for i, r := range x.Rows {
			p := paperRow{No: r.No, At: i}
			for _, name := range onPaper[list] {
				for _, y := range r.Fields {
					if lastName(y.Name) == name {
						p.Main = append(p.Main, y)
					}
				}
			}
			for _, y := range r.Fields {
				if !slices.Contains(onPaper[list], lastName(y.Name)) {
					p.More = append(p.More, y)
					p.Open = p.Open || !y.Bad.IsZero() || y.Focus || y.said() && (lastName(y.Name) != "kind" || y.Value != kinds[list])
				}
			}
			rows = append(rows, p)
		}
	}
	return rows
}

// named is one field of the form; nothing to show for a name that it has not.
func named(f Form, name string) *Field {
	for i := range f.Fields {
		if f.Fields[i].Name == name {
			return &f.Fields[i]
		}
	}
	return nil
}

// rest are the fields after the claims that every paper has.
var rest = []string{"ask", "cause", "town"}

// Rest are their names.
func (v *view) Rest() []string { return rest }

// Apart are the fields of the counter's form that few papers need.
func (v *view) Apart() (list []Field) {
	for _, x := range v.Form.Fields {
		if onPaper[x.Name] == nil && x.Name != "facts" && x.Name != "oral" && !slices.Contains(rest, x.Name) {
			list = append(list, x)
		}
	}
	return list
}

// RestOpen says whether something stands in one of those.
func (v *view) RestOpen() bool {
	return slices.ContainsFunc(v.Apart(), func(x Field) bool { return x.said() || !x.Bad.IsZero() || x.Focus })
}
