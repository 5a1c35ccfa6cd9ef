package casework

import (
	"testing"
	"time"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

func clock(hour string) time.Time {
	t, _ := hourOf(calendar.Must("2026-11-30"), hour)
	return t
}

// Whose turn it is, and when: each line is one room, as planned@opened=state, and what is expected of each.
func TestTheQueueOfARoom(t *testing.T) {
	t.Parallel()
	type in struct {
		planned, opened string
		state           DayState
		joint           int64
	}
	type out struct {
		place int
		about string
	}
	for name, c := range map[string]struct {
		now   string
		slots []in
		want  []out
	}{
		"nobody planned":        {"09:00", nil, nil},
		"before the day":        {"08:00", []in{{"09:00", "", DayWaiting, 0}, {"10:30", "", DayWaiting, 0}}, []out{{1, "09:00"}, {2, "10:30"}}},
		"one runs in time":      {"09:30", []in{{"09:00", "09:02", DayOpen, 0}, {"10:30", "", DayWaiting, 0}}, []out{{}, {1, "10:35"}}},
		"one runs late":         {"10:10", []in{{"09:00", "10:00", DayOpen, 0}, {"10:30", "", DayWaiting, 0}, {"14:30", "", DayWaiting, 0}}, []out{{}, {1, "11:30"}, {2, "14:30"}}},
		"one is over early":     {"09:40", []in{{"09:00", "09:00", DayOver, 0}, {"10:30", "", DayWaiting, 0}}, []out{{}, {1, "10:30"}}},
		"one has overrun":       {"11:02", []in{{"09:00", "09:00", DayOpen, 0}, {"10:30", "", DayWaiting, 0}}, []out{{}, {1, "11:20"}}},
		"nobody opened it":      {"10:41", []in{{"09:00", "", DayWaiting, 0}, {"10:30", "", DayWaiting, 0}}, []out{{1, "10:45"}, {2, "12:15"}}},
		"two of the same":       {"08:50", []in{{"09:00", "", DayWaiting, 0}, {"09:00", "", DayWaiting, 0}, {"10:30", "", DayWaiting, 0}}, []out{{1, "09:00"}, {2, "09:45"}, {3, "10:30"}}},
		"heard together":        {"08:50", []in{{"09:00", "", DayWaiting, 7}, {"09:00", "", DayWaiting, 7}, {"10:30", "", DayWaiting, 0}}, []out{{1, "09:00"}, {1, "09:00"}, {2, "10:30"}}},
		"one was put off":       {"08:50", []in{{"09:00", "", DayPutOff, 0}, {"09:30", "", DayWaiting, 0}, {"10:00", "", DayCancelled, 0}, {"10:30", "", DayWaiting, 0}}, []out{{}, {1, "09:30"}, {}, {2, "10:30"}}},
		"close behind":          {"09:10", []in{{"09:00", "09:10", DayOpen, 0}, {"09:30", "", DayWaiting, 0}, {"10:00", "", DayWaiting, 0}}, []out{{}, {1, "09:40"}, {2, "10:10"}}},
		"opened, not told when": {"09:10", []in{{"09:00", "", DayOpen, 0}, {"10:00", "", DayWaiting, 0}}, []out{{}, {1, "10:00"}}},
	} {
		var slots []slot
		for _, s := range c.slots {
			x := slot{planned: clock(s.planned), state: s.state, joint: s.joint}
			if s.opened != "" {
				x.opened = clock(s.opened)
			}
			slots = append(slots, x)
		}
		for i, got := range lineUp(slots, clock(c.now)) {
			about := ""
			if !got.about.IsZero() {
				about = got.about.Format("15:04")
			}
			if got.place != c.want[i].place || about != c.want[i].about {
				t.Errorf("%s, slot %d = %d %q, want %v", name, i, got.place, about, c.want[i])
			}
		}
	}
}

// What a hearing's rows say of its day.
func TestWhatBecomesOfAHearing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		row  models.DayRow
		want DayState
	}{
		{models.DayRow{State: workflows.Scheduled}, DayWaiting},
		{models.DayRow{State: workflows.Scheduled, Suspended: true}, DayPutOff},
		{models.DayRow{State: workflows.Scheduled, Later: true}, DayPutOff},
		{models.DayRow{State: workflows.Closed}, DayCancelled},
		{models.DayRow{State: workflows.Hearing, Opened: true}, DayOpen},
		{models.DayRow{State: workflows.Closed, Opened: true}, DayOver},
		{models.DayRow{State: workflows.Scheduled, Opened: true, Ended: true, Later: true}, DayOver},
		{models.DayRow{State: workflows.Deliberating, Opened: true, Ended: true}, DayOver},
	} {
		if got := dayState(c.row); got != c.want {
			t.Errorf("dayState(%+v) = %s, want %s", c.row, got, c.want)
		}
	}
}

// A hearing that nobody closed does not hold up a room in which a later one was opened.
func TestARoomGoesOn(t *testing.T) {
	t.Parallel()
	nine, eleven := clock("09:05"), clock("11:00")
	day := calendar.Must("2026-11-30")
	rooms := byRoom([]models.DayRow{
		{CaseID: 1, On: day, Starts: "09:00", Place: "一", State: workflows.Hearing, Opened: true, OpenedAt: &nine},
		{CaseID: 2, On: day, Starts: "09:00", Place: "二", State: workflows.Scheduled},
		{CaseID: 3, On: day, Starts: "10:30", Place: "一", State: workflows.Hearing, Opened: true, OpenedAt: &eleven},
		{CaseID: 4, On: day, Starts: "14:30", Place: "一", State: workflows.Scheduled},
	}, clock("11:10"))
	if len(rooms) != 2 || rooms[0].state[0] != DayOver || rooms[0].state[1] != DayOpen {
		t.Fatalf("rooms: %+v", rooms[0])
	}
	if v := queueView(rooms[0], 2); v.Place != 1 || v.Says.ZH != "您排第 1，大约 14:30。" || v.Says.EN != "You are first, about 14:30." {
		t.Errorf("the one that waits: %+v", v)
	}
	if v := queueView(rooms[1], 0); v.Place != 1 || v.About != "11:10" {
		t.Errorf("the other room: %+v", v)
	}
}
