package e2e

import (
	"os"
	"strings"
	"testing"

	"tiaocai/server/e2e/inbrowser"
	"tiaocai/server/testkit"
)

// A clerk registers a complete paper by the keyboard alone: an employer is found by its first letters and taken over,
// the same worker's other case stands beside, a wrong sum loses nothing. How many keys it takes stands in the log. Then a
// worker mends on a phone what a notice marks, one tap for each.
func TestTheCounterByTheKeyboard(t *testing.T) {
	t.Parallel()
	s := newStory(testkit.Start(t, testkit.Settings{Day: "2026-03-02"}))
	takenIn(s.intake, nil)
	ref := thin(s.Kit, s.worker)
	s.intake.Step(ref, "ask-correction", j{"defects": []j{{"field": "id_number", "of": "申1"}, {"field": "phone", "of": "申1"}, {"field": "amount", "of": "1"}}, "rest_not_needed": true, "mend_by": "2026-03-12"})
	out, err := inbrowser.Run(t, ".", "counter.js", "BASE="+s.Base, "CASE="+ref, "SHOTS="+os.Getenv("TIAOCAI_SHOTS"))
	t.Log(strings.TrimSpace(out))
	if err != nil {
		t.Fatal(err)
	}
	q := queueOf(s.intake, "")
	if q.Total != 4 || q.Rows[2].Claims != 2 || q.Rows[2].Amount != 5_500_000 || q.Rows[2].Duplicates != 3 || q.Rows[2].Missing != 1 || q.Rows[2].Cause.ZH == "未定" {
		t.Errorf("on record: %+v", q.Rows)
	}
	verify(t, s.Kit)
}
