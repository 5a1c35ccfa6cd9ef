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
	if t == reflect.TypeFor[casework.AskCorrection]() {
		f = f.asking("mend_by")
	}
	if t == reflect.TypeFor[casework.FileEvidence]() {
		f.Multipart = true
		f.Fields = append(f.Fields, Field{Name: "file", Kind: File, Required: true, Label: law.Text{ZH: "文件", EN: "File"},
			Hint: law.Text{ZH: "照片、PDF、录音录像和常用文档都可以，一次一份。", EN: "Pictures, PDF, recordings and common documents; one at a time."}})
	}
	if t == reflect.TypeFor[casework.EnterGroup]() {
		f.Multipart = true
		f.Fields[0].Required = false // the file will do
		f.Fields = append(f.Fields, Field{Name: "file", Kind: File, Label: law.Text{ZH: "或者交来表格文件", EN: "Or hand the sheet in as a file"},
			Hint: law.Text{ZH: "xlsx 或 CSV；选了文件就以文件为准。", EN: "xlsx or CSV; a file goes before what was pasted."}})
	}
	if cmd := casework.Blank(m.e); cmd != nil && casework.TakesProof(cmd) {
		f.Multipart = true
		f.Fields = append(f.Fields, Field{Name: "file", Kind: File, Label: law.Text{ZH: "凭证的文件", EN: "The proof as a file"},
			Hint: law.Text{ZH: "回证的扫描件、门口的照片、系统记录。", EN: "The slip as a scan, a photo of the door, a log."}})
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
		case !sf.IsExported() || name == "" || name == "-" || m.staffOnly(t, name) || m.idle(t, name) || drafted(t, name):
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
	if t == reflect.TypeFor[casework.SignAgreement]() && m.c != nil && !m.c.Party && (name == "code" || name == "hash") {
		return true // the organisation's people sign by being signed in
	}
	if m.c == nil || !m.c.Party {
		return false
	}
	switch t {
	case reflect.TypeFor[casework.AddAgent](), reflect.TypeFor[casework.ConfirmAddress]():
		return name == "party" && isYou(m.c) // an agent names the party it speaks for
	case reflect.TypeFor[casework.FileEvidence](), reflect.TypeFor[casework.ConsentToMediation](), reflect.TypeFor[casework.RefuseMediation](),
		reflect.TypeFor[casework.AskTalks](), reflect.TypeFor[casework.AnswerTalks](), reflect.TypeFor[casework.AskReview]():
		if name == "side" {
			return true
		}
	}
	if t == reflect.TypeFor[casework.SignAgreement]() {
		return name == "paper" || name == "as" || name == "party" && isYou(m.c)
	}
	if t == reflect.TypeFor[casework.ConsentShortNotice]() {
		return name == "all_parties" || name == "party" && isYou(m.c)
	}
	return t == reflect.TypeFor[casework.AskReview]() && name == "joint"
}

// drafted is the version that minutes are written from: their page knows it.
func drafted(t reflect.Type, name string) bool {
	return t == reflect.TypeFor[casework.WriteMinutes]() && name == "draft"
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
	if l, ok := labels[string(m.e)+"."+name]; ok {
		f.Label, f.Hint = l.label, l.hint
	}
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
	case name == "code" && onceOnly[t]:
		f.Kind = Once
	case name == "password", name == "present", name == "new":
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
