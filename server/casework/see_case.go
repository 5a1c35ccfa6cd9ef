package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// SeeCase shows one case to somebody who may see it: everything personal masked, nothing from
// behind the wall. That the file was opened is itself on record.
func (d *Desk) SeeCase(ctx context.Context, who policies.Actor, ref string) (*CaseView, error) {
	var v *CaseView
	var at policies.Case
	err := d.look(ctx, func(tx *models.Tx) error {
		c, g, err := d.open(tx, who, ref, policies.ViewCase)
		if err != nil {
			return err
		}
		at = c.Key()
		v, err = d.view(tx, c, g)
		return err
	})
	if err == nil && v.unread { // whoever has the case open needs no message about it
		err = d.seen(ctx, func(tx *models.Tx) error { return models.ReadOfCase(tx, at, who.Account) })
	}
	if err != nil {
		return nil, fmt.Errorf("see case: %w", err)
	}
	return v, nil
}

// open finds a case and the grant to read it; a stranger learns nothing.
func (d *Desk) open(tx *models.Tx, who policies.Actor, ref string, act policies.Act) (*models.Case, policies.Grant, error) {
	c, err := models.FindCase(tx, ref)
	if err != nil {
		return nil, policies.Grant{}, err
	}
	hs, err := models.HoldingsOn(tx, who, c)
	if err != nil {
		return nil, policies.Grant{}, err
	}
	g, err := d.gate.Admit(who, c.Key(), hs, act)
	return c, g, err
}

// May says whether somebody may do an act in a case, before anything else of a request is looked at.
func (d *Desk) May(ctx context.Context, who policies.Actor, ref string, act policies.Act) error {
	return d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		_, _, err := d.open(tx, who, ref, act)
		return err
	})
}

func (d *Desk) view(tx *models.Tx, c *models.Case, g policies.Grant) (*CaseView, error) {
	in, err := models.InForce(tx, c.CommissionID)
	if err != nil {
		return nil, err
	}
	f := c.Facts(in.Rules, tx.Today())
	f.ProposedBy = c.Proposal != nil && c.Proposal.MakerID == g.Actor().Account
	f.Recusal.Paused = c.Challenged(g.Actor().Account)
	f.Settling.Offers = offerFacts(c, f.Settling.Offers, g)
	clocks := workflows.Clocks(f)
	evidence := EvidenceDays{f.EvidenceEnds(workflows.Applicant), f.EvidenceEnds(workflows.Respondent)}
	v := &CaseView{
		Ref: c.Ref, Number: c.CaseNumber(), State: c.State, StateName: forReader(f.Says(), g), StaffName: c.State.Says().Staff, Means: forReader(f.Means(), g),
		Mode: c.ClosingMode(), Version: c.Version, OpenedOn: c.OpenedOn, AcceptedOn: c.AcceptedOn, ClosedOn: c.ClosedOn,
		Cause: c.Cause, CauseName: causeName(c.Cause), Town: c.Town, Facts: c.Facts_, Today: tx.Today(),
		Track: track(c, f), Except: except(f, c), Claims: claimViews(c.Claims), Application: applicationView(c, g), Stops: stopViews(c),
		Standings: g.Standings(), Capacities: g.Capacities(), Party: g.Party(), Options: workflows.Options(f, g.Capacities()),
		Known: in.Parameters, After: afterView(c, f), Withdrawal: withdrawalView(c, f), Appraisals: appraisalViews(c), Earlier: c.EarlierRef, Later: c.LaterRef, EvidenceDays: evidence, EvidenceOpen: g.May(policies.ReadEvidence), SecretOpen: g.May(policies.ViewSecret) && !c.AcceptedOn.IsZero(), NotesOpen: g.May(policies.ReadNotes) && !seatedGrant(g),
		NotebookOpen: g.May(policies.KeepWorkbook) && c.ArchivedOn.IsZero(), AwardOpen: g.May(policies.SeeAward) && !c.AcceptedOn.IsZero() && c.ClosedOn.IsZero(),
	}
	withinScope(v.Options, c.State, g)
	if v.Expected, err = d.expected(tx, c, f); err != nil {
		return nil, err
	}
	if v.Queue, err = d.queueOf(tx, c); err != nil {
		return nil, err
	}
	v.RightToSue = rightToSue(f, g)
	if v.Mode != "" {
		name := v.Mode.Name()
		v.ModeName = &name
	}
	for _, k := range clocks {
		v.Clocks = append(v.Clocks, clockView(k, tx.Today(), f.Law.Days))
	}
	v.Next = nextView(f, clocks, v, g)
	for _, cl := range c.AskedClaims() { // what the respondent claims in turn is no part of it
		v.ClaimTotal += cl.Amount
		if cl.Awarded != nil {
			v.AwardTotal += *cl.Awarded
		}
	}
	v.Applicants, v.Respondents = partyViews(c, g)
	return v, d.fillLists(tx, c, g, v)
}

