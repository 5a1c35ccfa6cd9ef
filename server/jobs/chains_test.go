package jobs

import (
	"testing"
	"time"

	"tiaocai/models"
)

// The next check is always the coming half past two at the commission, wherever the server stands.
func TestTheChainsAreCheckedAtNight(t *testing.T) {
	t.Parallel()
	for now, want := range map[string]string{
		"2026-03-02T01:00:00+08:00": "2026-03-02T02:30:00+08:00",
		"2026-03-02T02:30:00+08:00": "2026-03-03T02:30:00+08:00",
		"2026-03-31T20:00:00Z":      "2026-04-02T02:30:00+08:00",
	} {
		at, err := time.Parse(time.RFC3339, now)
		if err != nil {
			t.Fatal(err)
		}
		if got := (nightly{}).Next(at).In(models.Zone).Format(time.RFC3339); got != want {
			t.Errorf("after %s: %s, want %s", now, got, want)
		}
	}
}
