package casework

import (
	"strings"
	"testing"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// The day on which work goes on counts again, and is named as that: who counts the days of a stop by hand comes
// to what the clock adds.
func TestAStopIsSaidAsItCounts(t *testing.T) {
	t.Parallel()
	s := StopView{Name: text("公告送达", "public notice"), From: calendar.Must("2026-03-20"), To: calendar.Must("2026-04-29")}
	if got, want := stopSays(s).ZH, "公告送达，2026-03-20 起停止计算，2026-04-29 起接着计算（当天计入）。"; got != want {
		t.Errorf("stopSays = %s, want %s", got, want)
	}
	if got := stopSays(s).EN; !strings.Contains(got, "counts again from 2026-04-29, that day included") {
		t.Errorf("stopSays = %s", got)
	}
	s.To = calendar.Date{}
	if got := stopSays(s).ZH; !strings.Contains(got, "还停着") {
		t.Errorf("a stop that runs: %s", got)
	}
	if got := lapseNames[workflows.InForce].ZH; !strings.Contains(got, "最后一方的期限届满的次日") {
		t.Errorf("in force: %s", got)
	}
}
