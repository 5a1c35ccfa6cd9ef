package bind

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/workflows/law"
)

// bind checks the tree against the schema of what into points to, and decodes it. found may
// already hold faults of the raw text; they are reported together with the new ones.
func (b *Binder) bind(tree map[string]any, into any, found *findings) ([]byte, error) {
	t := reflect.TypeOf(into)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return nil, fmt.Errorf("bind: cannot read into %T, want a pointer to a struct", into)
	}
	schema := b.Schema(t)
	b.mu.RLock()
	tidier{b.registry, found}.object(resolve(b.registry, schema), tree, "")
	checkTexts(t, tree, "", found)
	validate(b.registry, schema, tree, found)
	b.mu.RUnlock()
	if err := found.err(); err != nil {
		return nil, err
	}
	canonical, err := json.Marshal(tree) // maps marshal with sorted keys
	if err != nil {
		return nil, fmt.Errorf("bind: %w", err)
	}
	if err := json.Unmarshal(canonical, into); err != nil {
		found.add(decodePlace(err), says("unreadable", ""))
		return nil, found.err()
	}
	return canonical, nil
}

// validate asks Huma. Its findings carry the refused value, which stays behind here.
func validate(r huma.Registry, s *huma.Schema, tree map[string]any, found *findings) {
	var res huma.ValidateResult
	huma.Validate(r, s, huma.NewPathBuffer(nil, 0), huma.ModeWriteToServer, plain(tree), &res)
	for _, err := range res.Errors {
		var detail *huma.ErrorDetail
		if !errors.As(err, &detail) {
			found.add("", says("other", ""))
			continue
		}
		place, text := translate(detail.Location, detail.Message)
		found.add(place, text)
	}
}

// plain is the tree with numbers as Huma wants them. The tree itself keeps them as they were
// written, so that no digit is lost.
func plain(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, _ := v.Float64() // out of range was found before
		return f
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = plain(v[i])
		}
		return list
	case map[string]any:
		m := make(map[string]any, len(v))
		for k := range v {
			m[k] = plain(v[k])
		}
		return m
	}
	return v
}

// decodePlace is where decoding failed, as far as encoding/json tells. It is the last net: what
// gets here passed the schema, such as 300 for a uint8.
func decodePlace(err error) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return wrong.Field
	}
	return ""
}

func text(zh, en string) law.Text { return law.Text{ZH: zh, EN: en} }
