package demo

import (
	"fmt"
	"math/rand/v2"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// scene is a dispute that stands at one stage today, begun so many working days ago.
type scene struct {
	before int
	play   func(*dispute)
}

// showcase has an open case for every stage and every colour of light, so that no page is empty.
var showcase = []scene{
	{1, func(d *dispute) { d.open("lian", "consultation") }},
	{2, func(d *dispute) { d.org = 0; d.open(d.clerk(), "mediation") }}, // waits for its mediator
	{3, func(d *dispute) { d.org = 0; d.asked() }},
	{4, func(d *dispute) { d.org = 0; d.asked(); d.bothConsent() }},
	{10, func(d *dispute) { d.org = 1; d.asked(); d.bothConsent(); d.session("continued", 90, 40) }}, // its time is nearly up
	{0, func(d *dispute) { d.open("worker", "arbitration") }},
	{3, onceMore},
	{5, func(d *dispute) {
		d.open("lian", "arbitration")
		d.exhibit("lian", "applicant", paper(d, "工资条", "拖欠工资"))
	}}, // complete, and the decision is due today
	{8, func(d *dispute) { d.open("lian", "arbitration") }}, // and here it is late
	{4, correcting},
	{4, func(d *dispute) { d.open("lian", "arbitration"); d.work(1); d.accept() }}, // no tribunal yet
	{14, waitingForHearing},
	{19, atHour("09:00", "第一仲裁庭", hearingToday)},
	{20, atHour("09:00", "第二仲裁庭", hearingToday)},
	{24, atHour("10:30", "第一仲裁庭", waitsToday)}, {28, atHour("14:30", "第一仲裁庭", notPublic)}, {28, workersInstalments}, {8, workersUnsettled}, {33, deliberating}, {36, deliberating},
	{27, awardWaits},
	{25, suspended},
	{22, stopped},
	{21, extensionWaits},
	{26, workersOwn}, {9, workersAgreement},
	{50, nobodyLeft}, {60, elsewhere}, {64, beforeTheCourt}, {55, stayedAway},
}

// onceMore is the matter of the application before it, handed in at the counter some days earlier: the registry is shown both.
func onceMore(d *dispute) {
	n := d.no - 1
	d.facts = invent(rand.New(rand.NewPCG(uint64(n), 331024)), n, d.day)
	d.open("lian2", "arbitration")
}

func correcting(d *dispute) {
	d.open("lian2", "arbitration")
	d.work(1)
	d.do("lian2", casework.AskCorrection{Defects: []casework.DefectInput{{Field: "legal_representative", Of: "被1", Missing: "请写明单位负责人的姓名和职务。"}, {Field: "identity", Missing: "请交身份证复印件。"}}, Rest: true, MendBy: d.w.days.Roll(d.day.Next(7))})
}

// quick is the shortest way before a tribunal.
func (d *dispute) quick() {
	d.open(d.clerk(), "arbitration")
	d.work(1)
	d.accept()
	d.seated()
	d.work(1)
	d.do(d.clerk(), casework.FileDefence{})
	d.forwarded()
}

func nobodyLeft(d *dispute) {
	d.toHearing()
	d.closedBy(d.panel[0], casework.Terminate{Ground: "no-successor", Reason: "申请人死亡，没有继承人参加仲裁。"})
}

func elsewhere(d *dispute) {
	d.quick()
	d.closedBy(d.panel[0], casework.Transfer{Commission: "临海市劳动人事争议仲裁委员会", Reason: "劳动合同履行地在临海市。"})
}

func beforeTheCourt(d *dispute) {
	d.quick()
	d.closedBy(d.clerk(), casework.Cancel{Reason: "同一争议已由人民法院受理。"})
}

func stayedAway(d *dispute) {
	d.quick()
	d.on(d.scheduled(7))
	d.closedBy(d.panel[0], casework.DeemWithdrawn{Reason: "申请人经书面通知，无正当理由未到庭。"})
}

// atHour has the hearing at an hour and in a room, before the demo's first arbitrator, so that a day's queue can be seen.
func atHour(starts, place string, play func(*dispute)) func(*dispute) {
	return func(d *dispute) {
		d.lead, d.starts, d.place = "zhongcai", starts, place
		play(d)
	}
}

// waitingForHearing is heard on the next working day; what the other side says of the evidence is known.
func waitingForHearing(d *dispute) {
	d.lead, d.starts, d.place = "zhongcai", "09:00", "第一仲裁庭"
	d.quick()
	d.reads()
	d.exhibit(d.clerk(), "applicant", paper(d, "工资条", "拖欠工资"))
	d.waits(d.w.days.Roll(d.w.parts.Today.Next(1)))
	d.do(d.recorder, casework.ExamineExhibit{Party: "被1", Exhibit: "申1", Authentic: "accepted", Lawful: "accepted", Relevant: "disputed", Remark: "合同已经到期，与本案请求无关。"})
}

// waitsToday is to be heard today, and was not opened yet.
func waitsToday(d *dispute) {
	d.quick()
	d.waits(d.w.days.Roll(d.w.parts.Today))
}

func notPublic(d *dispute) {
	d.closedFor = "trade-secret"
	waitsToday(d)
}

// waits sets the hearing on a day that may be today.
func (d *dispute) waits(on calendar.Date) { d.scheduled(max(d.w.days.WorkingBetween(d.day, on), 6)) }

// toHearing hears the case on the last working day up to today.
func (d *dispute) toHearing() {
	d.quick()
	d.reads()
	on := d.scheduled(7)
	d.heard(on)
}

func hearingToday(d *dispute) {
	d.quick()
	d.reads()
	today := d.w.days.Before(d.w.parts.Today.Next(1), calendar.WorkingDays(1))
	ahead := d.w.days.WorkingBetween(d.day, today)
	on := d.scheduled(max(ahead, 6))
	d.heard(on)
}

func deliberating(d *dispute) {
	d.toHearing()
	d.do(d.panel[0], casework.AttemptMediation{Result: "failed"})
	d.closed()
	d.drafts()
}

func awardWaits(d *dispute) {
	deliberating(d)
	d.work(2)
	d.deliberated()
	d.proposed(d.panel[0], casework.MakeAward{Items: d.items()})
	for _, member := range d.panel[1:] {
		d.do(member, casework.SignAward{})
	}
}

func suspended(d *dispute) {
	d.quick()
	d.proposed(d.panel[0], casework.Suspend{Ground: "appraisal", Reason: "等待劳动能力鉴定结论"})
	d.work(1)
	d.approve("zhuren", workflows.Suspend)
}

func stopped(d *dispute) {
	d.quick()
	d.do(d.panel[0], casework.StopClock{Kind: "public_notice", Ground: "被申请人下落不明，公告送达"})
}

func extensionWaits(d *dispute) {
	d.toHearing()
	d.proposed(d.panel[0], casework.ExtendAwardPeriod{Days: 15, Reason: "案情复杂，需要补充调查"})
}

// ofTheDemo puts the demo's own worker and employer in the dispute.
func (d *dispute) ofTheDemo() {
	d.applicants = d.applicants[:1]
	d.applicants[0].Name, d.applicants[0].EService = "林小芬", true
	d.respondents = d.respondents[:1]
	d.respondents[0].Name = "仙居某某医药化工机械有限公司"
}

// workersAgreement waits for everybody's mark on an agreement.
func workersAgreement(d *dispute) {
	d.workersMediated()
	d.session("closer", 90, 55)
	d.offers("employer", 60, 2)
	d.work(1)
	d.offers("worker", 85, 3)
	d.accepts("worker", d.offers("employer", 75, 3))
	d.work(1)
	d.do(d.mediator(), casework.DraftAgreement{})
}

// offers is an offer to settle for so many per cent of what is claimed, open for so many days.
func (d *dispute) offers(login string, percent int64, days int) int64 {
	d.do(login, casework.MakeOffer{Amount: d.part(percent), PayBy: d.w.days.Roll(d.day.Next(30)), Until: d.day.Next(days), Terms: "一次付清。付清以后，双方就本争议再没有别的请求。"})
	v, err := d.w.desk.SeeCase(d.ctx, d.who(login), d.ref)
	d.fail(err)
	for _, o := range v.Offers.Open {
		if o.Mine {
			return o.ID
		}
	}
	d.fail(fmt.Errorf("%s made no offer", login))
	return 0
}

func (d *dispute) accepts(login string, offer int64) {
	d.do(login, casework.AcceptOffer{OfOffer: casework.OfOffer{Offer: offer}})
}

// workersMediated brings the demo's own worker and employer before a mediator.
func (d *dispute) workersMediated() {
	d.org = 0
	d.ofTheDemo()
	d.open("worker", "mediation")
	d.work(1)
	d.do(d.manager(), casework.AssignMediator{Mediator: d.who(d.mediator()).Account})
	d.joins("employer", casework.IssueCode{Party: "被1"})
	d.do("employer", casework.ConsentToMediation{})
}

// workersInstalments is an agreement in force whose first instalment was paid, and whose second is due in two days.
func workersInstalments(d *dispute) {
	d.workersMediated()
	d.session("agreed-in-principle", 70, 70)
	d.work(1)
	half := d.part(35)
	d.do(d.mediator(), casework.DraftAgreement{Terms: "单位分两次付清，付清以后双方再没有别的请求。", Instalments: []casework.InstalmentInput{
		{Due: d.day.Next(10), Amount: half}, {Due: calendar.Latest(d.day.Next(11), d.w.parts.Today.Next(2)), Amount: half}}})
	d.marked()
	d.on(d.day.Next(10))
	d.do("worker", casework.RecordPayment{Result: "part", Amount: half})
}

// workersUnsettled is a mediation that came to nothing: the worker may apply.
func workersUnsettled(d *dispute) {
	d.workersMediated()
	d.offers("employer", 20, 3)
	d.session("apart", 95, 20)
	d.work(1)
	d.do(d.mediator(), casework.FailMediation{})
}

// workersOwn is the case of the demo's own worker, employer and agent.
func workersOwn(d *dispute) {
	d.ofTheDemo()
	d.open("worker", "arbitration")
	d.workedOut("worker")
	d.exhibit("worker", "", paper(d, "工资条", "拖欠工资"))
	d.work(2)
	d.accept()
	d.joins("employer", casework.IssueCode{Party: "被1"})
	d.do("employer", casework.FileDefence{})
	d.forwarded()
	d.exhibit("employer", "", paper(d, "授权委托书", "委托代理人及权限"))
	d.do("employer", casework.AddAgent{Name: "金律师", Kind: "lawyer", Special: true, Proof: "授权委托书、律师执业证", Exhibit: "被1", Phone: "0576-87770088"})
	d.joins("agent", casework.IssueCode{Party: "被1", Agent: d.agentOf("金律师")})
	d.exhibit("employer", "", paper(d, "工资发放表", "工资已经支付"))
	d.seated()
	d.work(2)
	d.heard(d.scheduled(10))
	d.do(d.panel[0], casework.AttemptMediation{Result: "failed"})
	d.do("worker", casework.MakeOffer{Amount: d.part(90), PayBy: d.w.parts.Today.Next(30), Until: d.w.parts.Today.Next(6), Terms: "一次付清，并开离职证明。"})
	d.do("employer", casework.MakeOffer{Amount: d.part(65), PayBy: d.w.parts.Today.Next(40), Until: d.w.parts.Today.Next(2), Terms: "一次付清。付清以后，双方就本争议再没有别的请求。"})
	d.closed()
}

// workedOut keeps a calculation with the first claim that is for a sum.
func (d *dispute) workedOut(login string) {
	for i, c := range d.claims {
		if calc, ok := claims.CalculatorOf(claims.Code(c.Code)); ok && c.Amount > 0 {
			d.do(login, casework.KeepCalculation{Claim: i + 1, Inputs: calc.Example})
			return
		}
	}
}

// agentOf finds the number of a respondent's agent, as the clerk sees it on the page.
func (d *dispute) agentOf(name string) int64 {
	v, err := d.w.desk.SeeCase(d.ctx, d.who(d.clerk()), d.ref)
	d.fail(err)
	for _, a := range v.Respondents[0].Agents {
		if a.Name == name {
			return a.ID
		}
	}
	d.fail(fmt.Errorf("no agent %s", name))
	return 0
}

// joins gives a code to a party and has the account take it.
func (d *dispute) joins(login string, in casework.IssueCode) {
	issued, err := d.w.desk.IssuePartyCode(d.ctx, d.who(d.clerk()), d.ref, in, d.options(in))
	d.fail(err)
	link := casework.LinkCase{Code: issued.Code}
	_, err = d.w.desk.Link(d.ctx, d.who(login), "127.0.0.1", link, d.options(link))
	d.fail(err)
}
