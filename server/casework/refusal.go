package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
)

// RefuseAcceptance refuses in writing, for a ground of the closed list, with the right to sue; the
// registry proposes, the head decides (不予受理). Lacking jurisdiction is no ground: that is Refer.
type RefuseAcceptance struct {
	Dated
	Ground  string `json:"ground" enum:"insurance-agency,housing-reform,grade-objection,family-helper,craft-helper,farm-hand,out-of-scope,no-clear-claims,wrong-parties,same-matter,deemed-before,not-corrected" doc:"不予受理的情形 Ground"`
	Earlier string `json:"earlier,omitempty" maxLength:"60" doc:"原案的查询号或案号 Reference or number of the earlier case"`
	Reason  string `json:"reason" minLength:"2" maxLength:"2000" doc:"理由 Reason"`
}

func (RefuseAcceptance) Event() workflows.Event { return workflows.RefuseAcceptance }

// Tell finds the earlier case, where the ground is one.
func (r RefuseAcceptance) Tell(a *Act, f *workflows.Facts) error {
	f.Act.ChecksGiven, f.Act.Reason, f.Act.Intake.Ground = true, r.Reason, workflows.Ground(r.Ground)
	if r.Earlier == "" {
		return nil
	}
	old, err := models.FindCase(a.Tx, cleanNumber(r.Earlier))
	if fault.Is(err, fault.NotFound) || (err == nil && (old.CommissionID != a.Case.CommissionID || old.ID == a.Case.ID || !sameApplicant(old, a.Case))) {
		return bad("earlier", "本会没有同一申请人的这件原案，请核对查询号或案号。", "There is no such earlier case of the same applicant here; please check the reference.")
	}
	if err != nil {
		return err
	}
	i := &f.Act.Intake
	i.EarlierFound, i.EarlierState, i.EarlierMode = true, old.State, old.ClosingMode()
	i.EarlierRevoked = revokedWhole(old)
	i.EarlierProof = applicantsNoticed(old, a.Rules)
	return nil
}

// sameApplicant says whether an applicant of one case applies in the other: by the digest of the ID,
// by credit code, or, where neither is known, by name.
func sameApplicant(x, y *models.Case) bool {
	for _, p := range x.Parties {
		for _, q := range y.Parties {
			if p.Side == models.ApplicantSide && q.Side == models.ApplicantSide && samePerson(p, q) {
				return true
			}
		}
	}
	return false
}

func samePerson(p, q models.Party) bool {
	switch {
	case len(p.IDMac) > 0 && len(q.IDMac) > 0:
		return string(p.IDMac) == string(q.IDMac)
	case p.CreditCode != "" && q.CreditCode != "":
		return p.CreditCode == q.CreditCode
	}
	return p.Name == q.Name
}

// applicantsNoticed says whether the service record proves that every applicant had the notice of the
// case's last hearing.
func applicantsNoticed(c *models.Case, rules workflows.Rules) bool {
	n := 0
	for _, s := range c.Facts(rules, c.StateSince).Hearing.Notices {
		if p := partyMarked(c, s.Party); p != nil && p.Side == models.ApplicantSide {
			if s.On.IsZero() {
				return false
			}
			n++
		}
	}
	return n > 0
}

// Apply notes the ground and which of the four tests failed.
func (r RefuseAcceptance) Apply(a *Act) error {
	refused, no := "refused", false
	k, _ := workflows.GroundOf(workflows.Ground(r.Ground))
	app := a.Case.Application()
	app.DecidedOn, app.Outcome, app.Reason, app.Ground = a.On, &refused, r.Reason, k.Ground
	switch k.Test {
	case 1:
		app.InScope = &no
	case 2:
		app.ClearClaims = &no
	case 3:
		app.RightParties = &no
	}
	a.Case.Change(app)
	a.say(documents.FieldReason, r.Reason)
	a.say(documents.FieldGround, r.Ground)
	a.Detail["ground"] = r.Ground
	return nil
}

// CertifyNoDecision certifies that the application was received and nothing was decided in time, with
// the reason where there is one that the court asks about (逾期未作出受理决定证明).
type CertifyNoDecision struct {
	Dated
	Cause string `json:"cause,omitempty" enum:"none,transfer,service,other-case,awaiting-hearing,expert,other-cause" doc:"未作决定的情形 Why nothing was decided"`
}

func (CertifyNoDecision) Event() workflows.Event { return workflows.CertifyNoDecision }

// Tell keeps the cause to the staff: an applicant only asks.
func (c CertifyNoDecision) Tell(a *Act, f *workflows.Facts) error {
	f.Act.ByClock = a.Capacity == workflows.Clock
	if a.Capacity == workflows.Applicant && c.Cause != "" && c.Cause != "none" {
		return bad("cause", "未作决定的情形由工作人员填写。", "Why nothing was decided is for the staff to say.")
	}
	return nil
}

func (c CertifyNoDecision) Apply(a *Act) error {
	if c.Cause == "" {
		c.Cause = "none"
	}
	a.say(documents.FieldGround, c.Cause)
	a.say(documents.FieldReceivedOn, a.Case.Application().ReceivedOn.String())
	a.Detail["cause"] = c.Cause
	return nil
}
