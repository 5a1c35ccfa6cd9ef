package casework

import (
	"fmt"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

type lawText = law.Text

var capacityNames = map[workflows.Capacity]law.Text{
	workflows.Applicant:  {ZH: "申请人", EN: "Applicant"},
	workflows.Respondent: {ZH: "被申请人", EN: "Respondent"},
	workflows.Mediator:   {ZH: "调解员", EN: "Mediator"},
	workflows.Organiser:  {ZH: "调解组织", EN: "Mediation organisation"},
	workflows.Registry:   {ZH: "立案人员", EN: "Registry"},
	workflows.Recorder:   {ZH: "书记员", EN: "Recorder"},
	workflows.Member:     {ZH: "仲裁员", EN: "Arbitrator"},
	workflows.Tribunal:   {ZH: "仲裁庭", EN: "Tribunal"},
	workflows.Head:       {ZH: "仲裁院院长", EN: "Head of the court"},
	workflows.Director:   {ZH: "仲裁委主任", EN: "Director"},
	workflows.Clock:      {ZH: "期限届满（系统）", EN: "Clock (system)"},
}

var lapseNames = map[workflows.Lapse]law.Text{
	workflows.Warn:            {ZH: "过期亮红灯，不影响当事人的权利。", EN: "Late for us; nobody's rights change."},
	workflows.EndMediation:    {ZH: "期满未达成协议的，调解结束，可以申请仲裁。", EN: "If there is no agreement by then, mediation ends and arbitration is open."},
	workflows.PermitSuit:      {ZH: "期满没有办完的，当事人可以直接向法院起诉。", EN: "If it is not done by then, the party may sue in court."},
	workflows.GoOn:            {ZH: "过期不影响案件继续办理。", EN: "The case goes on without it."},
	workflows.PostponeOrAgree: {ZH: "来不及的，改期开庭，或者双方书面同意。", EN: "If too late: another day, or both agree in writing."},
	workflows.InForce:         {ZH: "双方都不起诉的，最后一方的期限届满的次日，裁决生效。", EN: "If nobody sues, the award is in force the day after the last party's period ends."},
	workflows.CountAsServed:   {ZH: "期满视为送达，各项期限从这一天起算。", EN: "It then counts as served, and periods run from that day."},
	workflows.RightLost:       {ZH: "过期不能再提。", EN: "The right is lost after that."},
	workflows.DeemRefused:     {ZH: "期满不答复的，视为不愿协商。", EN: "No answer by then counts as a refusal."},
	workflows.ReviewShut:      {ZH: "过期申请审查的，不予受理；经批准的除外。", EN: "A later application for review is refused, unless it is let in with approval."},
	workflows.PathClosed:      {ZH: "过期不能再走这条路，其他途径不受影响。", EN: "This way is closed after that; the others stay open."},
	workflows.AskCourt:        {ZH: "这是法院办理的期限，过期可以向法院查询。", EN: "This is the court's own time; ask there if it has passed."},
	workflows.Enforceable:     {ZH: "期满不清偿也不提出异议的，可以申请强制执行。", EN: "If nothing is paid or objected by then, the order can be enforced."},
	workflows.MustHear:        {ZH: "期满未达成协议的，应当开庭审理。", EN: "Without an agreement by then, the case must be heard."},
}

func lawOf(e workflows.Event) law.Text {
	if rows := workflows.RowsOf(e); len(rows) > 0 {
		return law.Text{ZH: rows[0].Law.ZH, EN: rows[0].Law.EN}
	}
	return law.Text{}
}

func paperName(p workflows.Paper) law.Text {
	k, _ := workflows.PaperOf(p)
	return k.Name
}

// forReader are the words that belong to the reader's side.
func forReader(w workflows.Words, g policies.Grant) law.Text {
	switch {
	case !g.Party():
		return w.Staff
	case sideOf(g) == models.RespondentSide:
		return w.Employer
	}
	return w.Worker
}

func clockView(k workflows.ClockAt, today calendar.Date, days *calendar.Holidays) ClockView {
	t := k.Term()
	v := ClockView{Period: k.Period, Name: t.Name, Party: k.Party, For: capacityNames[k.For], Starts: k.Starts, Due: k.Due, Safe: k.Safe,
		Done: k.Done, Stopped: k.Stopped, Provisional: k.Provisional, Law: t.Law, Lapse: lapseNames[t.Lapse], Working: k.Working,
		WorkingDays: t.Runs.Unit == calendar.WorkingDay, Stops: k.Stops, Restarts: k.Restarts, Extension: k.Extension,
		Natural: k.Natural, Rule: t.Law.Rule, Explanation: k.Explanation()}
	if v.Light, v.Left = k.LightOn(today, days); !k.Done.IsZero() { // what was done is as late as it was that day, and no later
		if v.Light, v.Left = k.LightOn(k.Done, days); v.Light != workflows.Black {
			v.Light = workflows.Green
		}
	}
	return v
}

func nextView(f workflows.Facts, clocks []workflows.ClockAt, v *CaseView, g policies.Grant) NextView {
	n := workflows.NextOf(f, clocks)
	nv := NextView{Who: n.Who, WhoName: capacityNames[n.Who], Task: n.Task, What: n.What, Says: forReader(n.Task.Says(), g), By: n.By}
	for _, c := range g.Capacities() {
		nv.You = nv.You || c == n.Who
	}
	for i := range v.Clocks {
		if v.Clocks[i].Period == n.Period && v.Clocks[i].Done.IsZero() && v.Clocks[i].Due == n.By {
			nv.Clock = &v.Clocks[i]
		}
	}
	nv.Advice = advice(nv, v)
	return nv
}

// advice is what the reader can do now, in one sentence.
func advice(n NextView, v *CaseView) law.Text {
	if n.You {
		return law.Text{ZH: "轮到您：" + n.What.ZH + "。", EN: "It is your turn: " + n.What.EN + "."}
	}
	for _, o := range v.Options {
		if o.Open {
			return law.Text{ZH: "您现在不用等，也可以办下面的事。", EN: "You need not wait; you may also take the steps below."}
		}
	}
	if !v.State.Open() {
		return law.Text{ZH: "现在没有要办的事。", EN: "There is nothing to do now."}
	}
	return law.Text{ZH: "您现在不用做什么。有新的情况会通知您。", EN: "You need not do anything now. You will be told of any news."}
}

// track puts the case on the five plain stages.
func track(c *models.Case, f workflows.Facts) []Stage {
	stages := []Stage{{Name: text("调解", "Mediation")}, {Name: text("立案", "Acceptance")}, {Name: text("庭前", "Preparation")},
		{Name: text("开庭", "Hearing")}, {Name: text("裁决", "Award")}}
	set := func(i int, is string, on calendar.Date, zh, en string) {
		stages[i].Is, stages[i].On, stages[i].Word = is, on, text(zh, en)
	}
	at := map[workflows.State]int{workflows.Filed: 1, workflows.NotAccepted: 1, workflows.Referred: 1, workflows.Accepted: 2,
		workflows.Scheduled: 3, workflows.Hearing: 3, workflows.Deliberating: 4, workflows.Closed: 4}[c.State]
	for i := range stages {
		switch {
		case i < at:
			stages[i].Is, stages[i].Word = "done", text("已完成", "done")
		case i == at:
			stages[i].Is, stages[i].Word = "now", c.State.Says().Staff
		default:
			stages[i].Is, stages[i].Word = "ahead", text("", "")
		}
	}
	m := c.Mediation()
	switch {
	case m == nil && at > 0:
		set(0, "skipped", none, "未经调解", "not mediated")
	case m != nil && m.Outcome != nil && at > 0:
		set(0, "done", m.ConcludedOn, map[string]string{"success": "已达成", "failed": "未达成", "expired": "期满", "refused": "不同意"}[*m.Outcome], *m.Outcome)
	case m != nil && m.Outcome != nil:
		stages[0].On = m.ConcludedOn
	}
	if !c.AcceptedOn.IsZero() {
		set(1, "done", c.AcceptedOn, "已受理", "accepted")
	}
	if h := c.Hearing(); h != nil {
		if !h.OpenedOn.IsZero() {
			stages[3].On = h.OpenedOn
		} else if at <= 3 {
			stages[3].On, stages[3].Word = h.HearingOn, text("已排期", "scheduled")
		}
	}
	if c.State == workflows.Closed {
		closedTrack(c, stages)
	}
	return stages
}

// closedTrack shows where a closed case left the road.
func closedTrack(c *models.Case, stages []Stage) {
	mode := c.ClosingMode()
	stages[4].Is, stages[4].On, stages[4].Word = "done", c.ClosedOn, mode.Name()
	if h := c.Hearing(); h == nil || h.OpenedOn.IsZero() {
		stages[3].Is, stages[3].Word = "skipped", text("未开庭", "no hearing")
	}
}

// stopSays is a stop as a reader counts it: the day on which work goes on counts again, so it is named as that
// and not as the last day that is left out.
func stopSays(s StopView) law.Text {
	if s.To.IsZero() {
		return text(s.Name.ZH+"，"+s.From.String()+" 起停止计算，现在还停着。", s.Name.EN+": stopped from "+s.From.String()+", and still is.")
	}
	return text(s.Name.ZH+"，"+s.From.String()+" 起停止计算，"+s.To.String()+" 起接着计算（当天计入）。", s.Name.EN+": stopped from "+s.From.String()+"; counts again from "+s.To.String()+", that day included.")
}

// except names what departs from the road: stops, suspension, extension, correction, hold.
func except(f workflows.Facts, c *models.Case) []ExceptView {
	var list []ExceptView
	for _, s := range stopViews(c) {
		list = append(list, ExceptView{text("停钟", "Clock stopped"), stopSays(s), s.Law})
	}
	if f.Clock.Extension > 0 {
		list = append(list, ExceptView{text("延期", "Extended"), text("经批准延长 "+itoa(f.Clock.Extension)+" 日。", "Extended by "+itoa(f.Clock.Extension)+" days, with approval."), law.Arbitration(43, 2)})
	}
	if p := c.WaitingPostponement(); p != nil {
		mark := ""
		if who := c.PartyByID(p.PartyID); who != nil {
			mark = who.Mark()
		}
		list = append(list, ExceptView{text("请求延期开庭", "Another hearing day asked for"), text(mark+" 于 "+p.AskedOn.String()+" 请求延期，等仲裁庭决定。", mark+" asked on "+p.AskedOn.String()+"; the tribunal decides."), law.Arbitration(35, 2)})
	}
	if n := f.Group.Representatives; n > 0 {
		list = append(list, ExceptView{text("代表人", "Representatives"), text(fmt.Sprintf("推选了 %d 名代表人。还没有同意的被代表人：和解 %d 人，撤回 %d 人，变更请求 %d 人。", n, f.Group.SettleSilent, f.Group.WithdrawSilent, f.Group.ChangeSilent),
			fmt.Sprintf("%d representatives. Represented workers without consent: %d to settle, %d to withdraw, %d to change claims.", n, f.Group.SettleSilent, f.Group.WithdrawSilent, f.Group.ChangeSilent)), law.Zhejiang(40)})
	}
	list = append(list, collectiveExcept(f)...)
	list = append(list, jointExcept(c)...)
	if f.Handling.Simply() {
		kind, _ := workflows.SimpleGroundOf(c.SimpleGround)
		list = append(list, ExceptView{text("简易处理", "Simple handling"), text(kind.Name.ZH+"；一名仲裁员，三十日内结案，不延长。", kind.Name.EN+"; one arbitrator, thirty days, no extension."), kind.Law})
	}
	if f.Application.Correcting {
		list = append(list, ExceptView{text("补正", "Correction"), text("等申请人补齐材料，受理期限从补齐之日起算。", "Waiting for the applicant to complete the papers; the time to decide runs from then."), law.CaseRules(46, 2)})
	}
	if f.Mediation.Held && f.Mediation.Running {
		list = append(list, ExceptView{text("暂缓受理", "On hold"), text("双方先行调解，调解结束后再决定是否受理。", "Mediation first; acceptance is decided when it ends."), law.CaseRules(69).Recalled()})
	}
	return list
}