// fillLists adds what stands around the case: one sheet of lists, read in one round trip.
func (d *Desk) fillLists(tx *models.Tx, c *models.Case, g policies.Grant, v *CaseView) error {
	sheet, err := models.SheetOf(tx, g, wanted(c, g, v.Capacities))
	if err != nil {
		return err
	}
	v.unread = sheet.Unread
	for _, s := range c.Seats {
		v.Tribunal = append(v.Tribunal, SeatView{s.ID, s.Seat, sheet.Names[s.AccountID]})
	}
	if v.Party {
		v.Contact = contactOf(c, v, sheet)
	}
	v.Recusals = recusalViews(c, g, sheet)
	v.Minutes = minutesViews(c, g, sheet)
	v.Records, v.Requests = recordViews(c, g, sheet), requestViews(c, g)
	if v.Joint, err = d.jointView(tx, c, g); err != nil {
		return err
	}
	if v.Changes, err = changeViews(c, g); err != nil {
		return err
	}
	if v.Counters, err = counterViews(c, g); err != nil {
		return err
	}
	v.Mediation = mediationView(c, g, sheet)
	v.Settling = settlingView(c, g, v.Today)
	if v.Offers, err = offersView(tx, c, g); err != nil {
		return err
	}
	v.DocumentAsked = documentAsked(c, g)
	v.Hearing, v.Documents = hearingView(c, v.Today), documentViews(c, g)
	if v.Hearing != nil && inHouse(g) {
		v.Hearing.Asked = askedView(c)
	}
	if err := v.addWorkings(c, sheet.Calculations); err != nil {
		return err
	}
	v.Performance = performanceOf(c, v, g)
	v.Exhibits, v.SentOnline = exhibitViews(sheet.Exhibits), sentOnline(c, sheet, g)
	examine(v.Exhibits, c, g)
	if v.EvidenceOpen {
		seal := d.EvidenceSealing()
		v.Sealing = &seal
	}
	v.Timeline = timeline(c, sheet, g)
	v.addClockSteps(sheet.Clocks)
	v.Readers = readerViews(c, g, sheet)
	if p := c.Proposal; p != nil && inHouse(g) {
		v.Proposal = &ProposalView{Event: p.Event, Name: nameOf(p.Event), Maker: sheet.Names[p.MakerID], MadeOn: p.MadeOn, Own: p.MakerID == g.Actor().Account, Proof: attached(c, p.Event)}
		if g.May(policies.ViewSecret) {
			v.Proposal.Body = p.Body
		}
	}
	v.Choices = Choices{Arbitrators: chosen(sheet.Arbitrators), Recorders: chosen(sheet.Recorders), Mediators: chosen(sheet.Mediators)}
	if c.State == workflows.Filed && slices.Contains(v.Capacities, workflows.Registry) {
		v.Lacking = workflows.Lacking(workflows.Checklist(c.Filing("", len(sheet.Exhibits), tx.Today())))
	}
	for _, o := range sheet.Commissions {
		v.Choices.Commissions = append(v.Choices.Commissions, Choice{o.ID, o.Name})
	}
	for _, o := range sheet.Organisations {
		v.Choices.Organisations = append(v.Choices.Organisations, Choice{o.ID, o.Name})
	}
	return nil
}

// wanted says what of a sheet the view needs: whose names, and whom the forms of the person's
// steps may name.
func wanted(c *models.Case, g policies.Grant, caps []workflows.Capacity) models.SheetQuery {
	q := models.SheetQuery{People: peopleOf(c), Own: g.Party(), Reads: readsShown(c, g)}
	m := c.Mediation()
	if m != nil {
		q.Organisation = m.OrganisationID
	}
	for _, hat := range caps {
		switch hat {
		case workflows.Head:
			q.Court, q.Commissions = true, c.State.Proceeding()
		case workflows.Tribunal:
			q.Commissions, q.Court = c.State.Proceeding(), q.Court || c.State.Proceeding()
		case workflows.Recorder:
			q.Court = q.Court || c.State.Proceeding()
		case workflows.Organiser:
			q.Mediators = m != nil
		case workflows.Registry:
			q.Organisations, q.Commissions, q.Court = true, q.Commissions || c.State.Proceeding(), q.Court || c.State.Proceeding()
		case workflows.Applicant, workflows.Mediator:
			q.Organisations = true
		}
	}
	return q
}

func chosen(list []models.Colleague) []Choice {
	var ch []Choice
	for _, c := range list {
		ch = append(ch, Choice{c.ID, c.Name})
	}
	return ch
}

func peopleOf(c *models.Case) []int64 {
	var ids []int64
	for _, s := range c.Seats {
		ids = append(ids, s.AccountID)
	}
	for i := range c.Records {
		if id := c.Records[i].SecondID; id != nil {
			ids = append(ids, *id)
		}
	}
	for _, r := range c.Recusals {
		ids = append(ids, r.AccountID)
	}
	if m := c.Mediation(); m != nil && m.MediatorID != nil {
		ids = append(ids, *m.MediatorID)
	}
	if c.Proposal != nil {
		ids = append(ids, c.Proposal.MakerID)
	}
	return ids
}

func seatedGrant(g policies.Grant) bool {
	for _, s := range g.Standings() {
		if s.Seated() {
			return true
		}
	}
	return false
}

