package pages

import (
	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// sampleExpected is an estimate, or the word that there are too few cases.
func sampleExpected(few bool) *casework.Expected {
	says := law.Text{ZH: "这是估计，不是期限。", EN: "This is an estimate, not a time limit."}
	if few {
		return &casework.Expected{TooFew: true, Cases: 3, Says: says}
	}
	return &casework.Expected{Cases: 120, Median: 38, Most: 44, Likely: on("2026-11-16"), Latest: on("2026-11-22"), Says: says, Shown: []law.Text{says, says}}
}
