package world

// Rare stories of service: what comes back from the post is announced, and served when the notice has run.
var rareService = []story{
	{"sent, come back, announced, deemed served", 0, func(t *Teller) {
		accepted(t)
		v, err := t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref)
		t.must(err)
		for _, d := range v.Documents {
			if d.Paper != "notice-to-respond" {
				continue
			}
			t.does("lian", "send-document", j{"document": d.ID, "party": "被1", "method": "post", "proof": "EMS 1234"})
			if v, err = t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref); err != nil {
				t.must(err)
			}
			for _, sent := range v.Documents {
				if sent.ID == d.ID {
					t.does("lian", "record-delivery", j{"service": sent.To[0].Services[0].ID, "outcome": "undeliverable", "reason": "无人签收，退回"})
				}
			}
			t.does("lian", "publish-notice", j{"document": d.ID, "party": "被1", "ground": "other-ways-failed", "reason": "邮件退回，上门无人。", "place": "本委公告栏"})
		}
		t.expire(31)
	}},
}
