package casework

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// PackQuery is the day whose papers are wanted.
type PackQuery struct {
	Day calendar.Date `query:"day" json:"day,omitempty" doc:"哪一天，不填为下一个工作日 Which day; the next working day if left out"`
}

// Pack is what somebody who hears cases takes along on paper (开庭日材料): the list of the day, and a sheet for each case.
type Pack struct {
	Day   calendar.Date `json:"day"`
	Today calendar.Date `json:"today"`
	For   string        `json:"for"`
	Made  string        `json:"made" doc:"何时打印的 When it was made"`
	Cases []PackCase    `json:"cases"`

	Before calendar.Date `json:"before" doc:"前一个工作日 The working day before"`
	After  calendar.Date `json:"after" doc:"后一个工作日 The working day after"`
}

// PackCase is the sheet of one hearing: nothing that is not on the case's own page.
type PackCase struct {
	Sheet       string           `json:"sheet" doc:"纸张编号，同一次开庭总是同一个 The number of the sheet, the same for the same hearing"`
	Ref         string           `json:"ref"`
	Number      string           `json:"number,omitempty"`
	Starts      string           `json:"starts"`
	Place       string           `json:"place"`
	Held        law.Text         `json:"held" doc:"公开，或者不公开及原因 Public, or not and why"`
	Opened      bool             `json:"opened" doc:"已经开庭 It was opened"`
	CauseName   law.Text         `json:"cause_name"`
	Tribunal    []SeatView       `json:"tribunal"`
	Applicants  []PackParty      `json:"applicants"`
	Respondents []PackParty      `json:"respondents"`
	Claims      []PackClaim      `json:"claims"`
	ClaimTotal  claims.Fen       `json:"claim_total"`
	Exhibits    []PackExhibit    `json:"exhibits"`
	Preparing   bool             `json:"preparing" doc:"还没有开庭 It is still to come"`
	Lacks       []workflows.Lack `json:"lacks,omitempty" doc:"开庭还缺什么 What the hearing still waits for"`
	Clocks      []PackClock      `json:"clocks" doc:"还在走的期限 Periods that still run"`
	Joint       *JointView       `json:"joint,omitempty"`
}

// PackParty is a party and who speaks for it. Numbers, addresses and phones stay on the screen: paper gets lost.
type PackParty struct {
	Mark                string      `json:"mark"`
	Name                string      `json:"name"`
	Role                string      `json:"role,omitempty"`
	LegalRepresentative string      `json:"legal_representative,omitempty"`
	Agents              []AgentView `json:"agents,omitempty"`
}

// PackClaim is one claim.
type PackClaim struct {
	No        int        `json:"no"`
	Applicant string     `json:"applicant,omitempty"`
	Title     law.Text   `json:"title"`
	Money     bool       `json:"money"`
	Amount    claims.Fen `json:"amount"`
	Counter   bool       `json:"counter,omitempty" doc:"反申请 A claim of the respondent's"`
}

// PackExhibit is an exhibit with what the other side says of it.
type PackExhibit struct {
	Mark     string            `json:"mark"`
	Title    string            `json:"title"`
	Proves   string            `json:"proves"`
	Examined []ExaminationView `json:"examined,omitempty"`
}

// PackClock is a period that still runs, with everybody for whom it ends on the same day.
type PackClock struct {
	Name    law.Text      `json:"name"`
	Parties []string      `json:"parties,omitempty"`
	Due     calendar.Date `json:"due"`
	Stopped bool          `json:"stopped,omitempty"`
	Late    bool          `json:"late,omitempty" doc:"已过 Its last day has passed"`
	Law     law.Citation  `json:"law"`
}

// Disputed says that something of it has to be taken up at the hearing; an exhibit that nobody answered has to be as well.
func (x PackExhibit) Disputed() bool {
	for _, e := range x.Examined {
		if !e.Undisputed() {
			return true
		}
	}
	return len(x.Examined) == 0
}