// inHouse says whether somebody works on the case at the commission: only there is it known what
// somebody proposed and nobody decided yet.
func inHouse(g policies.Grant) bool {
	return g.May(policies.ViewSecret) || g.Is(policies.Office) || seatedGrant(g)
}

func causeName(code string) (t lawText) {
	if c, ok := claims.LookupCause(claims.CauseCode(code)); ok {
		return c.Name
	}
	return text("未定", "not set")
}

func claimViews(list []models.Claim) []ClaimView {
	var views []ClaimView
	for _, c := range list {
		v := ClaimView{No: c.No, Code: c.Code, Title: claimTitle(c), Money: moneyClaim(c.Code), Amount: c.Amount,
			PeriodFrom: c.PeriodFrom, PeriodTo: c.PeriodTo, Basis: c.Basis, Awarded: c.Awarded, Final: c.Final, Reasons: c.Reasons,
			KnownOn: c.KnownOn, InService: c.InService, Joint: c.Joint, Counter: c.Counter, Burden: claims.BurdenOf(claims.Code(c.Code))}
		if c.Applicant > 0 {
			v.Applicant = markOf(c.Applicant)
		}
		if c.Decision != nil {
			v.Decision = *c.Decision
		}
		views = append(views, v)
	}
	return views
}

// applicationView shows the application; what it lacks is between the applicant and the commission.
func applicationView(c *models.Case, g policies.Grant) *ApplicationView {
	a := c.Application()
	if a == nil {
		return nil
	}
	v := &ApplicationView{ReceivedOn: a.ReceivedOn, Correcting: a.Correcting(), AskedOn: a.CorrectionAskedOn, DecidedOn: a.DecidedOn, Reason: a.Reason}
	if a.Outcome != nil {
		v.Outcome = *a.Outcome
	}
	if g.Party() && sideOf(g) == models.RespondentSide {
		return v
	}
	if a.CorrectionItems != "" {
		v.CorrectionItems = strings.Split(a.CorrectionItems, "\n")
	}
	for _, d := range c.OpenDefects() {
		v.Defects = append(v.Defects, defectView(c, d))
	}
	if n := c.Correction(); n != nil {
		v.MendBy = n.MendBy
	}
	return v
}

// mediationView shows that there is a mediation and how it ended. The sum agreed is for the two
// parties and the mediators alone.
func mediationView(c *models.Case, g policies.Grant, sheet *models.Sheet) *MediationView {
	m := c.Mediation()
	if m == nil {
		return nil
	}
	v := &MediationView{Organisation: sheet.Organisation, Held: m.Held, ReceivedOn: m.ReceivedOn, ExtendedTo: m.ExtendedTo, ConcludedOn: m.ConcludedOn,
		ApplicantConsents: !m.ApplicantConsentOn.IsZero(), RespondentConsents: !m.RespondentConsentOn.IsZero()}
	if m.MediatorID != nil {
		v.Mediator = sheet.Names[*m.MediatorID]
	}
	if m.Outcome != nil {
		v.Outcome = *m.Outcome
	}
	if (g.Party() || g.May(policies.ReadNotes)) && !seatedGrant(g) {
		v.AgreedAmount, v.PerformBy = m.AgreedAmount, m.PerformBy
	}
	return v
}

func hearingView(c *models.Case, today calendar.Date) *HearingView {
	h := c.Hearing()
	if h == nil {
		return nil
	}
	v := &HearingView{No: h.No, On: h.HearingOn, Starts: h.Starts, Place: h.Place, OpenedOn: h.OpenedOn, EndedOn: h.EndedOn,
		Applicant: h.ApplicantPresent, Respondent: h.RespondentPresent, ClosedFor: h.ClosedFor, Held: h.ClosedFor.Says(), Left: leftBy(h), DefaultOn: h.DefaultOn}
	f := c.Facts(workflows.Rules{Days: calendar.Published()}, today)
	v.Coming = f.Coming()
	v.Noticed = len(f.Hearing.Notices) > 0
	for _, s := range f.Hearing.Notices {
		v.Noticed = v.Noticed && !s.On.IsZero()
	}
	return v
}

func askedView(c *models.Case) *PostponementView {
	p := c.WaitingPostponement()
	if p == nil {
		return nil
	}
	v := &PostponementView{On: p.AskedOn, Reason: p.Reason, WhyLate: p.LateReason}
	if who := c.PartyByID(p.PartyID); who != nil {
		v.Party = who.Mark()
	}
	return v
}

func stopViews(c *models.Case) []StopView {
	var list []StopView
	for _, e := range c.ClockEvents {
		if e.Restart {
			continue
		}
		for _, g := range workflows.StopGrounds() {
			if string(g.Kind) == e.Kind {
				list = append(list, StopView{e.ID, g.Name, e.FromOn, e.ToOn, g.Law})
			}
		}
	}
	return list
}

func organisations(tx *models.Tx, commission int64) ([]Choice, error) {
	list, err := models.Organisations(tx, commission)
	var ch []Choice
	for _, o := range list {
		ch = append(ch, Choice{o.ID, o.Name})
	}
	return ch, err
}
