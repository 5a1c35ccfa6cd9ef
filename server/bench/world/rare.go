package world

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/identity"
)

// rare are stories with the steps that the usual ones leave out. They are told where every
// statement is wanted, and not copied.
var rare = []story{
	{"amended, mediated again and again", 0, func(t *Teller) {
		consulting(t)
		t.does("lian", "amend-application", j{"facts": "补充事实。", "claims": []j{{"code": "M01", "amount": "100.00"}}})
		t.does("lian", "confirm-address", j{"party": "申1", "address": "浙江省仙居县福应街道2号", "phone": "13857612345", "e_service": true})
		t.does("lian", "ask-mediation", j{"organisation": 1})
		t.does("guanli", "assign-mediator", j{"mediator": t.Who("tiaojie").Account})
		t.does("tiaojie", "consent-to-mediation", j{"side": "respondent"})
		t.does("tiaojie", "extend-mediation", j{"until": t.day.Next(25), "both_agree": true})
		t.does("tiaojie", "fail-mediation", nil)
		t.does("lian", "file-application", nil)
		t.does("lian", "ask-correction", j{"items": []string{"身份证明"}})
		t.later(1)
		t.does("lian", "complete-correction", nil)
		t.does("lian", "hold-for-mediation", j{"organisation": 2, "consent": true})
		t.does("guanli2", "assign-mediator", j{"mediator": t.Who("tiaojie2").Account})
		t.expire(40)
		t.does("lian", "accept", tests)
	}},
	{"referred", 0, func(t *Teller) {
		filed(t)
		t.does("lian", "refer", j{"commission": "临海市劳动人事争议仲裁委员会", "reason": "用人单位在临海。"})
	}},
	{"stopped, suspended, extended, adjourned, signed by three", 0, func(t *Teller) {
		d := dispute(t.keys, "arbitration") // of people of their own: whose award was revoked does not sit for the same party again
		d["applicants"] = []j{{"kind": "worker", "name": "应小龙"}}
		d["respondents"] = []j{{"kind": "employer", "name": "仙居某某橡胶制品厂"}}
		t.opens("lian", d)
		came := t.later(1)
		t.does("lian", "propose-correct-entry", j{"field": "received_on", "value": came, "cause": "wrong-date", "reason": "次日收到"})
		t.does("yuanzhang", "correct-entry", nil)
		t.does("lian", "accept", tests)
		a := t.people[arbitrators[0]].Account
		three := []int64{a, t.people[arbitrators[1]].Account, t.people[arbitrators[2]].Account}
		t.does("yuanzhang", "form-tribunal", j{"arbitrators": three, "recorder": t.Who("shuji").Account})
		t.does("lian", "add-agent", j{"party": "申1", "name": "金律师", "kind": "lawyer", "special": true, "proof": "授权委托书一份"})
		t.serves("notice-to-respond")
		t.does("lian", "file-defence", nil)
		t.does("yuanzhang", "replace-seat", j{"seat": t.recorderSeat(), "successor": t.Who("shuji2").Account, "reason": "illness"})
		t.does("yuanzhang", "replace-seat", j{"seat": t.recorderSeat(), "successor": t.Who("shuji").Account, "reason": "other-duties"})
		t.does("shuji", "ask-recusal", j{"ground": "interest", "reason": "持有该公司股份"})
		t.does("zhuren", "decide-recusal", j{"result": "dismissed", "form": "oral", "reason": "不影响公正"})
		t.does("zhongcai", "set-evidence-period", j{"side": "both", "until": t.ahead(7)})
		more := []j{{"code": "M01", "amount": "900.00"}}
		t.does("lian", "change-claims", j{"claims": more, "reason": "漏算一个月"})
		t.does("zhongcai", "decline-change", j{"reason": "另行申请"})
		t.does("lian", "change-claims", j{"claims": d["claims"], "reason": "再次提出"})
		t.does("zhongcai", "accept-change", j{"waived": true})
		t.does("zhongcai", "stop-clock", j{"kind": "inquiry", "ground": "委托临海调查"})
		t.does("zhongcai", "end-stop", nil)
		t.agreed("zhongcai", "zhuren", "suspend", j{"ground": "appraisal", "reason": "等待工伤认定"})
		t.later(1)
		t.does("zhongcai", "resume", nil)
		t.does("zhongcai", "propose-extend-award-period", j{"days": 5, "reason": "案情复杂"})
		t.does("zhuren", "decline-proposal", j{"reason": "再看看"})
		t.agreed("zhongcai", "zhuren", "extend-award-period", j{"days": 5, "reason": "案情复杂"})
		t.hearing("zhongcai", "schedule-hearing")
		t.serves("hearing-notice")
		t.does("shuji", "consent-short-notice", j{"all_parties": true})
		t.until(14)
		t.does("zhongcai", "open-hearing", j{"applicant_present": true, "respondent_present": true})
		t.hearing("zhongcai", "adjourn-hearing")
		t.serves("hearing-notice")
		t.until(14)
		t.does("zhongcai", "open-hearing", j{"applicant_present": true, "respondent_present": true})
		t.does("zhongcai", "attempt-mediation", j{"result": "failed"})
		t.does("shuji", "write-minutes", minutes)
		t.does("shuji", "sign-minutes", nil)
		t.does("shuji", "note-unsigned", j{"party": "被1", "reason": "称记录不全。"})
		t.does("shuji", "ask-minutes-correction", j{"party": "被1", "text": "漏记了答辩第二点。"})
		t.does("zhongcai", "answer-minutes-correction", j{"result": "added"})
		t.does("zhongcai", "close-hearing", nil)
		t.does("yuanzhang", "reopen-hearing", j{"hearing_on": t.ahead(14), "starts": "09:00", "place": "第一仲裁庭", "ground": "facts-unclear"})
		t.serves("hearing-notice")
		t.until(14)
		t.does("zhongcai", "open-hearing", j{"applicant_present": true, "respondent_present": true})
		t.does("shuji", "write-minutes", minutes)
		t.does("zhongcai", "close-hearing", nil)
		for _, who := range []string{"zhongcai", arbitrators[1], arbitrators[2]} {
			t.does(who, "cast-vote", j{"stance": "presiding-view", "view": "同意。"})
		}
		t.does("zhongcai", "propose-make-award", items)
		t.does("zhongcai2", "sign-award", nil)
		t.does("yuanzhang", "make-award", nil)
		t.serves("award-final")
		t.serves("award-nonfinal")
		t.does("zhongcai", "correct-award", j{"award": 1, "items": "第二页笔误"})
		t.does("lian", "record-suit", j{"kind": "suit", "party": "被1", "award": 2, "court": "仙居县人民法院"})
		t.does("lian", "record-ruling", j{"move": 1, "outcome": "withdrawn"})
		t.agreed("yuanzhang", "zhuren", "revoke-award", j{"award": 2, "reason": "中级人民法院裁定撤销。"})
		t.does("lian", "record-enforcement", j{"court": "仙居县人民法院"})
		t.does("lian", "record-payment", j{"result": "part", "amount": "100.00"})
		t.does("shuji", "archive", nil)
		t.anew()
		t.agreed("lian", "yuanzhang", "cancel", j{"reason": "申请系虚构。"})
	}},
	{"mediated by the tribunal", 0, func(t *Teller) {
		a := heard(t)
		t.does(a, "attempt-mediation", j{"result": "agreed", "terms": "单位支付 800 元。"})
		t.agreed(a, "yuanzhang", "close-by-mediation", j{"applicant_signed_on": t.day, "respondent_signed_on": t.day, "amount": "800.00"})
	}},
	{"terminated", 0, func(t *Teller) {
		a := tribunal(t)
		t.agreed(a, "yuanzhang", "terminate", j{"ground": "no-successor", "reason": "申请人死亡，没有继承人。"})
	}},
	{"cancelled", 0, func(t *Teller) { a := tribunal(t); t.agreed(a, "yuanzhang", "cancel", j{"reason": "重复立案。"}) }},
	{"deemed withdrawn", 0, func(t *Teller) {
		a := scheduled(t)
		t.until(14)
		t.agreed(a, "yuanzhang", "deem-withdrawn", j{"reason": "经书面通知未到庭"})
	}},
	{"a counter-application; a third person", 0, func(t *Teller) {
		a := tribunal(t)
		in := j{"party": "被1", "claims": []j{{"code": "M12", "amount": "5000.00"}}, "reason": "服务期没有满。"}
		t.does("lian", "counter-apply", in)
		t.does("lian", "decline-counter", j{"result": "separate", "reason": "与本案没有牵连。"})
		t.does("lian", "counter-apply", in)
		t.does("lian", "join-counter", nil)
		t.serves("counter-notice")
		t.does("lian", "answer-counter", nil)
		t.does(a, "join-party", j{"as": "third", "who": j{"kind": "employer", "name": "某某劳务派遣有限公司"}, "asked_by": "by-commission", "reason": "是用工单位的派遣单位。"})
	}},
	{"evidence that the tribunal takes; a period restored", 0, func(t *Teller) {
		a := scheduled(t)
		t.does("lian", "ask-evidence-taking", j{"party": "申1", "kind": "collect", "subject": "调取考勤记录。"})
		t.does(a, "answer-evidence-taking", j{"result": "allow", "reason": "由被申请人掌握。"})
		t.does(a, "exchange-evidence", j{"agreed": "入职日期。", "disputed": "加班时数。"})
		t.does("shuji", "record-inquiry", j{"second": t.Who(a).Account, "source": "向社保中心调查，已出示证件。", "text": "参保至2026年1月。"})
		t.does(a, "send-inquiry", j{"to_whom": "某社会保险中心", "questions": "参保情况。"})
		t.does(a, "entrust-appraisal", j{"agency": "某司法鉴定所", "chosen": "by-both", "questions": "签名是否本人书写。"})
		t.later(3)
		t.does("shuji", "receive-opinion", j{"text": "签名为本人书写。"})
		t.evidence()
		t.does("shuji", "examine-exhibit", j{"party": "被1", "exhibit": "申1", "authentic": "disputed", "lawful": "accepted", "relevant": "accepted", "remark": "没有原件。"})
		t.does("shuji", "comment-record", j{"party": "被1", "record": 2, "text": "真实，与争议无关。"})
		t.until(10)
		t.does("lian", "ask-restoration", j{"party": "被1", "period": "evidence", "obstacle": "台风停电。", "ended_on": t.day})
		t.does(a, "answer-restoration", j{"until": t.ahead(5), "reason": "属于不可抗力。"})
	}},
	{"old cases", 0, func(t *Teller) { t.carry() }},
	{"handled simply, converted; another day asked for", 0, func(t *Teller) {
		a := scheduled(t)
		t.does("yuanzhang", "handle-simply", j{"ground": "clear-facts", "nothing_bars": true})
		t.does(a, "convert-to-ordinary", j{"why": "unsuitable", "reason": "案情复杂。"})
		t.does("lian", "ask-postponement", j{"party": "申1", "reason": "住院。"})
		t.does(a, "refuse-postponement", j{"reason": "可以委托代理人。"})
		t.does("lian", "ask-postponement", j{"party": "申1", "reason": "住院，代理人也不能到庭。"})
		t.does(a, "grant-postponement", j{"hearing_on": t.ahead(42), "starts": "09:00", "place": "第一仲裁庭"})
	}},
	{"told at once", 0, func(t *Teller) {
		d := dispute(t.keys, "arbitration")
		var people []j
		for i := range 10 {
			people = append(people, j{"kind": "worker", "name": fmt.Sprintf("同事%d", i+1)})
		}
		d["applicants"] = people
		t.opens("lian", d)
		t.does("lian", "accept", tests)
		three := []int64{t.Who(arbitrators[0]).Account, t.Who(arbitrators[1]).Account, t.Who(arbitrators[2]).Account}
		t.does("yuanzhang", "form-tribunal", j{"arbitrators": three, "recorder": t.Who("shuji").Account})
		t.does(arbitrators[0], "notify-at-once", j{"hearing_on": t.ahead(42), "starts": "09:00", "place": "第一仲裁庭", "evidence_until": t.ahead(20), "guided": true})
	}},
	{"heard together, and apart again", 0, func(t *Teller) {
		a := tribunal(t)
		first := t.ref
		t.opens("lian", dispute(t.keys, "arbitration"))
		t.does("lian", "accept", tests)
		t.does("yuanzhang", "form-tribunal", j{"arbitrators": []int64{t.Who(a).Account}, "recorder": t.Who("shuji").Account})
		t.does(a, "join-hearing", j{"cases": []string{first}, "ground": "common-subject"})
		t.does(a, "leave-joint", j{"reason": "分别审理更清楚。"})
	}},
	{"a group chooses", 0, func(t *Teller) {
		d := dispute(t.keys, "arbitration")
		var people []j
		for i := range 10 {
			people = append(people, j{"kind": "worker", "name": fmt.Sprintf("工人%d", i+1)})
		}
		d["applicants"] = people
		t.opens("lian", d)
		t.does("lian", "name-representatives", j{"parties": []string{"申1", "申4", "申7"}})
		t.does("lian", "record-consents", j{"about": "settle", "parties": []string{"申2", "申3"}, "proof": "同意书二份"})
		sheet := "姓名,身份证号,电话,M01\n"
		for i := range 10 {
			sheet += fmt.Sprintf("工人%d,%s,13857612345,1000\n", i+1, identity.MakeID("110101", t.day.Next(-10000-i), i+1))
		}
		t.does("lian", "enter-group", j{"sheet": sheet})
		t.evidence()
	}},
}

