package casework

import (
	"slices"
	"strings"
	"testing"

	"tiaocai/models"
	"tiaocai/workflows/calendar"
)

// The order follows the rule alone: points, then the last case, then the account; whoever is barred keeps the place. The order in
// which people are read changes nothing.
func TestTheOrderFollowsTheRule(t *testing.T) {
	t.Parallel()
	day := calendar.Must
	loads := []models.Loaded{
		{Account: 1, Name: "甲", Leads: 3, Last: day("2026-03-02")},
		{Account: 2, Name: "乙", Leads: 2, Others: 2, Last: day("2026-01-05")},
		{Account: 3, Name: "丙", Leads: 1, Overdue: 1, Last: day("2026-03-05")},
		{Account: 4, Name: "丁", Leads: 2, Hearings: 1, Soon: 1, Last: day("2026-01-05")},
		{Account: 5, Name: "戊"},
	}
	against := bars{5: {models.AcceptedConflict}}
	want := []int64{5, 3, 2, 4, 1} // 0, 3, then 6 points each: the last case of 乙 and 丁 on one day, of 甲 later
	got := rank(loads, seatWeights, against)
	for i, c := range got {
		if c.Account != want[i] || c.Place != i+1 {
			t.Errorf("place %d: %s with %d points", i+1, c.Name, c.Points)
		}
	}
	slices.Reverse(loads)
	for i, c := range rank(loads, seatWeights, against) {
		if c.Account != want[i] {
			t.Error("the order depends on how people are read")
		}
	}
	if ids := firstFree(got, 3); !slices.Equal(ids, []int64{3, 2, 4}) || got[0].Proposed != 0 || got[2].Proposed != 2 {
		t.Errorf("proposed are %v", ids)
	}
	for i, says := range []string{"不能建议；经办本案立案", "前面 1 人不能选", "没有回避情形。", "与乙一样，账号在后", "与丁一样，接案更晚"} {
		if !strings.Contains(got[i].Why.ZH, says) || got[i].Why.EN == "" {
			t.Errorf("%s: %s", got[i].Name, got[i].Why.ZH)
		}
	}
}
