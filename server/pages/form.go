package pages

import (
	"strings"

	"tiaocai/server/casework"
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
	Marks    Kind = "marks"  // marked fields to mend: name.0.defect, name.0.value …
	Worked   Kind = "worked" // a calculator inside another form
	Hidden   Kind = "hidden"
	File     Kind = "file"

	Once        Kind = "once"        // a code that is good once
	Photographs Kind = "photographs" // several files, chosen at once
)

// Field is one question.
type Field struct {
	Name     string // as it is sent: "claims.0.amount"
	Label    law.Text
	Hint     law.Text
	Typed    string // what somebody wrote about this field for the reader
	Kind     Kind
	Options  []Choice
	Required bool
	Max      int      // most characters; 0: no limit of its own
	Folded   bool     // optional and rarely needed: inside a details
	Example  string   // what an answer looks like
	Rows     []Row    // for lines, rows and awards
	Says     law.Text // what the value says by itself, as the birth date in a number
	Focus    bool     // the page begins here

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
