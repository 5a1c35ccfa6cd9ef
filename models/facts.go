package models

import (
	"strconv"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Facts are the case as the law sees it on a day (案件事实).
func (c *Case) Facts(rules workflows.Rules, today calendar.Date) workflows.Facts {
	f := workflows.Facts{
		State: c.State, StateSince: c.StateSince, Today: today, On: today, Law: rules,
		Claims: len(c.Claims), Accepted: c.AcceptedOn, Defence: c.DefenceOn,
		WithdrawalAsked: !c.WithdrawalAskedOn.IsZero(), WithdrawalSettled: c.WithdrawalSettled,
		MediationAttempted: !c.TribunalMediationOn.IsZero(), MediationAgreed: c.TribunalAgreed,
		Closed: c.ClosedOn, Mode: c.ClosingMode(), SuitFiled: !c.SuitOn.IsZero(), Archived: !c.ArchivedOn.IsZero(),
	}
	for _, p := range c.Parties {
		if p.Side == ApplicantSide {
			f.Applicants++
			if p.Kind == "worker" {
				f.Workers++
			}
		} else {
			f.Respondents++
		}
	}
	c.mediationFacts(&f)
	c.settlingFacts(&f)
	c.applicationFacts(&f)
	c.tribunalFacts(&f)
	c.hearingFacts(&f)
	c.clockFacts(&f)
	c.lapseFacts(&f)
	c.serviceFacts(&f)
	c.intakeFacts(&f)
	c.recusalFacts(&f)
	c.changeFacts(&f)
	f.Evidence = workflows.EvidenceFacts{Applicant: c.EvidenceApplicantUntil, Respondent: c.EvidenceRespondentUntil, Filed: c.Filed}
	c.handlingFacts(&f)
	c.groupFacts(&f)
	c.minutesFacts(&f)
	c.inquiryFacts(&f)
	c.counterFacts(&f)
	f.Joint.Others = len(c.JointWith)
	c.voteFacts(&f)
	c.withdrawalFacts(&f)
	f.CopyServed = c.served(workflows.NoticeToRespond, RespondentSide, 0)
	c.awardFacts(&f)
	if c.Proposal != nil {
		f.Proposed = c.Proposal.Event
	}
	return f
}

func (c *Case) mediationFacts(f *workflows.Facts) {
	m := c.Mediation()
	if m == nil {
		return
	}
	f.Mediation = workflows.MediationFacts{
		Running: m.ConcludedOn.IsZero(), Held: m.Held, Received: m.ReceivedOn, Concluded: m.ConcludedOn,
		ApplicantConsents: !m.ApplicantConsentOn.IsZero(), RespondentConsents: !m.RespondentConsentOn.IsZero(),
		ExtendedTo: m.ExtendedTo, HasMediator: m.MediatorID != nil,
	}
}

// Mediation is the one under way, or the last one; nil if there was none.
func (c *Case) Mediation() *Mediation {
	if len(c.Mediations) == 0 {
		return nil
	}
	return &c.Mediations[len(c.Mediations)-1]
}

// Application is the one before the commission, or the last one; nil if there was none.
func (c *Case) Application() *Application {
	if len(c.Applications) == 0 {
		return nil
	}
	return &c.Applications[len(c.Applications)-1]
}

// Hearing is the next hearing day, or the last one; nil if there is none.
func (c *Case) Hearing() *Hearing {
	if len(c.Hearings) == 0 {
		return nil
	}
	return &c.Hearings[len(c.Hearings)-1]
}

func (c *Case) applicationFacts(f *workflows.Facts) {
	if a := c.Application(); a != nil {
		f.Application = workflows.ApplicationFacts{
			FirstReceived: a.FirstReceivedOn, Received: a.ReceivedOn, Corrections: a.Corrections,
			Correcting: a.Correcting(), Decided: a.DecidedOn,
		}
	}
}

func (c *Case) tribunalFacts(f *workflows.Facts) {
	f.Tribunal.Formed, f.Tribunal.Size = c.TribunalFormedOn, c.TribunalSize
	if c.Proposal != nil && c.Proposal.Event == workflows.MakeAward {
		f.Tribunal.Signed = 1 // who proposed it has signed it
	}
	for _, s := range c.Seats {
		if !s.SignedOn.IsZero() {
			f.Tribunal.Signed++
		}
		if s.Since.After(c.TribunalFormedOn) && !c.TribunalFormedOn.IsZero() {
			f.Tribunal.Changed = calendar.Latest(f.Tribunal.Changed, s.Since)
		}
		if s.Seat == "recorder" {
			f.Tribunal.Recorder = true
		} else {
			f.Tribunal.Filled++
		}
	}
	if c.TribunalFormedOn.IsZero() {
		return // a notice that travelled with a transferred case is about another tribunal
	}
	f.Tribunal.NoticeOn = c.tribunalNoticeOn(calendar.Latest(c.TribunalFormedOn, f.Tribunal.Changed))
}

// tribunalNoticeOn is when everybody had been told who sits since a day: by the notice of the tribunal, or in a
// collective dispute by the first notice of a hearing that reached all, which tells it too.
func (c *Case) tribunalNoticeOn(since calendar.Date) calendar.Date {
	if d := c.LastDocument(workflows.TribunalNotice, 0); d != nil && !d.DraftedOn.Before(since) {
		return c.reachedAll(d)
	}
	for i := range c.Documents {
		if d := &c.Documents[i]; d.Paper == workflows.HearingNoticePaper && !d.DraftedOn.Before(since) {
			if on := c.reachedAll(d); !on.IsZero() {
				return on
			}
		}
	}
	return calendar.Date{}
}

// reachedAll is when the last party had a paper; no day while one has not.
func (c *Case) reachedAll(d *Document) (last calendar.Date) {
	for _, side := range []Side{ApplicantSide, RespondentSide} {
		for _, s := range c.servedPaper(d, side) {
			if s.On.IsZero() {
				return calendar.Date{}
			}
			last = calendar.Latest(last, s.On)
		}
	}
	return last
}

func (c *Case) hearingFacts(f *workflows.Facts) {
	h := c.Hearing()
	if h == nil {
		return
	}
	f.Hearing = workflows.HearingFacts{
		On: h.HearingOn, ShortNoticeAgree: h.ShortNoticeAgreed, Opened: h.OpenedOn,
		ApplicantCame: h.ApplicantPresent, RespondentCame: h.RespondentPresent, Ended: h.EndedOn,
		ApplicantLeft: h.ApplicantLeft, RespondentLeft: h.RespondentLeft, Default: h.DefaultOn,
	}
	for _, side := range []Side{ApplicantSide, RespondentSide} {
		f.Hearing.Notices = append(f.Hearing.Notices, c.served(workflows.HearingNoticePaper, side, h.ID)...)
	}
}

// lapseFacts are the newest certificates that a period ran out.
func (c *Case) lapseFacts(f *workflows.Facts) {
	if d := c.LastDocument(workflows.NoDecisionCertificate, 0); d != nil {
		f.Lapses.NoDecision = d.DraftedOn
	}
	if d := c.LastDocument(workflows.NoAwardCertificate, 0); d != nil {
		f.Lapses.NoAward = d.DraftedOn
	}
}

func (c *Case) clockFacts(f *workflows.Facts) {
	f.Clock.Extension = c.ExtensionDays
	for _, e := range c.ClockEvents {
		if e.Restart {
			f.Clock.Restarts = append(f.Clock.Restarts, workflows.Restart{On: e.FromOn, Kind: e.Kind})
			continue
		}
		f.Clock.Stops = append(f.Clock.Stops, workflows.Stop{From: e.FromOn, To: e.ToOn, Kind: workflows.StopKind(e.Kind)})
		if e.Kind == string(workflows.StopSuspension) && e.ToOn.IsZero() {
			f.Clock.Suspended = true
		}
	}
}

// served lists, for each party of a side, when the newest paper of a kind reached it; nothing if
// no such paper was drafted. hearing narrows to the notice of one hearing day; 0 takes any.
func (c *Case) served(paper workflows.Paper, side Side, hearing int64) []workflows.Served {
	return c.servedPaper(c.LastDocument(paper, hearing), side)
}

// servedPaper is the same for one paper; nothing for none.
func (c *Case) servedPaper(doc *Document, side Side) []workflows.Served {
	if doc == nil {
		return nil
	}
	paper := doc.Paper
	var list []workflows.Served
	for _, p := range c.Parties {
		if p.Side != side {
			continue
		}
		s := workflows.Served{Party: p.Mark(), Worker: p.Kind == "worker", Final: paper == workflows.AwardFinalPaper, Paper: string(paper)}
		if sv := c.ServedBy(doc.ID, p.ID); sv != nil {
			s.On, s.Way, s.Put = sv.ServedOn, sv.Method, sv.put()
		}
		list = append(list, s)
	}
	return list
}

// LastDocument is the newest paper of a kind; nil if there is none.
func (c *Case) LastDocument(paper workflows.Paper, hearing int64) *Document {
	for i := len(c.Documents) - 1; i >= 0; i-- {
		d := &c.Documents[i]
		if d.Paper == paper && (hearing == 0 || (d.HearingID != nil && *d.HearingID == hearing)) {
			return d
		}
	}
	return nil
}

func itoa(n int) string { return strconv.Itoa(n) }
