package spreadsheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"

	"tiaocai/workflows/calendar"
)

var dates = regexp.MustCompile(`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+0?0:00(?::00)?)?$`)

// Date reads a day as people write it: 2026-03-02, 2026/3/2, 2026年3月2日, 20260302, or the number of
// days that a sheet keeps. ok is false for anything else, an impossible day included.
func Date(s string) (d calendar.Date, ok bool) {
	s = width.Narrow.String(strings.TrimSpace(s))
	if m := dates.FindStringSubmatch(s); m != nil {
		return civil(m[1], m[2], m[3])
	}
	n, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil:
		return d, false
	case len(s) == 8 && n >= 19000101 && n <= 29991231:
		return civil(s[:4], s[4:6], s[6:])
	case n >= 18264 && n < 100000: // 1950 and later
		t, err := excelize.ExcelDateToTime(n, false)
		return calendar.At(t), err == nil
	}
	return d, false
}

func civil(year, month, day string) (calendar.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date := calendar.On(y, time.Month(m), d)
	return date, y >= 1900 && date.Year() == y && int(date.Month()) == m && date.Day() == d
}
