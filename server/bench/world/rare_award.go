package world

// Rare stories of awards: parts of one before the rest, and what follows.
var rareAwards = []story{
	{"awarded in parts, in force, paid, kept its time", 0, func(t *Teller) {
		a := heard(t)
		t.does("lian", "forward-preservation", j{"court": "仙居县人民法院", "items": "银行存款 18600 元"})
		t.agreed(a, "yuanzhang", "preliminary-execution", j{"claim": 1, "amount": "3000.00", "asked": true, "clear": true, "hardship": true, "court": "仙居县人民法院", "reason": "靠工资生活。"})
		t.does(a, "attempt-mediation", j{"result": "failed"})
		t.agreed(a, "yuanzhang", "partial-award", j{"items": []j{{"no": 1, "decision": "supported", "amount": "18600.00", "final": false, "reasons": "工资条可以证明。"}}})
		t.does("shuji", "write-minutes", minutes)
		t.does(a, "close-hearing", nil)
		t.agreed(a, "yuanzhang", "make-award", j{"items": []j{{"no": 2, "decision": "supported", "amount": "100.00", "final": false, "reasons": "年限为三年半。"}}})
		t.serves("partial-award")
		t.serves("award-nonfinal")
		t.expire(40)
		t.does("lian", "prove-effect", j{"award": 2})
		t.does("shuji", "record-payment", j{"result": "part", "amount": "50.00"})
		t.does("lian", "confirm-payment", j{"payment": 1, "received": true})
		t.does("shuji", "archive", nil)
		back := t.day
		t.day = t.day.Next(365*10 + 10)
		t.Clock.Set(t.day)
		t.agreed("shuji", "yuanzhang", "approve-disposal", j{"reason": "保存期满，没有继续保存的价值。"})
		t.day = back
		t.Clock.Set(back)
	}},
	{"left in mid-hearing, in default, withdrawal objected to", 0, func(t *Teller) {
		a := heard(t)
		t.does("shuji", "record-leaving", j{"side": "respondent", "how": "辩论时自行离开，仲裁庭没有同意。"})
		t.agreed(a, "yuanzhang", "hear-in-default", j{"reason": "收到书面通知，中途退庭，没有正当理由。"})
		t.does(a, "attempt-mediation", j{"result": "absent"})
		t.does("shuji", "record-appraisal-cost", j{"agency": "浙江某某司法鉴定中心", "chosen": "agreed-agency", "asked_by": "applicant", "amount": "3000.00", "result": "against-respondent"})
		t.does("shuji", "write-minutes", minutes)
		t.does(a, "close-hearing", nil)
		t.does("lian", "ask-withdrawal", nil)
		t.does("shuji", "answer-withdrawal", j{"party": "被1", "answer": "objection", "reason": "要求依法裁决。"})
		t.agreed(a, "yuanzhang", "make-award", items)
	}},
}
