package pages

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// bodyTypes are the types of every form there is, by the event; forms without an event by their name.
func bodyTypes() map[workflows.Event]reflect.Type {
	m := map[workflows.Event]reflect.Type{workflows.FileEvidence: reflect.TypeFor[casework.FileEvidence]()}
	for _, r := range workflows.Table() {
		if t, ok := casework.BodyOf(r); ok {
			m[r.Event] = t
		}
	}
	for name, t := range map[workflows.Event]reflect.Type{"": reflect.TypeFor[casework.OpenCase](), "sign-in": reflect.TypeFor[casework.SignIn](), "register": reflect.TypeFor[casework.Register](),
		"status": reflect.TypeFor[casework.StatusQuery](), "link": reflect.TypeFor[casework.LinkCase](), "reveal": reflect.TypeFor[casework.Reveal]()} {
		m[name] = t
	}
	return m
}

// TestEveryFormSpeaksBothLanguages makes the form of every step of the law and looks at each word.
func TestEveryFormSpeaksBothLanguages(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Tribunal)
	for e, typ := range bodyTypes() {
		f := FormOf(typ, v, e)
		if len(f.Fields) == 0 {
			t.Errorf("%s: the form is empty", e)
		}
		names := map[string]bool{}
		eachField(f.Fields, func(f Field) {
			if names[f.Name] {
				t.Errorf("%s: two fields are called %s", e, f.Name)
			}
			names[f.Name] = true
			if bothWords(f.Label) != nil {
				t.Errorf("%s: the label of %s is %v", e, f.Name, f.Label)
			}
			if !f.Hint.IsZero() && bothWords(f.Hint) != nil {
				t.Errorf("%s: the hint of %s is %v", e, f.Name, f.Hint)
			}
			for _, o := range f.Options {
				if o.Label.ZH == "" || o.Label.EN == "" {
					t.Errorf("%s: %s has no words for the value %q", e, f.Name, o.Value)
				}
			}
		})
	}
}

func bothWords(s law.Text) error {
	chinese := strings.ContainsFunc(s.ZH, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
	latin := !strings.ContainsFunc(strings.ReplaceAll(s.EN, "仙劳人仲案〔2026〕123号", ""), func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff })
	if !chinese || !latin || s.EN == "" {
		return fault.Bad("", s)
	}
	return nil
}

func eachField(fields []Field, do func(Field)) {
	for _, f := range fields {
		do(f)
		for _, r := range f.Rows {
			eachField(r.Fields, do)
		}
	}
}

// TestEveryFieldOfACommandIsAsked compares the form with the struct: a new field of a command
// cannot be forgotten.
func TestEveryFieldOfACommandIsAsked(t *testing.T) {
	t.Parallel()
	staff, party := sampleCase(false, workflows.Tribunal), sampleCase(true, workflows.Applicant)
	for e, typ := range bodyTypes() {
		have := map[string]bool{} // by one of the two: a party signs by a code, the organisation's people do not
		for _, f := range append(FormOf(typ, staff, e).Fields, FormOf(typ, party, e).Fields...) {
			have[f.Name] = true
		}
		for _, name := range jsonNames(typ) {
			if !have[name] && !drafted(typ, name) { // the version of a draft is the page's own
				t.Errorf("%s: the form does not ask for %s", e, name)
			}
		}
	}
}

func jsonNames(t reflect.Type) (names []string) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous:
			names = append(names, jsonNames(f.Type)...)
		case name != "" && name != "-":
			names = append(names, name)
		}
	}
	return names
}

func fieldOf(t *testing.T, f Form, name string) (got Field) {
	t.Helper()
	found := false
	eachField(f.Fields, func(f Field) {
		if f.Name == name {
			got, found = f, true
		}
	})
	if !found {
		t.Fatalf("there is no field %s", name)
	}
	return got
}

func TestKindsOfFields(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Tribunal)
	types := bodyTypes()
	for _, c := range []struct {
		event   workflows.Event
		name    string
		kind    Kind
		options int
	}{
		{workflows.Accept, "in_scope", YesNo, 0}, {workflows.Accept, "on", Date, 0},
		{workflows.FileApplication, "oral", Check, 0},
		{workflows.ServeDocument, "document", Select, 1}, {workflows.ServeDocument, "party", Select, 2}, {workflows.ServeDocument, "method", Select, 8},
		{workflows.ScheduleHearing, "hearing_on", Date, 0}, {workflows.ScheduleHearing, "starts", Text, 0},
		{workflows.FormTribunal, "arbitrators", Lines, 0}, {workflows.FormTribunal, "arbitrators.2", Select, 2}, {workflows.FormTribunal, "recorder", Select, 1},
		{workflows.OpenHearing, "present.0", Text, 0}, {workflows.AskCorrection, "items", Lines, 0},
		{workflows.MakeAward.Proposal(), "items", Awards, 0}, {workflows.MakeAward.Proposal(), "items.2.no", Hidden, 0}, {workflows.MakeAward.Proposal(), "items.2.reasons", TextArea, 0},
		{workflows.HoldSession, "applicant_offer", Money, 0}, {workflows.AskMediation, "organisation", Select, 1},
		{workflows.CorrectEntry.Proposal(), "id", Number, 0}, {workflows.AmendApplication, "claims.7.code", Select, 21}, {workflows.AmendApplication, "applicants.2.kind", Select, 2},
		{workflows.FileEvidence, "claim", Select, 3}, {workflows.FileEvidence, "file", File, 0}, {"sign-in", "password", Password, 0}, {"", "cause", Select, 18},
	} {
		typ := types[c.event]
		if typ == nil {
			t.Errorf("there is no form for %s", c.event)
			continue
		}
		f := fieldOf(t, FormOf(typ, v, c.event), c.name)
		if f.Kind != c.kind || len(f.Options) != c.options {
			t.Errorf("%s %s is a %s with %d options, want %s with %d", c.event, c.name, f.Kind, len(f.Options), c.kind, c.options)
		}
	}
	f := FormOf(types[workflows.Accept], v, workflows.Accept)
	if last := f.Fields[len(f.Fields)-1]; last.Name != "on" || !last.Folded {
		t.Errorf("the last field is %s, want the day, folded", last.Name)
	}
	e := FormOf(types[workflows.FileEvidence], v, workflows.FileEvidence)
	if last := e.Fields[len(e.Fields)-1]; !e.Multipart || last.Name != "file" {
		t.Errorf("evidence ends with %s, multipart %v, want the file", last.Name, e.Multipart)
	}
}

