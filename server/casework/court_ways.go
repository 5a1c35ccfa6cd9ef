package casework

import (
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
)

// RecordConfirmation notes what the court did about a joint application to confirm the agreement (记录司法确认).
type RecordConfirmation struct {
	Dated
	Stage  string `json:"stage" enum:"applied,held-valid,declined" doc:"到了哪一步 How far it has come"`
	Court  string `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
	Joint  bool   `json:"joint,omitempty" doc:"双方共同申请 Both ask together"`
	Reason string `json:"reason,omitempty" maxLength:"500" doc:"裁定文号、理由 The ruling's number, or why"`
}

func (RecordConfirmation) Event() workflows.Event { return workflows.RecordConfirmation }

func (r RecordConfirmation) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Stage, f.Act.BothAgree = workflows.CourtStage(r.Stage), r.Joint
	return a.afterLastStage(models.Confirmation)
}

func (r RecordConfirmation) Apply(a *Act) error {
	a.reach(models.CourtStage{Way: models.Confirmation, Stage: workflows.CourtStage(r.Stage), Court: r.Court, Reason: r.Reason})
	return nil
}

// RecordPaymentOrder notes how a payment order comes along (记录支付令): only for the four kinds of
// money that the law names.
type RecordPaymentOrder struct {
	Dated
	Stage  string   `json:"stage" enum:"applied,taken-up,declined,issued,received,objected,ended,enforceable" doc:"到了哪一步 How far it has come"`
	Court  string   `json:"court" minLength:"2" maxLength:"100" doc:"法院 Court"`
	Kinds  []string `json:"kinds,omitempty" maxItems:"4" enum:"wages,injury-medical,severance,damages" doc:"哪几种款项：拖欠劳动报酬、工伤医疗费、经济补偿、赔偿金 Which kinds of money"`
	Reason string   `json:"reason,omitempty" maxLength:"500" doc:"文号、异议或者驳回的理由 Number, or why it was objected to or declined"`
}

func (RecordPaymentOrder) Event() workflows.Event { return workflows.RecordPaymentOrder }

func (r RecordPaymentOrder) Tell(a *Act, f *workflows.Facts) error {
	f.Act.Stage = workflows.CourtStage(r.Stage)
	if f.Act.Stage == workflows.CourtApplied && len(r.Kinds) == 0 {
		return bad("kinds", "支付令只适用于拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金，请写明是哪几种。", "A payment order is for wages, injury medical costs, severance or damages: please say which.")
	}
	return a.afterLastStage(models.PaymentOrder)
}

func (r RecordPaymentOrder) Apply(a *Act) error {
	slices.Sort(r.Kinds)
	a.reach(models.CourtStage{Way: models.PaymentOrder, Stage: workflows.CourtStage(r.Stage), Court: r.Court,
		Kinds: strings.Join(slices.Compact(r.Kinds), ","), Reason: r.Reason})
	if workflows.CourtStage(r.Stage) == workflows.CourtApplied {
		a.interrupt(workflows.SoughtRelief, "申请支付令")
	}
	return nil
}

// afterLastStage keeps the days in order: nothing is reached before what it follows.
func (a *Act) afterLastStage(way string) error {
	g := a.Case.Agreement()
	for _, x := range a.Case.CourtStages {
		if g != nil && x.AgreementID == g.ID && x.Way == way && a.On.Before(x.ReachedOn) {
			return bad("on", "不能早于上一步（"+x.ReachedOn.String()+"）。", "It cannot be before the step it follows ("+x.ReachedOn.String()+").")
		}
	}
	return nil
}

func (a *Act) reach(s models.CourtStage) {
	s.Child, s.AgreementID, s.ReachedOn = a.child(), a.Case.Agreement().ID, a.On
	a.Case.CourtStages = append(a.Case.CourtStages, s)
	a.Case.Change(&a.Case.CourtStages[len(a.Case.CourtStages)-1])
	a.Detail["way"], a.Detail["stage"] = s.Way, string(s.Stage)
}
