package pages

import (
	"net/url"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// SameSince says whether the step was taken by somebody else since a version of the case: then the form that is sent now
// may write over what they wrote.
func SameSince(v *casework.CaseView, e workflows.Event, seen int) bool {
	for _, x := range v.Timeline {
		if x.No > seen && x.Event == e {
			return true
		}
	}
	return false
}

// OnRecord is what stands on record of the fields of a step's form, where it replaces something: what the form begins
// with, and what the view says. A step that only adds something has nothing on record.
func OnRecord(f Form, v *casework.CaseView, e workflows.Event) url.Values {
	out := url.Values{}
	switch e {
	case workflows.AmendApplication, workflows.ChangeClaims:
		begun(f.Fields, out)
		out.Set("facts", v.Facts)
	case workflows.DraftAgreement:
		if v.Settling != nil && v.Settling.Agreement != nil {
			a := v.Settling.Agreement
			out.Set("terms", a.Terms)
			out.Set("amount", a.Amount.String())
			setDay(out, "perform_by", a.PerformBy)
			for i, x := range a.Instalments {
				at := "instalments." + strconv.Itoa(i)
				out.Set(at+".amount", x.Amount.String())
				setDay(out, at+".due", x.Due)
			}
		}
	}
	return out
}

// begun are the values that a form stands with before anybody types.
func begun(fields []Field, out url.Values) {
	for _, f := range fields {
		switch {
		case f.Kind == Date && f.Year != "":
			out.Set(f.Name+".year", f.Year)
			out.Set(f.Name+".month", f.Month)
			out.Set(f.Name+".day", f.Day)
		case f.Value != "" && f.Kind != Hidden:
			out.Set(f.Name, f.Value)
		}
		for _, r := range f.Rows {
			begun(r.Fields, out)
		}
	}
}

func setDay(out url.Values, name string, d calendar.Date) {
	if d.IsZero() {
		return
	}
	f := Field{}
	f.split(d.String())
	out.Set(name+".year", f.Year)
	out.Set(name+".month", f.Month)
	out.Set(name+".day", f.Day)
}

// SessionTyped is a session of the mediation as its form would have it.
func SessionTyped(n casework.NoteView) url.Values {
	out := url.Values{"notes": {n.Notes}, "attended": {n.Attended}, "outcome": {n.Outcome}, "applicant_terms": {n.ApplicantTerms}, "respondent_terms": {n.RespondentTerms}, "next_step": {n.NextStep}}
	for name, fen := range map[string]*claims.Fen{"applicant_offer": n.ApplicantOffer, "respondent_offer": n.RespondentOffer} {
		if out.Set(name, ""); fen != nil {
			out.Set(name, fen.String())
		}
	}
	setDay(out, "next_on", n.NextOn)
	return out
}
