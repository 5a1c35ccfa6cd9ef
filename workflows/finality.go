package workflows

import (
	"fmt"

	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
	"tiaocai/workflows/register"
)

// Finality is whether the award on one item is final, with the sentence and the
// article that make it so (一裁终局).
type Finality struct {
	Final bool         `json:"final"`
	Known bool         `json:"known"` // false: it hangs on the minimum wage, and none is entered for the day
	Says  law.Text     `json:"says"`
	Law   law.Citation `json:"law"`
}

// AwardedItem is one claim as the award decides it (裁决事项). A rejected one has nought awarded: it
// goes by its head like the others (not settled by law; local practice).
type AwardedItem struct {
	Code    claims.Code
	Awarded claims.Fen
	Counter bool // the respondent's own claim (反申请)
}

// FinalityOf judges one item. minimum is the county's monthly minimum wage on the day of the award,
// nought where none is known; relation says that the award touches whether there is a labor relation.
func FinalityOf(i AwardedItem, minimum claims.Fen, relation bool) Finality {
	kind, _ := claims.Lookup(i.Code)
	switch {
	case i.Counter:
		return Finality{false, true, law.Text{ZH: "反申请的请求不属于终局裁决的事项。", EN: "What a respondent claims in turn is no item that can be final."}, law.Arbitration(50)}
	case relation:
		return Finality{false, true, law.Text{ZH: "本案裁决涉及确认劳动关系，全案为非终局。", EN: "The award touches whether there is a labor relation: nothing in the case is final."}, register.Cite("OP9-11")}
	case kind.Final == claims.AnyAmount:
		return Finality{true, true, law.Text{ZH: "属于不论金额均为终局的事项。", EN: "An item that is final whatever the sum."}, kind.Final.Law()}
	case kind.Final == claims.NeverFinal:
		return Finality{false, true, law.Text{ZH: "不属于终局裁决的事项。", EN: "Not an item that can be final."}, law.Arbitration(50)}
	case minimum == 0:
		return Finality{false, false, law.Text{ZH: "裁决日适用的最低月工资标准还没有登记，这一项是否终局无法核对：请先登记标准，或者由仲裁庭写明，并标注“未经核对”。", EN: "No minimum wage is on record for the day of the award, so whether this item is final cannot be checked: enter it first, or let the tribunal state the kind, which is then marked as not checked."}, law.Arbitration(47, 1)}
	}
	final := kind.Final.FinalAt(i.Awarded, minimum, relation)
	than := map[bool][2]string{true: {"不超过", "not above"}, false: {"超过", "above"}}[final]
	return Finality{final, true, law.Text{
		ZH: fmt.Sprintf("裁决金额 %s 元%s最低月工资标准 %s 元的十二倍 %s 元。", i.Awarded.Grouped(), than[0], minimum.Grouped(), (12 * minimum).Grouped()),
		EN: fmt.Sprintf("%s yuan is %s twelve months of the minimum wage of %s: %s yuan.", i.Awarded.Grouped(), than[1], minimum.Grouped(), (12 * minimum).Grouped()),
	}, law.Arbitration(47, 1)}
}

// MayState says whether the award may call an item final or not. A tribunal may always call an item
// non-final, which leaves both sides their suit; final only what the law makes so, where that is known.
// What it calls final where nothing is known stands as not checked (Unproven).
func (f Finality) MayState(final bool) bool { return !final || f.Final || !f.Known }

// Unproven says that an item called final could not be checked: no minimum wage is on record.
func (f Finality) Unproven(final bool) bool { return final && !f.Known }
