package pages

import (
	"fmt"
	"html/template"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

// tongue is the language that a set of templates speaks.
type tongue string

func (l tongue) en() bool { return l == "en" }

// t is a sentence that stands in a template, in both languages.
func (l tongue) t(zh, en string) string { return law.Text{ZH: zh, EN: en}.In(string(l)) }

var isoDay = regexp.MustCompile(`\b[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b`)

// say shows a text in the page's language, with the dates inside it written as people read them.
func (l tongue) say(v any) (string, error) {
	var s string
	switch t := v.(type) {
	case law.Text:
		s = t.In(string(l))
	case *law.Text:
		if t != nil {
			s = t.In(string(l))
		}
	case law.Citation:
		s = t.In(string(l))
	case *law.Citation:
		if t != nil {
			s = t.In(string(l))
		}
	default:
		return "", fmt.Errorf("say: %T is no text", v)
	}
	return isoDay.ReplaceAllStringFunc(s, func(iso string) string {
		d, err := calendar.Parse(iso)
		if err != nil {
			return iso
		}
		return l.full(d)
	}), nil
}

var weekdays = []string{"日", "一", "二", "三", "四", "五", "六"}

// day is a date in running text and lists: 11月30日, or 30 Nov.
func (l tongue) day(d calendar.Date) string {
	switch {
	case d.IsZero():
		return "—"
	case l.en():
		return d.Time().Format("2 Jan")
	}
	return fmt.Sprintf("%d月%d日", d.Month(), d.Day())
}

// full is a date with its year: 2026年11月30日, or 30 Nov 2026.
func (l tongue) full(d calendar.Date) string {
	switch {
	case d.IsZero():
		return "—"
	case l.en():
		return d.Time().Format("2 Jan 2006")
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
}

// long is a date where the date is the point: 2026年11月30日（星期一）.
func (l tongue) long(d calendar.Date) string {
	switch {
	case d.IsZero():
		return "—"
	case l.en():
		return d.Time().Format("Mon 2 Jan 2006")
	}
	return l.full(d) + "（星期" + weekdays[d.Weekday()] + "）"
}

// near is a date with its weekday, the year left out: 11月30日（周一）.
func (l tongue) near(d calendar.Date) string {
	switch {
	case d.IsZero():
		return "—"
	case l.en():
		return d.Time().Format("Mon 2 Jan")
	}
	return l.day(d) + "（周" + weekdays[d.Weekday()] + "）"
}

// moment is an instant: 11月18日 10:05.
func (l tongue) moment(t time.Time) string {
	if t.IsZero() {
		return "—"
	}
	return l.full(calendar.At(t)) + " " + t.Format("15:04")
}

// when is a <time> element for a date, in one of the forms above.
func (l tongue) when(form string, d calendar.Date) (template.HTML, error) {
	forms := map[string]func(calendar.Date) string{"day": l.day, "full": l.full, "long": l.long, "near": l.near}
	f, ok := forms[form]
	if !ok {
		return "", fmt.Errorf("when: there is no form %q", form)
	}
	if d.IsZero() {
		return "—", nil
	}
	// A date is digits and fixed words: there is nothing in it to escape.
	return template.HTML(`<time datetime="` + d.String() + `">` + f(d) + `</time>`), nil //nolint:gosec
}

// money is a sum in yuan, grouped.
func money(v any) (string, error) {
	switch m := v.(type) {
	case claims.Fen:
		return m.Grouped(), nil
	case *claims.Fen:
		if m == nil {
			return "—", nil
		}
		return m.Grouped(), nil
	}
	return "", fmt.Errorf("money: %T is no money", v)
}

// size is a number of bytes as people say it.
func size(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KB", (n+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// short is a hash by its first eight and last four signs.
func short(hash string) string {
	if len(hash) < 16 {
		return hash
	}
	return hash[:8] + "…" + hash[len(hash)-4:]
}

// left says how much time a clock has: 剩 10 天, 超 4 天, 剩 1 个工作日.
func (l tongue) left(n int, workingDays bool) string {
	late := n < 0
	if late {
		n = -n
	}
	if !l.en() {
		unit := "天"
		if workingDays {
			unit = "个工作日"
		}
		if n == 0 {
			return "今天到期"
		}
		return map[bool]string{true: "超 ", false: "剩 "}[late] + fmt.Sprint(n) + " " + unit
	}
	span := calendar.Days(n)
	if workingDays {
		span = calendar.WorkingDays(n)
	}
	switch {
	case n == 0:
		return "due today"
	case late:
		return span.EN() + " over"
	}
	return span.EN() + " left"
}

var added = regexp.MustCompile(`^([+-]) ?([0-9]+)(?: (working day|day|month|year)s?)?$`)

// add is what a line of a clock's working adds: "+5 working days" reads ＋5 个工作日, and "+45",
// which is in natural days, ＋45 日.
func (l tongue) add(s string) string {
	m := added.FindStringSubmatch(s)
	switch {
	case m == nil:
		return s
	case l.en() && m[3] == "":
		n, _ := strconv.Atoi(m[2])
		return m[1] + calendar.Days(n).EN()
	case l.en():
		return s
	}
	sign := strings.NewReplacer("+", "＋", "-", "－").Replace(m[1])
	return sign + m[2] + " " + map[string]string{"working day": "个工作日", "day": "日", "": "日", "month": "个月", "year": "年"}[m[3]]
}

// lightWord is the word beside a light's shape.
func (l tongue) lightWord(c workflows.Light) (string, error) {
	w, ok := lightWords[c]
	if !ok {
		return "", fmt.Errorf("there is no light %q", c)
	}
	return w.In(string(l)), nil
}

var lightWords = map[workflows.Light]law.Text{
	workflows.Green: {ZH: "正常", EN: "On time"}, workflows.Amber: {ZH: "临近", EN: "Near"}, workflows.Red: {ZH: "紧急", EN: "Urgent"},
	workflows.Black: {ZH: "超期", EN: "Overdue"}, workflows.Grey: {ZH: "停钟", EN: "Stopped"},
}
