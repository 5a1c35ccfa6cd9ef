package demo

import (
	"fmt"
	"slices"

	"tiaocai/server/casework"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

func arbitration(d *dispute) {
	d.open(d.clerk(), "arbitration")
	d.accepted()
	d.proceed()
}

// proposed brings a step up; approve decides on it.
func (d *dispute) proposed(login string, cmd casework.Command) {
	d.do(login, casework.Proposing{Command: cmd})
}

func (d *dispute) approve(login string, of workflows.Event) { d.do(login, &casework.Approving{Of: of}) }

// serve puts the newest paper of a kind into the hands of parties.
func (d *dispute) serve(paper workflows.Paper, by string, parties ...string) {
	id := d.papers[paper]
	if id == 0 {
		d.fail(fmt.Errorf("no %s was drafted", paper))
	}
	for _, p := range parties {
		d.do(by, casework.ServeDocument{Document: id, Party: p, Method: choose(d.rnd, []workflows.Way{workflows.ByHand, workflows.ByPost}), Receiver: "本人", Proof: fmt.Sprintf("送达回证 %04d-%02d", d.no, d.step)})
	}
}

func (d *dispute) ordinals(side string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", side, i+1)
	}
	return list
}

func (d *dispute) theirs() []string { return d.ordinals("被", len(d.respondents)) }
func (d *dispute) all() []string    { return append(d.ordinals("申", len(d.applicants)), d.theirs()...) }

func (d *dispute) accepted() {
	if d.rnd.IntN(6) == 0 {
		d.work(1)
		d.do(d.clerk(), casework.AskCorrection{Items: []string{"补交身份证复印件", "写明工资的计算方法"}})
		d.work(2 + d.rnd.IntN(3))
		d.do(d.clerk(), casework.CompleteCorrection{})
	}
	d.work(1 + d.rnd.IntN(4))
	d.accept()
}

func (d *dispute) accept() {
	d.do(d.clerk(), casework.Accept{InScope: true, ClearClaims: true, RightParties: true, Jurisdiction: true})
	d.exhibit(d.clerk(), "applicant", paper(d, "劳动合同", "双方存在劳动关系"))
	if d.rnd.IntN(2) == 0 {
		d.exhibit(d.clerk(), "applicant", photo(d, "考勤照片", "上班的时间"))
	}
	if d.rnd.IntN(5) == 0 {
		d.exhibit(d.clerk(), "applicant", recording(d, "通话录音", "单位承认拖欠"))
	}
	d.work(1)
	d.serve(workflows.AcceptanceNotice, d.clerk(), d.ordinals("申", len(d.applicants))...)
	d.serve(workflows.NoticeToRespond, d.clerk(), d.theirs()...)
}

// seated has the head form the tribunal: three for a group, else one.
func (d *dispute) seated() {
	d.work(1 + d.rnd.IntN(3))
	arbitrators := []string{"zhongcai", "zhongcai2", "zhongcai3"}
	at := d.rnd.IntN(3)
	if d.lead != "" {
		at = slices.Index(arbitrators, d.lead)
	}
	d.panel = []string{arbitrators[at]}
	if len(d.applicants) >= 10 || d.rnd.IntN(8) == 0 {
		d.panel = append(d.panel, arbitrators[(at+1)%3], arbitrators[(at+2)%3])
	}
	d.recorder = []string{"shuji", "shuji2"}[d.no%2]
	cmd := casework.FormTribunal{Recorder: d.who(d.recorder).Account}
	for _, a := range d.panel {
		cmd.Arbitrators = append(cmd.Arbitrators, d.who(a).Account)
	}
	d.do("yuanzhang", cmd)
	if len(d.applicants) < workflows.CollectiveSize { // there the one notice tells it
		d.serve(workflows.TribunalNotice, d.recorder, d.all()...)
	}
}

func (d *dispute) defended() {
	d.work(3 + d.rnd.IntN(5))
	if d.rnd.IntN(4) > 0 {
		d.do(d.clerk(), casework.FileDefence{})
		d.forwarded()
		d.exhibit(d.clerk(), "respondent", paper(d, "工资发放表", "工资已经支付"))
	}
}

