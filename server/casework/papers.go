package casework

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/identity"
)

// documentFields are what a step's papers must say beyond the case itself.
type documentFields map[documents.Field]string

// say notes something for the step's papers.
func (a *Act) say(f documents.Field, s string) {
	if a.fields == nil {
		a.fields = documentFields{}
	}
	a.fields[f] = s
}

// draft writes the papers that the step asks for. Their text is fixed here, for good.
func (a *Act) draft(step workflows.Step) ([]DonePaper, error) {
	if len(step.Drafts) == 0 {
		return nil, nil
	}
	data, err := a.paperData()
	if err != nil {
		return nil, err
	}
	var papers []DonePaper
	for _, e := range step.Drafts {
		number, err := a.paperNumber(e.Draft)
		if err != nil {
			return nil, err
		}
		data.PaperNumber = cmp.Or(number, a.number)
		text, err := documents.Draft(e.Draft, data)
		if err != nil {
			return nil, fmt.Errorf("draft %s: %w", e.Draft, err)
		}
		sum := sha256.Sum256([]byte(text))
		doc := models.Document{Child: a.child(), Paper: e.Draft, Number: data.PaperNumber, DraftedOn: a.On, EventNo: a.Case.Events + 1,
			Addressees: addressees(e.To), Content: text, Digest: sum[:]}
		if a.hearing != nil {
			doc.HearingID = &a.hearing.ID
		}
		if err := a.Tx.Create(&doc).Error; err != nil {
			return nil, err
		}
		a.Case.Documents = append(a.Case.Documents, doc)
		papers = append(papers, DonePaper{doc.ID, doc.Paper, documents.Name(doc.Paper)})
	}
	return papers, nil
}

func addressees(to []workflows.Capacity) string {
	s := make([]string, len(to))
	for i, c := range to {
		s[i] = string(c)
	}
	return strings.Join(s, ",")
}

func (a *Act) child() models.Child {
	return models.Child{CommissionID: a.Case.CommissionID, CaseID: a.Case.ID}
}

// paperData is the case as its papers show it.
func (a *Act) paperData() (documents.Data, error) {
	c := a.Case
	com, err := models.CommissionByID(a.Tx, c.CommissionID)
	if err != nil {
		return documents.Data{}, err
	}
	d := documents.Data{Commission: com.Name, Address: com.Address, Phone: com.Phone, Number: c.CaseNumber(), Ref: c.Ref,
		QueryCode: a.Tx.Keys.QueryCode(c.Ref, c.CodeVersion), PaperNumber: a.number, On: a.On, Facts: c.Facts_, Fields: a.fields}
	if c.OrganisationID != nil {
		org, err := models.OrganisationByID(a.Tx, *c.OrganisationID)
		if err != nil {
			return d, err
		}
		d.Organisation = org.Name
	}
	for _, p := range c.Parties {
		// a paper goes to both sides: a person's number is masked, their address and phone are left out
		dp := documents.Party{Name: p.Name, Kind: p.Kind, Mark: p.Mark(), IDNumber: maskIf(p.IDNumber, identity.MaskID), CreditCode: p.CreditCode,
			LegalRepresentative: p.LegalRepresentative}
		if p.Kind == "employer" {
			dp.Address = p.Address
		}
		if p.Third() {
			d.Third = append(d.Third, dp)
		} else if p.Side == models.ApplicantSide {
			d.Applicants = append(d.Applicants, dp)
		} else {
			d.Respondents = append(d.Respondents, dp)
		}
	}
	for _, cl := range c.Claims {
		if len(a.part) > 0 && !slices.Contains(a.part, cl.No) {
			continue
		}
		pc := paperClaim(cl)
		pc.Formula, pc.Shares = a.formulas[cl.No], a.shares(cl)
		d.Claims = append(d.Claims, pc)
	}
	if len(c.Claims) == 0 && !c.AcceptedOn.IsZero() { // only a case that was carried over has none
		d.Claims = []documents.Claim{{No: 1, Title: "以原案卷的仲裁申请书为准"}}
	}
	d.Tribunal, err = a.bench()
	return d, err
}

func paperClaim(cl models.Claim) documents.Claim {
	p := documents.Claim{No: cl.No, Counter: cl.Counter, Title: claimTitle(cl).ZH, Amount: cl.Amount, Money: moneyClaim(cl.Code), Reasons: cl.Reasons}
	if cl.Decision != nil {
		p.Decision = *cl.Decision
	}
	if cl.Awarded != nil {
		p.Awarded = *cl.Awarded
	}
	if cl.Final != nil {
		p.Final = *cl.Final
	}
	return p
}

// bench names who sits.
func (a *Act) bench() ([]documents.Seat, error) {
	names, err := models.SeatNames(a.Tx, a.Case.Seats)
	if err != nil {
		return nil, err
	}
	var seats []documents.Seat
	for i, s := range a.Case.Seats {
		seats = append(seats, documents.Seat{Name: names[i], Seat: s.Seat})
	}
	return seats, nil
}
