package workflows

import (
	"strings"

	"tiaocai/workflows/law"
)

// VenueFinding is who has jurisdiction, by the two places on record (管辖): what follows, and whether
// the two places speak for different commissions.
type VenueFinding struct {
	Ours     bool         `json:"ours"`
	Conflict bool         `json:"conflict" doc:"两地指向不同的仲裁委 The two places point to different commissions"`
	Says     law.Text     `json:"says"`
	Law      law.Citation `json:"law"`
}

// Venue finds it: the place of performance or the employer's place; where two commissions have the
// same dispute, the place of performance wins; where that is unclear, the employer's place decides.
// A place is in the area if it names it. Places that nobody wrote down leave the matter to a person.
func Venue(performance, employer, area string) VenueFinding {
	v := VenueFinding{Law: law.Arbitration(21, 1)}
	in := func(place string) bool {
		return area != "" && strings.Contains(place, strings.TrimRight(area, "县市区"))
	}
	switch {
	case performance == "" && employer == "":
		v.Ours, v.Says = true, text("履行地和单位所在地都没有登记，管辖由立案人员核对。", "Neither place is on record; the registry checks.")
	case performance == "" && in(employer):
		v.Ours, v.Says = true, text("履行地不明确，由用人单位所在地管辖：属于本会。", "The place of performance is unclear; the employer's place decides: ours.")
	case performance == "":
		v.Says = text("履行地不明确，用人单位所在地不在本会辖区。", "The place of performance is unclear and the employer's place is not in our area.")
	case in(performance) && (employer == "" || in(employer)):
		v.Ours, v.Says = true, text("劳动合同履行地在本会辖区。", "The place of performance is in our area.")
	case in(performance):
		v.Ours, v.Conflict, v.Says = true, true, text("履行地在本会辖区，单位所在地不在：两地都可以受理；双方分别申请的，由履行地即本会管辖。", "The place of performance is here, the employer's is not: both have jurisdiction; if both are asked, ours does.")
	case in(employer):
		v.Ours, v.Conflict, v.Says = true, true, text("单位所在地在本会辖区，履行地不在：两地都可以受理；另一方已向履行地的仲裁委申请的，由履行地管辖。", "The employer's place is here, that of performance is not: both have jurisdiction; if the other was asked too, it has precedence.")
	default:
		v.Says = text("履行地和单位所在地都不在本会辖区，应当告知有管辖权的仲裁委，不是不予受理。", "Neither place is in our area: name the competent commission; this is no refusal.")
	}
	return v
}

// AreaOf is the area that a commission's name begins with: 仙居县 of 仙居县劳动人事争议仲裁委员会.
func AreaOf(commission string) string {
	area, _, ok := strings.Cut(commission, "劳动")
	if !ok {
		return ""
	}
	return area
}
