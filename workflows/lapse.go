package workflows

import (
	"fmt"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// LapseFacts are the certificates that a period of the commission ran out, by the day they were made
// (逾期证明).
type LapseFacts struct {
	NoDecision calendar.Date // nothing was decided on acceptance
	NoAward    calendar.Date // no award was made
}

// lapsed is the day on which it went on record that the clock ran out: a certificate of before the
// clock last began anew is about another time.
func (c ClockAt) lapsed(certified calendar.Date) calendar.Date {
	if certified.Before(c.Starts) {
		return calendar.Date{}
	}
	return certified
}

// acceptanceClock is the clock of the decision on acceptance; nil if there is none.
func (f Facts) acceptanceClock() *ClockAt {
	w := watch{f: f}
	w.intake()
	if len(w.clocks) == 0 {
		return nil
	}
	return &w.clocks[0]
}

// NoDecisionNew: the clock itself certifies once; people may have another certificate.
var NoDecisionNew = Guard{
	Code: "already-certified",
	Says: text("期限届满的证明已经由期限程序出具。", "The certificate that the time ran out was made out by the clock already."),
	Law:  law.Arbitration(29, 1),
	Holds: func(f Facts) bool {
		c := f.acceptanceClock()
		return !f.Act.ByClock || c == nil || c.Lapsed.IsZero()
	},
}

// The award that did not come (逾期未裁决).
var (
	// AwardLapsed: the time for the award has run out, with every stop and extension counted.
	AwardLapsed = Guard{
		Code: "award-period-runs",
		Says: text("裁决期限还没有届满，或者正在停钟；届满未作出裁决的，当事人可以索取证明并向人民法院起诉。", "The time for the award is still running, or stands still. If no award is made in time, a party may ask for a certificate and sue."),
		Law:  law.Arbitration(43, 1),
		Holds: func(f Facts) bool {
			due := f.AwardReckoning().Statutory
			return !due.IsZero() && f.On.After(due)
		},
		Opens: func(f Facts) calendar.Date {
			if due := f.AwardReckoning().Statutory; !due.IsZero() {
				return due.Next(1)
			}
			return calendar.Date{}
		},
	}
	// NoAwardNew: the clock certifies once for each time the period runs.
	NoAwardNew = Guard{
		Code: "already-certified",
		Says: NoDecisionNew.Says,
		Law:  law.Arbitration(43, 1),
		Holds: func(f Facts) bool {
			return !f.Act.ByClock || f.Lapses.NoAward.Before(f.AwardReckoning().Base)
		},
	}
)

// AwardRightToSue is what the parties read once the time for the award has run out.
func AwardRightToSue(f Facts) (law.Text, bool) {
	if !f.State.Proceeding() || f.Accepted.IsZero() {
		return law.Text{}, false
	}
	due := f.AwardReckoning().Statutory
	if due.IsZero() || !f.Today.After(due) {
		return law.Text{}, false
	}
	return text(fmt.Sprintf("裁决期限已于 %s 届满，还没有作出裁决。当事人可以就该争议事项直接向人民法院起诉；在法院受理以前，案件继续办理。", due),
		fmt.Sprintf("The time for the award ran out on %s without one. Either party may sue in court at once; until a court accepts the suit, the case goes on here.", due)), true
}

// lapses are the steps about a period of the commission that ran out (逾期).
var lapses = []Row{
	{ // 出具逾期未裁决证明
		Event: CertifyNoAward, Name: text("出具逾期未作出裁决证明", "Certify that no award was made in time"),
		From: proceeding, To: Same, By: by(Applicant, Respondent, Registry, Recorder, Clock),
		When: when(AwardLapsed, NoAwardNew),
		Then: then(Draft(NoAwardCertificate, both...), Tell("no-award", both...)),
		Law:  law.Arbitration(43, 1), RestsOn: accepted,
	},
}
