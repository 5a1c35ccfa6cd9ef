package models

import (
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/identity"
)

// Filing is the application as its checklist sees it: what is there, never what it says.
func (c *Case) Filing(area string, exhibits int, today calendar.Date) workflows.Filing {
	f := workflows.Filing{Facts: strings.TrimSpace(c.Facts_) != "", Exhibits: exhibits, Employ: c.Employment,
		Venue: workflows.Venue(c.PerformancePlace, c.EmployerPlace, area)}
	if cause, ok := claims.LookupCause(claims.CauseCode(c.Cause)); ok {
		f.CollectiveContract = cause.Class == claims.Collective
	}
	for _, p := range c.Parties {
		f.Parties = append(f.Parties, p.filed(today))
	}
	for _, cl := range c.Claims {
		k, _ := claims.Lookup(claims.Code(cl.Code))
		f.Claims = append(f.Claims, workflows.FiledClaim{No: itoa(cl.No), Money: k.Money, Has: map[workflows.FiledField]bool{
			workflows.FieldAmount: cl.Amount > 0, workflows.FieldBasis: cl.Basis != "", workflows.FieldKnownOn: !cl.KnownOn.IsZero() || cl.InService}})
	}
	return f
}

func (p Party) filed(today calendar.Date) workflows.FiledParty {
	side := workflows.Applicant
	if p.Side == RespondentSide {
		side = workflows.Respondent
	}
	return workflows.FiledParty{Mark: p.Mark(), Side: side, Worker: p.Kind == "worker", Role: p.Role,
		Individual: strings.HasPrefix(p.CreditCode, "92"), OverAge: p.Kind == "worker" && overAge(p.IDNumber, today),
		Has: map[workflows.FiledField]bool{
			workflows.FieldName: p.Name != "", workflows.FieldIDNumber: p.IDNumber != "", workflows.FieldCreditCode: p.CreditCode != "",
			workflows.FieldRepresentative: p.LegalRepresentative != "", workflows.FieldPhone: p.Phone != "", workflows.FieldAddress: p.Address != ""}}
}

// overAge says whether somebody may have reached the age of retirement. It only asks a person to
// look: the age itself moves by law, and no application is refused for it.
func overAge(id string, today calendar.Date) bool {
	const lowest = 50
	born := identity.Born(id)
	return !born.IsZero() && !today.Before(calendar.On(born.Year()+lowest, born.Month(), 1).Next(born.Day()-1))
}

// CountExhibits is how many exhibits a case has.
func CountExhibits(tx *Tx, c *Case) (int, error) {
	var n int
	return n, tx.Raw("select count(*) from exhibits where commission_id = ? and case_id = ? and side <> 'original'", c.CommissionID, c.ID).Scan(&n).Error
}

// ExhibitByMark finds an exhibit of the case by its number, as 申1; nil if there is none.
func ExhibitByMark(tx *Tx, c *Case, mark string) (*Exhibit, error) {
	list, err := ExhibitsOf(tx, c)
	for i := range list {
		if list[i].Mark() == mark {
			return &list[i], err
		}
	}
	return nil, err
}

// ExhibitsOf reads the exhibits of a case; photos that one was made of come after all exhibits.
func ExhibitsOf(tx *Tx, c *Case) ([]Exhibit, error) {
	var list []Exhibit
	return list, tx.Where("commission_id = ? AND case_id = ?", c.CommissionID, c.ID).Order("original_of is not null, side, no").Find(&list).Error
}
