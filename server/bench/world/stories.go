package world

import (
	"fmt"
	"strings"
	"time"

	"tiaocai/workflows/calendar"
)

// story is one way in which a case can go. every says in how many blocks of copies it is copied: 1
// in each, 4 in every fourth, 0 in none.
type story struct {
	name  string
	every int
	tell  func(*Teller)
}

var towns = []string{"福应街道", "横溪镇", "白塔镇", "下各镇", "南峰街道"}

func dispute(n int, ask string) j {
	return j{
		"ask": ask, "town": towns[n%len(towns)], "cause": fmt.Sprintf("A%02d", 1+n%5), "facts": "拖欠工资，解除合同未给补偿，经多次催要未果。",
		"applicants":  []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "浙江省仙居县福应街道1号", "e_service": true}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某医药化工机械有限公司", "phone": "0576-87770001", "address": "浙江省仙居县经济开发区2号"}},
		"claims":      []j{{"code": "M01", "amount": "18600.00"}, {"code": "M05", "amount": "36400"}},
	}
}

func filed(t *Teller)      { t.opens("lian", dispute(t.keys, "arbitration")) }
func consulting(t *Teller) { t.opens("worker", dispute(t.keys, "consultation")) }

// tests are the four of acceptance.
var tests = j{"in_scope": true, "clear_claims": true, "right_parties": true, "jurisdiction": true}

func accepted(t *Teller) {
	filed(t)
	t.later(2)
	t.does("lian", "accept", tests)
}

var arbitrators = []string{"zhongcai", "zhongcai2", "zhongcai3"}

// sits is the arbitrator of the case being told.
func (t *Teller) sits() string { return arbitrators[t.day.Day()%len(arbitrators)] }

func tribunal(t *Teller) (arbitrator string) {
	accepted(t)
	arbitrator = t.sits()
	t.does("yuanzhang", "form-tribunal", j{"arbitrators": []int64{t.Who(arbitrator).Account}, "recorder": t.Who("shuji").Account})
	return arbitrator
}

func scheduled(t *Teller) (arbitrator string) {
	arbitrator = tribunal(t)
	t.serves("notice-to-respond")
	t.does("lian", "file-defence", nil)
	t.hearing(arbitrator, "schedule-hearing")
	t.serves("hearing-notice")
	return arbitrator
}

func heard(t *Teller) (arbitrator string) {
	arbitrator = scheduled(t)
	t.until(14)
	t.does(arbitrator, "open-hearing", j{"applicant_present": true, "respondent_present": true})
	return arbitrator
}

func deliberating(t *Teller) (arbitrator string) {
	arbitrator = heard(t)
	t.does(arbitrator, "attempt-mediation", j{"result": "failed"})
	t.does(arbitrator, "close-hearing", nil)
	return arbitrator
}

var items = j{"items": []j{
	{"no": 1, "decision": "supported", "amount": "18600.00", "final": true, "reasons": "工资条和打卡记录可以证明。"},
	{"no": 2, "decision": "partly", "amount": "18200.00", "final": false, "reasons": "工作年限为三年半。"}}}

func awarded(t *Teller) {
	arbitrator := deliberating(t)
	t.later(1)
	t.agreed(arbitrator, "yuanzhang", "make-award", items)
	t.serves("award-final")
	t.serves("award-nonfinal")
}

func mediating(t *Teller) (mediator string) {
	n := t.keys % 3
	mediator = []string{"tiaojie", "tiaojie2", "tiaojie3"}[n]
	t.opens(mediator, dispute(t.keys, "mediation"))
	for _, side := range []string{"applicant", "respondent"} {
		t.does(mediator, "consent-to-mediation", j{"side": side})
	}
	return mediator
}

