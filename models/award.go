package models

import (
	"slices"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// The kinds of award documents.
const (
	WholeAward       = "award"       // 裁决书
	PartialAward     = "partial"     // 先行裁决书
	PreliminaryAward = "preliminary" // 先予执行裁决书: not to be sued over
)

// Award is one award document: a case may have a final and a non-final one, and partial ones before (裁决书).
type Award struct {
	Child
	No          int // its branch: -1 final, -2 not, then partial ones
	Number      string
	Kind        string
	Final       bool
	MadeOn      calendar.Date
	Amount      claims.Fen
	Ground      string // why one document holds both kinds, where it does
	CorrectedOn calendar.Date
	RevokedOn   calendar.Date
}

// AwardItem is one claim of one worker as an award decides it (裁决事项).
type AwardItem struct {
	Child
	Kind     string
	AwardNo  int
	ClaimNo  int
	Party    string // 申1; "" where the award does not tell workers apart
	Decision string
	Amount   claims.Fen
	Final    bool
	Rule     string // by which rule it is final or not
	Unproven bool   // stated as final, and no minimum wage was on record to check it by
	Found    string `gorm:"serializer:sealed;type:bytea"` // 认定的事实
}

// CourtMove is one suit or application about an award (诉讼、申请撤销).
type CourtMove struct {
	Child
	No      int
	Kind    workflows.CourtKind
	AwardNo int
	Party   string
	Worker  bool
	Workers string
	Court   string
	FiledOn calendar.Date
	Outcome workflows.Ruling
	Cause   string // why the court changed it
	RuledOn calendar.Date
}

// AwardForce is the day from which an award binds one worker (生效日).
type AwardForce struct {
	Child
	AwardNo   int
	Party     string
	InForceOn calendar.Date
	NotedOn   calendar.Date
}

// Payment is one payment, or the word that there was none (履行).
type Payment struct {
	Child
	No          int
	AwardNo     int
	Party       string
	Result      string // paid, part, not-paid
	Amount      claims.Fen
	PaidOn      calendar.Date
	Capacity    workflows.Capacity
	Confirmed   *bool
	ConfirmedOn calendar.Date
}

// Unsure says whether the worker has still to confirm it.
func (p Payment) Unsure() bool { return p.Result != "not-paid" && p.Confirmed == nil }

// counts says whether the money came, as far as anybody knows.
func (p Payment) counts() bool { return p.Result != "not-paid" && (p.Confirmed == nil || *p.Confirmed) }

// Workers are the marks of all workers of the case, in order.
func (c *Case) Workers() []string {
	var list []string
	for _, p := range c.Parties {
		if p.Kind == "worker" {
			list = append(list, p.Mark())
		}
	}
	return list
}

// NextAward is the branch number for the next award of a kind.
func (c *Case) NextAward(kind string, final bool) int {
	if kind == WholeAward {
		return map[bool]int{true: 1, false: 2}[final]
	}
	n := map[string]int{PartialAward: 3, PreliminaryAward: 1}[kind]
	for _, a := range c.Awards {
		if a.Kind == kind {
			n = max(n, a.No+1)
		}
	}
	return n
}

// DueTo is what an award gives one worker; without a division, all of it.
func (c *Case) DueTo(award int, party string) claims.Fen {
	if award == 0 {
		if c.MediatedAmount != nil {
			return *c.MediatedAmount
		}
		return 0
	}
	var sum claims.Fen
	for _, i := range c.AwardItems {
		if i.AwardNo == award && i.Kind != PreliminaryAward && (i.Party == "" || i.Party == party) {
			sum += i.Amount
		}
	}
	return sum
}

// PaidTo is what came of it so far, and whether that is all.
func (c *Case) PaidTo(award int, party string) (sum claims.Fen, whole bool) {
	for _, p := range c.Payments {
		if p.AwardNo == award && p.Party == party && p.counts() {
			sum += p.Amount
			whole = whole || p.Result == "paid"
		}
	}
	due := c.DueTo(award, party)
	return sum, whole || (due > 0 && sum >= due)
}

// KeptTo is the day by which these workers had all that the awards, or the mediation document, give them: each award paid
// to each of them, and that worker's word on it. None while anything is open, or where nothing is due.
func (c *Case) KeptTo(workers []string) (last calendar.Date) {
	for _, w := range workers {
		for _, no := range c.dueTo(w) {
			on := c.confirmedOn(no, w)
			if on.IsZero() {
				return on
			}
			last = calendar.Latest(last, on)
		}
	}
	return last
}

// dueTo are the awards that give a worker money; 0 is a mediation document, or a case without an award on record.
func (c *Case) dueTo(worker string) (list []int) {
	for _, a := range c.Awards {
		if a.Kind != PreliminaryAward && a.RevokedOn.IsZero() && c.DueTo(a.No, worker) > 0 {
			list = append(list, a.No)
		}
	}
	if c.ClosingMode() == workflows.Mediated || len(c.Awards) == 0 {
		list = append(list, 0)
	}
	return list
}

// confirmedOn is the day from which one award is paid in full to one worker, by the worker's own word. A payment may be
// about all awards, or all workers; a part of a sum for all of them is no part that one of them can count.
func (c *Case) confirmedOn(award int, worker string) calendar.Date {
	var sum claims.Fen
	due := c.DueTo(award, worker)
	for _, p := range c.Payments {
		own := p.AwardNo == award && p.Party == worker
		if p.Confirmed == nil || !*p.Confirmed || !own && (p.AwardNo != award && p.AwardNo != 0 || p.Party != worker && p.Party != "") {
			continue
		}
		if own {
			sum += p.Amount
		}
		if p.Result == "paid" || due > 0 && sum >= due {
			return p.PaidOn
		}
	}
	return calendar.Date{}
}

func (c *Case) awardFacts(f *workflows.Facts) {
	f.After.Preserved, f.After.Enforcing, f.After.Disposed = !c.PreservedOn.IsZero(), !c.EnforcementOn.IsZero(), !c.DisposedOn.IsZero()
	f.After.Reheard = c.LaterRef != ""
	if !c.ClosedOn.IsZero() && f.Law.Days != nil {
		f.After.KeptUntil = workflows.KeepUntil(f.Law.Days, c.ClosedOn, c.ClosedOn, c.ClosingMode())
	}
	for _, a := range c.Awards {
		if a.Kind != PreliminaryAward {
			f.After.Awards = append(f.After.Awards, c.awardDoc(a))
		}
	}
	for _, m := range c.CourtMoves {
		f.After.Court = append(f.After.Court, workflows.CourtMove{No: m.No, Kind: m.Kind, Award: m.AwardNo, Party: m.Party, Worker: m.Worker,
			Workers: Marks(m.Workers), On: m.FiledOn, Outcome: m.Outcome, Ruled: m.RuledOn})
	}
	for _, x := range c.Forces {
		if !x.NotedOn.IsZero() {
			f.After.Noted = append(f.After.Noted, workflows.AwardOf{Award: x.AwardNo, Worker: x.Party})
		}
	}
	for _, p := range c.Payments {
		if p.Unsure() {
			f.After.Unsure++
		}
		of := workflows.AwardOf{Award: p.AwardNo, Worker: p.Party}
		if _, whole := c.PaidTo(p.AwardNo, p.Party); whole && !slices.Contains(f.After.Paid, of) {
			f.After.Paid = append(f.After.Paid, of)
		}
	}
}

// awardDoc is an award with whom it concerns and when it reached whom. An award that does not tell
// workers apart concerns them all.
func (c *Case) awardDoc(a Award) workflows.AwardDoc {
	d := workflows.AwardDoc{No: a.No, Number: a.Number, Final: a.Final, Partial: a.Kind == PartialAward, Made: a.MadeOn, Revoked: a.RevokedOn}
	together := false // an item that all of them claim, and that is not divided
	for _, i := range c.AwardItems {
		if i.AwardNo != a.No || i.Kind != a.Kind {
			continue
		}
		together = together || i.Party == ""
		if i.Party != "" && !slices.Contains(d.Workers, i.Party) {
			d.Workers = append(d.Workers, i.Party)
		}
	}
	if d.Workers == nil || together {
		d.Workers = c.Workers()
	}
	d.Without = c.without(a, d.Workers)
	paper := workflows.PartialAwardPaper
	if a.Kind == WholeAward {
		paper = map[bool]workflows.Paper{true: workflows.AwardFinalPaper, false: workflows.AwardNonFinalPaper}[a.Final]
	}
	for _, side := range []Side{ApplicantSide, RespondentSide} {
		for _, s := range c.servedPaper(c.awardPaper(paper, a.Number), side) {
			if s.Final = a.Final; !s.Worker || slices.Contains(d.Workers, s.Party) {
				d.Served = append(d.Served, s)
			}
		}
	}
	return d
}

// without are the workers to whom an award gives nothing. An award whose items are not on record, as one carried
// over from paper, may give anything; what the respondent claimed in turn is nothing to the workers.
func (c *Case) without(a Award, workers []string) (list []string) {
	for _, w := range workers {
		items, gets := 0, false
		for _, i := range c.AwardItems {
			if i.AwardNo == a.No && i.Kind == a.Kind && (i.Party == "" || i.Party == w) {
				items++
				gets = gets || i.Decision != "rejected" && !c.counterClaim(i.ClaimNo)
			}
		}
		if items > 0 && !gets {
			list = append(list, w)
		}
	}
	return list
}

func (c *Case) counterClaim(no int) bool {
	return slices.ContainsFunc(c.Claims, func(x Claim) bool { return x.No == no && x.Counter })
}

// awardPaper is the document of an award: the one with its number, or, from before awards had numbers, the newest of its kind.
func (c *Case) awardPaper(paper workflows.Paper, number string) *Document {
	for i := len(c.Documents) - 1; i >= 0; i-- {
		if d := &c.Documents[i]; d.Paper == paper && number != "" && d.Number == number {
			return d
		}
	}
	return c.LastDocument(paper, 0)
}

// Marks are the marks in a list kept as one text.
func Marks(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// saveForces keeps for each award and worker the day it binds, so that the clock finds the due ones.
func (c *Case) saveForces(b *batch, f workflows.Facts) {
	for _, e := range workflows.Forces(f) {
		on := e.On
		if e.State != workflows.NotYet && e.State != workflows.Effective {
			on = calendar.Date{}
		}
		b.query(`insert into award_forces (commission_id, case_id, award_no, party, in_force_on) values ($1, $2, $3, $4, $5)
			on conflict (commission_id, case_id, award_no, party) do update set in_force_on = excluded.in_force_on`, nil, c.CommissionID, c.ID, e.Award, e.Worker, on)
	}
}

// AwardsBinding lists cases with awards that have come into force and are not on record as such, each
// with its day; the clock takes the step. A case is named once for each of its workers, and the step
// puts on record what is due that day.
func AwardsBinding(tx *Tx) ([]RunOut, error) {
	var list []RunOut
	err := tx.Raw(`select c.ref, f.in_force_on as due_on from (select commission_id, case_id, in_force_on from award_forces
		where noted_on is null and in_force_on is not null and in_force_on <= ? order by in_force_on limit 500) f
		join cases c on c.commission_id = f.commission_id and c.id = f.case_id order by 2, 1`, tx.Today()).Scan(&list).Error
	return list, err
}
