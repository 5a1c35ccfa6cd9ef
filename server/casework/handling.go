package casework

import (
	"strings"

	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
)

// HandleSimply takes a case into simple handling (简易处理): one arbitrator, thirty days. The parties are
// told the ground. Where the respondent agrees the time to answer may be shorter, or fall away.
type HandleSimply struct {
	Dated
	Ground       string     `json:"ground" enum:"clear-facts,small-amount,both-agree,agreement-review" doc:"简易处理的情形 Ground"`
	Average      claims.Fen `json:"average,omitempty" doc:"上年度全省职工年平均工资（元）；按标的额的要填 Last year's average annual wage of the province, for the ground of the amount"`
	BothAgree    bool       `json:"both_agree,omitempty" doc:"双方书面同意简易处理 Both parties agree in writing"`
	NothingBars  bool       `json:"nothing_bars" doc:"已核对：不涉及国家和社会公共利益，无重大社会影响，被申请人能联系上 Checked: no state or public interest, no major influence, the respondent can be found"`
	ShortDefence bool       `json:"short_defence,omitempty" doc:"被申请人同意缩短或者取消答辩期 The respondent agrees to a shorter time to answer, or to none"`
	DefenceDays  int        `json:"defence_days,omitempty" minimum:"0" maximum:"9" doc:"缩短后的答辩期，工作日；取消填0 That time in working days; 0 for none"`
}

func (HandleSimply) Event() workflows.Event { return workflows.HandleSimply }

func (h HandleSimply) Tell(a *Act, f *workflows.Facts) error {
	p := &f.Act.Handling
	p.Ground, p.Barred, f.Act.BothAgree = workflows.SimpleGround(h.Ground), !h.NothingBars, h.BothAgree
	if p.Ground == workflows.SimpleAmount {
		limit, err := h.limit(a)
		if err != nil {
			return err
		}
		var sum claims.Fen
		for _, cl := range a.Case.Claims {
			sum += cl.Amount
		}
		p.OverLimit = sum > limit
	}
	if h.DefenceDays > 0 && !h.ShortDefence {
		return bad("short_defence", "缩短答辩期要被申请人同意，请勾选。", "A shorter time to answer needs the respondent's consent: please tick it.")
	}
	return nil
}

// limit is last year's average annual wage of the province, as the commission knows it or as it was said.
func (h HandleSimply) limit(a *Act) (claims.Fen, error) {
	if h.Average > 0 {
		return h.Average, nil
	}
	known, err := a.parameters()
	if err != nil {
		return 0, err
	}
	if d, ok := known.At(claims.ProvinceAverageYear, a.On); ok {
		return claims.ParseYuan(d.Value)
	}
	return 0, bad("average", "按标的额简易处理的，请填写上年度全省职工年平均工资。", "For the ground of the amount, please give last year's average annual wage of the province.")
}

func (h HandleSimply) Apply(a *Act) error {
	c, ground := a.Case, workflows.SimpleGround(h.Ground)
	c.SimpleOn, c.SimpleGround = a.On, ground
	if h.ShortDefence {
		days := h.DefenceDays
		c.DefenceDays = &days
	}
	kind, _ := workflows.SimpleGroundOf(ground)
	a.say(documents.FieldGround, kind.Name.ZH)
	a.say(documents.FieldNewDue, dueText(c.Facts(a.Rules, a.Tx.Today()).SimpleReckoning().Statutory))
	if h.ShortDefence {
		a.say(documents.FieldDays, itoa(h.DefenceDays))
	}
	a.Detail["ground"] = h.Ground
	return nil
}

// ConvertToOrdinary takes it back to the ordinary way (转为一般程序): forty-five days from the original
// acceptance; facts that were confirmed need no new proof.
type ConvertToOrdinary struct {
	Dated
	Why    string `json:"why" enum:"unsuitable,public-interest,major-influence,whereabouts-unknown" doc:"转换的原因 Why"`
	Reason string `json:"reason" minLength:"2" maxLength:"1000" doc:"具体情况 What exactly"`
}

func (ConvertToOrdinary) Event() workflows.Event { return workflows.ConvertToOrdinary }

func (c ConvertToOrdinary) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.Handling.Why = workflows.OrdinaryReason(c.Why)
	return nil
}

func (c ConvertToOrdinary) Apply(a *Act) error {
	a.Case.OrdinaryOn, a.Case.OrdinaryReason = a.On, workflows.OrdinaryReason(c.Why)
	a.say(documents.FieldReason, strings.TrimSpace(c.Reason))
	a.say(documents.FieldNewDue, dueText(a.Case.Facts(a.Rules, a.Tx.Today()).AwardReckoning().Statutory))
	a.Detail["why"] = c.Why
	return nil
}
