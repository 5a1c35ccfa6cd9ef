package casework

import (
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// SetEvidencePeriod sets the last day for a side's evidence, or moves it on for a party in real
// difficulty (指定、延长举证期限).
type SetEvidencePeriod struct {
	Dated
	Side   string        `json:"side" enum:"both,applicant,respondent" doc:"哪一方 Which side"`
	Until  calendar.Date `json:"until" doc:"最后一日 Last day"`
	Reason string        `json:"reason,omitempty" maxLength:"1000" doc:"延长的理由 Why it is extended"`
}

func (SetEvidencePeriod) Event() workflows.Event { return workflows.SetEvidencePeriod }

func (s SetEvidencePeriod) Tell(a *Act, f *workflows.Facts) error {
	if s.Until.IsZero() {
		return bad("until", "请写明最后一日。", "Please give the last day.")
	}
	f.Act.Reason, f.Act.Evidence.Until = s.Reason, s.Until
	for _, at := range s.days(a) {
		f.Act.Evidence.Present = calendar.Latest(f.Act.Evidence.Present, *at)
	}
	return nil
}

// days are the days that the step is about.
func (s SetEvidencePeriod) days(a *Act) []*calendar.Date {
	switch s.Side {
	case "applicant":
		return []*calendar.Date{&a.Case.EvidenceApplicantUntil}
	case "respondent":
		return []*calendar.Date{&a.Case.EvidenceRespondentUntil}
	}
	return []*calendar.Date{&a.Case.EvidenceApplicantUntil, &a.Case.EvidenceRespondentUntil}
}

func (s SetEvidencePeriod) Apply(a *Act) error {
	for _, at := range s.days(a) {
		*at = s.Until
	}
	a.Detail["side"], a.Detail["until"] = s.Side, s.Until
	a.say(documents.FieldSide, s.Side)
	a.say(documents.FieldUntil, s.Until.String())
	return nil
}

// EvidenceDays are the last days for evidence of both sides; none while the time is open.
type EvidenceDays struct {
	Applicant  calendar.Date `json:"applicant"`
	Respondent calendar.Date `json:"respondent"`
}
