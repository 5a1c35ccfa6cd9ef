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
	d.closed()
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

// closed is how a hearing ends: the minutes first, which both sides' words stand in.
func (d *dispute) closed() {
	d.do(d.recorder, casework.WriteMinutes{Text: "核对身份，告知权利义务，询问回避；申请人陈述请求，被申请人答辩；双方举证、质证、辩论并作最后陈述。",
		Identity: true, Rights: true, Recusal: true, Statements: true, Evidence: true, Debate: true, LastStatements: true})
	d.do(d.panel[0], casework.CloseHearing{})
}

// deliberated is what three arbitrators do before there is an award: each enters an opinion.
func (d *dispute) deliberated() {
	if len(d.panel) != 3 {
		return
	}
	for _, who := range d.panel {
		d.do(who, casework.CastVote{Stance: "presiding-view", View: "同意首席仲裁员的意见。"})
	}
}

// award decides every claim. Pay and severance below the ceiling are final, the rest is not.
func (d *dispute) award() {
	d.deliberated()
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
		d.do(d.recorder, d.toCourt())
	case 1:
		d.later(25)
		d.do(d.recorder, casework.RecordEnforcement{Court: "仙居县人民法院"})
	default:
		d.payment(d.part(60), d.w.days.Roll(d.day.Next(15)), d.recorder)
	}
	d.archived()
}

const ceiling = 2490000 // fen: a year of the county's minimum wage, near enough for a made-up award

func (d *dispute) items() []casework.AwardItem {
	var list []casework.AwardItem
	for i, c := range d.claims {
		item := casework.AwardItem{No: i + 1, Reasons: "劳动合同、工资条和考勤记录可以相互印证。"}
		switch n := d.rnd.IntN(10); {
		case c.Amount == 0:
			item.Decision, item.Relation, item.Reasons = "supported", d.cause == "A01", "双方符合建立劳动关系的实质要件。"
		case n < 4:
			item.Decision, item.Amount = "supported", c.Amount
		case n < 9:
			item.Decision, item.Amount = "partly", c.Amount*6/10/100*100
		default:
			item.Decision, item.Reasons = "rejected", "没有证据证明。"
		}
		kind, _ := claims.Lookup(claims.Code(c.Code))
		final := kind.Final.FinalAt(item.Amount, claims.Fen(ceiling/12), d.cause == "A01")
		item.Final = &final
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

// toCourt: on a final award the worker sues or the employer applies to set it aside; on any other both sue.
func (d *dispute) toCourt() casework.RecordSuit {
	suit := casework.RecordSuit{Kind: "suit", Party: choose(d.rnd, []string{"申1", "被1"}), Award: 2, Court: "仙居县人民法院"}
	if d.papers[workflows.AwardFinalPaper] != 0 {
		if suit.Award = 1; suit.Party == "被1" {
			suit.Kind, suit.Court = "set-aside", "台州市中级人民法院"
		}
	}
	return suit
}
