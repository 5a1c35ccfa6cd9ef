package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// ClocksQuery is which open clocks are wanted.
type ClocksQuery struct {
	List   string        `query:"list" json:"list,omitempty" enum:"office,organisation,own" doc:"哪张清单 Which list; the widest one if left out"`
	Before calendar.Date `query:"due_before" json:"due_before,omitempty" doc:"最迟在这一天或以前的 Due on this day or earlier"`
	Rule   string        `query:"rule" json:"rule,omitempty" maxLength:"40" doc:"只看某条规则，如 LDMA-43-1 One rule only"`
	After  string        `query:"after" json:"after,omitempty" maxLength:"120" doc:"从上一页的 next 往后 From the last page's next on"`
	Limit  int           `query:"limit" json:"limit,omitempty" minimum:"1" maximum:"100" doc:"每页条数，默认 50 Rows a page"`
}

// OpenClocks is one page of the open clocks, first due first (期限清单).
type OpenClocks struct {
	List  string          `json:"list"`
	Lists []string        `json:"lists" doc:"可看的清单 Lists that the person may see"`
	Today calendar.Date   `json:"today"`
	Rules []ClockRule     `json:"rules" doc:"有期限的规则 Rules with a clock"`
	Rows  []OpenClockView `json:"rows"`
	Next  string          `json:"next,omitempty" doc:"下一页 The next page's after"`
}

// ClockRule is a rule by which the list can be narrowed.
type ClockRule struct {
	Rule string   `json:"rule"`
	Name law.Text `json:"name"`
}

// OpenClockView is one open clock with the case it is of. Names of persons are not in it.
type OpenClockView struct {
	Ref    string `json:"ref"`
	Number string `json:"number,omitempty"`
	ClockView
}

// SeeClocks lists the open clocks of the cases that somebody may see.
func (d *Desk) SeeClocks(ctx context.Context, who policies.Actor, q ClocksQuery) (*OpenClocks, error) {
	narrow := clockRules()
	if q.Rule != "" && !slices.ContainsFunc(narrow, func(r ClockRule) bool { return r.Rule == q.Rule }) {
		return nil, bad("rule", "没有这样一条有期限的规则。", "There is no rule with a clock of that id.")
	}
	var out *OpenClocks
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		posts, err := models.PostsOf(tx, who.Account)
		if err != nil {
			return err
		}
		scope, names, err := pick(d.gate.Scopes(who, posts), q.List)
		if err != nil {
			return err
		}
		out = &OpenClocks{List: listName(scope), Lists: names, Today: tx.Today(), Rules: narrow, Rows: []OpenClockView{}}
		if q.Limit == 0 {
			q.Limit = 50
		}
		rows, next, err := models.ListClocks(tx, scope, models.ClockQuery{Before: q.Before, Rule: q.Rule, After: q.After, Limit: q.Limit})
		if err != nil {
			return err
		}
		out.Next = next
		days := map[int64]*calendar.Holidays{} // parties may have cases at several commissions
		for _, r := range rows {
			if days[r.CommissionID] == nil {
				in, err := rules(tx, r.CommissionID)
				if err != nil {
					return err
				}
				days[r.CommissionID] = in.Days
			}
			out.Rows = append(out.Rows, openClock(r, out.Today, days[r.CommissionID]))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("clocks: %w", err)
	}
	return out, nil
}

func openClock(r models.ClockRow, today calendar.Date, days *calendar.Holidays) OpenClockView {
	k := workflows.ClockAt{Period: r.Period, Party: r.Party, For: r.Tale.For, Starts: r.StartsOn, Natural: r.NaturalOn, Due: r.DueOn, Safe: r.SafeOn,
		Provisional: r.Provisional, Stopped: r.Stopped, Stops: r.Tale.Stops, Restarts: r.Tale.Restarts, Extension: r.Extension, Working: r.Tale.Working}
	if k.For == "" {
		k.For = k.Term().For
	}
	v := OpenClockView{Ref: r.Ref, Number: r.Number, ClockView: clockView(k, today, days)}
	if r.Triggered != "" && r.StartedBy != nil {
		v.Trigger = &ClockStep{*r.StartedBy, nameOf(r.Triggered)}
	}
	return v
}

// clockRules are the rules that periods rest on, in the order of a case's life.
func clockRules() []ClockRule {
	var list []ClockRule
	for _, t := range workflows.Terms() {
		if !slices.ContainsFunc(list, func(r ClockRule) bool { return r.Rule == t.Law.Rule }) {
			list = append(list, ClockRule{t.Law.Rule, t.Name})
		}
	}
	return list
}

// addClockSteps says of each clock which entries of the record set it off and ended it.
func (v *CaseView) addClockSteps(steps []models.ClockSteps) {
	for i := range v.Clocks {
		k := &v.Clocks[i]
		for _, s := range steps {
			if s.Period != k.Period || s.Party != k.Party {
				continue
			}
			if s.StartedBy != "" {
				k.Trigger = &ClockStep{s.Started, nameOf(s.StartedBy)}
			}
			if s.Ended != "" && !k.Done.IsZero() {
				k.DoneBy = &ClockStep{s.Done, nameOf(s.Ended)}
			}
		}
	}
}
