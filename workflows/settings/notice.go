package settings

import (
	"slices"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// ReadNotice turns the days of a State Council notice into the lines of its year's table. Rest and
// work are days (2027-01-01) or runs of days (2027-01-01~2027-01-03), with spaces, commas or line
// ends between. A run of rest may cover a weekend, which rests anyway.
func ReadNotice(year int, rest, work string) (string, error) {
	off, err := daysOf("rest", year, rest)
	if err != nil {
		return "", err
	}
	on, err := daysOf("work", year, work)
	if err != nil {
		return "", err
	}
	var lines []string
	for _, d := range off {
		if slices.Contains(on, d) {
			return "", fault.Bad("work", law.Text{ZH: d.String() + " 既写了放假又写了上班。", EN: d.String() + " stands among both rest and work."})
		}
		if d.Weekday()%6 != 0 {
			lines = append(lines, calendar.NoticeLine(d, false))
		}
	}
	for _, d := range on {
		if d.Weekday()%6 != 0 {
			return "", fault.Bad("work", law.Text{ZH: d.String() + " 不是周末，本来就上班。", EN: d.String() + " is no weekend day: it is worked anyway."})
		}
		lines = append(lines, calendar.NoticeLine(d, true))
	}
	if len(lines) == 0 || !strings.Contains(strings.Join(lines, " "), ",rest") {
		return "", fault.Bad("rest", law.Text{ZH: "请写明哪几天放假，至少有一天不是周末。", EN: "Please name the days of rest; at least one is no weekend day."})
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n"), nil
}

func daysOf(field string, year int, typed string) ([]calendar.Date, error) {
	var list []calendar.Date
	for _, word := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(" \t\r\n,，;；、", r) }) {
		first, last, run := strings.Cut(strings.NewReplacer("～", "~", "至", "~").Replace(word), "~")
		a, err := calendar.Parse(first)
		b := a
		if err == nil && run {
			b, err = calendar.Parse(last)
		}
		if err != nil || b.Before(a) {
			return nil, fault.Bad(field, law.Text{ZH: "日期写成 2027-01-01，连着几天写成 2027-01-01~2027-01-03。", EN: "Write a day as 2027-01-01 and a run of days as 2027-01-01~2027-01-03."})
		}
		if a.Year() != year || b.Year() != year {
			return nil, fault.Bad(field, law.Text{ZH: "有的日期不在通知的那一年。", EN: "Some day is not of the notice's year."})
		}
		for d := a; !d.After(b); d = d.Next(1) {
			list = append(list, d)
		}
	}
	return list, nil
}
