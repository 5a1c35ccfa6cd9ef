package casework

import (
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// PartyInput is one party as it is written down (当事人). A worker is known by a resident ID, an
// employer by a unified social credit code; both are checked by their check digit, not looked up.
type PartyInput struct {
	Kind                string `json:"kind" enum:"worker,employer" doc:"劳动者或用人单位 Worker or employer"`
	Name                string `json:"name" minLength:"1" maxLength:"100" doc:"姓名或名称 Name"`
	FormerName          string `json:"former_name,omitempty" maxLength:"100" doc:"曾用名、变更前的名称 Former name"`
	IDNumber            string `json:"id_number,omitempty" maxLength:"20" doc:"居民身份证号 Resident ID number"`
	CreditCode          string `json:"credit_code,omitempty" maxLength:"20" doc:"统一社会信用代码 Unified social credit code"`
	LegalRepresentative string `json:"legal_representative,omitempty" maxLength:"60" doc:"法定代表人及职务 Legal representative and post"`
	Phone               string `json:"phone,omitempty" maxLength:"20" doc:"电话 Phone"`
	Address             string `json:"address,omitempty" maxLength:"200" doc:"送达地址 Service address"`
	BankAccount         string `json:"bank_account,omitempty" maxLength:"24" doc:"收款账号 Bank account"`
	EService            bool   `json:"e_service,omitempty" doc:"同意电子送达 Agrees to electronic service"`
	Migrant             bool   `json:"migrant,omitempty" doc:"农民工 Migrant worker"`
	Role                string `json:"role,omitempty" enum:"agency,user-firm,investor,lender,contracting-out,operator,successor" doc:"列为共同当事人的原因 Why it is a party beside the employer"`
}

// ClaimInput is one thing asked for (仲裁请求).
type ClaimInput struct {
	Code       string        `json:"code" maxLength:"4" doc:"请求类型 M01 … M21"`
	Title      string        `json:"title,omitempty" maxLength:"200" doc:"请求的内容，不填用类型名称 In words; the type's name if left out"`
	Amount     claims.Fen    `json:"amount,omitempty" doc:"金额（元）Amount in yuan"`
	PeriodFrom calendar.Date `json:"period_from,omitempty" doc:"起 From"`
	PeriodTo   calendar.Date `json:"period_to,omitempty" doc:"止 To"`
	Basis      string        `json:"basis,omitempty" maxLength:"1000" doc:"依据 Basis"`
	KnownOn    calendar.Date `json:"known_on,omitempty" doc:"知道或应当知道权利被侵害之日 The day the breach was or should have been known"`
	InService  bool          `json:"in_service,omitempty" doc:"劳动关系存续期间拖欠的劳动报酬 Pay owed during the employment"`
	Joint      bool          `json:"joint,omitempty" doc:"请求连带责任 Joint liability is asked for"`
}

// check says everything that is wrong with a party at once.
func (p PartyInput) check(place string) []fault.Field {
	var wrong []fault.Field
	add := func(field string, err error) {
		if f := fault.As(err); f != nil {
			wrong = append(wrong, fault.Field{Place: place + "." + field, Says: f.Says})
		}
	}
	if strings.TrimSpace(p.Name) == "" {
		wrong = append(wrong, fault.Field{Place: place + ".name", Says: text("请写姓名或名称。", "Please give the name.")})
	}
	if p.IDNumber != "" {
		add("id_number", identity.ResidentID(p.IDNumber))
	}
	if p.CreditCode != "" {
		add("credit_code", identity.CreditCode(capital(p.CreditCode)))
	}
	if p.Kind == "employer" && p.IDNumber != "" {
		wrong = append(wrong, fault.Field{Place: place + ".id_number", Says: text("用人单位填统一社会信用代码，不填身份证号。", "An employer has a credit code, not a resident ID.")})
	}
	if p.Phone != "" {
		add("phone", identity.Phone(p.Phone))
	}
	if p.BankAccount != "" {
		add("bank_account", identity.BankAccount(p.BankAccount))
	}
	return wrong
}

// fill writes the party down. Digests of the ID serve searches inside a scope.
func (p PartyInput) fill(keys *models.Keyring, row *models.Party, on calendar.Date) {
	id := identity.NormalID(p.IDNumber)
	row.Kind, row.Name, row.FormerName, row.IDNumber, row.CreditCode = p.Kind, strings.TrimSpace(p.Name), strings.TrimSpace(p.FormerName), id, capital(p.CreditCode)
	row.LegalRepresentative, row.Phone, row.Address, row.BankAccount = p.LegalRepresentative, p.Phone, p.Address, p.BankAccount
	row.Migrant, row.Role = p.Migrant, workflows.PartyRole(p.Role)
	row.IDMac, row.IDTailMac = nil, nil
	if id != "" {
		row.IDMac, row.IDTailMac = keys.MAC("id", id), keys.MAC("id-tail", identity.LastSix(id))
	}
	switch {
	case p.EService && row.EServiceOn.IsZero():
		row.EServiceOn = on
	case !p.EService:
		row.EServiceOn = calendar.Date{}
	}
}

func (c ClaimInput) check(place string) []fault.Field {
	var wrong []fault.Field
	kind, ok := claims.Lookup(claims.Code(c.Code))
	if !ok {
		wrong = append(wrong, fault.Field{Place: place + ".code", Says: text("没有这种请求类型，请从 M01 到 M21 里选。", "There is no such type of claim; please choose from M01 to M21.")})
	}
	if ok && !kind.Money && c.Amount != 0 {
		wrong = append(wrong, fault.Field{Place: place + ".amount", Says: text("这一项请求不涉及金额。", "This claim has no amount.")})
	}
	if !c.PeriodFrom.IsZero() && !c.PeriodTo.IsZero() && c.PeriodTo.Before(c.PeriodFrom) {
		wrong = append(wrong, fault.Field{Place: place + ".period_to", Says: law.Text{
			ZH: "止期不能早于起期（" + c.PeriodFrom.String() + "）。", EN: "The end cannot be before the beginning (" + c.PeriodFrom.String() + ")."}})
	}
	return wrong
}

func (c ClaimInput) fill(row *models.Claim) {
	row.Code, row.Title, row.Amount, row.PeriodFrom, row.PeriodTo, row.Basis = c.Code, c.Title, c.Amount, c.PeriodFrom, c.PeriodTo, c.Basis
	row.KnownOn, row.InService, row.Joint = c.KnownOn, c.InService, c.Joint
}

// checkAll gathers what is wrong with parties and claims into one answer.
func checkAll(applicants, respondents []PartyInput, cl []ClaimInput) error {
	var wrong []fault.Field
	for i, p := range applicants {
		wrong = append(wrong, p.check(fmt.Sprintf("applicants.%d", i))...)
	}
	for i, p := range respondents {
		wrong = append(wrong, p.check(fmt.Sprintf("respondents.%d", i))...)
	}
	for i, c := range cl {
		wrong = append(wrong, c.check(fmt.Sprintf("claims.%d", i))...)
	}
	return fields(wrong)
}

// fields makes one fault of several wrong fields; nil if there are none.
func fields(wrong []fault.Field) error {
	if len(wrong) == 0 {
		return nil
	}
	err := fault.New(fault.Invalid, "invalid", text("有几处要改。", "Some things need to be changed."))
	err.Fields = wrong
	if len(wrong) == 1 {
		err.Says = wrong[0].Says
	}
	return err
}

// claimTitle is the claim in words.
func claimTitle(c models.Claim) law.Text {
	k, _ := claims.Lookup(claims.Code(c.Code))
	title := k.Name
	if c.Title != "" {
		title = law.Text{ZH: c.Title, EN: c.Title}
	}
	if c.Applicant > 0 { // one of a group claims it
		title = law.Text{ZH: markOf(c.Applicant) + "：" + title.ZH, EN: markOf(c.Applicant) + ": " + title.In("en")}
	}
	return title
}

func moneyClaim(code string) bool {
	k, ok := claims.Lookup(claims.Code(code))
	return ok && k.Money
}
