package casework

import (
	"slices"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// ReplaceSeat gives one seat of the tribunal, or the recorder's, to somebody else (更换仲裁庭组成人员): whoever had it left, is
// ill, or was given other work. Where a recusal was granted the tribunal is formed anew instead.
type ReplaceSeat struct {
	Dated
	Seat      int64  `json:"seat" minimum:"1" doc:"更换谁 Whose seat"`
	Successor int64  `json:"successor" minimum:"1" doc:"接手人账号 Who takes it over"`
	Reason    string `json:"reason" enum:"left-office,illness,long-absence,other-duties" doc:"更换的原因 Why"`
	Consent   string `json:"consent,omitempty" maxLength:"8" doc:"原调解员任仲裁员的，双方书面同意的文件编号，如 申3 For a former mediator of the dispute: the number of the file in which both parties agree"`
}

func (ReplaceSeat) Event() workflows.Event { return workflows.ReplaceSeat }

func (r ReplaceSeat) Tell(a *Act, f *workflows.Facts) error {
	s := r.find(a.Case)
	if s == nil {
		if f.Tribunal.Filled == 0 {
			return nil // nobody sits: the table says so
		}
		return bad("seat", "请选本案的仲裁员或者书记员。", "Please choose an arbitrator or the recorder of this case.")
	}
	mediated, err := consented(a, r.Consent)
	if err != nil {
		return err
	}
	role, counts := "arbitrator", barsSeat
	if s.Seat == "recorder" {
		role, counts = "recorder", barsRecorder
	}
	ok, err := models.Holds(a.Tx, r.Successor, role, a.Case.CommissionID, 0)
	if err != nil {
		return err
	}
	if !ok {
		return bad("successor", "接手人要从本会同一种名册里选：仲裁员换仲裁员，书记员换书记员。", "Please choose from the same list of the commission: an arbitrator for an arbitrator, a recorder for a recorder.")
	}
	against, err := models.Conflicts(a.Tx, a.Case.CommissionID, []int64{a.Case.ID}, []int64{r.Successor}, a.On)
	f.Act.Replace = workflows.ReplaceParticulars{Given: true, Recorder: s.Seat == "recorder"}
	f.Act.Conflict = len(barsOf(against, mediated.or(counts), a.Case.ID)) > 0
	for _, x := range a.Case.Seats {
		f.Act.Conflict = f.Act.Conflict || x.AccountID == r.Successor
	}
	return err
}

func (r ReplaceSeat) find(c *models.Case) *models.Seat {
	i := slices.IndexFunc(c.Seats, func(s models.Seat) bool { return s.ID == r.Seat })
	if i < 0 {
		return nil
	}
	return &c.Seats[i]
}

// Apply ends the seat and gives one of the same kind to the successor. The day on which the tribunal was formed stays: the
// parties are told of the change from today on.
func (r ReplaceSeat) Apply(a *Act) error {
	c, s := a.Case, *r.find(a.Case)
	proposed, err := r.proposed(a, s)
	if err != nil {
		return err
	}
	a.proposedWas(proposed, []int64{r.Successor})
	a.Detail["seat"], a.Detail["from_account"], a.Detail["successor"], a.Detail["ground"] = s.Seat, s.AccountID, r.Successor, r.Reason
	if err := a.Tx.Model(&models.Seat{}).Where("commission_id = ? and id = ?", s.CommissionID, s.ID).Update("until", a.On).Error; err != nil {
		return err
	}
	i := slices.IndexFunc(c.Seats, func(x models.Seat) bool { return x.ID == s.ID })
	c.Seats[i] = models.Seat{Child: a.child(), AccountID: r.Successor, Seat: s.Seat, Since: a.On}
	c.Change(&c.Seats[i])
	a.say(documents.FieldReplaced, documents.SeatTitle(s.Seat))
	return nil
}

// proposed is whom the rule proposes for the seat.
func (r ReplaceSeat) proposed(a *Act, s models.Seat) ([]int64, error) {
	by, err := seatCandidates(a.Tx, a.Case, a.Case.Facts(a.Rules, a.Tx.Today()), a.On, true)
	switch {
	case err != nil:
		return nil, err
	case s.Seat != "recorder":
		return by.Proposal.Arbitrators, nil
	case by.Proposal.Recorder == 0:
		return nil, nil
	}
	return []int64{by.Proposal.Recorder}, nil
}
