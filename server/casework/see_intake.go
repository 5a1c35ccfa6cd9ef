package casework

import (
	"context"
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// IntakeView is what there is to look at before acceptance (立案审查): the checklist, who else may have
// the same matter, jurisdiction, and the time to apply. A party sees its own part of it.
type IntakeView struct {
	Ref         string                `json:"ref"`
	Number      string                `json:"number,omitempty"`
	State       workflows.State       `json:"state"`
	Party       bool                  `json:"party"`
	Right       *law.Text             `json:"right_to_sue,omitempty" doc:"受理期限和逾期起诉的权利 The time to decide, and the right to sue when it lapses"`
	Clock       *ClockView            `json:"clock,omitempty"`
	Checklist   []workflows.CheckLine `json:"checklist,omitempty"`
	Paper       []PaperPart           `json:"paper,omitempty" doc:"申请书现在的内容，要看的地方标出来 The application as it stands, with what must be looked at marked"`
	Came        *law.Text             `json:"came,omitempty" doc:"怎么来的 How it came"`
	Receipts    []ReceiptView         `json:"receipts,omitempty" doc:"补正和收到日期的变动 Corrections, and how the day of receipt moved"`
	Duplicates  []DuplicateView       `json:"duplicates,omitempty" doc:"可能是同一争议的其他案件 Other cases that may be about the same matter"`
	Venue       *VenueView            `json:"venue,omitempty"`
	Limitation  []LimitationView      `json:"limitation,omitempty"`
	Breaks      []InterruptionView    `json:"interruptions,omitempty"`
	Transferred *TransferView         `json:"transferred,omitempty"`
	Objections  []ObjectionView       `json:"objections,omitempty"`
}

// ReceiptView is one notice and its answer.
type ReceiptView struct {
	No        int           `json:"no"`
	Asked     calendar.Date `json:"asked_on"`
	MendBy    calendar.Date `json:"mend_by"`
	Completed calendar.Date `json:"completed_on"`
	Defects   []DefectView  `json:"defects"`
}

// DefectView is one marked field. Value is what stands there now, where it is nobody's personal data.
type DefectView struct {
	ID      int64                `json:"id"`
	Of      string               `json:"of,omitempty"`
	Field   workflows.FiledField `json:"field"`
	Name    law.Text             `json:"name"`
	Missing string               `json:"missing"`
	Value   string               `json:"value,omitempty"`
	Long    bool                 `json:"-"`
	Paper   bool                 `json:"paper,omitempty" doc:"要交的材料，不是要填的项 A paper to hand in, no field to fill"`
	Mended  calendar.Date        `json:"mended_on"`
}

// DuplicateView is one other case and why it is shown.
type DuplicateView struct {
	Ref         string         `json:"ref"`
	Number      string         `json:"number,omitempty"`
	State       law.Text       `json:"state"`
	OpenedOn    calendar.Date  `json:"opened_on"`
	Applicants  string         `json:"applicants"`
	Respondents string         `json:"respondents"`
	Claims      []ClaimInShort `json:"claims"`
	Why         []law.Text     `json:"why"`
	Bars        bool           `json:"bars" doc:"正在处理或已有生效文书 Pending, refused in writing or decided for good"`

	Law law.Citation `json:"law" doc:"重复的，不再受理的依据 Why the same matter is not taken again"`
}

// ClaimInShort is a claim beside one of another case.
type ClaimInShort struct {
	Title  law.Text      `json:"title"`
	Money  bool          `json:"money"`
	Amount claims.Fen    `json:"amount"`
	From   calendar.Date `json:"period_from"`
	To     calendar.Date `json:"period_to"`
}

// VenueView is jurisdiction by the two places on record.
type VenueView struct {
	workflows.VenueFinding
	Performance      string `json:"performance_place"`
	PerformanceProof string `json:"performance_proof"`
	Employer         string `json:"employer_place"`
	EmployerProof    string `json:"employer_proof"`
}

// LimitationView is the time to apply for one claim. Staff see the arithmetic, a party the sentence.
type LimitationView struct {
	No      int                       `json:"no"`
	Title   law.Text                  `json:"title"`
	State   workflows.LimitationState `json:"state,omitempty"`
	Due     calendar.Date             `json:"due"`
	Says    law.Text                  `json:"says"`
	Working []workflows.Line          `json:"working,omitempty"`
}

// InterruptionView is one event that interrupted or suspended it.
type InterruptionView struct {
	Name     law.Text      `json:"name"`
	On       calendar.Date `json:"on"`
	Until    calendar.Date `json:"until"`
	Evidence string        `json:"evidence"`
}

// TransferView is where the case came from, with the end of its record there and what happened.
type TransferView struct {
	From     string        `json:"from"`
	Ref      string        `json:"ref"`
	Number   string        `json:"number"`
	SentOn   calendar.Date `json:"sent_on"`
	TakenOn  calendar.Date `json:"taken_on"`
	Disputed calendar.Date `json:"disputed_on"`
	Superior string        `json:"superior,omitempty"`
	Events   int           `json:"events" doc:"原案记录条数 How many events its record has there"`
	Head     string        `json:"head" doc:"原案最后一条记录的校验值 Hash of the last"`
	Record   []PastEvent   `json:"record,omitempty"`
}

// PastEvent is one line of the record at the commission that the case came from.
type PastEvent struct {
	No   int           `json:"no"`
	Name law.Text      `json:"name"`
	On   calendar.Date `json:"on"`
	Hash string        `json:"hash"`
}

// ObjectionView is one objection to jurisdiction.
type ObjectionView struct {
	Party     string        `json:"party"`
	On        calendar.Date `json:"on"`
	Competent string        `json:"competent"`
	Decided   calendar.Date `json:"decided_on"`
	Founded   *bool         `json:"founded,omitempty"`
}

// SeeIntake shows it to somebody who may see the case; that it was opened is on record.
func (d *Desk) SeeIntake(ctx context.Context, who policies.Actor, ref string) (*IntakeView, error) {
	var v *IntakeView
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		if v, err = d.intakeView(tx, c, g); err != nil {
			return err
		}
		return models.NoteRead(tx, c.Key(), who.Account, "intake")
	})
	if err != nil {
		return nil, fmt.Errorf("see intake: %w", err)
	}
	return v, nil
}

