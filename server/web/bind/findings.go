package bind

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// mostFindings bounds the answer: a body of a million wrong numbers must not get a million sentences.
const mostFindings = 200

// findings collects what is wrong, one sentence for each place: the first one found is the most exact.
type findings struct {
	fields []fault.Field
	seen   map[string]bool
}

func (f *findings) add(place string, says law.Text) {
	if f.seen[place] || len(f.fields) >= mostFindings {
		return
	}
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	f.seen[place] = true
	f.fields = append(f.fields, fault.Field{Place: place, Says: says})
}

// err is the one fault for everything that was found, in the order of the places; nil if all is well.
func (f *findings) err() error {
	if len(f.fields) == 0 {
		return nil
	}
	slices.SortStableFunc(f.fields, func(a, b fault.Field) int { return comparePlaces(a.Place, b.Place) })
	n := len(f.fields)
	e := fault.New(fault.Invalid, "invalid", text(
		fmt.Sprintf("有 %d 处需要改正，请看各处的说明。", n),
		fmt.Sprintf("%d places need correcting; each says what is wrong.", n)))
	if n == 1 {
		e.Says = text("有 1 处需要改正："+f.fields[0].Says.ZH, "One place needs correcting: "+f.fields[0].Says.EN)
	}
	e.Fields = f.fields
	return e
}

// comparePlaces puts claims.2 before claims.10.
func comparePlaces(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	return slices.CompareFunc(as, bs, func(x, y string) int {
		m, errM := strconv.Atoi(x)
		n, errN := strconv.Atoi(y)
		if errM == nil && errN == nil {
			return cmp.Compare(m, n)
		}
		return strings.Compare(x, y)
	})
}

func join(place, name string) string {
	if place == "" {
		return name
	}
	return place + "." + name
}

func index(place string, i int) string { return join(place, strconv.Itoa(i)) }

// A name that looks like one of ours may be repeated. Others may be anything, even a telephone
// number in the wrong place.
var plainName = regexp.MustCompile(`^[A-Za-z_]([A-Za-z_-]|[0-9]{1,3}[A-Za-z_-])*[0-9]{0,4}$`)

// shown is the name as it may stand in a place.
func shown(name string) string {
	if len(name) <= 40 && plainName.MatchString(name) {
		return name
	}
	return "?"
}
