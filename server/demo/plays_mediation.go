package demo

import (
	"fmt"
	"math/rand/v2"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// stage is one thing that may become of a dispute.
type stage struct {
	weight int
	play   func(*dispute)
}

type stages []stage

func (s stages) pick(rnd *rand.Rand) func(*dispute) {
	n := rnd.IntN(100)
	for _, x := range s {
		if n -= x.weight; n < 0 {
			return x.play
		}
	}
	return s[0].play
}

// plays are what becomes of the many: two in five are mediated by an organisation.
var plays = stages{
	{7, onlyAdvice}, {3, settledByTalks}, {30, agreement}, {5, refusal}, {9, failureAndEnd}, {3, timeRanOut},
	{8, failureThenArbitration}, {2, refusedAcceptance}, {2, referredElsewhere}, {1, withdrawnEarly}, {3, heldThenMediated},
	{27, arbitration},
}

func (d *dispute) manager() string { return []string{"guanli", "guanli2", "guanli3"}[d.org] }

// mediator is the organisation's; at the first two share the many disputes.
func (d *dispute) mediator() string {
	if d.org == 0 && d.no%3 == 0 && d.no <= d.w.parts.Number {
		return "tiaojie4"
	}
	return []string{"tiaojie", "tiaojie2", "tiaojie3"}[d.org]
}

// clerk is who registers: the two take turns.
func (d *dispute) clerk() string { return []string{"lian", "lian2"}[d.no%2] }

func onlyAdvice(d *dispute) {
	d.open(d.clerk(), "consultation")
	d.work(d.rnd.IntN(3))
	d.do(d.clerk(), casework.GiveAdvice{Advice: "请先收集劳动合同、工资条、考勤记录；可以就近向镇街调解中心申请调解，也可以直接申请仲裁。"})
}

func settledByTalks(d *dispute) {
	d.open(d.clerk(), "consultation")
	d.work(1)
	d.do(d.clerk(), casework.SettleInConsultation{Amount: d.part(60), PerformBy: d.day.Next(15)})
	d.later(12)
	d.do(d.clerk(), casework.RecordPayment{Result: "paid", Amount: d.part(60)})
}

// part is so many per cent of what is claimed, in whole yuan.
func (d *dispute) part(percent int64) claims.Fen {
	var sum claims.Fen
	for _, c := range d.claims {
		sum += c.Amount
	}
	if sum == 0 {
		return claims.Yuan(3000)
	}
	return sum * claims.Fen(percent) / 100 / 100 * 100
}

// asked brings the dispute before an organisation and gives it a mediator.
func (d *dispute) asked() {
	d.open(choose(d.rnd, []string{d.mediator(), d.clerk()}), "mediation")
	d.work(d.rnd.IntN(2))
	d.do(d.manager(), casework.AssignMediator{Mediator: d.who(d.mediator()).Account})
}

func (d *dispute) bothConsent() {
	d.work(d.rnd.IntN(2))
	d.do(d.mediator(), casework.ConsentToMediation{Side: "applicant"})
	d.work(d.rnd.IntN(2))
	d.do(d.mediator(), casework.ConsentToMediation{Side: "respondent"})
}

func (d *dispute) session(outcome string, applicant, respondent int64) {
	d.work(1 + d.rnd.IntN(2))
	a, r := d.part(applicant), d.part(respondent)
	d.do(d.mediator(), casework.HoldSession{Outcome: outcome, Attended: "双方到场", Notes: "核对了工资和考勤，双方各自说明了理由。", ApplicantOffer: &a, RespondentOffer: &r})
}

func agreement(d *dispute) {
	d.asked()
	d.bothConsent()
	d.session("closer", 90, 55)
	if d.rnd.IntN(3) == 0 {
		d.session("agreed-in-principle", 80, 70)
	}
	d.agree()
}

func (d *dispute) agree() {
	d.work(1)
	amount := d.part(75)
	until := d.w.days.Roll(d.day.Next(10 + d.rnd.IntN(20)))
	d.do(d.mediator(), casework.DraftAgreement{Amount: &amount, Terms: fmt.Sprintf("一、单位于%s前支付申请人各项款项共计%s元。二、双方就本争议再无其他请求。", until, amount), PerformBy: until})
	d.marked()
	d.payment(amount, until, d.mediator())
}

// marked puts the four marks on the agreement: every party signs on paper, the mediator signs, the
// organisation seals.
func (d *dispute) marked() {
	for _, p := range d.all() {
		d.do(d.mediator(), &casework.SignAgreement{Party: p, Paper: "调解卷签名页"})
	}
	d.do(d.mediator(), &casework.SignAgreement{})
	d.do(d.manager(), &casework.SignAgreement{})
}

// payment is what came of it.
func (d *dispute) payment(amount claims.Fen, until calendar.Date, by string) {
	d.on(until)
	switch n := d.rnd.IntN(20); {
	case n < 15:
		d.do(by, casework.RecordPayment{Result: "paid", Amount: amount})
	case n < 18:
		d.do(by, casework.RecordPayment{Result: "part", Amount: amount / 200 * 100})
	default:
		d.on(until.Next(1))
		d.do(by, casework.RecordPayment{Result: "not-paid"})
	}
}

func refusal(d *dispute) {
	d.asked()
	d.work(1)
	d.do(d.mediator(), casework.RefuseMediation{Side: "respondent"})
}

func failureAndEnd(d *dispute) {
	d.asked()
	d.bothConsent()
	d.session("apart", 95, 20)
	d.work(1)
	d.do(d.mediator(), casework.FailMediation{})
}

func timeRanOut(d *dispute) {
	d.asked()
	d.bothConsent()
	d.session("continued", 95, 30)
	received := d.day
	d.on(d.w.days.Due(received, calendar.Days(25)).Statutory)
	d.timeIsUp()
}

func failureThenArbitration(d *dispute) {
	failureAndEnd(d)
	d.later(2 + d.rnd.IntN(15))
	d.do(d.clerk(), casework.FileApplication{})
	d.accepted()
	d.proceed()
}

func heldThenMediated(d *dispute) {
	d.open(d.clerk(), "arbitration")
	d.work(1)
	d.do(d.clerk(), casework.HoldForMediation{Organisation: d.w.parts.Orgs[d.org], Consent: true})
	d.do(d.manager(), casework.AssignMediator{Mediator: d.who(d.mediator()).Account})
	d.do(d.mediator(), casework.ConsentToMediation{Side: "respondent"})
	if d.rnd.IntN(3) > 0 {
		d.session("agreed-in-principle", 85, 75)
		d.agree()
		return
	}
	d.session("apart", 95, 10)
	d.do(d.mediator(), casework.FailMediation{})
	d.accepted()
	d.proceed()
}

func withdrawnEarly(d *dispute) {
	d.open(d.clerk(), "arbitration")
	d.work(2)
	d.do(d.clerk(), casework.WithdrawApplication{})
}

func referredElsewhere(d *dispute) {
	d.open(d.clerk(), "arbitration")
	d.work(2)
	d.do(d.clerk(), casework.Refer{Commission: "临海市劳动人事争议仲裁委员会", Reason: "劳动合同履行地和单位所在地都在临海市。"})
}

func refusedAcceptance(d *dispute) {
	d.open(d.clerk(), "arbitration")
	d.work(1)
	d.proposed(d.clerk(), casework.RefuseAcceptance{Ground: "family-helper", Reason: "申请人在被申请人家中做家务，由家庭个人雇请。"})
	d.work(1)
	d.approve("yuanzhang", workflows.RefuseAcceptance)
	d.serve(workflows.RefusalNotice, "lian", "申1")
}