// SeePack prints somebody's own hearings of a day. Each file counts as opened, as on its page.
func (d *Desk) SeePack(ctx context.Context, who policies.Actor, q PackQuery) (*Pack, error) {
	var out *Pack
	err := d.look(ctx, func(tx *models.Tx) error {
		at, err := d.prints(tx, who)
		if err != nil {
			return err
		}
		in, err := rules(tx, at[0])
		if err != nil {
			return err
		}
		out = &Pack{Day: q.Day, Today: tx.Today(), For: who.Name, Made: tx.Now.In(models.Zone).Format("2006-01-02 15:04"), Cases: []PackCase{}}
		if out.Day.IsZero() {
			out.Day = in.Days.Roll(out.Today.Next(1))
		}
		out.Before, out.After = in.Days.Before(out.Day, calendar.WorkingDays(1)), in.Days.Roll(out.Day.Next(1))
		rows, err := models.SeatedOn(tx, who.Account, at, out.Day)
		if err != nil {
			return err
		}
		for _, r := range rows {
			c, g, err := d.open(tx, who, r.Ref, policies.ViewCase)
			if fault.Is(err, fault.Forbidden) || fault.Is(err, fault.NotFound) {
				continue // a seat whose role was taken away opens nothing
			}
			if err != nil {
				return err
			}
			v, err := d.view(tx, c, g)
			if err != nil {
				return err
			}
			out.Cases = append(out.Cases, packCase(c, v, r.No, in))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("see pack: %w", err)
	}
	return out, nil
}

// prints gives the commissions at which somebody hears cases or keeps the record; fault.Forbidden to others.
func (d *Desk) prints(tx *models.Tx, who policies.Actor) (at []int64, err error) {
	posts, err := models.PostsOf(tx, who.Account)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		if d.postMay(p, policies.PrintPack) && !slices.Contains(at, p.Commission) {
			at = append(at, p.Commission)
		}
	}
	if len(at) == 0 {
		return nil, policies.Forbid()
	}
	return at, nil
}

func packCase(c *models.Case, v *CaseView, no int, in workflows.Rules) PackCase {
	p := PackCase{Sheet: v.Ref + "-" + strconv.Itoa(no), Ref: v.Ref, Number: v.Number, CauseName: v.CauseName, Tribunal: v.Tribunal, Joint: v.Joint,
		Applicants: packParties(v.Applicants), Respondents: packParties(v.Respondents), Claims: []PackClaim{}, ClaimTotal: v.ClaimTotal, Exhibits: []PackExhibit{}, Clocks: packClocks(v), Preparing: c.State.Preparing()}
	for _, h := range c.Hearings {
		if h.No == no {
			p.Starts, p.Place, p.Held, p.Opened = h.Starts, h.Place, h.ClosedFor.Says(), !h.OpenedOn.IsZero()
		}
	}
	for _, cl := range v.Claims {
		p.Claims = append(p.Claims, PackClaim{cl.No, cl.Applicant, cl.Title, cl.Money, cl.Amount, cl.Counter})
	}
	for _, x := range v.Exhibits {
		p.Exhibits = append(p.Exhibits, PackExhibit{x.Mark, x.Title, x.Proves, x.Examined})
	}
	if p.Preparing {
		p.Lacks = c.Facts(in, v.Today).Readiness().Lacks(v.Today)
	}
	return p
}

func packParties(list []PartyView) []PackParty {
	out := []PackParty{}
	for _, p := range list {
		out = append(out, PackParty{p.Mark, p.Name, p.Role, p.LegalRepresentative, p.Agents})
	}
	return out
}

func packClocks(v *CaseView) []PackClock {
	list := []PackClock{}
	for _, k := range v.Clocks {
		if !k.Done.IsZero() {
			continue
		}
		if n := len(list); n > 0 && k.Party != "" && list[n-1].Name == k.Name && list[n-1].Due == k.Due && list[n-1].Stopped == k.Stopped {
			list[n-1].Parties = append(list[n-1].Parties, k.Party)
			continue
		}
		c := PackClock{Name: k.Name, Due: k.Due, Stopped: k.Stopped, Late: !k.Stopped && k.Due.Before(v.Today), Law: k.Law}
		if k.Party != "" {
			c.Parties = []string{k.Party}
		}
		list = append(list, c)
	}
	return list
}
