package casework

import (
	"crypto/hmac"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
)

// CompleteCorrection mends what the notice marks (补正材料): the application counts as received that
// day, and the time to decide runs anew.
type CompleteCorrection struct {
	Dated
	Mends []Mend `json:"mends,omitempty" maxItems:"80" doc:"标出的各处补成什么 What the marked fields are to say"`
}

// Mend is what one marked field is to say; for a paper, how it was handed in.
type Mend struct {
	Defect int64  `json:"defect" minimum:"1" doc:"标记的编号 The mark"`
	Value  string `json:"value,omitempty" maxLength:"20000" doc:"补成什么 What it is to say"`
}

func (CompleteCorrection) Event() workflows.Event { return workflows.CompleteCorrection }

// Tell checks every value and counts the marks that stay open.
func (c CompleteCorrection) Tell(a *Act, f *workflows.Facts) error {
	if app := a.Case.Application(); app != nil && a.On.Before(app.CorrectionAskedOn) {
		return bad("on", "补正不能早于通知补正那天（"+app.CorrectionAskedOn.String()+"）。", "The papers cannot be completed before they were asked for ("+app.CorrectionAskedOn.String()+").")
	}
	values, err := c.values(a)
	if err != nil {
		return err
	}
	for _, d := range a.Case.OpenDefects() {
		if !a.mended(d, values[d.ID]) {
			f.Act.Intake.Unmended++
		}
	}
	return nil
}

// mended says whether a mark is answered: a field says something else than when it was marked, here or
// since; of a paper it is said how it was handed in. At the counter the staff vouch for papers, and for
// a field that was right after all.
func (a *Act) mended(d *models.Defect, value string) bool {
	k, _ := workflows.FiledFieldOf(d.Field)
	if k.Paper || a.Capacity == workflows.Registry {
		return value != "" || (k.Paper && a.Capacity == workflows.Registry) || a.changed(d, heldBy(a.Case, d))
	}
	if value == "" {
		value = heldBy(a.Case, d)
	}
	return a.changed(d, value)
}

func (a *Act) changed(d *models.Defect, value string) bool {
	return value != "" && !hmac.Equal(a.Tx.Keys.MAC("defect", value), d.Was)
}

// values are what was sent, by mark, each checked as its field is; all that is wrong is said at once.
func (c CompleteCorrection) values(a *Act) (map[int64]string, error) {
	open := map[int64]*models.Defect{}
	for _, d := range a.Case.OpenDefects() {
		open[d.ID] = d
	}
	values := map[int64]string{}
	var wrong []fault.Field
	for i, m := range c.Mends {
		d, ok := open[m.Defect]
		if !ok {
			wrong = append(wrong, fault.Field{Place: fmt.Sprintf("mends.%d.defect", i), Says: text("没有这一处标记，或者已经补过。", "There is no such mark, or it is mended already.")})
			continue
		}
		values[m.Defect] = strings.TrimSpace(m.Value)
		if values[m.Defect] == "" {
			if k, _ := workflows.FiledFieldOf(d.Field); !k.Paper && a.Capacity != workflows.Registry {
				wrong = append(wrong, fault.Field{Place: fmt.Sprintf("mends.%d.value", i), Says: text("请补上这一项。", "Please fill this in.")})
			}
			continue
		}
		if err := fault.As(checkMend(d.Field, values[m.Defect])); err != nil {
			wrong = append(wrong, fault.Field{Place: fmt.Sprintf("mends.%d.value", i), Says: err.Says})
		}
	}
	return values, fields(wrong)
}

func checkMend(f workflows.FiledField, v string) error {
	var amount claims.Fen
	var day calendar.Date
	switch f {
	case workflows.FieldIDNumber:
		return identity.ResidentID(v)
	case workflows.FieldCreditCode:
		return identity.CreditCode(v)
	case workflows.FieldPhone:
		return identity.Phone(v)
	case workflows.FieldAmount:
		if err := amount.UnmarshalText([]byte(v)); err != nil || amount <= 0 {
			return bad("value", "金额写成 18600.00 这样的数字，大于零。", "The amount is a number above nought, as 18600.00.")
		}
	case workflows.FieldKnownOn:
		if err := day.UnmarshalText([]byte(v)); err != nil || day.IsZero() {
			return bad("value", "日期写成 2026-03-02 这样。", "The day is written as 2026-03-02.")
		}
	}
	return nil
}

