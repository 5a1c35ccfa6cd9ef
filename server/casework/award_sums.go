package casework

import (
	"fmt"
	"slices"
	"strings"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// workOut fills in what follows from what was typed: sums with their working, which items are final and why, what is
// missing, and the awards as they would read. The rules are the door's own (look), one item at a time, so that what is
// wrong with one leaves the others alone.
func (a *Act) workOut(out *AwardDraft) error {
	for _, c := range a.Case.Claims {
		if c.Decision != nil {
			out.Decided = append(out.Decided, c.No)
		}
	}
	kept, err := a.claimedWorkings()
	if err != nil {
		return err
	}
	list := undecided(a.Case)
	var complete []AwardItem
	relation := slices.ContainsFunc(list, func(c models.Claim) bool {
		return out.Typed[fmt.Sprintf("items.%d.relation", indexOf(list, c.No))] == "true"
	})
	for n, c := range list {
		line, item, err := a.workItem(out.Typed, n, c, kept[c.No], relation)
		if err != nil {
			return err
		}
		if !c.Counter {
			out.Claimed, out.Awarded = out.Claimed+c.Amount, out.Awarded+line.Amount
		}
		if out.Items = append(out.Items, line); line.Done() {
			complete = append(complete, item)
		} else {
			out.Missing++
		}
	}
	return a.preview(out, complete)
}

func indexOf(list []models.Claim, no int) int {
	return slices.IndexFunc(list, func(c models.Claim) bool { return c.No == no })
}

// claimedWorkings are what the claims were worked out from.
func (a *Act) claimedWorkings() (map[int]*ClaimCalculation, error) {
	rows, err := models.CalculationsOf(a.Tx, a.Case)
	if err != nil {
		return nil, err
	}
	return workings(a.Case, rows, false)
}

func (a *Act) workItem(t Typed, n int, c models.Claim, kept *ClaimCalculation, relation bool) (AwardLine, AwardItem, error) {
	place := fmt.Sprintf("items.%d", n)
	item, wrong := t.item(n, c)
	line := AwardLine{No: c.No, Decision: item.Decision, Claimed: c.Amount, Money: moneyClaim(c.Code), Wrong: wrong}
	if _, touched := t[place+".no"]; !touched && kept != nil {
		item.Inputs = kept.Calculation.Given() // the form begins with the applicant's own numbers
	}
	if line.Money && len(item.Inputs) > 0 {
		if w, err := a.reckon(c.Code, item.Inputs, place+".inputs."); err == nil {
			line.Working = &w
		} else if f := fault.As(err); f == nil {
			return line, item, err
		} else if len(f.Fields) > 0 {
			line.Unworked = &f.Fields[0].Says
		}
	}
	line.lacking(item)
	if line.Decision != "" {
		line.Wrong = append(line.Wrong, item.work(a, place, c)...)
		line.Wrong = append(line.Wrong, item.divide(a, place, c)...)
		if item.Amount != 0 || line.Decision == "rejected" {
			line.Wrong = append(line.Wrong, item.check(place, c)...)
		}
	}
	if line.Amount = item.Amount; line.Money && line.Decision != "" && line.Decision != "rejected" && item.Amount == 0 && len(line.Wrong) == 0 {
		line.Lacks = append(line.Lacks, text("缺金额", "the sum is missing"))
	}
	err := a.itemKind(&line, &item, place, c, relation)
	return line, item, err
}

// lacking names what a complete item has and this one has not.
func (l *AwardLine) lacking(i AwardItem) {
	if i.Decision == "" {
		l.Lacks = append(l.Lacks, text("缺裁决结果", "the decision is missing"))
	}
	if len([]rune(strings.TrimSpace(i.Reasons))) < 2 {
		l.Lacks = append(l.Lacks, text("缺理由", "the reasons are missing"))
	}
}

// itemKind says whether an item is final, and why; what the tribunal states against the law is wrong.
func (a *Act) itemKind(line *AwardLine, item *AwardItem, place string, c models.Claim, relation bool) error {
	if line.Decision == "" {
		return nil
	}
	minimum, err := a.minimumWage()
	if err != nil {
		return err
	}
	if len(item.Shares) == 0 {
		f := workflows.FinalityOf(workflows.AwardedItem{Code: claims.Code(c.Code), Awarded: item.Amount, Counter: c.Counter}, minimum, relation)
		line.Why, line.WhyLaw = f.Says, f.Law
		if item.Final == nil && !f.Known {
			line.Lacks = append(line.Lacks, text("缺类别", "the kind is missing"))
			return nil
		}
	} else {
		line.Why, line.WhyLaw = text("各人份额分别判断。", "Found for each worker's share apart."), law.Arbitration(47, 1)
	}
	line.Wrong = append(line.Wrong, item.kindOf(place, c, minimum, relation)...)
	line.Final = item.Final
	return nil
}
