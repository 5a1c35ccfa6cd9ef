package pages

import (
	"reflect"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// Proposed is the form of a step that gives a case to somebody, filled in with the first proposal. Where a seat changes hands
// nothing is filled in: whose it is must be said first.
func (f Form) Proposed(e workflows.Event, c *casework.Candidates) (Form, bool) {
	values := map[string]string{}
	put := func(name string, id int64) {
		if id != 0 {
			values[name] = strconv.FormatInt(id, 10)
		}
	}
	switch e {
	case workflows.FormTribunal:
		for i, id := range c.Proposal.Arbitrators {
			put("arbitrators."+strconv.Itoa(i), id)
		}
		put("recorder", c.Proposal.Recorder)
	case workflows.AssignMediator:
		put("mediator", c.Proposal.Mediator)
	}
	f.Fields = withValues(f.Fields, values)
	return f, len(values) > 0
}

func withValues(fields []Field, values map[string]string) []Field {
	out := make([]Field, len(fields))
	for i, f := range fields {
		if v, ok := values[f.Name]; ok {
			f.Value = v
		}
		rows := make([]Row, len(f.Rows))
		for j, r := range f.Rows {
			r.Fields = withValues(r.Fields, values)
			rows[j] = r
		}
		f.Rows = rows
		out[i] = f
	}
	return out
}

// LeavingForm is the form of a dry run: for each case that can go somebody to take it, the proposed one chosen.
func LeavingForm(v *casework.Leaving) Form {
	var f Form
	if v.Account == 0 {
		return f
	}
	for i, r := range v.Rows {
		if r.Cannot != nil {
			continue
		}
		f.Fields = append(f.Fields, Field{Name: "rows." + strconv.Itoa(i) + ".to", Kind: Select, Value: strconv.FormatInt(r.Proposed, 10), Options: people(r.Choices),
			Label: law.Text{ZH: "接手人：" + numberOf(r), EN: "Successor: " + numberOf(r)}})
	}
	reason := FormOf(reflect.TypeFor[casework.HandOver](), nil, "").only("reason")
	f.Fields = append(f.Fields, reason.Fields...)
	return f
}

func numberOf(r casework.LeavingRow) string {
	if r.Number != "" {
		return r.Number
	}
	return r.Ref
}

// At is the field of a form with this name; an empty one if there is none.
func (f Form) At(name string) Field {
	if x := named(f, name); x != nil {
		return *x
	}
	return Field{Name: name}
}

// onDuty says whether somebody is on duty on a day of the roster.
func onDuty(d casework.RosterDay, account int64) bool {
	for _, c := range d.Duty {
		if c.ID == account {
			return true
		}
	}
	return false
}

// dutyBoxes are the boxes of one roster: a day and a mediator each, numbered through.
type dutyBox struct {
	No      int
	Account int64
	Name    string
	On      bool
}

// dutyDay is one line of the roster's form.
type dutyDay struct {
	casework.RosterDay
	Boxes []dutyBox
}

func dutyDays(o OrganisationBody) []dutyDay {
	list, no := []dutyDay{}, 0
	for _, d := range o.Roster {
		x := dutyDay{RosterDay: d}
		for _, c := range o.Pool {
			x.Boxes = append(x.Boxes, dutyBox{no, c.Account, c.Name, onDuty(d, c.Account)})
			no++
		}
		list = append(list, x)
	}
	return list
}

// yearOf is what a mediator has ended this year.
func yearOf(o OrganisationBody, account int64) casework.MediatorYear {
	for _, r := range o.Results {
		if r.Account == account {
			return r
		}
	}
	return casework.MediatorYear{}
}
