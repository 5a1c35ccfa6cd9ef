package bind

import (
	"path"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
)

// MaxText is the number of characters that any text may have which sets no limit of its own.
const MaxText = 4000

// yuan is how money is written: 8760 or 8760.00, never negative, less than a trillion.
const yuan = `^(0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?$`

var (
	dateType = reflect.TypeFor[calendar.Date]()
	fenType  = reflect.TypeFor[claims.Fen]()
)

// dateText and moneyText stand in for calendar.Date and claims.Fen, which can't import Huma.
type (
	dateText  struct{}
	moneyText struct{}
)

func (dateText) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Format: "date", Examples: []any{"2026-05-09"}}
}

func (moneyText) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Pattern: yuan, Examples: []any{"8760.00"},
		PatternDescription: "元，最多两位小数 / yuan with at most two decimals"}
}

func newRegistry() huma.Registry {
	r := huma.NewMapRegistry("#/components/schemas/", namer())
	r.RegisterTypeAlias(dateType, reflect.TypeFor[dateText]())
	r.RegisterTypeAlias(fenType, reflect.TypeFor[moneyText]())
	return r
}

// namer calls a schema after its type. Huma panics when two packages use a name: the later one
// gets its package's name in front.
func namer() func(reflect.Type, string) string {
	taken := map[string]reflect.Type{}
	return func(t reflect.Type, hint string) string {
		base := huma.DefaultSchemaNamer(t, hint)
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return base
		}
		name := base
		for n := 1; taken[name] != nil && taken[name] != t; n++ {
			pkg := path.Base(t.PkgPath())
			name = strings.ToUpper(pkg[:1]) + pkg[1:] + base
			if n > 1 {
				name += strconv.Itoa(n)
			}
		}
		taken[name] = t
		return name
	}
}

// complete gives every text a limit. It also moves "unique items" to where Huma's validator does
// not see it: that panics when the items are objects. The document says it still, and tidier
// checks it.
func complete(r huma.Registry, s *huma.Schema, done map[*huma.Schema]bool) {
	s = resolve(r, s)
	if s == nil || done[s] {
		return
	}
	done[s] = true
	if s.Type == huma.TypeString && s.MaxLength == nil {
		limit := MaxText
		s.MaxLength = &limit
	}
	if s.UniqueItems {
		s.UniqueItems = false
		s.Extensions = map[string]any{"uniqueItems": true}
	}
	complete(r, s.Items, done)
	for _, p := range s.Properties {
		complete(r, p, done)
	}
	if more, ok := s.AdditionalProperties.(*huma.Schema); ok {
		complete(r, more, done)
	}
	s.PrecomputeMessages()
}

// resolve follows references; nil stays nil.
func resolve(r huma.Registry, s *huma.Schema) *huma.Schema {
	for s != nil && s.Ref != "" {
		s = r.SchemaFromRef(s.Ref)
	}
	return s
}

func unique(s *huma.Schema) bool  { return s.Extensions["uniqueItems"] == true }
func isDate(s *huma.Schema) bool  { return s.Type == huma.TypeString && s.Format == "date" }
func isMoney(s *huma.Schema) bool { return s.Pattern == yuan }
