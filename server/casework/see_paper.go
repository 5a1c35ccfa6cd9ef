package casework

import (
	"fmt"
	"regexp"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/identity"
	"tiaocai/workflows/law"
)

// PaperPart is one paragraph of an application as it stands now: a party, a claim, or the facts (申请书的一段).
type PaperPart struct {
	Of    string      `json:"of,omitempty" doc:"申1、被1、请求的序号 Which party or claim"`
	Name  law.Text    `json:"name"`
	Lines []PaperLine `json:"lines"`
}

// PaperLine is one thing that it says. Look is why a clerk must look at it, if there is a reason.
type PaperLine struct {
	Field workflows.FiledField `json:"field,omitempty"`
	Name  law.Text             `json:"name"`
	Value string               `json:"value,omitempty" doc:"身份证号、电话、地址遮盖 Numbers, phones and addresses are masked"`
	Look  *law.Text            `json:"look,omitempty"`
}

// paperOf lays the application out in the order of the paper, and marks what the checklist finds wanting and what a
// correction changed. Whatever is masked elsewhere is masked here; the original text has a page of its own.
func paperOf(c *models.Case, list []workflows.CheckLine, born bool) []PaperPart {
	m := marker{c, list, born}
	var parts []PaperPart
	for _, p := range c.Parties {
		parts = append(parts, m.party(p))
	}
	for _, cl := range c.AskedClaims() {
		parts = append(parts, m.claim(cl))
	}
	facts := PaperPart{Name: text("事实与理由", "Facts and reasons"), Lines: []PaperLine{
		m.line("", workflows.FieldFacts, c.Facts_),
		m.line("", workflows.FieldPerformance, c.PerformancePlace),
		m.line("", workflows.FieldEmployerPlace, c.EmployerPlace),
	}}
	return append(parts, facts)
}

type marker struct {
	c    *models.Case
	list []workflows.CheckLine
	born bool // the reader may see numbers in full, so their birth date and sex as well
}

// line is one field with the reason to look at it: what the checklist says, or that it was mended.
func (m marker) line(of string, field workflows.FiledField, value string) PaperLine {
	k, _ := workflows.FiledFieldOf(field)
	l := PaperLine{Field: field, Name: k.Name, Value: value}
	for _, x := range m.list {
		if x.Of == of && x.Field == field && !x.OK {
			says := x.Says
			l.Look = &says
		}
	}
	for _, d := range m.c.Defects {
		if d.Subject == of && d.Field == field && !d.MendedOn.IsZero() {
			says := text(fmt.Sprintf("补正通知标过，%s 补的", d.MendedOn), fmt.Sprintf("marked in the notice, mended on %s", d.MendedOn))
			l.Look = &says
		}
	}
	return l
}

func (m marker) party(p models.Party) PaperPart {
	mark := p.Mark()
	name := text("被申请人", "Respondent")
	if p.Side == models.ApplicantSide {
		name = text("申请人", "Applicant")
	}
	part := PaperPart{Of: mark, Name: name, Lines: []PaperLine{m.line(mark, workflows.FieldName, p.Name)}}
	for _, x := range m.list { // what the nature of the party asks somebody to look at
		if x.Of == mark && x.Field == "" && x.Hint && !x.OK {
			says := law.Text{ZH: x.Name.ZH + "：" + x.Says.ZH, EN: x.Name.In("en") + ": " + x.Says.In("en")}
			part.Lines[0].Look = &says
		}
	}
	if p.Kind == "worker" {
		id := ""
		if p.IDNumber != "" {
			id = identity.MaskID(p.IDNumber)
		}
		if m.born && id != "" {
			id += "（" + onPaper(bornAs(p.IDNumber).ZH) + "）"
		}
		part.Lines = append(part.Lines, m.line(mark, workflows.FieldIDNumber, id))
	} else {
		part.Lines = append(part.Lines, m.line(mark, workflows.FieldCreditCode, p.CreditCode), m.line(mark, workflows.FieldRepresentative, p.LegalRepresentative))
	}
	return PaperPart{part.Of, part.Name, append(part.Lines, m.line(mark, workflows.FieldAddress, maskIf(p.Address, maskAddress)), m.line(mark, workflows.FieldPhone, maskIf(p.Phone, identity.MaskPhone)))}
}

func (m marker) claim(cl models.Claim) PaperPart {
	no := itoa(cl.No)
	k := claimTitle(cl)
	part := PaperPart{Of: no, Name: k}
	if moneyClaim(cl.Code) {
		amount := ""
		if cl.Amount > 0 {
			amount = cl.Amount.Grouped() + " 元"
		}
		part.Lines = append(part.Lines, m.line(no, workflows.FieldAmount, amount))
	}
	if span := fromTo(cl.PeriodFrom, cl.PeriodTo); span != "" {
		part.Lines = append(part.Lines, PaperLine{Name: text("起止", "from and to"), Value: span})
	}
	known := onPaper(cl.KnownOn.String())
	if cl.InService {
		known = "劳动关系存续期间拖欠的劳动报酬"
	}
	return PaperPart{part.Of, part.Name, append(part.Lines, m.line(no, workflows.FieldBasis, cl.Basis), m.line(no, workflows.FieldKnownOn, known))}
}

func fromTo(from, to calendar.Date) string {
	return onPaper(strings.Trim(from.String()+" 至 "+to.String(), " 至"))
}

var isoDay = regexp.MustCompile(`[12][0-9]{3}-[01][0-9]-[0-3][0-9]`)

// onPaper writes the days of a line as a Chinese paper does.
func onPaper(s string) string {
	return isoDay.ReplaceAllStringFunc(s, func(iso string) string {
		d, err := calendar.Parse(iso)
		if err != nil {
			return iso
		}
		return documents.Day(d)
	})
}
