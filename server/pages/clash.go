package pages

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"

	"tiaocai/workflows/law"
)

// Clash is one field that two people, or two windows, wrote at once: what was typed here and what is on record, with
// what differs marked.
type Clash struct {
	Label        law.Text
	Mine, Theirs []Piece
}

// Piece is a stretch of a text that stands in both, or in this one only.
type Piece struct {
	Text    string
	Differs bool
}

// clashes are the fields of a filled form that say something else than what is on record now.
func clashes(fields []Field, theirs url.Values, within string) (list []Clash) {
	for _, f := range fields {
		label := law.Text{ZH: within + f.Label.ZH, EN: within + f.Label.In("en")}
		_, known := theirs[f.Name]
		_, day := theirs[f.Name+".year"]
		if known || day {
			mine, now := f.written(), f.asShown(theirs)
			if mine != now && f.Kind != Hidden && f.Kind != Check {
				c := Clash{Label: label}
				c.Mine, c.Theirs = compare(mine, now)
				list = append(list, c)
			}
		}
		for _, r := range f.Rows {
			no := within
			if f.Kind != Worked {
				no = within + strconv.Itoa(r.No) + " · "
			}
			list = append(list, clashes(r.Fields, theirs, no)...)
		}
	}
	return list
}

// written is what stands in a field, as a person reads it.
func (f Field) written() string {
	switch f.Kind {
	case Date:
		if f.Year+f.Month+f.Day == "" {
			return ""
		}
		return f.Year + "-" + f.Month + "-" + f.Day
	case Select:
		for _, o := range f.Options {
			if o.Value == f.Value {
				return o.Label.ZH
			}
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(f.Value, "\r\n", "\n"))
}

// asShown is what would stand there if the form were filled with other values.
func (f Field) asShown(v url.Values) string {
	f.keep(v)
	return f.written()
}

// mostCells is how large a table two texts are compared in; what is longer is compared by lines.
const mostCells = 2_000_000

// compare sets two texts side by side. Chinese is compared sign by sign, other words whole.
func compare(a, b string) (left, right []Piece) {
	x, y := tokens(a), tokens(b)
	head, tail := 0, 0
	for head < min(len(x), len(y)) && x[head] == y[head] {
		head++
	}
	for tail < min(len(x), len(y))-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	mx, my := x[head:len(x)-tail], y[head:len(y)-tail]
	if len(mx)*len(my) > mostCells {
		mx, my = strings.SplitAfter(strings.Join(mx, ""), "\n"), strings.SplitAfter(strings.Join(my, ""), "\n")
	}
	var inX, inY []bool
	if len(mx)*len(my) <= mostCells {
		inX, inY = common(mx, my)
	} else {
		inX, inY = make([]bool, len(mx)), make([]bool, len(my))
	}
	ends := func(mid []string, in []bool) []Piece {
		p := add(nil, strings.Join(x[:head], ""), false)
		for i, s := range mid {
			p = add(p, s, !in[i])
		}
		return add(p, strings.Join(x[len(x)-tail:], ""), false)
	}
	return ends(mx, inX), ends(my, inY)
}

// add appends a stretch, to the last one if it is of the same sort.
func add(list []Piece, s string, differs bool) []Piece {
	switch n := len(list); {
	case s == "":
	case n > 0 && list[n-1].Differs == differs:
		list[n-1].Text += s
	default:
		list = append(list, Piece{s, differs})
	}
	return list
}

// common says which of each belong to a longest common sequence.
func common(x, y []string) (inX, inY []bool) {
	inX, inY = make([]bool, len(x)), make([]bool, len(y))
	best := make([][]int32, len(x)+1)
	for i := range best {
		best[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := len(y) - 1; k >= 0; k-- {
			if best[i][k] = max(best[i+1][k], best[i][k+1]); x[i] == y[k] {
				best[i][k] = best[i+1][k+1] + 1
			}
		}
	}
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch {
		case x[i] == y[k]:
			inX[i], inY[k] = true, true
			i, k = i+1, k+1
		case best[i+1][k] >= best[i][k+1]:
			i++
		default:
			k++
		}
	}
	return inX, inY
}

// tokens are the signs of a text; letters and digits that stand together are one.
func tokens(s string) (list []string) {
	for _, r := range s {
		n := len(list)
		if n > 0 && inWord(r) && inWord([]rune(list[n-1])[0]) {
			list[n-1] += string(r)
			continue
		}
		list = append(list, string(r))
	}
	return list
}

func inWord(r rune) bool { return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
