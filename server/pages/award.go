package pages

import (
	"net/url"
	"reflect"
	"strconv"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// AwardBody is the award while it is written, claim by claim.
type AwardBody struct {
	Case  *casework.CaseView
	Draft *casework.AwardDraft
	Open  int // the claim whose fold stands open; 0: the first that is not complete
}

// form is the form of the award as it was typed, with what is wrong with each item.
func (b AwardBody) form() Form {
	if !b.Draft.Writes {
		return Form{}
	}
	f := FormOf(reflect.TypeFor[casework.MakeAward](), b.Case, workflows.MakeAward)
	typed := url.Values{}
	for name, v := range b.Draft.Typed {
		typed.Set(name, v)
	}
	var wrong fault.Error
	for i := range f.Fields {
		if f.Fields[i].Kind != Awards {
			continue
		}
		for n := range f.Fields[i].Rows {
			r := &f.Fields[i].Rows[n]
			if typed.Has("items." + strconv.Itoa(n) + ".no") { // else it begins with the applicant's own numbers
				r.Fields = fillAll(r.Fields, typed, nil)
			}
			if n < len(b.Draft.Items) {
				wrong.Fields = append(wrong.Fields, b.Draft.Items[n].Wrong...)
			}
		}
	}
	return f.filled(nil, &wrong)
}

// awardFold is one claim of the award: what it comes to, and its fields.
type awardFold struct {
	casework.AwardLine
	Claim   *casework.ClaimView
	Row     Row
	Open    bool
	Next    int // the claim to go on with
	Files   []casework.ExhibitView
	Differs claims.Fen // what is claimed beyond what was worked out
}

// Field is a field of the claim by its last name; nil if it has none.
func (f awardFold) Field(name string) *Field {
	for i := range f.Row.Fields {
		if x := &f.Row.Fields[i]; lastName(x.Name) == name {
			return x
		}
	}
	return nil
}

// awardFolds are the claims of the page, each with its part of the form.
func awardFolds(v *view) (list []awardFold) {
	b := v.Body.(AwardBody)
	var rows []Row
	for _, f := range v.Form.Fields {
		if f.Kind == Awards {
			rows = f.Rows
		}
	}
	open := b.Open
	for n, line := range b.Draft.Items {
		x := awardFold{AwardLine: line, Claim: claimOf(b.Case, line.No)}
		if n < len(rows) {
			x.Row = rows[n]
		}
		if open == 0 && !line.Done() {
			open = line.No
		}
		if x.Open = line.No == open; v.Fault != nil && len(v.Fault.Fields) > 0 {
			x.Open = strings.Contains(placesOf(v.Fault), "items."+strconv.Itoa(n)+".")
		}
		if x.Next = line.No; n+1 < len(b.Draft.Items) {
			x.Next = b.Draft.Items[n+1].No
		}
		if line.Working != nil && line.Claimed > line.Working.Amount {
			x.Differs = line.Claimed - line.Working.Amount
		}
		for _, e := range b.Case.Exhibits {
			if e.Claim == line.No {
				x.Files = append(x.Files, e)
			}
		}
		list = append(list, x)
	}
	return list
}

func placesOf(f *fault.Error) (s string) {
	for _, x := range f.Fields {
		s += x.Place + ". "
	}
	return s
}

func claimOf(v *casework.CaseView, no int) *casework.ClaimView {
	for i := range v.Claims {
		if v.Claims[i].No == no {
			return &v.Claims[i]
		}
	}
	return &casework.ClaimView{No: no}
}

// awardStep is the step by which the award is proposed, open or shut.
func awardStep(v *casework.CaseView) *workflows.Option {
	for i, o := range v.Options {
		if o.Event == workflows.MakeAward.Proposal() {
			return &v.Options[i]
		}
	}
	return nil
}
