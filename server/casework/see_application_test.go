package casework

import (
	"testing"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows/fault"
)

// The application is whole for whoever filed it, party or agent, for a party that applied alone, and for staff who may
// uncover what is masked.
func TestWhoReadsTheApplicationWhole(t *testing.T) {
	t.Parallel()
	const worker, colleague, agent, clerk = 1, 2, 3, 4
	self, other := int64(worker), int64(colleague)
	alone := &models.Case{Parties: []models.Party{{Side: models.ApplicantSide, Ordinal: 1, AccountID: &self}, {Side: models.RespondentSide, Ordinal: 1}}}
	two := &models.Case{Parties: append([]models.Party{{Side: models.ApplicantSide, Ordinal: 2, AccountID: &other}}, alone.Parties...)}
	role := func(r policies.Role, d policies.Dom, s policies.Standing) policies.Holding {
		return policies.Holding{Role: r, Dom: d, Standing: s}
	}
	applicant, speaks := role(policies.Worker, policies.ForSelf, policies.AsApplicant), role(policies.Agent, policies.ForSelf, policies.ApplicantAgentSpecial)
	tests := map[string]struct {
		of      *models.Case
		account int64
		as      policies.Holding
		filer   int64
		want    string // code of the refusal; empty when it is shown
	}{
		"applied alone":                       {alone, worker, applicant, worker, ""},
		"applied alone, the registry entered": {alone, worker, applicant, clerk, ""},
		"the agent filed":                     {two, agent, speaks, agent, ""},
		"an agent who did not":                {alone, agent, speaks, worker, "not-allowed"},
		"filed for both":                      {two, worker, applicant, worker, ""},
		"the other of two":                    {two, colleague, applicant, worker, "application-of-others"},
		"of two, the registry entered":        {two, worker, applicant, clerk, "application-of-others"},
		"the respondent":                      {alone, agent, role(policies.Employer, policies.ForSelf, policies.AsRespondent), worker, "not-allowed"},
		"the registry":                        {two, clerk, role(policies.Intake, policies.InCommission, policies.Office), worker, ""},
		"a member of the tribunal":            {two, clerk, role(policies.Arbitrator, policies.InCommission, policies.Member), worker, "not-allowed"},
	}
	gate := policies.MustGate()
	for name, tt := range tests {
		g, err := gate.Admit(policies.Actor{Account: tt.account}, policies.Case{Commission: 1, ID: 7}, []policies.Holding{tt.as}, policies.ViewCase)
		if err != nil {
			t.Fatal(err)
		}
		code := ""
		if f := fault.As(mayReadApplication(tt.of, g, tt.filer)); f != nil {
			code = f.Code
		}
		if code != tt.want {
			t.Errorf("%s: %q, want %q", name, code, tt.want)
		}
	}
}
