package demo

import (
	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// closedBy proposes a closing and has the head of the court let it out.
func (d *dispute) closedBy(login string, cmd casework.Command) {
	d.proposed(login, cmd)
	d.work(d.rnd.IntN(2))
	d.approve("yuanzhang", cmd.Event())
	d.archived()
}

func (d *dispute) withdrawn(by string, settled bool) {
	if by == "" {
		by = d.clerk()
	}
	d.do(d.clerk(), casework.AskWithdrawal{Settled: settled})
	d.closedBy(by, casework.AllowWithdrawal{})
}

func (d *dispute) mediatedInHearing(on calendar.Date) {
	d.heard(on)
	d.do(d.panel[0], casework.AttemptMediation{Result: "agreed", Terms: "单位分两期支付，双方再无其他争议。"})
	amount := d.part(70)
	d.proposed(d.panel[0], casework.CloseByMediation{ApplicantSignedOn: d.day, RespondentSignedOn: d.day, Amount: amount})
	d.work(d.rnd.IntN(2))
	d.approve("yuanzhang", workflows.CloseByMediation)
	d.payment(amount, d.w.days.Roll(d.day.Next(20)), d.recorder)
	d.archived()
}

func (d *dispute) awarded(on calendar.Date) {
	d.heard(on)
	d.do(d.panel[0], casework.AttemptMediation{Result: "failed"})
	d.do(d.panel[0], casework.CloseHearing{})
	if d.rnd.IntN(12) == 0 {
		d.proposed(d.panel[0], casework.ExtendAwardPeriod{Days: 15, Reason: "案情复杂，需要补充调查"})
		d.approve("zhuren", workflows.ExtendAwardPeriod)
		d.work(6)
	}
	if d.rnd.IntN(18) == 0 {
		d.work(14) // somebody was late
	}
	d.work(3 + d.rnd.IntN(5))
	d.award()
}

// award decides every claim..
func (d *dispute) award() {
	d.proposed(d.panel[0], casework.MakeAward{Items: d.items()})
	for _, member := range d.panel[1:] {
		d.do(member, casework.SignAward{})
	}
	d.work(d.rnd.IntN(2))
	d.approve("yuanzhang", workflows.MakeAward)
	d.work(2)
	for _, p := range []workflows.Paper{workflows.AwardFinalPaper, workflows.AwardNonFinalPaper} {
		if d.papers[p] != 0 {
			d.serve(p, d.recorder, d.all()...)
		}
	}
	d.later(12)
	switch d.rnd.IntN(14) {
	case 0:
		d.do(d.recorder, casework.RecordSuit{Kind: "suit", Side: choose(d.rnd, []string{"applicant", "respondent"}), Court: "仙居县人民法院"})
	case 1:
		d.later(25)
		d.do(d.recorder, casework.RecordEnforcement{Court: "仙居县人民法院"})
	default:
		d.payment(d.part(60), d.w.days.Roll(d.day.Next(15)), d.recorder)
	}
	d.archived()
}

func (d *dispute) items() []casework.AwardItem {
	var list []casework.AwardItem
	for i, c := range d.claims {
		item := casework.AwardItem{No: i + 1, Reasons: "劳动合同、工资条和考勤记录可以相互印证。"}
		switch n := d.rnd.IntN(10); {
		case c.Amount == 0:
			item.Decision, item.Reasons = "supported", "双方符合建立劳动关系的实质要件。"
		case n < 4:
			item.Decision, item.Amount = "supported", c.Amount
		case n < 9:
			item.Decision, item.Amount = "partly", c.Amount*6/10/100*100
		default:
			item.Decision, item.Reasons = "rejected", "没有证据证明。"
		}
		list = append(list, item)
	}
	return list
}

func (d *dispute) archived() {
	d.later(60 + d.rnd.IntN(60))
	by := d.recorder
	if by == "" {
		by = d.clerk()
	}
	d.do(by, casework.Archive{})
}