func (d *Desk) intakeView(tx *models.Tx, c *models.Case, g policies.Grant) (*IntakeView, error) {
	law, err := rules(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	f := c.Facts(law, tx.Today())
	v := &IntakeView{Ref: c.Ref, Number: c.CaseNumber(), State: c.State, Party: g.Party()}
	v.Right = rightToSue(f, g)
	for _, k := range workflows.Clocks(f) {
		if k.Period == workflows.AcceptancePeriod {
			at := clockView(k, tx.Today(), f.Law.Days)
			v.Clock = &at
		}
	}
	v.Receipts = receiptViews(c, g)
	v.Limitation, v.Breaks = limitationViews(c, f, g), breakViews(c)
	for _, o := range c.Objections {
		for _, p := range c.Parties {
			if p.ID == o.PartyID {
				v.Objections = append(v.Objections, ObjectionView{p.Mark(), o.ObjectedOn, o.Competent, o.DecidedOn, o.Founded})
			}
		}
	}
	if g.Party() || g.Is(policies.Organisation) || g.Is(policies.Mediating) {
		return v, nil
	}
	return v, d.forTheRegistry(tx, c, g, v)
}

// forTheRegistry adds what only the commission's own staff see.
func (d *Desk) forTheRegistry(tx *models.Tx, c *models.Case, g policies.Grant, v *IntakeView) error {
	com, err := models.CommissionByID(tx, c.CommissionID)
	if err != nil {
		return err
	}
	n, err := models.CountExhibits(tx, c)
	if err != nil {
		return err
	}
	v.Checklist = workflows.Checklist(c.Filing(workflows.AreaOf(com.Name), n, tx.Today()))
	v.Paper = paperOf(c, v.Checklist, g.May(policies.RevealParty))
	v.Venue = &VenueView{venueOf(c, com), c.PerformancePlace, c.PerformanceProof, c.EmployerPlace, c.EmployerProof}
	if slices.Contains(g.Capacities(), workflows.Registry) {
		list, err := models.Duplicates(tx, c.CommissionID, models.MatterOf(c))
		if err != nil {
			return err
		}
		v.Duplicates = duplicateViews(list)
		filed, err := models.FiledCases(tx, c.CommissionID, []int64{c.ID})
		if err != nil {
			return err
		}
		_, how := came(filed[c.ID])
		v.Came = &how
	}
	if c.Transfer != nil {
		v.Transferred, err = transferView(tx, c.Transfer)
	}
	return err
}

func inShort(list []models.Claim) []ClaimInShort {
	out := make([]ClaimInShort, len(list))
	for i, c := range list {
		out[i] = ClaimInShort{claimTitle(c), moneyClaim(c.Code), c.Amount, c.PeriodFrom, c.PeriodTo}
	}
	return out
}

func duplicateViews(list []models.Duplicate) []DuplicateView {
	var views []DuplicateView
	for _, x := range list {
		v := DuplicateView{Ref: x.Ref, Number: x.Number, State: x.State.Says().Staff, OpenedOn: x.OpenedOn, Applicants: x.Applicants, Respondents: x.Respondents, Claims: inShort(x.Claims), Bars: workflows.Bars(x.State, x.Mode)}
		if k, ok := workflows.GroundOf(workflows.SameMatter); ok {
			v.Law = k.Law
		}
		if x.Mode != "" {
			v.State = x.Mode.Name()
		}
		why := func(yes bool, zh, en string) {
			if yes {
				v.Why = append(v.Why, text(zh, en))
			}
		}
		why(x.SamePerson, "同一劳动者（身份证号相同）", "the same worker (same resident ID)")
		why(x.SameEmployer, "同一用人单位（信用代码相同）", "the same employer (same credit code)")
		why(x.SameClaims > 0, fmt.Sprintf("%d 类请求相同", x.SameClaims), fmt.Sprintf("%d kinds of claim in common", x.SameClaims))
		why(x.SamePeriod, "请求的时间段重叠", "the times asked for overlap")
		views = append(views, v)
	}
	return views
}

// receiptViews are the notices with their marks: for the applicant and the staff.
func receiptViews(c *models.Case, g policies.Grant) []ReceiptView {
	if g.Party() && sideOf(g) != models.ApplicantSide {
		return nil
	}
	var list []ReceiptView
	for _, n := range c.Corrections {
		v := ReceiptView{No: n.No, Asked: n.AskedOn, MendBy: n.MendBy, Completed: n.CompletedOn}
		for i := range c.Defects {
			if c.Defects[i].CorrectionID == n.ID {
				v.Defects = append(v.Defects, defectView(c, &c.Defects[i]))
			}
		}
		list = append(list, v)
	}
	return list
}

func defectView(c *models.Case, d *models.Defect) DefectView {
	k, _ := workflows.FiledFieldOf(d.Field)
	v := DefectView{ID: d.ID, Of: d.Subject, Field: d.Field, Name: k.Name, Missing: d.Missing, Long: k.Long, Paper: k.Paper, Mended: d.MendedOn}
	switch d.Field {
	case workflows.FieldIDNumber, workflows.FieldPhone, workflows.FieldAddress:
	default:
		v.Value = heldBy(c, d)
	}
	return v
}

func limitationViews(c *models.Case, f workflows.Facts, g policies.Grant) []LimitationView {
	applied := f.Application.FirstReceived
	if applied.IsZero() {
		applied = f.Today
	}
	var list []LimitationView
	for _, cl := range c.Claims {
		l := workflows.CountLimitation(f.Law.Days, c.LimitationOf(cl), applied)
		v := LimitationView{No: cl.No, Title: claimTitle(cl), Says: workflows.LimitationSays(l)}
		if !g.Party() {
			v.State, v.Due, v.Working = l.State, l.Statutory, l.Working
		}
		list = append(list, v)
	}
	return list
}

func breakViews(c *models.Case) []InterruptionView {
	var list []InterruptionView
	for _, i := range c.Interruptions {
		for _, k := range workflows.InterruptionGrounds() {
			if k.Kind == i.Kind {
				list = append(list, InterruptionView{Name: k.Name, On: i.HappenedOn, Evidence: i.Evidence})
			}
		}
	}
	for _, o := range c.Obstacles {
		list = append(list, InterruptionView{Name: text("中止", "suspended"), On: o.FromOn, Until: o.ToOn, Evidence: o.Evidence})
	}
	return list
}

func transferView(tx *models.Tx, t *models.TransferIn) (*TransferView, error) {
	com, err := models.CommissionByID(tx, t.SenderID)
	if err != nil {
		return nil, err
	}
	v := &TransferView{From: com.Name, Ref: t.SenderRef, Number: t.SenderNumber, SentOn: t.SentOn, TakenOn: t.TakenOn, Disputed: t.DisputedOn,
		Superior: t.Superior, Events: t.Events, Head: fmt.Sprintf("%x", t.Head)}
	past, err := models.PastEvents(tx, t)
	for _, e := range past {
		v.Record = append(v.Record, PastEvent{e.No, nameOf(e.Event), e.HappenedOn, fmt.Sprintf("%x", e.Hash)})
	}
	return v, err
}

// rightToSue is the sentence about the time to decide on acceptance, for everybody but the respondent.
func rightToSue(f workflows.Facts, g policies.Grant) *law.Text {
	if says, ok := workflows.AwardRightToSue(f); ok {
		return &says
	}
	says, ok := workflows.RightToSue(f)
	if !ok || (g.Party() && sideOf(g) == models.RespondentSide) {
		return nil
	}
	return &says
}
