package workflows

import (
	"strings"

	"tiaocai/workflows/law"
)

// Explanation is the clock's arithmetic in one sentence: what set it off and when, what was added
// and why, what did not count, the last day, and the article (期限的算式).
func (c ClockAt) Explanation() law.Text {
	var zh, en []string
	for _, l := range c.Working {
		zh = append(zh, l.says("zh"))
		en = append(en, l.says("en"))
	}
	switch {
	case c.Stopped:
		zh, en = append(zh, "停着，恢复计算以后才有最后一天"), append(en, "it stands still: the last day is counted when it runs again")
	case !c.Due.IsZero():
		zh, en = append(zh, "最迟 "+c.Due.String()), append(en, "last day "+c.Due.String())
	}
	if c.Provisional {
		zh, en = append(zh, "暂定，放假通知公布后重新计算"), append(en, "provisional until the holidays of that year are published")
	}
	by := c.Term().Law
	return law.Text{ZH: strings.Join(append(zh, by.ZH), "；") + "。", EN: strings.Join(append(en, by.EN), "; ") + "."}
}

// says is one line in words: "day of acceptance (not counted) 2026-03-02", "statutory period +45: 2026-04-16".
func (l Line) says(lang string) string {
	s := l.Says.In(lang)
	to := " "
	if l.Add != "" {
		if add := added(l.Add, lang); !strings.HasSuffix(s, add[1:]) { // some lines name the length already
			s += " " + add
		}
		to = map[string]string{"zh": "，至 ", "en": ": "}[lang]
	}
	if !l.Date.IsZero() {
		s += to + l.Date.String()
	}
	return s
}

// added reads what a line adds, which is written in English with its unit, or a bare number of days.
func added(add, lang string) string {
	n, unit, _ := strings.Cut(add, " ")
	if lang == "en" {
		if unit == "" {
			unit = map[bool]string{true: "day", false: "days"}[n == "+1" || n == "-1"]
		}
		return n + " " + unit
	}
	switch strings.TrimSuffix(unit, "s") {
	case "working day":
		return n + " 个工作日"
	case "month":
		return n + " 个月"
	case "year":
		return n + " 年"
	}
	return n + " 日"
}

// Right says that the period is a party's own time to act: when it has run it is over by itself, and
// nobody is late. Every other period is somebody's duty, and stays open until it is done.
func (c ClockAt) Right() bool { return c.For == Applicant || c.For == Respondent }

// Runs says whether the clock still asks for something, in a case that is open or not.
func (c ClockAt) Runs(open bool) bool { return c.Done.IsZero() && (open || c.Right()) }
