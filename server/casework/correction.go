package casework

import (
	"fmt"
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// AskCorrection tells the applicant, once, all that is missing (通知补正): fields that the applicant
// then mends on one page, and papers in words.
type AskCorrection struct {
	Dated
	Defects []DefectInput `json:"defects,omitempty" maxItems:"60" doc:"要补的各处，一次写全 The fields that lack something, all at once"`
	Items   []string      `json:"items,omitempty" maxItems:"20" doc:"其他要补正的材料，一次写全 Other papers that are missing, at once"`
	Rest    bool          `json:"rest_not_needed,omitempty" doc:"清单上其余缺项不需要补正 The rest of what the checklist lacks is not needed"`
	MendBy  calendar.Date `json:"mend_by,omitempty" doc:"限期补正的最后一日 The last day to mend"`
	Reason  string        `json:"reason,omitempty" maxLength:"500" doc:"再次通知的理由 Reason for a second notice"`
}

// DefectInput marks one field and says what is missing there.
type DefectInput struct {
	Field   string `json:"field" enum:"name,id_number,credit_code,legal_representative,phone,address,amount,basis,known_on,facts,performance_place,employer_place,evidence,identity,copies,other-paper" doc:"哪一项 Which field"`
	Of      string `json:"of,omitempty" maxLength:"8" doc:"哪位当事人（申1）或第几项请求（1） Whose: a party as 申1, or a claim's number"`
	Missing string `json:"missing,omitempty" maxLength:"200" doc:"缺什么 What is missing"`
}

func (AskCorrection) Event() workflows.Event { return workflows.AskCorrection }

// Tell refuses marks that lead nowhere, and counts what the checklist lacks and the notice leaves out.
func (c AskCorrection) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Reason = c.Reason
	if len(c.Defects)+len(c.Items) == 0 {
		return bad("defects", "请写明要补正的事项。", "Please say what is missing.")
	}
	if !c.MendBy.IsZero() && !c.MendBy.After(a.On) {
		return bad("mend_by", "限期补正的日期应当在通知以后。", "The last day to mend lies after the notice.")
	}
	var wrong []fault.Field
	marked := map[string]bool{}
	for i, d := range c.Defects {
		if says := d.leadsNowhere(a.Case); !says.IsZero() {
			wrong = append(wrong, fault.Field{Place: fmt.Sprintf("defects.%d.of", i), Says: says})
		}
		marked[d.Of+" "+d.Field] = true
	}
	if err := fields(wrong); err != nil || c.Rest || len(c.Defects) == 0 {
		return err // a notice in words alone was made from the papers, not from the checklist
	}
	lines, err := a.checklist()
	for _, l := range workflows.Lacking(lines) {
		if !marked[l.Of+" "+string(l.Field)] {
			f.Act.Intake.Unlisted++
		}
	}
	return err
}

// leadsNowhere says why a mark is of nothing in the case.
func (d DefectInput) leadsNowhere(c *models.Case) law.Text {
	k, _ := workflows.FiledFieldOf(workflows.FiledField(d.Field))
	switch k.Of {
	case "party":
		if partyMarked(c, d.Of) == nil {
			return text("请写明是哪位当事人，如 申1。", "Please say whose, as 申1.")
		}
	case "claim":
		if claimNumbered(c, d.Of) == nil {
			return text("请写明是第几项请求，如 1。", "Please give the claim's number, as 1.")
		}
	case "case":
		if d.Of != "" {
			return text("这一项不属于哪位当事人或哪项请求。", "This one belongs to no party or claim.")
		}
	}
	return law.Text{}
}

func partyMarked(c *models.Case, mark string) *models.Party {
	for i := range c.Parties {
		if c.Parties[i].Mark() == mark {
			return &c.Parties[i]
		}
	}
	return nil
}

func claimNumbered(c *models.Case, no string) *models.Claim {
	for i := range c.Claims {
		if itoa(c.Claims[i].No) == no {
			return &c.Claims[i]
		}
	}
	return nil
}

// Apply keeps the notice and one row for each mark; the paper lists them all.
func (c AskCorrection) Apply(a *Act) error {
	app := a.Case.Application()
	app.Corrections++
	notice := models.Correction{Child: a.child(), ApplicationID: app.ID, No: app.Corrections, AskedOn: a.On, MendBy: c.MendBy, Reason: c.Reason}
	if err := a.Tx.Create(&notice).Error; err != nil {
		return err
	}
	a.Case.Corrections = append(a.Case.Corrections, notice)
	for _, item := range c.Items {
		c.Defects = append(c.Defects, DefectInput{Field: string(workflows.FieldOther), Missing: item})
	}
	var said []string
	for _, d := range c.Defects {
		row := models.Defect{Child: a.child(), CorrectionID: notice.ID, Subject: d.Of, Field: workflows.FiledField(d.Field), Missing: d.sentence()}
		row.Was = a.Tx.Keys.MAC("defect", heldBy(a.Case, &row))
		if err := a.Tx.Create(&row).Error; err != nil {
			return err
		}
		a.Case.Defects = append(a.Case.Defects, row)
		said = append(said, defectTitle(row).ZH+row.Missing)
	}
	app.CorrectionAskedOn, app.CorrectionItems, app.CorrectedOn = a.On, strings.Join(said, "\n"), none
	a.Case.Change(app)
	a.say(documents.FieldItems, app.CorrectionItems)
	if !c.MendBy.IsZero() {
		a.say(documents.FieldMendBy, c.MendBy.String())
	}
	a.Detail["items"], a.Detail["notice"] = len(c.Defects), notice.No
	return nil
}

// sentence is what was typed, or what the checklist would say.
func (d DefectInput) sentence() string {
	if d.Missing != "" {
		return d.Missing
	}
	k, _ := workflows.FiledFieldOf(workflows.FiledField(d.Field))
	if k.Paper {
		return "没有提交" + k.Name.ZH + "。"
	}
	return "没有写明" + k.Name.ZH + "。"
}

// defectTitle is what a mark is about: 申1 联系电话：
func defectTitle(d models.Defect) law.Text {
	k, _ := workflows.FiledFieldOf(d.Field)
	if d.Field == workflows.FieldOther {
		return law.Text{}
	}
	t := law.Text{ZH: k.Name.ZH + "：", EN: k.Name.EN + ": "}
	switch k.Of {
	case "party":
		return law.Text{ZH: d.Subject + " " + t.ZH, EN: d.Subject + " " + t.EN}
	case "claim":
		return law.Text{ZH: "第 " + d.Subject + " 项请求 " + t.ZH, EN: "claim " + d.Subject + ", " + t.EN}
	}
	return t
}

// checklist goes through the application as it stands.
func (a *Act) checklist() ([]workflows.CheckLine, error) {
	com, err := models.CommissionByID(a.Tx, a.Case.CommissionID)
	if err != nil {
		return nil, err
	}
	n, err := models.CountExhibits(a.Tx, a.Case)
	return workflows.Checklist(a.Case.Filing(workflows.AreaOf(com.Name), n, a.Tx.Today())), err
}
