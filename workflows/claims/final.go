package claims

import "tiaocai/workflows/law"

// FinalHead says under which head of Article 47 an award on a claim can be final (一裁终局). The
// award's document states the type; this is what it is proposed from.
type FinalHead string

const (
	// NeverFinal: outside Article 47. Both sides may sue.
	NeverFinal FinalHead = ""
	// UnderCeiling: final if the sum awarded on this one item to this one worker is not over twelve
	// months of the local minimum wage (调解仲裁法第四十七条第一项; the heads are listed in 人社部发〔2022〕9号).
	UnderCeiling FinalHead = "under-ceiling"
	// AnyAmount: final whatever the sum: the state's labor standards (第四十七条第二项), among which
	// Zhejiang counts work-injury benefits (浙江省条例第三十七条).
	AnyAmount FinalHead = "any-amount"
)

// FinalAt says whether an award of a sum on one item to one worker is final, given the minimum wage a
// month where the contract is performed (终局裁决的判断). It goes by what is awarded, not by what was
// claimed, and by each item alone. Where the case also confirms a labor relation nothing is final
// (人社部发〔2022〕9号第十一条).
func (h FinalHead) FinalAt(awarded, minimumWage Fen, relationConfirmed bool) bool {
	switch {
	case relationConfirmed:
		return false
	case h == UnderCeiling:
		return awarded <= 12*minimumWage
	}
	return h == AnyAmount
}

// Law is the article that makes an award under this head final; no citation for NeverFinal.
func (h FinalHead) Law() law.Citation {
	switch h {
	case UnderCeiling:
		return law.Arbitration(47, 1)
	case AnyAmount:
		return law.Zhejiang(37, 1)
	default:
		return law.Citation{}
	}
}
