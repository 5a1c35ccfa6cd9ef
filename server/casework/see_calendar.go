package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// CalendarQuery is which days are wanted.
type CalendarQuery struct {
	List string        `query:"list" json:"list,omitempty" enum:"office,organisation,own" doc:"哪张清单 Which list; the widest one if left out"`
	On   calendar.Date `query:"on" json:"on,omitempty" doc:"哪天所在的周或者月，不填为今天 The week or month of this day; today's if left out"`
	Span string        `query:"span" json:"span,omitempty" enum:"week,month" doc:"一周（周一到周日）或者一月 A week from Monday to Sunday, or a month; a week if left out"`
}

// Calendar is the hearings of a week or a month (排期).
type Calendar struct {
	List   string        `json:"list"`
	Lists  []string      `json:"lists" doc:"可看的清单 Lists that the person may see"`
	Span   string        `json:"span" enum:"week,month"`
	Today  calendar.Date `json:"today"`
	First  calendar.Date `json:"first" doc:"第一天，含 First day, inclusive"`
	Last   calendar.Date `json:"last" doc:"最后一天，含 Last day, inclusive"`
	Before calendar.Date `json:"before" doc:"上一段的一天 A day of the span before"`
	After  calendar.Date `json:"after" doc:"下一段的一天 A day of the span after"`
	Days   []CalendarDay `json:"days"`
	N      int           `json:"n" doc:"共几庭 How many hearings"`
}

// CalendarDay is one day with its hearings.
type CalendarDay struct {
	On       calendar.Date     `json:"on"`
	Working  bool              `json:"working" doc:"工作日，按放假通知 A working day, by the holiday notice"`
	Guessed  bool              `json:"guessed,omitempty" doc:"当年的放假通知还没有 There is no holiday notice of the year yet"`
	Hearings []CalendarHearing `json:"hearings,omitempty"`
}

// CalendarHearing is one hearing; days that were put off are not among them.
type CalendarHearing struct {
	Ref         string   `json:"ref"`
	Number      string   `json:"number,omitempty"`
	Starts      string   `json:"starts"`
	Place       string   `json:"place"`
	Applicants  string   `json:"applicants"`
	Respondents string   `json:"respondents"`
	StateName   law.Text `json:"state_name"`
	Held        bool     `json:"held" doc:"已经开庭 It was opened"`
}

// SeeCalendar lists the hearings that somebody may see: of the commission, or of the cases that they are in.
func (d *Desk) SeeCalendar(ctx context.Context, who policies.Actor, q CalendarQuery) (*Calendar, error) {
	var out *Calendar
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		posts, err := models.PostsOf(tx, who.Account)
		if err != nil {
			return err
		}
		scope, names, err := pick(d.gate.Scopes(who, posts), q.List)
		if err != nil {
			return err
		}
		out = &Calendar{List: listName(scope), Lists: names, Today: tx.Today()}
		out.span(q)
		commission := scope.Commission()
		if commission == 0 {
			if commission, err = models.Home(tx); err != nil {
				return err
			}
		}
		in, err := rules(tx, commission)
		if err != nil {
			return err
		}
		rows, err := models.HearingsBetween(tx, scope, out.First, out.Last)
		if err != nil {
			return err
		}
		out.fill(rows, in)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	return out, nil
}

// span finds the first and the last day, and a day of the spans before and after.
func (c *Calendar) span(q CalendarQuery) {
	on := q.On
	if on.IsZero() {
		on = c.Today
	}
	if c.Span = q.Span; c.Span == "month" {
		c.First = on.MonthStart()
		c.After = c.First.Next(31).MonthStart()
		c.Last, c.Before = c.After.Next(-1), c.First.Next(-1).MonthStart()
		return
	}
	c.Span = "week"
	c.First = on.Next(-(int(on.Weekday()) + 6) % 7) // weeks begin on Monday
	c.Last, c.Before, c.After = c.First.Next(6), c.First.Next(-7), c.First.Next(7)
}

func (c *Calendar) fill(rows []models.HearingRow, in workflows.Rules) {
	c.N = len(rows)
	for day := c.First; !day.After(c.Last); day = day.Next(1) {
		v := CalendarDay{On: day, Working: in.Days.Working(day), Guessed: !in.Days.Known(day.Year())}
		for len(rows) > 0 && rows[0].On == day {
			r := rows[0]
			v.Hearings = append(v.Hearings, CalendarHearing{Ref: r.Ref, Number: r.Number, Starts: r.Starts, Place: r.Place, Applicants: r.Applicants, Respondents: r.Respondents,
				StateName: r.State.Says().Staff, Held: !r.OpenedOn.IsZero()})
			rows = rows[1:]
		}
		c.Days = append(c.Days, v)
	}
}

// pick is the list that is wanted among those that somebody may see, the widest one if none is, with the names of all.
func pick(scopes []policies.Scope, want string) (of policies.Scope, names []string, err error) {
	if len(scopes) == 0 {
		return of, nil, policies.Forbid()
	}
	of = scopes[0]
	for _, s := range scopes {
		name := listName(s)
		names = append(names, name)
		if name == want {
			of = s
		}
	}
	return of, names, nil
}
