package casework

import (
	"strings"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// RecordAppraisalCost notes what an appraisal cost and against whom it went (登记鉴定费用). Who asked for it has
// advanced it; who bears it follows from the result, and stands in the award.
type RecordAppraisalCost struct {
	Dated
	Agency  string     `json:"agency" minLength:"2" maxLength:"100" doc:"鉴定机构 The agency"`
	Chosen  string     `json:"chosen" enum:"agreed-agency,appointed-agency" doc:"机构怎么定的：双方约定、仲裁庭指定 Agreed by the parties, or appointed by the tribunal"`
	AskedBy string     `json:"asked_by" enum:"applicant,respondent" doc:"哪一方申请鉴定并垫付费用 Which side asked for it and advanced the cost"`
	Amount  claims.Fen `json:"amount" doc:"鉴定费（元）The cost in yuan"`
	Result  string     `json:"result" enum:"against-applicant,against-respondent,result-unclear" doc:"鉴定结论对哪一方不利 Against whom the result goes"`
}

func (RecordAppraisalCost) Event() workflows.Event { return workflows.RecordAppraisalCost }

func (r RecordAppraisalCost) Apply(a *Act) error {
	if r.Amount <= 0 {
		return bad("amount", "鉴定费要大于零。", "The cost is above nought.")
	}
	row := models.AppraisalCost{Child: a.child(), RecordedOn: a.On, Agency: r.Agency, Agreed: r.Chosen == "agreed-agency", AskedBy: models.Side(r.AskedBy), Amount: r.Amount,
		Result: workflows.AppraisalResult(r.Result)}
	a.Case.AppraisalCosts = append(a.Case.AppraisalCosts, row)
	a.Case.Change(&a.Case.AppraisalCosts[len(a.Case.AppraisalCosts)-1])
	a.Detail["amount_fen"], a.Detail["result"] = int64(r.Amount), r.Result
	return nil
}

// AppraisalView is one appraisal's cost, with who bears it and why.
type AppraisalView struct {
	On      calendar.Date      `json:"on"`
	Agency  string             `json:"agency"`
	Agreed  bool               `json:"agreed" doc:"双方约定的机构 The parties agreed on it"`
	Amount  claims.Fen         `json:"amount"`
	AskedBy models.Side        `json:"asked_by" doc:"申请鉴定并垫付 Asked for it and advanced the cost"`
	Bears   workflows.Capacity `json:"bears" doc:"由哪一方承担 Which side bears it"`
	Why     law.Text           `json:"why"`
	Law     law.Citation       `json:"law"`
}

func appraisalViews(c *models.Case) (list []AppraisalView) {
	for _, x := range c.AppraisalCosts {
		v := AppraisalView{On: x.RecordedOn, Agency: x.Agency, Agreed: x.Agreed, Amount: x.Amount, AskedBy: x.AskedBy}
		v.Bears, v.Why, v.Law = workflows.AppraisalBearer(workflows.Capacity(x.AskedBy), x.Result)
		list = append(list, v)
	}
	return list
}

// sayAppraisals lends an award the words on what appraisals cost and who bears it.
func (a *Act) sayAppraisals() {
	side := map[string]string{"applicant": "申请人", "respondent": "被申请人"}
	var said []string
	for _, v := range appraisalViews(a.Case) {
		line := "鉴定费 " + v.Amount.Grouped() + " 元由" + side[string(v.Bears)] + "承担（" + v.Why.ZH + "，" + v.Law.ZH + "）"
		if asked := string(v.AskedBy); asked != string(v.Bears) {
			line += "，" + side[asked] + "已垫付的，由" + side[string(v.Bears)] + "支付给" + side[asked]
		}
		said = append(said, line+"。")
	}
	a.say(documents.FieldAppraisal, strings.Join(said, "\n"))
}
