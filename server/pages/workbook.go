package pages

import (
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// WorkbookBody is somebody's private notes in a case.
type WorkbookBody struct {
	Case *casework.CaseView
	Book *casework.Notebook
}

// notesSection is one section of notes, with who reads it.
type notesSection struct {
	ID, Text string
	Name     law.Text
	To       string // own, panel, all
}

// sections are those that say something.
func sections(p casework.NotesPage) (list []notesSection) {
	for _, s := range []notesSection{{"facts", p.Facts, labels["WriteNotes.facts"].label, p.FactsTo}, {"issues", p.Issues, labels["WriteNotes.issues"].label, p.IssuesTo},
		{"questions", p.Questions, labels["WriteNotes.questions"].label, p.QuestionsTo}, {"law", p.Law, labels["WriteNotes.law"].label, p.LawTo}} {
		if s.Text != "" {
			list = append(list, s)
		}
	}
	return list
}

// allSections are all four, for the sheet on which one writes by hand.
func allSections(p casework.NotesPage) []notesSection {
	for _, s := range []*string{&p.Facts, &p.Issues, &p.Questions, &p.Law} {
		if *s == "" {
			*s = " "
		}
	}
	return sections(p)
}

// NotesTyped are notes as the form has them.
func NotesTyped(p casework.NotesPage) url.Values {
	return url.Values{"facts": {p.Facts}, "issues": {p.Issues}, "questions": {p.Questions}, "law": {p.Law},
		"facts_to": {p.FactsTo}, "issues_to": {p.IssuesTo}, "questions_to": {p.QuestionsTo}, "law_to": {p.LawTo}}
}

// workbookForm is the form of somebody's notes. It offers to share with those whom there are.
func workbookForm(b *casework.Notebook) Form {
	if b.Closed {
		return Form{}
	}
	f := FormOf(reflect.TypeFor[casework.WriteNotes](), nil, "")
	f.Fields = slices.DeleteFunc(f.Fields, func(x Field) bool { return x.Name == "revision" })
	typed := NotesTyped(b.Own)
	for i := range f.Fields {
		if x := &f.Fields[i]; x.Kind == Select {
			if x.Required = true; typed.Get(x.Name) == "" {
				typed.Set(x.Name, "own")
			}
			x.Options = slices.DeleteFunc(x.Options, func(o Choice) bool {
				return o.Value != typed.Get(x.Name) && (o.Value == "panel" && !b.Panel || o.Value == "all" && b.Records)
			})
		}
	}
	return f.filled(typed, nil)
}

// notesFields are the fields of the notes' form, each text with who reads it.
func notesFields(f Form) (list [][2]Field) {
	for i := 0; i+1 < len(f.Fields); i += 2 {
		list = append(list, [2]Field{f.Fields[i], f.Fields[i+1]})
	}
	return list
}

// pageID is an exhibit's page as people write it: 申3-07.
var pageID = regexp.MustCompile(`([申被调送])([1-9][0-9]{0,2})-([0-9]{2,3})`)

// cited is a stretch of a text; Exhibit is the one that it names, if the case has it.
type cited struct {
	Text    string
	Exhibit int64
}

// citing takes a text apart at the page ids that it names. What is no exhibit of the case stays text.
func citing(v *casework.CaseView, text string) (list []cited) {
	known := map[string]int64{}
	for _, x := range v.Exhibits {
		known[x.Mark] = x.ID
	}
	at := 0
	for _, m := range pageID.FindAllStringSubmatchIndex(text, -1) {
		id := known[text[m[2]:m[5]]]
		if id == 0 || m[1] < len(text) && text[m[1]] >= '0' && text[m[1]] <= '9' {
			continue
		}
		if m[0] > at {
			list = append(list, cited{Text: text[at:m[0]]})
		}
		list, at = append(list, cited{text[m[0]:m[1]], id}), m[1]
	}
	if at < len(text) {
		list = append(list, cited{Text: text[at:]})
	}
	return list
}

// citedIn are the page ids that notes name, each once.
func citedIn(v *casework.CaseView, p casework.NotesPage) (list []cited) {
	for _, c := range citing(v, strings.Join([]string{p.Facts, p.Issues, p.Questions, p.Law}, "\n")) {
		if c.Exhibit != 0 && !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}
