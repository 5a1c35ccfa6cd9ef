package casework

import (
	"bytes"
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
)

// EnterGroup enters a group of workers with what each of them claims, from one sheet (集体申请表): pasted,
// or handed in as a file. Who is in the case already keeps the place; all claims are replaced.
type EnterGroup struct {
	Dated
	Sheet string `json:"sheet" minLength:"1" maxLength:"200000" doc:"表格内容：首行为表头（姓名、身份证号、电话，可加送达地址、收款账号、农民工、代表人，以及各项请求），每名劳动者一行 The sheet: a head (姓名, 身份证号, 电话, further 送达地址, 收款账号, 农民工, 代表人 and the types of claim), then one row per worker"`
}

func (EnterGroup) Event() workflows.Event { return workflows.EnterGroup }

// Tell reads the sheet and counts who would be in the case.
func (e EnterGroup) Tell(a *Act, f *workflows.Facts) error {
	g, err := readGroup(e.Sheet)
	if err != nil {
		return err
	}
	if _, err := g.places(a); err != nil {
		return err
	}
	f.Workers = len(g.rows)
	for _, r := range g.rows {
		if r.speaks {
			f.Act.Representatives++
		}
	}
	return nil
}

// places finds the row of the case for each row of the sheet: by ID number, or by name where none is on
// record; none for who is new. Nobody who is in the case may be missing on the sheet.
func (g *group) places(a *Act) ([]*models.Party, error) {
	places, taken := make([]*models.Party, len(g.rows)), 0
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		if p.Side != models.ApplicantSide {
			continue
		}
		if p.Kind != "worker" {
			return nil, bad("sheet", "申请人不是劳动者，不能用集体申请表。", "The applicant is not a worker: this sheet is for a group of workers.")
		}
		at := -1
		for n, r := range g.rows {
			same := r.party.Name == p.Name
			if len(p.IDMac) > 0 {
				same = bytes.Equal(p.IDMac, a.Tx.Keys.MAC("id", identity.NormalID(r.party.IDNumber)))
			}
			if same && places[n] == nil {
				at = n
				break
			}
		}
		if at < 0 {
			return nil, fault.Bad("sheet", text("已经登记的申请人 "+p.Mark()+" 不在表格里；登记过的人不能删去。", "Applicant "+p.Mark()+", who is on record, is not on the sheet; nobody on record can be dropped."))
		}
		places[at], taken = p, taken+1
	}
	next := taken
	for n := range places {
		if places[n] == nil {
			next++
			places[n] = &models.Party{Child: a.child(), Side: models.ApplicantSide, Ordinal: next}
		}
	}
	return places, nil
}

// Apply writes the workers and their claims down.
func (e EnterGroup) Apply(a *Act) error {
	g, err := readGroup(e.Sheet)
	if err != nil {
		return err
	}
	places, err := g.places(a)
	if err != nil {
		return err
	}
	owners := make([]int, len(places))
	for n, p := range places {
		in := g.rows[n].party
		in.EService, in.Address, in.BankAccount = !p.EServiceOn.IsZero(), or(in.Address, p.Address), or(in.BankAccount, p.BankAccount)
		in.fill(a.Tx.Keys, p, a.On)
		p.Representative, owners[n] = g.rows[n].speaks, p.Ordinal
		a.Case.Change(p)
	}
	if err := a.Case.Flush(a.Tx); err != nil {
		return err
	}
	if err := a.Case.ReloadParties(a.Tx); err != nil {
		return err
	}
	return e.claims(a, g, owners)
}

// claims replaces all claims, in the order of the applicants' places.
func (EnterGroup) claims(a *Act, g *group, owners []int) error {
	if err := a.Case.DropClaims(a.Tx); err != nil {
		return err
	}
	for ordinal := 1; ordinal <= len(owners); ordinal++ {
		for n, r := range g.rows {
			if owners[n] != ordinal {
				continue
			}
			for _, in := range r.claims {
				row := models.Claim{Child: a.child(), No: len(a.Case.Claims) + 1, Applicant: ordinal}
				in.fill(&row)
				a.Case.Claims = append(a.Case.Claims, row)
			}
		}
	}
	for i := range a.Case.Claims {
		a.Case.Change(&a.Case.Claims[i])
	}
	a.Detail["applicants"], a.Detail["claims"] = len(owners), len(a.Case.Claims)
	return nil
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// markOf is the sign of an applicant by its ordinal.
func markOf(ordinal int) string { return fmt.Sprintf("申%d", ordinal) }
