package casework

import (
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/workflows"
)

// FormTribunal names who sits and who records (组庭): one sole arbitrator, or three of whom the
// first named presides.
type FormTribunal struct {
	Dated
	Arbitrators []int64 `json:"arbitrators" minItems:"1" maxItems:"3" doc:"仲裁员账号，首席在前 Arbitrators, the presiding one first"`
	Recorder    int64   `json:"recorder" minimum:"1" doc:"书记员账号 Recorder"`
	Tripartite  bool    `json:"tripartite,omitempty" doc:"集体合同争议：三名仲裁员分别来自劳动行政部门、工会和用人单位方面 Over a collective contract: one each from the labour authority, the union and the employers"`
	Consent     string  `json:"consent,omitempty" maxLength:"8" doc:"原调解员任仲裁员的，双方书面同意的文件编号，如 申3 For a former mediator of the dispute: the number of the file in which both parties agree"`
}

func (FormTribunal) Event() workflows.Event { return workflows.FormTribunal }

// Tell looks for anybody who may not sit: whoever registered or mediated this dispute (unless both
// parties agreed to it in writing), is a party to it or speaks for one, or would sit twice.
func (t FormTribunal) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Seats, f.Act.Tripartite = len(t.Arbitrators), t.Tripartite
	mediated, err := consented(a, t.Consent)
	if err != nil {
		return err
	}
	against, err := models.Conflicts(a.Tx, a.Case.CommissionID, []int64{a.Case.ID}, append(slices.Clone(t.Arbitrators), t.Recorder), a.On)
	if err != nil {
		return err
	}
	seat, desk := barsOf(against, mediated.or(barsSeat), a.Case.ID), barsOf(against, mediated.or(barsRecorder), a.Case.ID)
	seen := map[int64]bool{t.Recorder: true}
	for i, id := range t.Arbitrators {
		ok, err := models.Holds(a.Tx, id, "arbitrator", a.Case.CommissionID, 0)
		if err != nil {
			return err
		}
		if !ok {
			return bad(fmt.Sprintf("arbitrators.%d", i), "请从本会仲裁员名册里选。", "Please choose from the commission's arbitrators.")
		}
		f.Act.Conflict = f.Act.Conflict || len(seat[id]) > 0 || seen[id]
		seen[id] = true
	}
	ok, err := models.Holds(a.Tx, t.Recorder, "recorder", a.Case.CommissionID, 0)
	if err == nil && !ok {
		err = bad("recorder", "请从本会书记员里选。", "Please choose one of the commission's recorders.")
	}
	f.Act.Conflict = f.Act.Conflict || len(desk[t.Recorder]) > 0
	return err
}

// consent says that both parties agreed in writing to a former mediator of the dispute.
type consent bool

// or leaves the bar of former mediators out where the parties agreed.
func (c consent) or(bars func(models.Conflict) bool) func(models.Conflict) bool {
	return func(k models.Conflict) bool { return bars(k) && !(bool(c) && k == models.MediatedConflict) }
}

// consented looks for the file with both parties' agreement; none may be named.
func consented(a *Act, file string) (consent, error) {
	if file == "" {
		return false, nil
	}
	x, err := models.ExhibitByMark(a.Tx, a.Case, file)
	if err != nil {
		return false, err
	}
	if x == nil {
		return false, bad("consent", "本案没有这份文件，请写双方书面同意的文件编号，如 申3。", "There is no such file in this case; please give the number of the agreement, as 申3.")
	}
	a.Detail["consent"] = file
	return true, nil
}

// Apply ends the seats there were and fills the new ones; the record keeps what the rule had proposed, the recorder last.
func (t FormTribunal) Apply(a *Act) error {
	c := a.Case
	by, err := seatCandidates(a.Tx, c, c.Facts(a.Rules, a.Tx.Today()), a.On, false)
	if err != nil {
		return err
	}
	a.proposedWas(append(slices.Clone(by.Proposal.Arbitrators), by.Proposal.Recorder), append(slices.Clone(t.Arbitrators), t.Recorder))
	for i := range c.Seats {
		c.Seats[i].Until = a.On
		if err := a.Tx.Model(&c.Seats[i]).Update("until", a.On).Error; err != nil {
			return err
		}
	}
	c.Seats = nil
	add := func(id int64, seat string) {
		c.Seats = append(c.Seats, models.Seat{Child: a.child(), AccountID: id, Seat: seat, Since: a.On})
	}
	for i, id := range t.Arbitrators {
		switch {
		case len(t.Arbitrators) == 1:
			add(id, "sole")
		case i == 0:
			add(id, "presiding")
		default:
			add(id, "member")
		}
	}
	add(t.Recorder, "recorder")
	for i := range c.Seats {
		c.Change(&c.Seats[i])
	}
	c.TribunalSize, c.TribunalFormedOn = len(t.Arbitrators), a.On
	if t.Tripartite {
		a.Detail["tripartite"] = true
	}
	a.Detail["size"], a.Detail["arbitrators"], a.Detail["recorder"] = len(t.Arbitrators), t.Arbitrators, t.Recorder
	return nil
}
