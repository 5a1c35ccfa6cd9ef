package casework

import (
	"context"
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// LookFirst asks what is known already of an application that is being written down at the counter (登记前查一查): other
// cases of the same matter, and the employer in the commission's book. Nothing is kept and nothing is merged.
type LookFirst struct {
	Applicants  []LookParty `json:"applicants,omitempty" maxItems:"50" doc:"申请人 Applicants"`
	Respondents []LookParty `json:"respondents,omitempty" maxItems:"20" doc:"被申请人 Respondents"`
	Claims      []LookClaim `json:"claims,omitempty" maxItems:"60" doc:"请求 Claims"`
}

// LookParty is what has been written of a party so far.
type LookParty struct {
	Name       string `json:"name,omitempty" maxLength:"100"`
	IDNumber   string `json:"id_number,omitempty" maxLength:"20"`
	CreditCode string `json:"credit_code,omitempty" maxLength:"20"`
}

// LookClaim is what has been written of a claim so far.
type LookClaim struct {
	Code       string        `json:"code,omitempty" maxLength:"4"`
	PeriodFrom calendar.Date `json:"period_from,omitempty"`
	PeriodTo   calendar.Date `json:"period_to,omitempty"`
}

// LookFound is what was found.
type LookFound struct {
	Numbers   []NumberRead    `json:"numbers" doc:"证件号码、信用代码的核对 What the numbers say"`
	Cases     []DuplicateView `json:"cases" doc:"可能是同一争议的其他案件 Other cases that may be about the same matter"`
	Employers []EmployerSeen  `json:"employers" doc:"办过的案件里的单位 Employers of earlier cases"`
}

// NumberRead is what a resident ID or a credit code says by itself, or what is wrong with it.
type NumberRead struct {
	Place string   `json:"place" doc:"哪一项，如 applicants.0.id_number Which field"`
	OK    bool     `json:"ok"`
	Says  law.Text `json:"says"`
}

// EmployerSeen is an employer of earlier cases, as the registry reads it there: without address and phone, which are
// sealed with each case.
type EmployerSeen struct {
	ID             int64         `json:"id"`
	Row            int           `json:"row" doc:"第几位被申请人，从 0 起 Which respondent, from 0"`
	Name           string        `json:"name"`
	FormerName     string        `json:"former_name,omitempty"`
	CreditCode     string        `json:"credit_code,omitempty"`
	Representative string        `json:"legal_representative,omitempty"`
	Cases          int           `json:"cases" doc:"找到几件 In how many of the cases found"`
	Last           calendar.Date `json:"last" doc:"最近一件的收到日期 The last of them"`
	By             string        `json:"by" enum:"credit-code,name,former-name,spelling" doc:"凭什么 By what"`
}

// LookFirst looks for somebody of the registry.
func (d *Desk) LookFirst(ctx context.Context, who policies.Actor, in LookFirst) (*LookFound, error) {
	out := &LookFound{Numbers: in.numbers(), Cases: []DuplicateView{}, Employers: []EmployerSeen{}}
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.ViewIntake)
		if err != nil {
			return err
		}
		list, err := models.Duplicates(tx, commission, in.matter(tx))
		if err != nil {
			return err
		}
		out.Cases = append(out.Cases, duplicateViews(list)...)
		for i, p := range in.Respondents {
			known, err := models.Employers(tx, commission, p.CreditCode, p.Name)
			if err != nil {
				return err
			}
			for _, e := range known {
				if e.Name == strings.TrimSpace(p.Name) && e.CreditCode == capital(p.CreditCode) {
					continue // it stands there already
				}
				out.Employers = append(out.Employers, EmployerSeen{e.ID, i, e.Name, e.FormerName, e.CreditCode, e.Representative, e.Cases, e.Last, e.By})
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look first: %w", err)
	}
	return out, nil
}

// MayTakeIn says whether somebody works in a commission's registry.
func (d *Desk) MayTakeIn(ctx context.Context, who policies.Actor) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, err := d.holds(tx, who, policies.ViewIntake)
		return err
	})
}

// matter is what other cases are compared with; numbers that do not add up find nothing.
func (in LookFirst) matter(tx *models.Tx) models.Matter {
	var m models.Matter
	for _, p := range append(append([]LookParty{}, in.Applicants...), in.Respondents...) {
		if id := identity.NormalID(p.IDNumber); identity.ResidentID(id) == nil {
			m.IDMacs = append(m.IDMacs, tx.Keys.MAC("id", id))
		}
		if code := capital(p.CreditCode); identity.CreditCode(code) == nil {
			m.Codes = append(m.Codes, code)
		}
	}
	for _, c := range in.Claims {
		if c.Code != "" {
			m.Claims = append(m.Claims, models.Claim{Code: c.Code, PeriodFrom: c.PeriodFrom, PeriodTo: c.PeriodTo})
		}
	}
	return m
}

// numbers reads every number that was written.
func (in LookFirst) numbers() []NumberRead {
	list := []NumberRead{}
	for side, parties := range [][]LookParty{in.Applicants, in.Respondents} {
		place := []string{"applicants", "respondents"}[side]
		for i, p := range parties {
			if p.IDNumber != "" {
				list = append(list, read(fmt.Sprintf("%s.%d.id_number", place, i), identity.ResidentID(p.IDNumber), bornAs(p.IDNumber)))
			}
			if p.CreditCode != "" {
				list = append(list, read(fmt.Sprintf("%s.%d.credit_code", place, i), identity.CreditCode(capital(p.CreditCode)), text("校验位相符", "it adds up")))
			}
		}
	}
	return list
}

func read(place string, err error, says law.Text) NumberRead {
	if f := fault.As(err); f != nil {
		return NumberRead{Place: place, Says: f.Says}
	}
	return NumberRead{place, true, says}
}

// bornAs is the birth date and the sex that a resident ID number says, to be compared with the card and the paper.
func bornAs(id string) law.Text {
	born := identity.Born(id)
	if born.IsZero() {
		return law.Text{}
	}
	sex := text("女", "female")
	if identity.Male(id) {
		sex = text("男", "male")
	}
	return text(fmt.Sprintf("%s，%s 出生", sex.ZH, born), fmt.Sprintf("%s, born %s", sex.EN, born))
}

// capital is a credit code as it is kept: its letters are typed in small as well.
func capital(code string) string { return strings.ToUpper(strings.TrimSpace(code)) }

// KnownEmployer is an employer of an earlier case whose name, code and representative are taken over.
func (d *Desk) KnownEmployer(ctx context.Context, who policies.Actor, id int64) (*PartyInput, error) {
	var out *PartyInput
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		commission, err := d.holds(tx, who, policies.ViewIntake)
		if err != nil {
			return err
		}
		e, err := models.EmployerByID(tx, commission, id)
		if err != nil {
			return err
		}
		out = &PartyInput{Kind: "employer", Name: e.Name, FormerName: e.FormerName, CreditCode: e.CreditCode, LegalRepresentative: e.Representative}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("known employer: %w", err)
	}
	return out, nil
}
