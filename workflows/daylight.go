package workflows

import "tiaocai/workflows/calendar"

// DayLight is the light of a day that people agreed on themselves, with the natural days left (negative when over):
// amber from three days before it, red on the day and the one before.
func DayLight(today, last calendar.Date) (Light, int) {
	left := last.Since(today)
	switch {
	case left < 0:
		return Black, left
	case left <= 1:
		return Red, left
	case left <= 3:
		return Amber, left
	}
	return Green, left
}