// heldBy is what the case says now where a mark points to.
func heldBy(c *models.Case, d *models.Defect) string {
	p, cl := partyMarked(c, d.Subject), claimNumbered(c, d.Subject)
	k, _ := workflows.FiledFieldOf(d.Field)
	if (k.Of == "party" && p == nil) || (k.Of == "claim" && cl == nil) {
		return ""
	}
	switch d.Field {
	case workflows.FieldName:
		return p.Name
	case workflows.FieldIDNumber:
		return p.IDNumber
	case workflows.FieldCreditCode:
		return p.CreditCode
	case workflows.FieldRepresentative:
		return p.LegalRepresentative
	case workflows.FieldPhone:
		return p.Phone
	case workflows.FieldAddress:
		return p.Address
	case workflows.FieldAmount:
		if cl.Amount > 0 {
			return cl.Amount.String()
		}
	case workflows.FieldBasis:
		return cl.Basis
	case workflows.FieldKnownOn:
		return cl.KnownOn.String()
	case workflows.FieldFacts:
		return c.Facts_
	case workflows.FieldPerformance:
		return c.PerformancePlace
	case workflows.FieldEmployerPlace:
		return c.EmployerPlace
	}
	return ""
}

// Apply writes the values where the marks point to; every mark is mended, and the day of receipt moves.
func (c CompleteCorrection) Apply(a *Act) error {
	values, err := c.values(a)
	if err != nil {
		return err
	}
	app, notice := a.Case.Application(), a.Case.Correction()
	for _, d := range a.Case.OpenDefects() {
		if v := values[d.ID]; v != "" {
			if err := a.mend(d, v); err != nil {
				return err
			}
		}
		d.MendedOn = a.On
		a.Case.Change(d)
	}
	if notice != nil {
		notice.CompletedOn = a.On
		a.Case.Change(notice)
	}
	app.CorrectedOn, app.ReceivedOn = a.On, a.On
	a.Case.Change(app)
	a.Detail["mended"] = len(values)
	return nil
}

func (a *Act) mend(d *models.Defect, v string) error {
	p, cl := partyMarked(a.Case, d.Subject), claimNumbered(a.Case, d.Subject)
	switch d.Field {
	case workflows.FieldName:
		p.Name = v
	case workflows.FieldIDNumber:
		p.IDNumber = identity.NormalID(v)
		p.IDMac, p.IDTailMac = a.Tx.Keys.MAC("id", p.IDNumber), a.Tx.Keys.MAC("id-tail", identity.LastSix(p.IDNumber))
	case workflows.FieldCreditCode:
		p.CreditCode = v
	case workflows.FieldRepresentative:
		p.LegalRepresentative = v
	case workflows.FieldPhone:
		p.Phone = v
	case workflows.FieldAddress:
		p.Address = v
	case workflows.FieldAmount:
		if err := cl.Amount.UnmarshalText([]byte(v)); err != nil {
			return err
		}
	case workflows.FieldBasis:
		cl.Basis = v
	case workflows.FieldKnownOn:
		if err := cl.KnownOn.UnmarshalText([]byte(v)); err != nil {
			return err
		}
	case workflows.FieldFacts:
		a.Case.Facts_ = v
	case workflows.FieldPerformance:
		a.Case.PerformancePlace = v
	case workflows.FieldEmployerPlace:
		a.Case.EmployerPlace = v
	}
	switch k, _ := workflows.FiledFieldOf(d.Field); k.Of {
	case "party":
		a.Case.Change(p)
	case "claim":
		a.Case.Change(cl)
	}
	return nil
}
