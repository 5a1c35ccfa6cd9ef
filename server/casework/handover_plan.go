package casework

import (
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// planner tries out where somebody's cases would go. What it gives to somebody counts for the next case, so that the work is
// spread; cases heard together go to one person.
type planner struct {
	leaver  int64
	rows    []models.WorkRow
	loads   map[string][]models.Loaded // by role: arbitrator, recorder, mediator
	against []models.Against
	seated  map[int64][]int64
	joint   map[int64]int64 // group to successor
}

// plan is the dry run: a handful of statements, however many cases there are.
func (p workplace) plan(tx *models.Tx, leaver int64) ([]LeavingRow, error) {
	x := planner{leaver: leaver, loads: map[string][]models.Loaded{}, joint: map[int64]int64{}}
	var err error
	if x.rows, err = p.work(tx, leaver); err != nil {
		return nil, err
	}
	if err = p.load(tx, &x); err != nil {
		return nil, err
	}
	days, err := rules(tx, p.commission)
	if err != nil {
		return nil, err
	}
	list := make([]LeavingRow, len(x.rows))
	for i, w := range x.rows {
		r := &list[i]
		*r = LeavingRow{Ref: w.Ref, Number: w.Number, Role: w.Standing, StateName: w.State.Says().Staff, Applicants: w.Applicants, Respondents: w.Respondents, Version: w.Version}
		r.Due, r.Light, r.Left = workLight(w, tx, days)
		x.give(tx, w, r)
	}
	return list, nil
}

func workLight(w models.WorkRow, tx *models.Tx, in workflows.Rules) (due calendar.Date, light workflows.Light, left int) {
	return rowLight(models.ListRow{DueKey: w.DueKey, DuePeriod: w.DuePeriod, AmberOn: w.AmberOn, RedOn: w.RedOn, Open: w.Open}, tx.Today(), in.Days)
}

// load reads what everybody who could take a case has at hand, and what speaks against whom.
func (p workplace) load(tx *models.Tx, x *planner) (err error) {
	cases := make([]int64, len(x.rows))
	for i, w := range x.rows {
		cases[i] = w.CaseID
	}
	if p.org != nil {
		x.loads["mediator"], err = models.MediatorLoads(tx, p.commission, p.org.ID)
	} else if x.loads["arbitrator"], err = models.SeatLoads(tx, p.commission, false); err == nil {
		x.loads["recorder"], err = models.SeatLoads(tx, p.commission, true)
	}
	if err != nil {
		return err
	}
	var accounts []int64
	for _, role := range []string{"arbitrator", "recorder", "mediator"} {
		x.loads[role] = slices.DeleteFunc(x.loads[role], func(l models.Loaded) bool { return l.Account == x.leaver })
		accounts = append(accounts, accountsOf(x.loads[role])...)
	}
	if x.against, err = models.Conflicts(tx, p.commission, cases, accounts, tx.Today()); err != nil {
		return err
	}
	x.seated, err = models.Seated(tx, p.commission, cases)
	return err
}

// partOf is by which list and which rule a part in a case is given out.
func partOf(s policies.Standing) (role string, ws []weight, counts func(models.Conflict) bool) {
	switch s {
	case policies.Recording:
		return "recorder", recorderWeights, barsRecorder
	case policies.Mediating:
		return "mediator", mediatorWeights, barsMediator
	}
	return "arbitrator", seatWeights, barsSeat
}

// give finds a successor for one case, or says why there can be none.
func (x *planner) give(tx *models.Tx, w models.WorkRow, r *LeavingRow) {
	if says := cannotMove(w); !says.IsZero() {
		r.Cannot = &says
		return
	}
	role, ws, counts := partOf(w.Standing)
	list := rank(x.loads[role], ws, x.barred(w, counts))
	for _, c := range list {
		if len(c.Against) == 0 {
			r.Choices = append(r.Choices, Choice{c.Account, c.Name})
		}
	}
	if len(r.Choices) == 0 {
		says := text("没有可以接手的人：其余的人都已经在本案，或者有回避情形。", "Nobody can take it: everybody else has a part in the case already, or a conflict.")
		r.Cannot = &says
		return
	}
	i := slices.IndexFunc(list, func(c Candidate) bool { return len(c.Against) == 0 })
	r.Why = list[i].Why
	if w.JointID != nil && role == "arbitrator" {
		if to, ok := x.joint[*w.JointID]; ok {
			if j := slices.IndexFunc(list, func(c Candidate) bool { return c.Account == to && len(c.Against) == 0 }); j >= 0 {
				i, r.Why = j, text("与合并审理的另一件交给同一人。", "As the other case it is heard together with.")
			}
		}
		x.joint[*w.JointID] = list[i].Account
	}
	r.Proposed, r.Name = list[i].Account, list[i].Name
	x.count(tx, role, w, r.Proposed)
}

// barred are the conflicts of a case; of cases heard together, those of any.
func (x *planner) barred(w models.WorkRow, counts func(models.Conflict) bool) bars {
	cases := []int64{w.CaseID}
	for _, o := range x.rows {
		if w.JointID != nil && o.JointID != nil && *o.JointID == *w.JointID && o.CaseID != w.CaseID {
			cases = append(cases, o.CaseID)
		}
	}
	out := barsOf(x.against, counts, cases...)
	for _, id := range x.seated[w.CaseID] {
		if w.Standing != policies.Mediating {
			out[id] = append(out[id], alreadyThere)
		}
	}
	return out
}

// cannotMove is why a case stays with whoever leaves; zero if it can go.
func cannotMove(w models.WorkRow) law.Text {
	if w.Standing != policies.Mediating {
		return workflows.WhyNotReplaced(w.State, w.Standing == policies.Recording, w.Challenged)
	}
	if _, ok := workflows.RowOf(workflows.AssignMediator, w.State); !ok {
		name := w.State.Says().Staff
		return text(fmt.Sprintf("案件现在是“%s”，不能指派调解员。", name.ZH), fmt.Sprintf("The case is now “%s”; no mediator is assigned.", name.EN))
	}
	return law.Text{}
}

// count adds the case to what its successor bears, for the next one.
func (x *planner) count(tx *models.Tx, role string, w models.WorkRow, to int64) {
	today := tx.Today()
	soon := 10
	if role == "mediator" {
		soon = 3
	}
	for i := range x.loads[role] {
		l := &x.loads[role][i]
		if l.Account != to {
			continue
		}
		if w.Standing == policies.Member {
			l.Others++
		} else {
			l.Leads++
		}
		switch {
		case w.DueKey.Before(today):
			l.Overdue++
		case !w.DueKey.After(today.Next(soon)):
			l.Soon++
		}
		if !w.HearingKey.Before(today) && !w.HearingKey.After(today.Next(14)) && role != "mediator" {
			l.Hearings++
		}
		l.Last = today
	}
}
