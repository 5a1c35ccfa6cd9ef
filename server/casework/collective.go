package casework

import (
	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/register"
)

// NotifyAtOnce tells the parties of a collective dispute everything in one notice (一次通知): the tribunal,
// the time to answer, the time for evidence, day and place of the hearing.
type NotifyAtOnce struct {
	Dated
	Sitting
	EvidenceUntil calendar.Date `json:"evidence_until,omitempty" doc:"双方举证期限的最后一日；已经指定过的不填 Last day for evidence of both sides; left out if it was set"`
	Guided        bool          `json:"guided,omitempty" doc:"已经引导双方协商或者调解 The parties were guided to talk or mediate"`
	Helpers       string        `json:"helpers,omitempty" maxLength:"200" doc:"参与协商调解的工会、企业代表组织等 Who helps: the union, an employers' association"`
	AtFirm        bool          `json:"at_firm,omitempty" doc:"到用人单位开庭 The hearing is held at the firm"`
}

func (NotifyAtOnce) Event() workflows.Event { return workflows.NotifyAtOnce }

func (n NotifyAtOnce) Tell(a *Act, f *workflows.Facts) error {
	was := !a.Case.EvidenceApplicantUntil.IsZero() && !a.Case.EvidenceRespondentUntil.IsZero()
	switch {
	case n.EvidenceUntil.IsZero() && !was:
		return bad("evidence_until", "请写明举证期限的最后一日。", "Please give the last day for evidence.")
	case !n.EvidenceUntil.IsZero() && !evidenceUnset(a.Case):
		return bad("evidence_until", "举证期限已经指定过，请不填；要延长的另行办理。", "The time for evidence was set already: leave this out; it is extended by a step of its own.")
	case n.EvidenceUntil.After(n.HearingOn):
		return bad("evidence_until", "举证期限的最后一日不能晚于开庭日期。", "The last day for evidence is not after the hearing day.")
	}
	f.Act.Evidence.Until = n.EvidenceUntil
	f.Act.Notify = workflows.NotifyParticulars{Given: true, Guided: n.Guided}
	return n.tell(f)
}

func evidenceUnset(c *models.Case) bool {
	return c.EvidenceApplicantUntil.IsZero() && c.EvidenceRespondentUntil.IsZero()
}

func (n NotifyAtOnce) Apply(a *Act) error {
	if c := a.Case; !n.EvidenceUntil.IsZero() {
		c.EvidenceApplicantUntil, c.EvidenceRespondentUntil = n.EvidenceUntil, n.EvidenceUntil
	}
	n.announce(a)
	a.say(documents.FieldEvidenceBy, calendar.Latest(a.Case.EvidenceApplicantUntil, a.Case.EvidenceRespondentUntil).String())
	a.say(documents.FieldDefenceTime, a.Rules.LengthFrom(workflows.DefencePeriod, a.On).ZH())
	a.say(documents.FieldHelpers, n.Helpers)
	if n.AtFirm {
		a.say(documents.FieldPlace, n.Place+"（到用人单位开庭）")
	}
	a.Detail["guided"], a.Detail["at_firm"] = n.Guided, n.AtFirm
	return nil
}

func (n NotifyAtOnce) wider(a *Act) ([]alongside, error) { return n.group(a, n.Dated, false), nil }

// collectiveExcept marks the case as one that goes first.
func collectiveExcept(f workflows.Facts) []ExceptView {
	if !f.Collective() || !f.Open() {
		return nil
	}
	return []ExceptView{{text("集体争议", "Collective dispute"), text("应当优先立案、优先审理。", "It is filed and heard before others."), register.Cite("R33-5")}}
}
