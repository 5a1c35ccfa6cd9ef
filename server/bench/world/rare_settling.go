package world

import "tiaocai/server/casework"

// Rare stories of settling: talks, and what may follow an agreement.
var rareSettling = []story{
	{"talks, and talks again", 0, func(t *Teller) {
		consulting(t)
		t.does("lian", "ask-talks", j{"side": "applicant"})
		t.expire(8)
		t.does("lian", "ask-talks", j{"side": "applicant"})
		t.does("lian", "answer-talks", j{"agree": true, "side": "respondent"})
		t.does("lian", "extend-talks", j{"until": t.day.Next(10), "both_agree": true})
		t.does("lian", "fail-talks", nil)
	}},
	{"a review is extended and replaced", 0, func(t *Teller) {
		t.reviewed()
		t.agreed("lian", "zhuren", "extend-review", j{"reason": "需要核实金额。"})
		t.agreed("lian", "yuanzhang", "replace-agreement", j{"lawful": true})
	}},
	{"a review is rejected, the court confirms", 0, func(t *Teller) {
		t.reviewed()
		t.agreed("lian", "yuanzhang", "reject-agreement", j{"ground": "unclear", "reason": "付款日期前后不一致。"})
		t.does("lian", "record-confirmation", j{"stage": "applied", "court": "仙居县人民法院", "joint": true})
	}},
	{"a review is refused", 0, func(t *Teller) {
		t.mediated()
		t.does("lian", "ask-review", j{"joint": true})
		t.agreed("lian", "yuanzhang", "refuse-review", j{"ground": "review-out-of-scope", "reason": "不属于受理范围。"})
	}},
	{"a late review is withdrawn, a payment order asked for", 0, func(t *Teller) {
		t.mediated()
		t.until(20)
		t.agreed("lian", "yuanzhang", "allow-late-review", j{"reason": "单位不配合。"})
		t.does("lian", "ask-review", j{"joint": true})
		t.does("lian", "withdraw-review", nil)
		t.does("lian", "record-payment", j{"result": "not-paid"})
		t.does("lian", "record-payment-order", j{"stage": "applied", "court": "仙居县人民法院", "kinds": []string{"wages"}})
	}},
	{"offers to and fro, one accepted, a document asked for", 0, func(t *Teller) {
		d := dispute(t.keys, "mediation")
		d["organisation"] = 1
		t.opens("worker", d)
		t.does("guanli", "assign-mediator", j{"mediator": t.Who("tiaojie").Account})
		t.joins("employer", "被1")
		offer := j{"amount": "20000.00", "terms": "一次付清。", "pay_by": t.day.Next(30), "until": t.day.Next(2)}
		t.does("employer", "make-offer", offer)
		t.does("worker", "decline-offer", j{"offer": t.offer("worker")})
		t.does("worker", "make-offer", offer)
		t.does("worker", "withdraw-offer", j{"offer": t.offer("worker")})
		t.does("worker", "make-offer", offer)
		t.offer("tiaojie")
		t.expire(4)
		t.does("tiaojie", "consent-to-mediation", j{"side": "respondent"})
		t.does("tiaojie", "fail-mediation", nil)
		t.does("worker", "file-application", nil)
		t.does("lian", "accept", tests)
		offer["pay_by"], offer["until"] = t.day.Next(30), t.day.Next(9)
		t.does("employer", "make-offer", offer)
		t.does("worker", "accept-offer", j{"offer": t.offer("worker")})
		t.does("worker", "ask-mediation-document", nil)
	}},
	{"entrusted by the tribunal", 0, func(t *Teller) {
		a := tribunal(t)
		t.does(a, "entrust-mediation", j{"organisation": 1, "both_agree": true})
		t.does(a, "end-entrusted", j{"outcome": "failed"})
	}},
}

// mediated brings a dispute to an agreement in force.
func (t *Teller) mediated() { tellOf("mediated")(t) }

// reviewed brings a dispute to an agreement whose review was taken up.
func (t *Teller) reviewed() {
	t.mediated()
	t.does("lian", "ask-review", j{"joint": true})
	t.does("lian", "accept-review", nil)
}

// tellOf is one of the stories of every year.
func tellOf(name string) func(*Teller) {
	for _, s := range over {
		if s.name == name {
			return s.tell
		}
	}
	panic("no story " + name)
}

// joins links an account to a party of the case by a one-time code.
func (t *Teller) joins(login, party string) {
	code, err := t.P.Desk.IssuePartyCode(t.ctx, t.people["lian"], t.ref, casework.IssueCode{Party: party}, t.options("codes"))
	t.must(err)
	_, err = t.P.Desk.Link(t.ctx, t.people[login], "192.0.2.8", casework.LinkCase{Code: code.Code}, t.options("link"))
	t.must(err)
}

// offer is the open offer that somebody reads; the whole of it is read as well.
func (t *Teller) offer(login string) int64 {
	v, err := t.P.Desk.SeeCase(t.ctx, t.people[login], t.ref)
	t.must(err)
	t.version = v.Version
	_, err = t.P.Desk.SeeOffer(t.ctx, t.people[login], t.ref, v.Offers.Open[0].ID)
	t.must(err)
	return v.Offers.Open[0].ID
}