// anew has the dispute decided anew, and goes on with the case that took it up.
func (t *Teller) anew() {
	t.agreed("lian", "yuanzhang", "rehear", j{"reason": "由本会另行组成仲裁庭重新处理。"})
	v, err := t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref)
	t.must(err)
	v, err = t.P.Desk.SeeCase(t.ctx, t.people["lian"], v.Later)
	t.must(err)
	t.ref, t.version = v.Ref, v.Version
}

// carry brings an open and a closed case of an older system in.
func (t *Teller) carry() {
	who := t.people["yuanzhang"]
	body := []byte("案号,受理日期,申请人,被申请人,案由,结案日期,结案方式\n仙劳人仲案〔2019〕7号,2019-03-04,王某,某公司,A03,2019-04-01,撤回申请\n仙劳人仲案〔2019〕8号,2019-04-08,李某,某公司,A05,,\n")
	a, err := t.P.Desk.BeginCarryOver(t.ctx, who, casework.CarrySheet{Name: "台账.csv", Body: body}, t.options("carry-over"))
	t.must(err)
	t.must(t.P.Desk.WorkCarryOver(t.ctx, 1, a.ID, nil))
	_, err = t.P.Desk.RunCarryOver(t.ctx, who, a.ID, casework.CarryRun{}, t.options("carry-over"))
	t.must(err)
	t.must(t.P.Desk.WorkCarryOver(t.ctx, 1, a.ID, nil))
}

