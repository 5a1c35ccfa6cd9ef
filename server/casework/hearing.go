package casework

import (
	"slices"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Sitting is a hearing day as it is announced.
type Sitting struct {
	HearingOn calendar.Date `json:"hearing_on" doc:"开庭日期 Day of the hearing"`
	Starts    string        `json:"starts" pattern:"^([01][0-9]|2[0-3]):[0-5][0-9]$" doc:"开庭时间 Time, as 09:00"`
	Place     string        `json:"place" minLength:"2" maxLength:"100" doc:"地点 Place"`
	ClosedFor string        `json:"closed_for,omitempty" enum:"both-agreed,state-secret,trade-secret,privacy" doc:"不公开开庭的原因；公开的不填 Why it is not public; left out for a public hearing"`
	Agreed    bool          `json:"both_agree,omitempty" doc:"双方书面同意不公开 Both sides agree in writing that it is not public"`
}

func (s Sitting) announce(a *Act) {
	c := a.Case
	c.Hearings = append(c.Hearings, models.Hearing{Child: a.child(), No: len(c.Hearings) + 1, HearingOn: s.HearingOn, Starts: s.Starts, Place: s.Place, ClosedFor: workflows.ClosedFor(s.ClosedFor), AnnouncedAt: &a.Tx.Now})
	a.hearing = c.Hearing()
	c.Change(a.hearing)
	a.say(documents.FieldHearingOn, s.HearingOn.String())
	a.say(documents.FieldHearingAt, s.Starts)
	a.say(documents.FieldPlace, s.Place)
	a.say(documents.FieldPublic, a.hearing.ClosedFor.Says().ZH)
	if n := len(c.JointWith); n > 0 {
		a.say(documents.FieldJoint, itoa(n))
	}
	a.Detail["hearing_on"], a.Detail["no"] = s.HearingOn, a.hearing.No
}

func (s Sitting) tell(f *workflows.Facts) error {
	if !s.HearingOn.After(f.On) {
		return bad("hearing_on", "开庭日期应当在今后。", "The hearing day must lie ahead.")
	}
	if s.HearingOn.After(f.On.Next(365)) { // a year typed wrong
		return bad("hearing_on", "开庭日期最多定在一年以内，请核对年份。", "The hearing day is within a year: please check the year.")
	}
	f.Act.HearingOn, f.Act.ClosedFor, f.Act.BothAgree = s.HearingOn, workflows.ClosedFor(s.ClosedFor), s.Agreed
	return nil
}

// ScheduleHearing sets the day, time and place; setting it again replaces the day (确定开庭日期).
type ScheduleHearing struct {
	Dated
	Sitting
}

func (ScheduleHearing) Event() workflows.Event                  { return workflows.ScheduleHearing }
func (s ScheduleHearing) Tell(_ *Act, f *workflows.Facts) error { return s.tell(f) }
func (s ScheduleHearing) Apply(a *Act) error                    { s.announce(a); return nil }

// AdjournHearing ends the sitting and sets another day (休庭，另定日期).
type AdjournHearing struct {
	Dated
	Sitting
}

func (AdjournHearing) Event() workflows.Event                  { return workflows.AdjournHearing }
func (s AdjournHearing) Tell(_ *Act, f *workflows.Facts) error { return s.tell(f) }

func (s AdjournHearing) Apply(a *Act) error {
	h := a.Case.Hearing()
	h.EndedOn, h.EndedAt = a.On, a.moment()
	a.Case.Change(h)
	if err := a.Case.Flush(a.Tx); err != nil {
		return err
	}
	s.announce(a)
	return nil
}

// moment is when the step happens, where it is entered on its own day; nil for what is entered later.
func (a *Act) moment() *time.Time {
	if a.On != a.Tx.Today() {
		return nil
	}
	return &a.Tx.Now
}

// ConsentShortNotice notes that parties agree in writing to a shorter notice of the hearing: each for itself, once.
type ConsentShortNotice struct {
	Dated
	Party      string `json:"party,omitempty" maxLength:"8" doc:"哪位当事人，如 申1；自己同意的不填 Which party; left out by a party itself"`
	AllParties bool   `json:"all_parties,omitempty" doc:"全体当事人书面同意（书记员登记时）All parties agree in writing, when the recorder enters it"`
}

func (ConsentShortNotice) Event() workflows.Event { return workflows.ConsentShortNotice }

func (s ConsentShortNotice) Apply(a *Act) error {
	h := a.Case.Hearing()
	a.Case.Change(h)
	if s.AllParties && a.Capacity == workflows.Recorder {
		h.ShortNoticeAgreed = len(a.Case.Parties)
		return nil
	}
	p, err := a.agreeing(s.Party, h)
	if err != nil {
		return err
	}
	h.ShortNoticeBy = append(h.ShortNoticeBy, p.ID)
	h.ShortNoticeAgreed = len(h.ShortNoticeBy)
	a.Detail["party"] = p.Mark()
	return nil
}

// agreeing is the party that agrees: the one that is named, or the next of those for whom the actor speaks.
func (a *Act) agreeing(mark string, h *models.Hearing) (*models.Party, error) {
	registered := a.Capacity == workflows.Recorder // who enters what lies in writing
	var found *models.Party
	for i := range a.Case.Parties {
		p := &a.Case.Parties[i]
		if mark != "" && mark != p.Mark() || mark == "" && registered || !registered && !a.speaksFor(p) {
			continue
		}
		if found = p; !slices.Contains(h.ShortNoticeBy, p.ID) {
			return p, nil
		}
	}
	if found != nil {
		return nil, bad("party", "这一方已经同意过了；其他当事人各自同意。", "This party has agreed already; each of the others agrees for itself.")
	}
	return nil, bad("party", "请写明是哪位当事人，如 申1、被1。", "Please say which party, as 申1 or 被1.")
}

// OpenHearing records that the tribunal opened the hearing, and who came (开庭).
type OpenHearing struct {
	Dated
	ApplicantPresent  bool     `json:"applicant_present" doc:"申请人到庭 The applicant came"`
	RespondentPresent bool     `json:"respondent_present" doc:"被申请人到庭 The respondent came"`
	Present           []string `json:"present,omitempty" maxItems:"40" doc:"到庭人员 Names of those present"`
}

func (OpenHearing) Event() workflows.Event { return workflows.OpenHearing }

func (o OpenHearing) Tell(_ *Act, f *workflows.Facts) error {
	f.Act.AttendanceGiven, f.Act.ApplicantCame, f.Act.RespondentCame = true, o.ApplicantPresent, o.RespondentPresent
	return nil
}

func (o OpenHearing) Apply(a *Act) error {
	h := a.Case.Hearing()
	h.OpenedOn, h.ApplicantPresent, h.RespondentPresent, h.Present = a.On, o.ApplicantPresent, o.RespondentPresent, strings.Join(o.Present, "、")
	h.OpenedAt = a.moment()
	a.Case.Change(h)
	if !o.RespondentPresent { // heard by default: on the proof that the notice came
		_, records := noticeProof(a.Case, models.RespondentSide)
		a.Detail["services"] = records
	}
	a.Detail["applicant_present"], a.Detail["respondent_present"] = o.ApplicantPresent, o.RespondentPresent
	return models.FreezeWorkbooks(a.Tx, a.Case, h, a.On)
}

// AttemptMediation records that the tribunal tried to mediate, and how it ended (庭上调解). What was
// offered is not recorded.
type AttemptMediation struct {
	Dated
	Result string `json:"result" enum:"agreed,failed,absent" doc:"达成协议、未达成、一方缺席无法调解 Agreed, failed, or impossible because a side is absent"`
	Terms  string `json:"terms,omitempty" maxLength:"8000" doc:"协议内容 Terms, if agreed"`
}

func (AttemptMediation) Event() workflows.Event { return workflows.AttemptMediation }

func (m AttemptMediation) Apply(a *Act) error {
	if m.Result == "agreed" && strings.TrimSpace(m.Terms) == "" {
		return bad("terms", "达成协议的，请写明协议内容。", "Please give the terms that were agreed.")
	}
	c := a.Case
	c.TribunalMediationOn, c.TribunalAgreed, c.TribunalTerms = a.On, m.Result == "agreed", ""
	if c.TribunalAgreed {
		c.TribunalTerms = m.Terms
	}
	a.Detail["result"] = m.Result
	return nil
}

// CloseHearing ends the hearing; the tribunal deliberates (庭审结束).
type CloseHearing struct{ Dated }

func (CloseHearing) Event() workflows.Event { return workflows.CloseHearing }

func (CloseHearing) Apply(a *Act) error {
	h := a.Case.Hearing()
	h.EndedOn, h.EndedAt = a.On, a.moment()
	a.Case.Change(h)
	return nil
}

// ReopenHearing lets a hearing that was over go on at another day (恢复庭审).
type ReopenHearing struct {
	Dated
	Sitting
	Ground string `json:"ground" enum:"facts-unclear,new-evidence,arbitrator-unable" doc:"恢复庭审的原因 Why the hearing goes on"`
}

func (ReopenHearing) Event() workflows.Event                  { return workflows.ReopenHearing }
func (r ReopenHearing) Tell(_ *Act, f *workflows.Facts) error { return r.tell(f) }

func (r ReopenHearing) Apply(a *Act) error {
	r.announce(a)
	a.Detail["ground"] = r.Ground
	return nil
}
