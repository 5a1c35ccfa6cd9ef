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
