package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows"
)

// daylight is the light of a day that people agreed on, in natural days, as the part of the light takes it.
func daylight(l workflows.Light, left int) casework.ClockView {
	return casework.ClockView{Light: l, Left: left}
}

// offering says whether offers to settle are what the reader comes for: one is open, or one was accepted. They then
// stand before everything that can wait.
func offering(v *casework.CaseView) bool {
	return v.Offers != nil && (len(v.Offers.Open) > 0 || v.Offers.Agreed != nil)
}

// mayApply says whether the reader may apply for arbitration at once, because the mediation came to nothing.
func mayApply(v *casework.CaseView) bool {
	if v.State != workflows.Unsettled || v.Mediation == nil {
		return false
	}
	for _, o := range v.Options {
		if o.Event == workflows.FileApplication && o.Open {
			return true
		}
	}
	return false
}

// fewHappened is how many of the newest steps a party reads at once; earlier ones fold.
const fewHappened = 6

// recent are the steps that stand in the open: to staff all of them, to a party the newest.
func recent(v *casework.CaseView) []casework.EventView {
	if !v.Party || len(v.Timeline) <= fewHappened+2 {
		return v.Timeline
	}
	return v.Timeline[:fewHappened]
}

// older are the steps that fold.
func older(v *casework.CaseView) []casework.EventView { return v.Timeline[len(recent(v)):] }

// theirOffer is the other side's open offer; nil if there is none.
func theirOffer(v *casework.CaseView) *casework.OfferView {
	if v.Offers == nil {
		return nil
	}
	for i, o := range v.Offers.Open {
		if !o.Mine {
			return &v.Offers.Open[i]
		}
	}
	return nil
}

// agreedDay says whether the day that counts now is one that the parties agreed on.
func agreedDay(v *casework.CaseView) bool {
	return v.Performance != nil && v.Performance.KeptOn.IsZero() && !v.Performance.PayBy.IsZero()
}
