package bind

import (
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// mapKey is what the keys of a free map may look like. Huma's paths break on dots and brackets.
var mapKey = regexp.MustCompile(`^[\p{L}\p{N}_-]{1,64}$`)

// maxItems is how long a list may be that sets no limit of its own.
const maxItems = 5000

// tidier finds what Huma's validator can't: unknown names (it compares without regard to case and
// loses its place on a dot), numbers out of range, and lists with an item given twice. It also
// takes out null where a field has no null, so that null and absent are the same thing.
type tidier struct {
	registry huma.Registry
	found    *findings
}

// value returns v in the form to decode, and whether it stays at all.
func (t tidier) value(s *huma.Schema, v any, place string) (any, bool) {
	s = resolve(t.registry, s)
	if s == nil || s.Type == "" {
		t.loose(v, place)
		return v, true
	}
	switch v := v.(type) {
	case nil:
		return nil, s.Nullable && s.Type != huma.TypeArray // a null list would slip past minItems
	case json.Number:
		return t.number(s, v, place)
	case []any:
		if s.Type == huma.TypeArray {
			return v, t.list(s, v, place)
		}
	case map[string]any:
		if s.Type == huma.TypeObject {
			t.object(s, v, place)
		}
	}
	return v, true
}

func (t tidier) object(s *huma.Schema, m map[string]any, place string) {
	more, typed := s.AdditionalProperties.(*huma.Schema)
	for _, k := range slices.Sorted(maps.Keys(m)) {
		sub, known := s.Properties[k], s.Properties[k] != nil
		stays := true
		switch {
		case known:
			m[k], stays = t.value(sub, m[k], join(place, k))
		case typed && mapKey.MatchString(k):
			m[k], stays = t.value(more, m[k], join(place, k))
		case typed:
			t.found.add(place, says("key", ""))
			stays = false
		case s.AdditionalProperties == true:
			t.loose(m[k], join(place, shown(k)))
		default:
			t.found.add(join(place, shown(k)), says("unknown", ""))
			stays = false
		}
		if !stays {
			delete(m, k)
		}
	}
}

// list drops a list that is too long as a whole: Huma would look at every item all the same.
func (t tidier) list(s *huma.Schema, list []any, place string) bool {
	limit := maxItems
	if s.MaxItems != nil {
		limit = *s.MaxItems
	}
	if len(list) > limit {
		t.found.add(place, says("maxitems", strconv.Itoa(limit)))
		return false
	}
	seen := map[string]bool{}
	for i := range list {
		v, stays := t.value(s.Items, list[i], index(place, i))
		if !stays {
			v = nil // not taken out, or the places after it would shift; Huma names it
		}
		list[i] = v
		if !unique(s) {
			continue
		}
		b, _ := json.Marshal(v)
		if seen[string(b)] {
			t.found.add(index(place, i), says("unique", ""))
		}
		seen[string(b)] = true
	}
	return true
}

// number writes 3.0 as 3 where a whole number is wanted, because encoding/json does not.
func (t tidier) number(s *huma.Schema, n json.Number, place string) (any, bool) {
	f, err := n.Float64()
	if err != nil {
		t.found.add(place, says("range", ""))
		return nil, false
	}
	if s.Type != huma.TypeInteger {
		return n, true
	}
	i, err := strconv.ParseInt(n.String(), 10, 64)
	if err != nil {
		if f != math.Trunc(f) {
			return n, true // no whole number: Huma says so
		}
		if math.Abs(f) > 1<<53 {
			t.found.add(place, says("range", ""))
			return nil, false
		}
		i = int64(f)
	}
	if s.Format == "int32" && int64(int32(i)) != i {
		t.found.add(place, says("range", ""))
		return nil, false
	}
	return json.Number(strconv.FormatInt(i, 10)), true
}

// loose checks what no schema describes: texts have a limit there too.
func (t tidier) loose(v any, place string) {
	switch v := v.(type) {
	case string:
		if utf8.RuneCountInString(v) > MaxText {
			t.found.add(place, says("maxlen", strconv.Itoa(MaxText)))
		}
	case json.Number:
		if _, err := v.Float64(); err != nil {
			t.found.add(place, says("range", ""))
		}
	case []any:
		for i := range v {
			t.loose(v[i], index(place, i))
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			t.loose(v[k], join(place, shown(k)))
		}
	}
}
