package world

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
