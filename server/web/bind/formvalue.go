package bind

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

var (
	wholeNumber = regexp.MustCompile(`^(-?)0*([0-9]{1,19})$`)
	anyNumber   = regexp.MustCompile(`^(-?)0*([0-9]{1,15}(?:\.[0-9]{1,15})?)$`)
	onlyDigits  = regexp.MustCompile(`^[0-9]{1,4}$`)
)

// value is what the form says at n: the value, whether there is one, and whether anybody filled
// something in. What is blank and optional is absent, with everything below it; what is blank and
// required stays, so that each missing field is named and not only the group.
func (f *form) value(n *node, place string, required bool) (v any, there, filled bool) {
	switch {
	case len(n.boxes) > 0:
		s := joinBoxes(n.boxes)
		return s, s != "", s != ""
	case n.schema.Type == huma.TypeArray && (len(n.kids) > 0 || f.listOfValues(n.schema)):
		return f.list(n, place)
	case len(n.texts) > 0:
		v, there = scalar(n.schema, n.texts[0], required)
		return v, there, strings.TrimSpace(n.texts[0]) != ""
	}
	m := map[string]any{}
	for _, k := range slices.Sorted(maps.Keys(n.kids)) {
		sub, ok, some := f.value(n.kids[k], join(place, k), slices.Contains(n.schema.Required, k))
		if ok {
			m[k] = sub
		}
		filled = filled || some
	}
	return m, filled || required, filled
}

// list takes the rows in the order of their numbers and leaves out the blank ones.
func (f *form) list(n *node, place string) (any, bool, bool) {
	list := []any{}
	for _, s := range n.texts {
		if v, ok := scalar(resolve(f.registry, n.schema.Items), s, false); ok {
			list = append(list, v)
		}
	}
	numbers := make([]int, 0, len(n.kids))
	for k := range n.kids {
		i, _ := strconv.Atoi(k)
		numbers = append(numbers, i)
	}
	slices.Sort(numbers)
	var kept []int
	for _, i := range numbers {
		v, ok, filled := f.value(n.kids[strconv.Itoa(i)], index(place, len(list)), false)
		if ok && filled {
			list, kept = append(list, v), append(kept, i)
		}
	}
	f.rows[place] = kept
	return list, len(list) > 0, len(list) > 0
}

// scalar is one text of a form as JSON would say it. What can't be read stays a text, and the
// schema's check says what was wanted.
func scalar(s *huma.Schema, text string, required bool) (any, bool) {
	trimmed := strings.TrimSpace(text)
	switch s.Type {
	case huma.TypeBoolean:
		return boolean(trimmed), trimmed != ""
	case huma.TypeInteger:
		return number(wholeNumber, narrow(trimmed)), trimmed != ""
	case huma.TypeNumber:
		return number(anyNumber, narrow(trimmed)), trimmed != ""
	case huma.TypeString:
		if isDate(s) || isMoney(s) {
			return narrow(trimmed), trimmed != ""
		}
		if s.Format != "" || s.Pattern != "" || len(s.Enum) > 0 || s.MinLength != nil && *s.MinLength > 0 {
			return text, trimmed != "" // blank can't be right: "this is needed" says more
		}
		return text, text != "" || required
	}
	return text, trimmed != ""
}

func boolean(s string) any {
	switch strings.ToLower(s) {
	case "on", "true", "1":
		return true
	case "off", "false", "0":
		return false
	}
	return s
}

func number(form *regexp.Regexp, s string) any {
	if m := form.FindStringSubmatch(s); m != nil {
		return json.Number(m[1] + m[2])
	}
	return s
}

// narrow turns the full-width digits and signs of Chinese keyboards (全角) into plain ones.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．' || r == '。':
			return '.'
		case r == '－':
			return '-'
		}
		return r
	}, s)
}

// joinBoxes makes one date of three boxes; "" if all are blank. A date of which a part is missing
// becomes a text that is no date.
func joinBoxes(boxes map[string]string) string {
	var parts [3]string
	blank := true
	for i, box := range []string{"year", "month", "day"} {
		parts[i] = narrow(strings.TrimSpace(boxes[box]))
		blank = blank && parts[i] == ""
		if i > 0 && len(parts[i]) == 1 && onlyDigits.MatchString(parts[i]) {
			parts[i] = "0" + parts[i]
		}
	}
	if blank {
		return ""
	}
	return strings.Join(parts[:], "-")
}
