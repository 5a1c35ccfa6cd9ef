// Package fault is the short list of ways in which a request can fail.
//
// A fault says what is wrong in words that the person who asked can use, in both languages, with
// the field or the article. Whatever is not a fault is our own mistake: it is logged whole and
// shown only as a reference number.
package fault

import (
	"errors"
	"time"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// Kind is how a request failed; the web turns it into a status, once.
type Kind string

const (
	Invalid      Kind = "invalid"      // what was sent can't be understood or can't be true
	Unauthorized Kind = "unauthorized" // nobody is signed in
	Forbidden    Kind = "forbidden"    // a person of this case, without this right
	NotFound     Kind = "not-found"    // nothing there, or nothing that this person may know of
	Conflict     Kind = "conflict"     // somebody else was quicker
	Refused      Kind = "refused"      // the law doesn't allow it now
	TooMany      Kind = "too-many"     // too many tries
	TooLarge     Kind = "too-large"    // more bytes than are taken
	Unavailable  Kind = "unavailable"  // a part that we need is down; try again
)

// Field is one thing wrong with what was sent. Place is the path of the field, as in
// "claims.0.amount"; the refused value is never repeated.
type Field struct {
	Place string   `json:"place"`
	Says  law.Text `json:"says"`
}

// Error is a refusal in words.
type Error struct {
	Kind       Kind
	Code       string        // stable, for programs: hearing-notice-too-late
	Says       law.Text      // the sentence
	Law        law.Citation  // the article, where one closes the door
	Fields     []Field       // what was wrong with each field
	Opens      calendar.Date // the day on which the step becomes possible, where a clock is the reason
	RetryAfter time.Duration // when trying again makes sense
}

func (e *Error) Error() string {
	s := string(e.Kind) + " " + e.Code
	for _, f := range e.Fields {
		s += " " + f.Place
	}
	return s
}

// New makes a fault of a kind with its sentence.
func New(kind Kind, code string, says law.Text) *Error {
	return &Error{Kind: kind, Code: code, Says: says}
}

// Refuse says that the law does not allow the step now.
func Refuse(code string, says law.Text, cite law.Citation) *Error {
	return &Error{Kind: Refused, Code: code, Says: says, Law: cite}
}

// Bad says that one field is wrong.
func Bad(place string, says law.Text) *Error {
	return &Error{Kind: Invalid, Code: "invalid", Says: says, Fields: []Field{{place, says}}}
}

// Missing is the one answer that strangers get: it does not say whether there is anything.
func Missing() *Error {
	return New(NotFound, "not-found", law.Text{ZH: "没有找到。请核对编号。", EN: "Nothing was found here. Please check the number."})
}

// As finds the fault in err; nil if err is something else.
func As(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// Is says whether err is a fault of this kind.
func Is(err error, kind Kind) bool {
	e := As(err)
	return e != nil && e.Kind == kind
}
