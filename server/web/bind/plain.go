package bind

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// ReadPlain reads a body whose fields stand in a table and in no struct: each is one text, as it
// was written. A number keeps its digits, true and false are yes and no, a list has one value on
// each line, null is absent. What the fields mean, and which there are, the caller checks.
func (b *Binder) ReadPlain(r *http.Request, limit int64) (map[string]string, Body, error) {
	body := Body{Meta: map[string]string{}}
	raw, err := readAll(r, limit)
	if err != nil {
		return nil, body, err
	}
	kind, params, err := mediaType(r, len(raw) == 0)
	body.Form = kind != jsonType
	if err != nil {
		return nil, body, err
	}
	found := &findings{}
	plain := map[string]string{}
	if body.Form {
		values, err := formValues(kind, params, raw, found)
		if err != nil {
			return nil, body, err
		}
		plainForm(values, plain, body.Meta, found)
		return plain, body, found.err()
	}
	tree, err := parse(raw, found)
	if err != nil {
		return nil, body, err
	}
	for _, name := range slices.Sorted(maps.Keys(tree)) {
		plainValue(name, tree[name], plain, found)
	}
	return plain, body, found.err()
}

func plainValue(name string, v any, plain map[string]string, found *findings) {
	place := shown(name)
	if place != name {
		found.add(place, says("unknown", ""))
		return
	}
	switch v := v.(type) {
	case nil:
	case []any:
		lines := make([]string, len(v))
		for i, item := range v {
			line, ok := scalarText(item)
			if !ok {
				found.add(index(place, i), says("string", ""))
			}
			lines[i] = line
		}
		plain[name] = strings.Join(lines, "\n")
	default:
		text, ok := scalarText(v)
		if !ok || len(text) > MaxText {
			found.add(place, says("string", ""))
			return
		}
		plain[name] = text
	}
}

func scalarText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, len(v) <= MaxText
	case json.Number:
		return v.String(), true
	case bool:
		if v {
			return "yes", true
		}
		return "no", true
	}
	return "", false
}

// plainForm reads a web form: dates may come in three boxes, and what is blank is absent.
func plainForm(values url.Values, plain, meta map[string]string, found *findings) {
	boxes := map[string]map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		texts, ok := clean(values[name])
		field, box, split := strings.Cut(name, ".")
		switch {
		case !ok || !utf8.ValidString(name):
			found.add(safePlace(name), says("encoding", ""))
		case strings.HasPrefix(name, "_"):
			meta[name] = texts[0]
		case len(texts) > 1:
			found.add(safePlace(name), says("twice", ""))
		case shown(field) != field || split && box != "year" && box != "month" && box != "day":
			found.add(safePlace(name), says("unknown", ""))
		case split:
			if boxes[field] == nil {
				boxes[field] = map[string]string{}
			}
			boxes[field][box] = texts[0]
		case strings.TrimSpace(texts[0]) != "":
			plain[field] = narrow(texts[0])
		}
	}
	for field, parts := range boxes {
		if date := joinBoxes(parts); date != "" {
			plain[field] = date
		}
	}
}
