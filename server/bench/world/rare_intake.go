package world

// Rare stories of intake: notices of interruption, workings, agencies that end, objections, and the
// way of a case to another commission and back.
var rareIntake = []story{
	{"time is interrupted, a working kept, nothing decided in time", 0, func(t *Teller) {
		filed(t)
		t.does("lian", "record-interruption", j{"kind": "claimed", "happened": t.day.Next(-30), "evidence": "微信催款记录"})
		t.does("lian", "keep-calculation", j{"claim": 1, "inputs": j{"monthly_wage": "5000", "paid_days": "10"}})
		t.does("lian", "add-agent", j{"party": "申1", "name": "陈律师", "kind": "lawyer", "proof": "授权委托书"})
		v, err := t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref)
		t.must(err)
		t.does("lian", "end-agency", j{"agent": v.Applicants[0].Agents[0].ID, "reason": "revoked"})
		t.until(30)
		t.does("lian", "certify-no-decision", j{"cause": "expert"})
	}},
	{"no award in time", 0, func(t *Teller) {
		accepted(t)
		t.until(60)
		t.does("lian", "certify-no-award", nil)
	}},
	{"an objection is dismissed", 0, func(t *Teller) {
		accepted(t)
		t.serves("notice-to-respond")
		t.does("lian", "object-to-jurisdiction", j{"party": "被1", "competent": "临海市劳动人事争议仲裁委员会", "reason": "履行地在临海。"})
		t.agreed("lian", "yuanzhang", "dismiss-objection", j{"reason": "考勤记录证明履行地在仙居。"})
	}},
	{"transferred, disputed, designated, taken over", 0, func(t *Teller) {
		t.neighbour()
		accepted(t)
		t.agreed("lian", "yuanzhang", "transfer", j{"to": 2, "reason": "履行地在临海。"})
		t.arrived()
		t.agreed("lian2", "shuji2", "dispute-transfer", j{"superior": "台州市劳动人事争议仲裁委员会", "reason": "履行地在仙居。"})
		t.does("lian2", "record-designation", j{"ours": true, "document": "台劳人仲〔2026〕3号"})
		t.does("lian2", "take-over", nil)
	}},
}

// neighbour makes a second commission, with a clerk and a head of its own.
func (t *Teller) neighbour() {
	for _, q := range []string{
		"insert into commissions (id, name, series) overriding system value values (2, '临海市劳动人事争议仲裁委员会', '临劳人仲')",
		"update roles set commission_id = 2 where account_id = (select id from accounts where login = 'lian2')",
		"update roles set commission_id = 2, role = 'court_head' where account_id = (select id from accounts where login = 'shuji2')",
	} {
		_, err := t.P.DB.SQL().ExecContext(t.ctx, q)
		t.must(err)
	}
}

// arrived goes on with the case that the neighbour got.
func (t *Teller) arrived() {
	row := t.P.DB.SQL().QueryRowContext(t.ctx, "select ref, version from cases where commission_id = 2 order by id desc limit 1")
	t.must(row.Scan(&t.ref, &t.version))
}
