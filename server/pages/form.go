package pages

import (
	"reflect"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// Form is a form made from a command: its fields in the command's own order, the day it happened
// last and folded away.
type Form struct {
	Fields    []Field
	Multipart bool // it carries a file, as its last part
}

// Kind is how a field is asked for.
type Kind string

const (
	Text     Kind = "text"
	Password Kind = "password"
	TextArea Kind = "textarea"
	Number   Kind = "number"
	Money    Kind = "money"
	Date     Kind = "date"  // three boxes: name.year, name.month, name.day
	Check    Kind = "check" // may be left unticked
	YesNo    Kind = "yesno" // must be answered
	Select   Kind = "select"
	Lines    Kind = "lines" // several single values: name.0, name.1 …
	Rows     Kind = "rows"  // several groups: name.0.kind, name.0.amount …
	Awards   Kind = "awards"
	Hidden   Kind = "hidden"
	File     Kind = "file"
)

// Field is one question.
type Field struct {
	Name     string // as it is sent: "claims.0.amount"
	Label    law.Text
	Hint     law.Text
	Kind     Kind
	Options  []Choice
	Required bool
	Max      int    // most characters; 0: no limit of its own
	Folded   bool   // optional and rarely needed: inside a details
	Example  string // what an answer looks like
	Rows     []Row  // for lines, rows and awards

	Value            string // what was typed, or what stands there at first
	Year, Month, Day string
	Bad              law.Text // what is wrong with it
}

// Choice is one value of a select.
type Choice struct {
	Value string
	Label law.Text
}

// Row is one line or group of a repeated field.
type Row struct {
	No     int // counted from 1
	Fields []Field
	Open   bool
	Bad    law.Text
	Claim  *casework.ClaimView // in the award: the claim that is decided
}

// ID is the field's id on the page; the place of a fault leads to it.
func (f Field) ID() string { return "f-" + strings.ReplaceAll(f.Name, ".", "-") }

// maker builds the fields of one command for one case.
type maker struct {
	c *casework.CaseView // nil where there is no case yet
	e workflows.Event
}

// FormOf makes the form of a command's type. c lends the choices: people, documents, parties,
// claims. For a proposal the type is that of the step proposed.
func FormOf(t reflect.Type, c *casework.CaseView, e workflows.Event) Form {
	if t == nil {
		return Form{}
	}
	if of, is := e.Proposes(); is {
		e = of
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	m := maker{c, e}
	f := Form{Fields: m.fields(t, "")}
	for i, field := range f.Fields {
		if field.Name == "on" { // the day comes last: it is nearly always today
			f.Fields = append(append(f.Fields[:i:i], f.Fields[i+1:]...), field)
			break
		}
	}
	if t == reflect.TypeFor[casework.FileEvidence]() {
		f.Multipart = true
		f.Fields = append(f.Fields, Field{Name: "file", Kind: File, Required: true, Label: law.Text{ZH: "文件", EN: "File"},
			Hint: law.Text{ZH: "照片、PDF、录音录像和常用文档都可以，一次一份。", EN: "Pictures, PDF, recordings and common documents; one at a time."}})
	}
	return f
}

func (m maker) fields(t reflect.Type, prefix string) []Field {
	var list []Field
	for i := range t.NumField() {
		sf := t.Field(i)
		name, opts, _ := strings.Cut(sf.Tag.Get("json"), ",")
		switch {
		case sf.Anonymous && name == "" && sf.Type.Kind() == reflect.Struct:
			list = append(list, m.fields(sf.Type, prefix)...)
		case !sf.IsExported() || name == "" || name == "-" || m.staffOnly(t, name):
		default:
			f := m.field(t, sf, name, !strings.Contains(opts, "omitempty"))
			f.Name = prefix + name
			f = m.repeated(f, sf, t)
			list = append(list, f)
		}
	}
	return list
}

// staffOnly are the fields that say for whom a step is taken: a party takes it for itself.
func (m maker) staffOnly(t reflect.Type, name string) bool {
	if m.c == nil || !m.c.Party {
		return false
	}
	switch t {
	case reflect.TypeFor[casework.AddAgent](), reflect.TypeFor[casework.ConfirmAddress]():
		return name == "party" && isYou(m.c) // an agent names the party it speaks for
	case reflect.TypeFor[casework.FileEvidence](), reflect.TypeFor[casework.ConsentToMediation](), reflect.TypeFor[casework.RefuseMediation]():
		return name == "side"
	}
	return t == reflect.TypeFor[casework.ConsentShortNotice]() && name == "all_parties"
}

func isYou(c *casework.CaseView) bool {
	for _, p := range c.Applicants {
		if p.You {
			return true
		}
	}
	for _, p := range c.Respondents {
		if p.You {
			return true
		}
	}
	return false
}

var (
	dateType = reflect.TypeFor[calendar.Date]()
	fenType  = reflect.TypeFor[claims.Fen]()
)

// field reads one struct field's tags.
func (m maker) field(t reflect.Type, sf reflect.StructField, name string, required bool) Field {
	f := Field{Name: name, Kind: Text, Required: required}
	f.Label, f.Hint = labelOf(t, name, sf.Tag.Get("doc"))
	f.Max, _ = strconv.Atoi(sf.Tag.Get("maxLength"))
	typ := sf.Type
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	switch {
	case typ == dateType:
		f.Kind, f.Folded = Date, name == "on"
	case typ == fenType:
		f.Kind = Money
	case typ.Kind() == reflect.Bool && required:
		f.Kind = YesNo
	case typ.Kind() == reflect.Bool:
		f.Kind = Check
	case typ.Kind() == reflect.Int || typ.Kind() == reflect.Int64:
		f.Kind = Number
	case name == "password":
		f.Kind = Password
	case f.Max > 200:
		f.Kind = TextArea
	case name == "starts":
		f.Example = "09:00"
	}
	if enum := sf.Tag.Get("enum"); enum != "" {
		f.Kind, f.Options = Select, nil
		for _, v := range strings.Split(enum, ",") {
			f.Options = append(f.Options, Choice{v, enumWords[v]})
		}
	}
	return m.chosen(f, t, name)
}

// chosen makes a select of a field that names somebody or something of the case.
func (m maker) chosen(f Field, t reflect.Type, name string) Field {
	list := m.choices(t, name)
	if len(list) > 0 {
		f.Kind, f.Options = Select, list
	}
	return f
}

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
	f.Kind = Rows
	n := 3
	if elem == reflect.TypeFor[casework.ClaimInput]() {
		n = 8
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
	case name == "claims" && m.c != nil && i < len(m.c.Claims):
		row.Open = true
		known := claimValues(m.c.Claims[i])
		for j := range row.Fields {
			f := &row.Fields[j]
			last := f.Name[strings.LastIndexByte(f.Name, '.')+1:]
			f.Value = known[last]
			if f.Kind == Date {
				f.split(known[last])
			}
		}
	}
}

func claimValues(c casework.ClaimView) map[string]string {
	v := map[string]string{"code": c.Code, "basis": c.Basis, "period_from": c.PeriodFrom.String(), "period_to": c.PeriodTo.String()}
	if k, ok := claims.Lookup(claims.Code(c.Code)); !ok || k.Name != c.Title {
		v["title"] = c.Title.ZH
	}
	if c.Money {
		v["amount"] = c.Amount.String()
	}
	return v
}

// awards is one group for each claim of the case, with the claim beside it.
func (m maker) awards(f Field, elem reflect.Type) Field {
	f.Kind = Awards
	for i := range m.c.Claims {
		cl := &m.c.Claims[i]
		row := Row{No: cl.No, Fields: m.fields(elem, f.Name+"."+strconv.Itoa(i)+"."), Open: i == 0, Claim: cl}
		for j := range row.Fields {
			if strings.HasSuffix(row.Fields[j].Name, ".no") {
				row.Fields[j].Kind, row.Fields[j].Value = Hidden, strconv.Itoa(cl.No)
			}
		}
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