// over are the stories of every year: all of them ended.
var over = []story{
	{"settled in talks", 1, func(t *Teller) {
		t.opens("lian", dispute(t.keys, "consultation"))
		t.does("lian", "settle-in-consultation", nil)
	}},
	{"advised", 1, func(t *Teller) { consulting(t); t.does("lian", "give-advice", j{"advice": "可以先申请调解。"}) }},
	{"mediated", 1, func(t *Teller) {
		m := mediating(t)
		t.later(2)
		t.does(m, "hold-session", j{"outcome": "closer", "attended": "双方到场", "notes": "单位愿付一半", "applicant_offer": "40000.00", "respondent_offer": "20000.00"})
		t.does(m, "draft-agreement", j{"terms": "三日内付清。", "amount": "30000.00", "perform_by": t.day.Next(7)})
		for _, p := range []string{"申1", "被1"} {
			t.does(m, "sign-agreement", j{"party": p, "paper": "调解卷签名页"})
		}
		t.does(m, "sign-agreement", nil)
		t.does(strings.Replace(m, "tiaojie", "guanli", 1), "sign-agreement", nil)
	}},
	{"mediation failed", 1, func(t *Teller) { m := mediating(t); t.later(3); t.does(m, "fail-mediation", nil) }},
	{"mediation refused", 2, func(t *Teller) {
		t.opens("tiaojie", dispute(t.keys, "mediation"))
		t.does("tiaojie", "refuse-mediation", j{"side": "respondent"})
	}},
	{"not accepted", 2, func(t *Teller) {
		filed(t)
		t.agreed("lian", "yuanzhang", "refuse-acceptance", j{"ground": "out-of-scope", "reason": "不属于受理范围。"})
	}},
	{"application withdrawn", 2, func(t *Teller) { filed(t); t.does("lian", "withdraw-application", nil) }},
	{"transferred", 4, func(t *Teller) {
		a := tribunal(t)
		t.agreed(a, "yuanzhang", "transfer", j{"reason": "应由临海管辖。", "commission": "临海市劳动人事争议仲裁委员会"})
	}},
	{"withdrawn after settlement", 1, func(t *Teller) {
		a := tribunal(t)
		t.does("lian", "ask-withdrawal", j{"settled": true})
		t.agreed(a, "yuanzhang", "allow-withdrawal", nil)
	}},
	{"awarded", 1, func(t *Teller) { awarded(t); t.does("shuji", "archive", nil) }},
}

// current are the stories of the last weeks: somebody still has to act.
var current = []story{
	{"consulting", 4, consulting},
	{"mediating", 2, func(t *Teller) { mediating(t) }},
	{"filed", 2, filed},
	{"correcting", 8, func(t *Teller) { filed(t); t.does("lian", "ask-correction", j{"items": []string{"身份证明"}}) }},
	{"accepted", 2, accepted},
	{"tribunal", 2, func(t *Teller) { tribunal(t) }},
	{"scheduled", 4, func(t *Teller) { scheduled(t) }},
	{"heard", 8, func(t *Teller) { heard(t) }},
	{"deliberating", 8, func(t *Teller) { deliberating(t) }},
	{"award proposed", 16, func(t *Teller) { t.does(deliberating(t), "propose-make-award", items) }},
}

// Today is the day on which worlds are looked at.
var Today = calendar.On(2026, time.November, 23)

// from are the first days of the stories: over in each year, current in the last weeks.
func (s Size) days() (ended, running []calendar.Date) {
	for y := Today.Year() - s.Years + 1; y <= Today.Year(); y++ {
		for m := range s.Starts {
			d := calendar.On(y, time.Month(2+3*(m%3)), 3+m)
			for !calendar.Published().Working(d) {
				d = d.Next(1)
			}
			ended = append(ended, d)
		}
	}
	for i := range s.Starts {
		d := Today.Next(-35 - 3*i)
		for !calendar.Published().Working(d) {
			d = d.Next(1)
		}
		running = append(running, d)
	}
	return ended, running
}

// Size says how many stories are told through the door before copying begins.
type Size struct {
	Years  int // how far back
	Starts int // first days in a year, and in the last weeks
}

// Usual is the size for measuring; Small is for tests.
var (
	Usual = Size{Years: 5, Starts: 3}
	Small = Size{Years: 2, Starts: 1}
)
