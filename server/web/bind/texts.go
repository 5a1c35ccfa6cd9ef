package bind

import (
	"encoding"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

var (
	textType  = reflect.TypeFor[encoding.TextUnmarshaler]()
	ownJSON   = reflect.TypeFor[json.Unmarshaler]()
	yuanText  = regexp.MustCompile(yuan)
	dateSays  = text("没有这一天，日期写成 2026-05-09 这样。", "There is no such day; write dates as in 2026-05-09.")
	moneySays = text("金额写成 8760.00 这样的元，最多两位小数，不能是负数。",
		"Write amounts in yuan as in 8760.00, with at most two decimals; they can't be negative.")
)

// checkTexts lets every type that reads itself from a text (dates, money, enumerations) read what
// was sent for it. encoding/json would do so too, but would not say in which place it failed.
func checkTexts(t reflect.Type, v any, place string, found *findings) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if s, ok := v.(string); ok && reflect.PointerTo(t).Implements(textType) {
		if says, bad := badText(t, s); bad {
			found.add(place, says)
		}
		return
	}
	if reflect.PointerTo(t).Implements(ownJSON) {
		return // its JSON need not look like its fields
	}
	switch v := v.(type) {
	case []any:
		if t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
			for i := range v {
				checkTexts(t.Elem(), v[i], index(place, i), found)
			}
		}
	case map[string]any:
		switch t.Kind() {
		case reflect.Map:
			for k := range v {
				checkTexts(t.Elem(), v[k], join(place, k), found)
			}
		case reflect.Struct:
			checkFields(t, v, place, found)
		}
	}
}

func checkFields(t reflect.Type, m map[string]any, place string, found *findings) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			checkTexts(f.Type, m, place, found)
		case !f.IsExported() || name == "-":
		default:
			if name == "" {
				name = f.Name
			}
			if v, ok := m[name]; ok {
				checkTexts(f.Type, v, join(place, name), found)
			}
		}
	}
}

func badText(t reflect.Type, s string) (law.Text, bool) {
	switch t {
	case dateType:
		_, err := calendar.Parse(s)
		return dateSays, err != nil
	case fenType:
		var fen claims.Fen
		return moneySays, !yuanText.MatchString(s) || fen.UnmarshalText([]byte(s)) != nil
	}
	into, _ := reflect.New(t).Interface().(encoding.TextUnmarshaler)
	return says("unreadable", ""), into.UnmarshalText([]byte(s)) != nil
}
