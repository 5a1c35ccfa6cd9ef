package workflows

import "tiaocai/workflows/law"

// AppraisalResult is against whom an appraisal went (鉴定结论).
type AppraisalResult string

// The results.
const (
	AgainstApplicant  AppraisalResult = "against-applicant"  // 对申请人不利
	AgainstRespondent AppraisalResult = "against-respondent" // 对被申请人不利
	ResultUnclear     AppraisalResult = "result-unclear"     // 结论不明确
)

// appraisals are the steps about what an appraisal costs; the commission itself charges nothing.
var appraisals = []Row{
	{ // 登记鉴定费用
		Event: RecordAppraisalCost, Name: text("登记鉴定费用", "Record what an appraisal cost"),
		From: proceeding, To: Same, By: by(Tribunal, Recorder),
		When: when(TribunalFormed),
		Law:  law.CaseRules(40), RestsOn: accepted,
	},
}

// AppraisalBearer is the side that bears the cost, and why: whom the result goes against; where it is
// unclear, who asked for the appraisal. Who asks advances it (鉴定费用的承担).
func AppraisalBearer(asked Capacity, r AppraisalResult) (Capacity, law.Text, law.Citation) {
	switch r {
	case AgainstApplicant:
		return Applicant, text("鉴定结论对申请人不利", "the result goes against the applicant"), law.Zhejiang(29)
	case AgainstRespondent:
		return Respondent, text("鉴定结论对被申请人不利", "the result goes against the respondent"), law.Zhejiang(29)
	}
	return asked, text("鉴定结论不明确，由申请鉴定的一方承担", "the result is unclear: who asked for it bears it"), law.CaseRules(40)
}
