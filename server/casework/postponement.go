package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
)

// AskPostponement is a party's request for another hearing day, with good cause, three working days
// ahead (请求延期开庭). The tribunal decides.
type AskPostponement struct {
	Dated
	Party   string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己提出的不填 Which party, as 申1; left out by a party itself"`
	Reason  string `json:"reason" minLength:"2" maxLength:"2000" doc:"正当理由 Good cause"`
	WhyLate string `json:"why_late,omitempty" maxLength:"1000" doc:"不足三个工作日的，为什么没能早些提出 Why it could not be earlier, if less than three working days are left"`
}

func (AskPostponement) Event() workflows.Event { return workflows.AskPostponement }

func (p AskPostponement) Tell(a *Act, f *workflows.Facts) error {
	f.Act.AskedLate = f.LateToAsk() && strings.TrimSpace(p.WhyLate) == ""
	_, err := a.party(p.Party)
	return err
}

func (p AskPostponement) Apply(a *Act) error {
	who, err := a.party(p.Party)
	if err != nil {
		return err
	}
	a.Case.Postponements = append(a.Case.Postponements, models.Postponement{Child: a.child(), HearingID: a.Case.Hearing().ID, PartyID: who.ID, AskedOn: a.On, Reason: p.Reason, LateReason: p.WhyLate})
	a.Case.Change(&a.Case.Postponements[len(a.Case.Postponements)-1])
	a.Detail["party"] = who.Mark()
	return nil
}

// decidePostponement answers the request that waits.
func (a *Act) decidePostponement(granted bool, answer string) error {
	p := a.Case.WaitingPostponement()
	p.DecidedOn, p.Granted, p.Answer = a.On, &granted, answer
	a.Case.Change(p)
	return a.Case.Flush(a.Tx)
}

// GrantPostponement sets another day at a party's request (准许延期开庭).
type GrantPostponement struct {
	Dated
	Sitting
}

func (GrantPostponement) Event() workflows.Event { return workflows.GrantPostponement }

func (g GrantPostponement) Tell(a *Act, f *workflows.Facts) error {
	if h := a.Case.Hearing(); h != nil && !g.HearingOn.After(h.HearingOn) {
		return bad("hearing_on", "延期后的日期应当在原定日期（"+h.HearingOn.String()+"）以后。", "The new day lies after the day set before ("+h.HearingOn.String()+").")
	}
	return g.tell(f)
}

func (g GrantPostponement) Apply(a *Act) error {
	was := a.Case.Hearing().HearingOn
	if err := a.decidePostponement(true, ""); err != nil {
		return err
	}
	a.say(documents.FieldEarlier, was.String())
	g.announce(a)
	return nil
}

// RefusePostponement keeps the hearing day (不准延期开庭).
type RefusePostponement struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (RefusePostponement) Event() workflows.Event { return workflows.RefusePostponement }
func (r RefusePostponement) Apply(a *Act) error   { return a.decidePostponement(false, r.Reason) }

// RecordConsents enters who of a group consents to what the representatives want to do (登记被代表人的同意).
type RecordConsents struct {
	Dated
	About   string   `json:"about" enum:"settle,withdraw,change" doc:"同意什么：和解或调解、撤回、变更或放弃请求 To what: settling, withdrawing, or changing claims"`
	Parties []string `json:"parties" minItems:"1" maxItems:"300" doc:"同意的人，如 申4 Who consents, as 申4"`
	Proof   string   `json:"proof" minLength:"2" maxLength:"200" doc:"书面同意的编号或所在 Where the written consents are"`
}

func (RecordConsents) Event() workflows.Event { return workflows.RecordConsents }

// Tell looks whether everybody named is an applicant, and speaks for themselves.
func (r RecordConsents) Tell(a *Act, _ *workflows.Facts) error {
	seen := map[string]bool{}
	for i, mark := range r.Parties {
		p, err := a.party(mark)
		switch {
		case err != nil || p.Side != models.ApplicantSide || seen[mark]:
			return bad("parties."+itoa(i), "请写本案的申请人，每人一次，如 申4。", "Please name applicants of this case, each once, as 申4.")
		case a.Capacity == workflows.Applicant && !a.speaksFor(p):
			return bad("parties."+itoa(i), "只能登记自己的同意；别人的书面同意请交给工作人员登记。", "You can enter your own consent only; hand others' written consents to the staff.")
		}
		seen[mark] = true
	}
	return nil
}

func (r RecordConsents) Apply(a *Act) error {
	var rows []*models.Consent
	for _, mark := range r.Parties {
		p, err := a.party(mark)
		if err != nil {
			return err
		}
		rows = append(rows, &models.Consent{Child: a.child(), PartyID: p.ID, About: workflows.ConsentAbout(r.About), GivenOn: a.On, Proof: r.Proof})
	}
	for _, row := range rows {
		a.Case.Change(row)
	}
	if err := a.Case.Flush(a.Tx); err != nil {
		return err
	}
	for _, row := range rows {
		a.Case.Consents = append(a.Case.Consents, *row)
	}
	a.Detail["about"], a.Detail["parties"] = r.About, r.Parties
	return nil
}
