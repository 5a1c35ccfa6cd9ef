package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
)

// AddAgent notes who speaks for a party, and within what authority (委托代理人). A general authority
// does not cover admitting, changing, settling or withdrawing. A worker who cannot act has a statutory
// agent (法定代理人).
type AddAgent struct {
	Dated
	Party    string `json:"party,omitempty" maxLength:"8" doc:"为哪位当事人，如 申1；当事人自己委托时不填 For which party, as 申1"`
	Name     string `json:"name" minLength:"1" maxLength:"60" doc:"代理人姓名 Name"`
	Kind     string `json:"kind" enum:"lawyer,legal_worker,relative,staff,recommended,statutory" doc:"身份 Who the agent is"`
	Special  bool   `json:"special,omitempty" doc:"特别授权 Special authority"`
	NoCharge bool   `json:"no_charge,omitempty" doc:"声明不收费 Declares that nothing is charged"`
	Proof    string `json:"proof" minLength:"2" maxLength:"200" doc:"授权委托书和身份证明 Power of attorney and proof of identity"`
	Exhibit  string `json:"exhibit,omitempty" maxLength:"8" doc:"授权委托书文件的编号，如 申3 The number of the file that is the power of attorney, as 申3"`
	Phone    string `json:"phone,omitempty" maxLength:"20" doc:"电话 Phone"`
}

func (AddAgent) Event() workflows.Event { return workflows.AddAgent }

// Tell counts the agents of the party and looks for the power of attorney: staff have it in hand, a
// party names the file that it handed in.
func (g AddAgent) Tell(a *Act, f *workflows.Facts) error {
	p, err := a.party(g.Party)
	if err != nil {
		return err
	}
	f.Act.Agents = 1
	for _, x := range a.Case.Agents {
		if x.PartyID == p.ID && x.EndedOn.IsZero() {
			f.Act.Agents++
		}
	}
	if g.Kind == "statutory" && p.Kind != "worker" {
		return bad("kind", "只有劳动者有法定代理人。", "Only a worker has a statutory agent.")
	}
	if g.Phone != "" {
		if e := fault.As(identity.Phone(g.Phone)); e != nil {
			return bad("phone", e.Says.ZH, e.Says.EN)
		}
	}
	x, err := g.exhibit(a, p)
	f.Act.Intake.ChargeFree = g.NoCharge || !workflows.Unpaid(g.Kind)
	f.Act.Intake.Proven = x != nil || a.Capacity == workflows.Registry || a.Capacity == workflows.Recorder ||
		f.State == workflows.Mediating // the organisation sees the paper; no file goes to the commission yet
	return err
}

// exhibit is the file of the power of attorney; nil if none is named.
func (g AddAgent) exhibit(a *Act, p *models.Party) (*models.Exhibit, error) {
	if g.Exhibit == "" {
		return nil, nil
	}
	x, err := models.ExhibitByMark(a.Tx, a.Case, g.Exhibit)
	if err == nil && (x == nil || x.Side != p.Side) {
		err = bad("exhibit", "本案没有这份文件，请写这一方提交的文件编号，如 申3。", "There is no such file of this side; please give its number, as 申3.")
	}
	return x, err
}

func (g AddAgent) Apply(a *Act) error {
	p, err := a.party(g.Party)
	if err != nil {
		return err
	}
	row := models.PartyAgent{Child: a.child(), PartyID: p.ID, Name: g.Name, Kind: g.Kind,
		Special: g.Special || g.Kind == "statutory", NoCharge: g.NoCharge, Proof: g.Proof, Phone: g.Phone, AppointedOn: a.On}
	if x, err := g.exhibit(a, p); err != nil {
		return err
	} else if x != nil {
		row.ExhibitID = &x.ID
	}
	a.Case.Agents = append(a.Case.Agents, row)
	a.Case.Change(&a.Case.Agents[len(a.Case.Agents)-1])
	a.Detail["party"], a.Detail["kind"], a.Detail["special"] = p.Mark(), g.Kind, row.Special
	return nil
}

// EndAgency ends an agency on its day (终止委托): from then on the agent acts no more. One who charged
// although they may not loses the agency (收费的，代理终止).
type EndAgency struct {
	Dated
	Agent  int64  `json:"agent" minimum:"1" doc:"哪位代理人 Which agent"`
	Reason string `json:"reason" enum:"revoked,resigned,finished,charged,died" doc:"原因 Why"`
}

func (EndAgency) Event() workflows.Event { return workflows.EndAgency }

// Tell finds the agent: a party ends its own agency, and an agent gives up their own.
func (e EndAgency) Tell(a *Act, _ *workflows.Facts) error {
	g := e.find(a)
	switch {
	case g == nil:
		return bad("agent", "本案没有这位代理人，或者委托已经终止。", "There is no such agent in this case, or the agency has ended.")
	case a.On.Before(g.AppointedOn):
		return bad("on", "终止不能早于委托那天（"+g.AppointedOn.String()+"）。", "It cannot end before it began ("+g.AppointedOn.String()+").")
	}
	return nil
}

func (e EndAgency) find(a *Act) *models.PartyAgent {
	for i := range a.Case.Agents {
		g := &a.Case.Agents[i]
		if g.ID == e.Agent && g.EndedOn.IsZero() && e.mayEnd(a, g) {
			return g
		}
	}
	return nil
}

// mayEnd keeps each side to its own agents.
func (e EndAgency) mayEnd(a *Act, g *models.PartyAgent) bool {
	if a.Capacity != workflows.Applicant && a.Capacity != workflows.Respondent {
		return true
	}
	own := g.AccountID != nil && *g.AccountID == a.Who.Account
	for _, p := range a.Case.Parties {
		own = own || (p.ID == g.PartyID && p.AccountID != nil && *p.AccountID == a.Who.Account)
	}
	return own
}

func (e EndAgency) Apply(a *Act) error {
	g := e.find(a)
	g.EndedOn, g.EndReason = a.On, e.Reason
	a.Case.Change(g)
	a.Detail["agent"], a.Detail["reason"] = g.ID, e.Reason
	return nil
}
