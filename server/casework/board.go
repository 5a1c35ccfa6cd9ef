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

// Board is how a commission's open cases stand today (在办看板), counted by each case's first due date.
type Board struct {
	Today    calendar.Date `json:"today"`
	Open     int           `json:"open" doc:"在办 Open"`
	Overdue  int           `json:"overdue" doc:"超期 Overdue"`
	Within3  int           `json:"within_3" doc:"三日内到期，自然日，含当日 Due within three natural days, today included"`
	Within10 int           `json:"within_10" doc:"十日内到期 Due within ten"`
	Halted   []Halted      `json:"halted" doc:"停钟的，按原因 Whose clock stands still, by reason"`
	Load     []Load        `json:"load" doc:"各仲裁员在办 What each arbitrator has open"`

	Urgent   []DocketRow     `json:"urgent,omitempty" doc:"超期和三日内到期的，最急的十件 Overdue or due within three days, the ten most urgent"`
	Waiting  *Approvals      `json:"waiting,omitempty" doc:"等读者批的 What waits for the reader's decision"`
	Figures  []IndicatorView `json:"figures,omitempty" doc:"本年两项主要指标 The year's main figures"`
	Repeated []Repeated      `json:"repeated,omitempty" doc:"三十日内有三名以上劳动者申请的单位 Employers of whom three workers or more came within thirty days"`
	Checks   BoardChecks     `json:"checks" doc:"自查 What the program checks of itself"`

	MayList bool `json:"may_list" doc:"可以看数字背后的案件 May list the cases behind a number"`
}

// Repeated is an employer of whom several workers came lately.
type Repeated struct {
	Name    string `json:"name"`
	Workers int    `json:"workers"`
	Cases   int    `json:"cases"`
}

// BoardChecks is what the program found when it looked itself over.
type BoardChecks struct {
	NoNext      int    `json:"no_next" doc:"在办而没有人该办的案件，应为 0 Open cases in which it is nobody's turn; must be 0"`
	Differences int    `json:"differences" doc:"指标核对不符的数，应为 0 Counters that the nightly full scan did not confirm; must be 0"`
	CheckedAt   string `json:"checked_at,omitempty" doc:"最近一次夜间核对 The last nightly comparison"`
}

// Halted counts the cases that one reason holds up.
type Halted struct {
	Kind string       `json:"kind"`
	Name law.Text     `json:"name"`
	Law  law.Citation `json:"law"`
	N    int          `json:"n"`
}

// Load is what one arbitrator has open.
type Load struct {
	Account  int64  `json:"account"`
	Name     string `json:"name"`
	Open     int    `json:"open" doc:"在办，含作为仲裁庭成员的 Open, those as a member included"`
	Leads    int    `json:"leads" doc:"独任或者首席 Alone or presiding"`
	Overdue  int    `json:"overdue"`
	Within10 int    `json:"within_10"`
	Red      int    `json:"red" doc:"按最先到期的期限的灯 By the light of the first due date"`
	Amber    int    `json:"amber"`
	Green    int    `json:"green"`
}

// SeeBoard counts for those who watch over a commission; whose own list it is not sees numbers alone.
func (d *Desk) SeeBoard(ctx context.Context, who policies.Actor) (*Board, error) {
	var out *Board
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.ViewBoard)
		if err != nil {
			return err
		}
		r, err := models.CountBoard(tx, commission)
		if err != nil {
			return err
		}
		out = &Board{Today: tx.Today(), Open: r.Open, Overdue: r.Overdue, Within3: r.Within3, Within10: r.Within10, Halted: []Halted{}, Load: []Load{}}
		for _, h := range r.Halted {
			v := Halted{Kind: h.Kind, Name: text(h.Kind, h.Kind), N: h.N}
			for _, g := range workflows.StopGrounds() {
				if string(g.Kind) == h.Kind {
					v.Name, v.Law = g.Name, g.Law
				}
			}
			out.Halted = append(out.Halted, v)
		}
		for _, l := range r.Load {
			out.Load = append(out.Load, Load{l.Account, l.Name, l.Open, l.Leads, l.Overdue, l.Within, l.Red, l.Amber, l.Green})
		}
		out.Checks.NoNext = r.NoNext
		return d.boardParts(tx, who, commission, r, out)
	})
	if err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	return out, nil
}

// Approvals is what waits for somebody's decision (待审批).
type Approvals struct {
	Today calendar.Date `json:"today"`
	Rows  []Waiting     `json:"rows"`
}

// Waiting is one proposal, or a request for somebody's recusal. Nobody decides their own.
type Waiting struct {
	Ref         string          `json:"ref"`
	Number      string          `json:"number,omitempty"`
	StateName   law.Text        `json:"state_name"`
	Applicants  string          `json:"applicants"`
	Respondents string          `json:"respondents"`
	Event       workflows.Event `json:"event"`
	Name        law.Text        `json:"name"`
	Law         law.Citation    `json:"law"`
	Maker       string          `json:"maker"`
	MadeOn      calendar.Date   `json:"made_on"`
	Own         bool            `json:"own" doc:"自己报的，由别人批 Proposed by the reader, so for somebody else"`
	Due         calendar.Date   `json:"due"`
	Light       workflows.Light `json:"light"`
	Left        int             `json:"left"`
}

// SeeApprovals lists what the reader may decide by an office of the commission, and what they proposed themselves; the
// case that is due first comes first.
func (d *Desk) SeeApprovals(ctx context.Context, who policies.Actor) (*Approvals, error) {
	var out *Approvals
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.Approve)
		if err == nil {
			out, err = d.approvals(tx, who, commission)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("approvals: %w", err)
	}
	return out, nil
}

func (d *Desk) approvals(tx *models.Tx, who policies.Actor, commission int64) (*Approvals, error) {
	hs, err := models.HoldingsOn(tx, who, &models.Case{CommissionID: commission})
	if err != nil {
		return nil, err
	}
	caps := d.gate.Capacities(hs)
	rows, err := models.ListWaiting(tx, commission)
	if err != nil {
		return nil, err
	}
	in, err := rules(tx, commission)
	if err != nil {
		return nil, err
	}
	out := &Approvals{Today: tx.Today(), Rows: []Waiting{}}
	for _, r := range rows {
		row, ok := workflows.RowOf(r.Event, r.State)
		own, may := r.MakerID == who.Account, row.TakenBy(caps)
		if r.Event == workflows.DecideRecusal { // the head decides only where the director entrusted it
			may = slices.Contains(caps, workflows.Director)
		}
		if !ok || !own && !may {
			continue
		}
		w := Waiting{Ref: r.Ref, Number: r.Number, StateName: r.State.Says().Staff, Applicants: r.Applicants, Respondents: r.Respondents,
			Event: r.Event, Name: row.Name, Law: row.Law, Maker: r.Maker, MadeOn: r.MadeOn, Own: own}
		w.Due, w.Light, w.Left = rowLight(models.ListRow{DueKey: r.DueKey, DuePeriod: r.DuePeriod, AmberOn: r.AmberOn, RedOn: r.RedOn, Open: r.Open}, tx.Today(), in.Days)
		out.Rows = append(out.Rows, w)
	}
	return out, nil
}
