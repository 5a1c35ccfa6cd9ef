package jobs

import (
	"testing"
	"time"
)

// The check runs at half past two in Xianju, wherever and whenever the process was started.
func TestTheNightIsTheCommissions(t *testing.T) {
	t.Parallel()
	for now, want := range map[string]string{
		"2026-03-02T10:00:00Z": "2026-03-02T18:30:00Z", "2026-03-02T18:29:59Z": "2026-03-02T18:30:00Z",
		"2026-03-02T18:30:00Z": "2026-03-03T18:30:00Z", "2026-12-31T19:00:00Z": "2027-01-01T18:30:00Z",
	} {
		at, _ := time.Parse(time.RFC3339, now)
		if got := (nightly{}).Next(at).UTC().Format(time.RFC3339); got != want {
			t.Errorf("after %s it runs at %s, want %s", now, got, want)
		}
	}
}
