package workflows

import "testing"

// The side that a result goes against bears the cost; of an unclear one, the side that asked.
func TestWhoBearsAnAppraisal(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		asked  Capacity
		result AppraisalResult
		bears  Capacity
		rule   string
	}{
		{Applicant, AgainstApplicant, Applicant, "ZJ-29"},
		{Applicant, AgainstRespondent, Respondent, "ZJ-29"},
		{Respondent, AgainstApplicant, Applicant, "ZJ-29"},
		{Applicant, ResultUnclear, Applicant, "R33-40"},
		{Respondent, ResultUnclear, Respondent, "R33-40"},
	} {
		bears, why, cite := AppraisalBearer(tt.asked, tt.result)
		if bears != tt.bears || cite.Rule != tt.rule || why.ZH == "" || why.EN == "" {
			t.Errorf("asked by the %s, %s: borne by the %s (%s), want %s (%s)", tt.asked, tt.result, bears, cite.Rule, tt.bears, tt.rule)
		}
	}
}
