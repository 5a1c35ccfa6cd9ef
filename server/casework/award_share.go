package casework

import (
	"fmt"
	"slices"

	"tiaocai/models"
	"tiaocai/server/documents"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
)

// AwardShare is one worker's part of a sum that several claim together (各人份额). Effect, finality and remedies
// follow each worker's own part.
type AwardShare struct {
	Party  string     `json:"party" minLength:"2" maxLength:"8" doc:"哪位劳动者，如 申1 Which worker, as 申1"`
	Amount claims.Fen `json:"amount,omitempty" doc:"份额（元）The worker's share in yuan"`

	kind workflows.Finality
}

// divide checks the shares of an item: every worker who claims it once, and together the sum awarded to the
// fen. A form that leaves them empty divides nothing.
func (i *AwardItem) divide(a *Act, place string, c models.Claim) []fault.Field {
	if !slices.ContainsFunc(i.Shares, func(s AwardShare) bool { return s.Amount != 0 }) {
		i.Shares = nil
		return nil
	}
	wrong := func(at, zh, en string) []fault.Field {
		return []fault.Field{{Place: place + ".shares" + at, Says: text(zh, en)}}
	}
	workers := a.Case.Workers()
	if i.Decision == "rejected" || !moneyClaim(c.Code) || c.Applicant > 0 || c.Counter || len(workers) < 2 {
		return wrong("", "只有几位劳动者共同请求、得到支持的一笔款项才分份额。", "Only a sum that several workers claim together, and that is awarded, is divided.")
	}
	var sum claims.Fen
	seen := map[string]bool{}
	for n, s := range i.Shares {
		switch {
		case seen[s.Party] || !slices.Contains(workers, s.Party):
			return wrong(fmt.Sprintf(".%d.party", n), "请写共同请求的劳动者，每人一次，如 申1。", "Please name the workers who claim it, each once, as 申1.")
		case s.Amount < 0 || s.Amount > c.Amount:
			return wrong(fmt.Sprintf(".%d.amount", n), "一个人的份额不能小于零，也不能超过请求的金额。", "A share is not below nought and not above what was claimed.")
		}
		seen[s.Party], sum = true, sum+s.Amount
	}
	if i.Amount == 0 {
		i.Amount = sum
	}
	switch {
	case len(seen) < len(workers):
		return wrong("", "共同请求的每一位劳动者都要写，没有份额的写 0。", "Every worker who claims it is named; 0 for one who gets nothing.")
	case sum != i.Amount:
		return wrong("", "各人份额合计 "+sum.Grouped()+" 元，与裁决金额 "+i.Amount.Grouped()+" 元不一致。", "The shares come to "+sum.Grouped()+" yuan, which is not the "+i.Amount.Grouped()+" yuan awarded.")
	}
	return nil
}

// each takes divided items apart: one for each worker, with the worker's own sum and kind. A worker without
// a share is refused theirs.
func each(items []AwardItem) (list []AwardItem) {
	for _, i := range items {
		if len(i.Shares) == 0 {
			list = append(list, i)
			continue
		}
		for _, s := range i.Shares {
			x, final := i, s.kind.Final
			x.Shares, x.party, x.Amount, x.rule, x.Final, x.unproven = nil, s.Party, s.Amount, s.kind.Law.Rule, &final, s.kind.Unproven(final)
			if s.Amount == 0 {
				x.Decision = "rejected"
			}
			list = append(list, x)
		}
	}
	return list
}

// wholly says whether a decision on a claim is final for everybody; a divided one may be so for some only.
func wholly(i AwardItem) *bool {
	final := !slices.ContainsFunc(each([]AwardItem{i}), func(x AwardItem) bool { return x.Final == nil || !*x.Final })
	return &final
}

// shares are the parts of a claim's sum as an award divides it; none where it does not.
func (a *Act) shares(c models.Claim) (list []documents.Share) {
	if c.Applicant > 0 || len(a.Case.Workers()) < 2 {
		return nil
	}
	for _, i := range a.Case.AwardItems {
		if i.ClaimNo != c.No || i.Kind == models.PreliminaryAward || i.Party == "" {
			continue
		}
		if p := partyMarked(a.Case, i.Party); p != nil {
			list = append(list, documents.Share{Name: p.Name, Amount: i.Amount, Final: i.Final})
		}
	}
	return list
}
