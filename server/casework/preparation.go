package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
)

// FileDefence notes that the defence came in (提交答辩). The text itself is filed as an exhibit or
// kept by the registry.
type FileDefence struct{ Dated }

func (FileDefence) Event() workflows.Event { return workflows.FileDefence }

func (FileDefence) Apply(a *Act) error {
	a.Case.DefenceOn = a.On
	a.answerChange()
	return nil
}

// party finds a party by its mark; a party who acts is itself.
func (a *Act) party(mark string) (*models.Party, error) {
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		own := p.AccountID != nil && *p.AccountID == a.Who.Account
		if mark == p.Mark() || (mark == "" && own) {
			if (a.Capacity == workflows.Applicant || a.Capacity == workflows.Respondent) && !own && (string(p.Side) != string(a.Capacity) || a.third()) {
				break
			}
			return p, nil
		}
	}
	return nil, bad("party", "请写明是哪位当事人，如 申1、被1。", "Please say which party, as 申1 or 被1.")
}

// ConfirmAddress confirms where papers reach a party, and whether electronic service is agreed to
// (送达地址确认).
type ConfirmAddress struct {
	Dated
	Party    string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1 Which party"`
	Address  string `json:"address" minLength:"4" maxLength:"200" doc:"送达地址 Service address"`
	Phone    string `json:"phone" minLength:"7" maxLength:"20" doc:"电话 Phone"`
	EService bool   `json:"e_service,omitempty" doc:"同意电子送达 Agrees to electronic service"`
}

func (ConfirmAddress) Event() workflows.Event { return workflows.ConfirmAddress }

func (c ConfirmAddress) Apply(a *Act) error {
	p, err := a.party(c.Party)
	if err != nil {
		return err
	}
	if e := fault.As(identity.Phone(c.Phone)); e != nil {
		return bad("phone", e.Says.ZH, e.Says.EN)
	}
	if a.Capacity != workflows.Applicant && a.Capacity != workflows.Respondent {
		p.PhoneOwn = false
	} else if p.Phone != c.Phone {
		p.PhoneOwn = true
	}
	p.Address, p.Phone = c.Address, c.Phone
	p.EServiceOn = none
	if c.EService {
		p.EServiceOn = a.On
	}
	a.Case.Change(p)
	a.Detail["party"], a.Detail["e_service"] = p.Mark(), c.EService
	return nil
}