// scheduled sets a hearing so many working days ahead and has both sides know.
// forwarded serves the defence on the applicants, by whoever keeps the file. It leaves nothing to chance, so that a
// dispute goes on as it would have without it.
func (d *dispute) forwarded() {
	by := d.recorder
	if by == "" {
		by = d.clerk()
	}
	for _, p := range d.ordinals("申", len(d.applicants)) {
		d.do(by, casework.ServeDocument{Document: d.papers[workflows.DefenceCopy], Party: p, Method: workflows.ByPost, Receiver: "本人", Proof: fmt.Sprintf("送达回证 %04d-%02d", d.no, d.step)})
	}
}

func (d *dispute) scheduled(ahead int) calendar.Date {
	on := d.w.days.Due(d.day, calendar.WorkingDays(ahead)).Statutory
	if len(d.applicants) >= workflows.CollectiveSize {
		d.do(d.panel[0], casework.NotifyAtOnce{Sitting: sitting(d, on), EvidenceUntil: on, Guided: true, Helpers: "仙居县总工会"})
	} else {
		d.do(d.panel[0], casework.ScheduleHearing{Sitting: sitting(d, on)})
	}
	d.serve(workflows.HearingNoticePaper, d.recorder, d.all()...)
	return on
}

func sitting(d *dispute, on calendar.Date) casework.Sitting {
	s := casework.Sitting{HearingOn: on, Starts: choose(d.rnd, []string{"09:00", "10:30", "14:30"}), Place: choose(d.rnd, []string{"第一仲裁庭", "第二仲裁庭"}), ClosedFor: d.closedFor}
	switch {
	case d.starts != "":
		s.Starts, s.Place = d.starts, d.place
	case on == d.w.parts.Today:
		s.Starts = "08:30" // what is heard today by then is heard early
	}
	return s
}

func (d *dispute) heard(on calendar.Date) {
	d.on(on)
	came := d.rnd.IntN(6) > 0
	d.do(d.panel[0], casework.OpenHearing{ApplicantPresent: true, RespondentPresent: came, Present: []string{d.applicants[0].Name}})
	if !came {
		d.proposed(d.panel[0], casework.HearInDefault{Reason: "被申请人收到书面开庭通知，无正当理由未到庭。"})
		d.approve("yuanzhang", workflows.HearInDefault)
	}
}

// proceed leads an accepted case to one of its ends.
func (d *dispute) proceed() {
	switch n := d.rnd.IntN(100); {
	case n < 10: // settled among themselves before the tribunal was formed
		d.later(5 + d.rnd.IntN(15))
		d.withdrawn("", true)
		return
	case n < 14:
		d.later(4 + d.rnd.IntN(10))
		d.withdrawn("", false)
		return
	case n < 15:
		d.work(3)
		d.closedBy(d.clerk(), casework.Transfer{Commission: "临海市劳动人事争议仲裁委员会", Reason: "劳动合同履行地在临海市。"})
		return
	case n < 16:
		d.work(3)
		d.closedBy(d.clerk(), casework.Cancel{Reason: "同一争议已由人民法院受理。"})
		return
	}
	d.seated()
	d.defended()
	d.interrupted()
	d.work(1 + d.rnd.IntN(3))
	on := d.scheduled(12 + d.rnd.IntN(6))
	switch n := d.rnd.IntN(100); {
	case n < 38:
		d.mediatedInHearing(on)
	case n < 50:
		d.on(on.Next(-1))
		d.withdrawn(d.panel[0], true)
	case n < 54:
		d.on(on)
		d.closedBy(d.panel[0], casework.DeemWithdrawn{Reason: "申请人经书面通知，无正当理由未到庭。"})
	case n < 55:
		d.on(on.Next(-2))
		d.closedBy(d.panel[0], casework.Terminate{Ground: "no-successor", Reason: "申请人死亡，没有继承人参加仲裁。"})
	default:
		d.awarded(on)
	}
}

// interrupted stops the clock of some: an inquiry elsewhere, an appraisal, a longer period.
func (d *dispute) interrupted() {
	switch n := d.rnd.IntN(24); {
	case n == 0:
		d.do(d.panel[0], casework.StopClock{Kind: "inquiry", Ground: "委托外地仲裁委调查取证"})
		d.work(8)
		d.do(d.panel[0], casework.EndStop{})
	case n == 1:
		d.proposed(d.panel[0], casework.Suspend{Ground: "appraisal", Reason: "等待劳动能力鉴定结论"})
		d.do("zhuren", &casework.Approving{Of: workflows.Suspend})
		d.later(40)
		d.do(d.panel[0], casework.Resume{})
	}
}