// hearing sets a hearing day two weeks ahead.
func (t *Teller) hearing(login, event string) {
	on := t.ahead(14)
	t.does(login, event, j{"hearing_on": on, "starts": "09:00", "place": "第一仲裁庭"})
}

// until moves on to the first worked day after so many days.
func (t *Teller) until(days int) {
	t.day = t.ahead(days)
	t.Clock.Set(t.day)
}

// expire lets a mediation run out by itself.
func (t *Teller) expire(days int) {
	t.until(days)
	_, err := t.P.Desk.Sweep(t.ctx, t.P.Actors.Clock)
	t.must(err)
	v, err := t.P.Desk.SeeCase(t.ctx, t.people["lian"], t.ref)
	t.must(err)
	t.version = v.Version
}

// evidence hands a text in.
func (t *Teller) evidence() {
	in := casework.FileEvidence{Title: "聊天记录", Proves: "拖欠工资", Side: "applicant"}
	_, err := t.P.Desk.Receive(t.ctx, t.people["lian"], t.ref, in, "聊天记录.txt", strings.NewReader("三月的工资还没有发。\n"), t.options("file-evidence"))
	t.must(err)
}

// Rare tells the rare stories, so that every step of the table is taken at least once.
func (t *Teller) Rare() error {
	start := Today.Next(-120)
	for _, st := range slices.Concat(rare, rareIntake, rareService, rareSettling, rareAwards, rareApply) {
		if err := t.tell(start, func(t *Teller) { t.day = t.ahead(0); t.Clock.Set(t.day); st.tell(t) }); err != nil {
			return fmt.Errorf("story %q: %w", st.name, err)
		}
	}
	t.Clock.Set(Today)
	return nil
}

// Untaken are the steps of the table that nobody took in the world.
func (t *Teller) Untaken() (list []workflows.Event, err error) {
	rows, err := t.P.DB.SQL().QueryContext(t.ctx, "select distinct event from case_events")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	taken := map[workflows.Event]bool{}
	for rows.Next() {
		var e workflows.Event
		if err := rows.Scan(&e); err != nil {
			return nil, err
		}
		taken[e] = true
	}
	for _, r := range workflows.Table() {
		if !taken[r.Event] {
			taken[r.Event] = true
			list = append(list, r.Event)
		}
	}
	return list, rows.Err()
}
