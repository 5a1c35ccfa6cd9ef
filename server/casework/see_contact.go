package casework

import (
	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// Contact is whom a party phones now (要人帮忙): the organisation while it mediates, else the commission, with the person
// who has the case.
type Contact struct {
	Office string   `json:"office" doc:"调解组织或者仲裁委 The organisation or the commission"`
	Phone  string   `json:"phone,omitempty"`
	Person string   `json:"person,omitempty" doc:"找谁 Whom to ask for"`
	As     law.Text `json:"as"`
	Say    string   `json:"say" doc:"电话里报的号 What to name on the phone"`
}

// contactOf is whom to phone: in mediation the organisation, if it has a number; else the commission.
func contactOf(c *models.Case, v *CaseView, sheet *models.Sheet) *Contact {
	out := &Contact{Say: c.Ref}
	if c.Number != nil {
		out.Say = *c.Number
	}
	if m := c.Mediation(); m != nil && (m.ConcludedOn.IsZero() || c.State == workflows.Settled) && sheet.OrganisationPhone != "" {
		out.Office, out.Phone, out.As = sheet.Organisation, sheet.OrganisationPhone, capacityNames[workflows.Mediator]
		if m.MediatorID != nil {
			out.Person = sheet.Names[*m.MediatorID]
		}
		return out
	}
	for _, o := range sheet.Own {
		out.Office, out.Phone = o.Name, o.Phone
	}
	out.As = capacityNames[workflows.Registry]
	for _, s := range v.Tribunal {
		if s.Seat == "recorder" {
			out.Person, out.As = s.Name, capacityNames[workflows.Recorder]
		}
	}
	if out.Phone == "" {
		return nil
	}
	return out
}