func TestPartiesAreNotAskedForTheirOwnSide(t *testing.T) {
	t.Parallel()
	v := sampleCase(true, workflows.Applicant)
	for e, gone := range map[workflows.Event]string{workflows.FileEvidence: "side", workflows.AddAgent: "party", workflows.ConfirmAddress: "party"} {
		for _, f := range FormOf(bodyTypes()[e], v, e).Fields {
			if f.Name == gone {
				t.Errorf("%s asks a party for %s", e, gone)
			}
		}
	}
}

func TestFormIsFilledWithWhatWasTyped(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Tribunal)
	e := workflows.MakeAward.Proposal()
	f := FormOf(bodyTypes()[e], v, e)
	wrong := &fault.Error{Kind: fault.Invalid, Fields: []fault.Field{{Place: "items.1.amount", Says: law.Text{ZH: "错", EN: "wrong"}}, {Place: "on", Says: law.Text{ZH: "错", EN: "wrong"}}}}
	got := f.filled(url.Values{"items.1.amount": {"三万"}, "items.1.final": {"false"}, "items.1.no": {"9"}, "on.year": {"2026"}, "on.day": {"5"}}, wrong)

	if a := fieldOf(t, got, "items.1.amount"); a.Value != "三万" || a.Bad.ZH != "错" {
		t.Errorf("amount = %q %v", a.Value, a.Bad)
	}
	if a := fieldOf(t, got, "items.1.final"); !a.Denied() || a.Ticked() {
		t.Errorf("final = %q, want no", a.Value)
	}
	if a := fieldOf(t, got, "items.1.no"); a.Value != "2" {
		t.Errorf("the number of the claim = %q: it is never taken from what was typed", a.Value)
	}
	if d := fieldOf(t, got, "on"); d.Year != "2026" || d.Month != "" || d.Day != "5" || d.Folded {
		t.Errorf("on = %+v, want it unfolded with its boxes", d)
	}
	if to, where := got.anchor("items.1.amount"); to != "#f-items-1-amount" || where.ZH != "请求 2，裁决金额（元）" {
		t.Errorf("anchor = %s %v", to, where)
	}
	if to, _ := got.anchor("items.1"); to != "#f-items" {
		t.Errorf("anchor of a row = %s", to)
	}
	if to, _ := got.anchor("If-Match"); to != "" {
		t.Errorf("anchor of no field = %s", to)
	}
	if again := fieldOf(t, f, "items.1.amount"); again.Value != "" {
		t.Errorf("filling changed the form itself: %q", again.Value)
	}
}

func TestClaimsOnRecordStandInTheForm(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Registry)
	f := FormOf(bodyTypes()[workflows.AmendApplication], v, workflows.AmendApplication)
	if c := fieldOf(t, f, "claims.0.amount"); c.Value != "8760.00" {
		t.Errorf("amount = %q", c.Value)
	}
	if d := fieldOf(t, f, "claims.0.period_to"); d.Year != "2026" || d.Month != "8" || d.Day != "20" {
		t.Errorf("period_to = %s-%s-%s", d.Year, d.Month, d.Day)
	}
	if c := fieldOf(t, f, "claims.1.title"); c.Value != "" {
		t.Errorf("title = %q, want none: it is the kind's own name", c.Value)
	}
	if c := fieldOf(t, f, "claims.3.code"); c.Value != "" {
		t.Errorf("code of a blank row = %q", c.Value)
	}
}

func TestLabelsFromDocTags(t *testing.T) {
	t.Parallel()
	for doc, want := range map[string][2]string{
		"理由 Reason": {"理由", "Reason"}, "金额（元）Amount in yuan": {"金额（元）", "Amount in yuan"}, "新的截止日期 New last day": {"新的截止日期", "New last day"},
		"受送达人，如 申1 Recipient, as 申1": {"受送达人，如 申1", "Recipient, as 申1"},
	} {
		if zh, en := splitDoc(doc); zh != want[0] || en != want[1] {
			t.Errorf("splitDoc(%q) = %q, %q", doc, zh, en)
		}
	}
}

func TestProposalInWords(t *testing.T) {
	t.Parallel()
	v := sampleCase(false, workflows.Head)
	v.Proposal.Event, v.Proposal.Body = workflows.MakeAward, `{"items":[{"no":1,"decision":"partly","amount":"8547.13","final":true,"reasons":"计薪 14 日"}]}`
	var all []string
	for _, f := range tongue("zh").proposed(v) {
		all = append(all, f.Label+"："+f.Value)
	}
	if got, want := strings.Join(all, "；"), "1 · 裁决：部分支持；1 · 裁决金额（元）：8547.13；1 · 是终局裁决：是；1 · 理由：计薪 14 日"; got != want {
		t.Errorf("proposed = %s, want %s", got, want)
	}
}
