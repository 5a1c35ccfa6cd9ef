package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Circumstances are what jurisdiction, joint parties and the year to apply depend on (管辖、用工情况).
type Circumstances struct {
	Employment       string        `json:"employment,omitempty" enum:"contract,dispatch,part-time,appointed" doc:"用工形式 How the worker is employed"`
	EmploymentEnded  calendar.Date `json:"employment_ended,omitempty" doc:"劳动关系终止之日 The day the employment ended"`
	PerformancePlace string        `json:"performance_place,omitempty" maxLength:"120" doc:"劳动合同履行地（实际工作地点） Place of work"`
	PerformanceProof string        `json:"performance_proof,omitempty" maxLength:"200" doc:"履行地的证明材料 Proof of the place of work"`
	EmployerPlace    string        `json:"employer_place,omitempty" maxLength:"120" doc:"用人单位所在地 The employer's place"`
	EmployerProof    string        `json:"employer_proof,omitempty" maxLength:"200" doc:"单位所在地的证明材料 Proof of the employer's place"`
}

// fill writes down what was said; what was left out stays.
func (s Circumstances) fill(c *models.Case) {
	set := func(into *string, v string) {
		if v != "" {
			*into = v
		}
	}
	if s.Employment != "" {
		c.Employment = workflows.Employment(s.Employment)
	}
	if !s.EmploymentEnded.IsZero() {
		c.EmploymentEndedOn = s.EmploymentEnded
	}
	set(&c.PerformancePlace, s.PerformancePlace)
	set(&c.PerformanceProof, s.PerformanceProof)
	set(&c.EmployerPlace, s.EmployerPlace)
	set(&c.EmployerProof, s.EmployerProof)
}

// ObjectToJurisdiction is a respondent's written objection, within the defence period (管辖异议). If it
// is well-founded the case is transferred; otherwise it is dismissed in writing.
type ObjectToJurisdiction struct {
	Dated
	Party     string `json:"party,omitempty" maxLength:"8" doc:"哪位被申请人，如 被1；自己提出的不填 Which respondent, as 被1"`
	Competent string `json:"competent" minLength:"2" maxLength:"100" doc:"认为有管辖权的仲裁委 The commission thought competent"`
	Reason    string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (ObjectToJurisdiction) Event() workflows.Event { return workflows.ObjectToJurisdiction }

func (o ObjectToJurisdiction) Tell(a *Act, _ *workflows.Facts) error {
	p, err := a.party(o.Party)
	if err == nil && p.Side != models.RespondentSide {
		err = bad("party", "管辖异议由被申请人提出，如 被1。", "An objection is a respondent's, as 被1.")
	}
	return err
}

func (o ObjectToJurisdiction) Apply(a *Act) error {
	p, err := a.party(o.Party)
	if err != nil {
		return err
	}
	a.Case.Objections = append(a.Case.Objections, models.Objection{Child: a.child(), PartyID: p.ID, ObjectedOn: a.On, Competent: o.Competent, Reason: o.Reason})
	a.Case.Change(&a.Case.Objections[len(a.Case.Objections)-1])
	a.Detail["party"] = p.Mark()
	return nil
}

// DismissObjection dismisses the objection in writing (驳回管辖异议).
type DismissObjection struct {
	Dated
	Reason string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (DismissObjection) Event() workflows.Event { return workflows.DismissObjection }

func (d DismissObjection) Apply(a *Act) error {
	a.decideObjections(false)
	a.say(documents.FieldReason, d.Reason)
	return nil
}

// decideObjections answers the objection that waits; a transfer answers it as well-founded.
func (a *Act) decideObjections(founded bool) {
	for i := range a.Case.Objections {
		if o := &a.Case.Objections[i]; o.DecidedOn.IsZero() {
			o.DecidedOn, o.Founded = a.On, &founded
			a.Case.Change(o)
		}
	}
}

// Refer names the commission that is competent, in writing (告知有管辖权的仲裁委).
type Refer struct {
	Dated
	Commission string `json:"commission" minLength:"2" maxLength:"100" doc:"有管辖权的仲裁委 The competent commission"`
	Reason     string `json:"reason" minLength:"2" maxLength:"1000" doc:"理由 Reason"`
}

func (Refer) Event() workflows.Event { return workflows.Refer }

func (r Refer) Apply(a *Act) error {
	referred, no := "referred", false
	if app := a.Case.Application(); app != nil {
		app.DecidedOn, app.Outcome, app.Reason, app.Jurisdiction = a.On, &referred, r.Reason, &no
		a.Case.Change(app)
	}
	a.say(documents.FieldCommission, r.Commission)
	a.say(documents.FieldReason, r.Reason)
	return nil
}

// venueOf is who has jurisdiction by the two places on record.
func venueOf(c *models.Case, com *models.Commission) workflows.VenueFinding {
	return workflows.Venue(c.PerformancePlace, c.EmployerPlace, workflows.AreaOf(com.Name))
}
