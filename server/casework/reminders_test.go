package casework

import (
	"slices"
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/server/notify"
	"tiaocai/workflows/calendar"
)

// Which reminder goes out when: the hearing is on Thursday 10 December at 09:00.
func TestWhichReminderIsDue(t *testing.T) {
	t.Parallel()
	at := func(s string) time.Time {
		m, err := time.ParseInLocation("2006-01-02 15:04", s, models.Zone)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	long := at("2026-11-20 10:00")
	five, one, two := []string{notify.FiveDays}, []string{notify.OneDay}, []string{notify.TwoHours}
	for _, c := range []struct {
		now       string
		announced time.Time
		sent      []string
		want      []string
	}{
		{"2026-12-04 10:00", long, nil, nil},
		{"2026-12-05 07:59", long, nil, nil},
		{"2026-12-05 08:00", long, nil, five},
		{"2026-12-05 08:10", long, five, nil},
		{"2026-12-05 20:00", long, nil, nil},
		{"2026-12-08 11:00", long, nil, five}, // the program stood still for three days
		{"2026-12-08 11:00", at("2026-12-05 09:00"), nil, nil},
		{"2026-12-05 11:00", at("2026-12-05 09:00"), nil, nil},
		{"2026-12-09 08:00", long, nil, one},
		{"2026-12-09 08:00", at("2026-12-07 09:00"), nil, one},
		{"2026-12-09 10:00", at("2026-12-09 09:00"), nil, nil},
		{"2026-12-09 23:00", long, nil, nil},
		{"2026-12-10 06:59", long, five, nil},
		{"2026-12-10 07:00", long, five, two},
		{"2026-12-10 08:59", long, two, nil},
		{"2026-12-10 09:00", long, nil, nil},
		{"2026-12-11 07:30", long, nil, nil},
	} {
		h := models.ReminderRow{On: calendar.Must("2026-12-10"), Starts: "09:00", AnnouncedAt: &c.announced, Sent: c.sent}
		if got := due(h, at(c.now)); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("due at %s, announced %s, sent %v = %v, want %v", c.now, c.announced.Format("01-02 15:04"), c.sent, got, c.want)
		}
	}
	if got := due(models.ReminderRow{On: calendar.Must("2026-12-10")}, at("2026-12-09 10:00")); got != nil {
		t.Errorf("a hearing without an hour: %v", got)
	}
	if got := due(models.ReminderRow{On: calendar.Must("2026-12-10"), Starts: "09:00"}, at("2026-12-06 10:00")); !slices.Equal(got, five) {
		t.Errorf("one of before this was noted: %v", got)
	}
}
