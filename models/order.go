package models

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// NoNumber is the number key of a case without a number: it sorts last.
const NoNumber = 99_999_999_999

// order is by what a list is sorted (排序): a column that stands in the case and in each list, with an index of its own.
type order struct {
	column, as string
	key        func(*ListRow) string
	parse      func(string) (any, error)
}

func aDay(s string) (any, error)    { return calendar.Parse(s) }
func aNumber(s string) (any, error) { return strconv.ParseInt(s, 10, 64) }

// orders are what a list can be sorted by; due first, if nothing is said.
var orders = map[string]order{
	"due":     {"due_key", "date", func(r *ListRow) string { return r.DueKey.String() }, aDay},
	"hearing": {"hearing_key", "date", func(r *ListRow) string { return r.HearingKey.String() }, aDay},
	"number":  {"number_key", "bigint", func(r *ListRow) string { return strconv.FormatInt(r.NumberKey, 10) }, aNumber},
}

func orderOf(sort string) (order, error) {
	if sort == "" {
		sort = "due"
	}
	o, ok := orders[sort]
	if !ok {
		return o, fault.Bad("sort", law.Text{ZH: "没有这种排法。", EN: "A list is not sorted by that."})
	}
	return o, nil
}

// next is the key of the page after this row.
func (o order) next(r *ListRow) string { return fmt.Sprintf("%t_%s_%d", r.Open, o.key(r), r.ID) }

// read reads such a key again.
func (o order) read(s string) (open bool, key any, id int64, err error) {
	parts := strings.Split(s, "_")
	err = fault.Bad("after", law.Text{ZH: "翻页的位置不对，请从第一页看起。", EN: "That page key is not one of ours; please start at the first page."})
	if len(parts) != 3 {
		return false, nil, 0, err
	}
	key, wrong := o.parse(parts[1])
	if wrong == nil {
		id, wrong = strconv.ParseInt(parts[2], 10, 64)
	}
	if wrong != nil {
		return false, nil, 0, err
	}
	return parts[0] == "true", key, id, nil
}

// sortKeys notes where the case stands in lists by the hearing to come and by number.
func (c *Case) sortKeys() {
	c.HearingKey, c.NumberKey = Far, numberKey(c.CaseNumber())
	if h := c.Hearing(); c.State == workflows.Scheduled && h != nil && h.OpenedOn.IsZero() {
		c.HearingKey = h.HearingOn
	}
}

var serial = regexp.MustCompile(`〔(\d{4})〕第?(\d{1,7})`)

// numberKey sorts by year, then by serial number: 〔2026〕9号 before 〔2026〕10号.
func numberKey(number string) int64 {
	m := serial.FindStringSubmatch(number)
	if m == nil {
		return NoNumber
	}
	year, _ := strconv.ParseInt(m[1], 10, 64)
	n, _ := strconv.ParseInt(m[2], 10, 64)
	return year*10_000_000 + n
}
