package workflows

import (
	"slices"

	"tiaocai/workflows/calendar"
)

// AftermathFacts are what is on record about awards after they were made (裁决以后的事实).
type AftermathFacts struct {
	Awards    []AwardDoc
	Court     []CourtMove
	Noted     []AwardOf // the entry into force is on record
	Paid      []AwardOf // the worker was paid in full
	Unsure    int       // payments that the worker has neither confirmed nor denied
	Enforcing bool      // somebody applied for enforcement
	Preserved bool      // the court has an application to preserve property
	KeptUntil calendar.Date
	Disposed  bool // its disposal was approved
	Reheard   bool // a case of its own has taken the dispute up anew
}

// AwardOf is one award as it concerns one worker.
type AwardOf struct {
	Award  int
	Worker string
}

// AftermathAct is what the person at hand says about a step on awards.
type AftermathAct struct {
	Award     *AwardOf  // which award, for which worker
	Court     CourtKind // of the suit at hand
	Ruling    Ruling
	MoveOpen  bool          // the suit at hand is on record and not ended
	Told      bool          // particulars were given
	Grounds   bool          // preliminary execution: the worker asked, the rights are clear, and life is hard
	ClaimsFit bool          // and it is about pay, injury medical costs, severance or damages
	OneKind   bool          // a partial award is final or not, as a whole
	Unpaid    bool          // the word is that nothing was paid
	PayBy     calendar.Date // by when it was agreed to be paid; zero: no day was agreed
}

// AwardAt finds an award by its branch number; nil if there is none.
func (a AftermathFacts) AwardAt(no int) *AwardDoc {
	for i := range a.Awards {
		if a.Awards[i].No == no {
			return &a.Awards[i]
		}
	}
	return nil
}

// Unnoted are the awards in force, by worker, whose entry into force is not on record yet: what the
// clock's own step is about.
func (f Facts) Unnoted() []Force {
	return slices.DeleteFunc(Forces(f), func(e Force) bool {
		return e.State != Effective || e.On.After(f.On) || slices.Contains(f.After.Noted, AwardOf{e.Award, e.Worker})
	})
}

// forceOn finds the effect of one award for one worker; ok is false if there is no such award.
func (f Facts) forceOn(of AwardOf) (Force, bool) {
	for _, e := range Forces(f) {
		if e.Award == of.Award && e.Worker == of.Worker {
			return e, true
		}
	}
	return Force{}, false
}
