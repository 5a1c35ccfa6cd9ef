package bind

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"tiaocai/workflows/fault"
)

// maxDepth is how deep objects and lists may be nested. No command of ours needs more than six.
const maxDepth = 32

// parse reads raw, which must be one JSON object in UTF-8, or nothing. Go's decoder lets pass what
// PostgreSQL refuses later (U+0000) and what two readers may understand differently (a key given
// twice): these are found here, while their places are still known.
func parse(raw []byte, found *findings) (map[string]any, error) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return map[string]any{}, nil
	}
	if !utf8.Valid(raw) {
		return nil, invalid("内容不是 UTF-8 编码的文字。", "The body is not text in UTF-8.")
	}
	var whole json.RawMessage
	if err := json.Unmarshal(raw, &whole); err != nil {
		return nil, malformed(raw, err)
	}
	p := parser{json.NewDecoder(bytes.NewReader(raw)), found}
	p.dec.UseNumber()
	v, err := p.value("", 1)
	if err != nil {
		return nil, err
	}
	tree, ok := v.(map[string]any)
	if !ok {
		return nil, invalid("内容应当是一个 JSON 对象，写成 {…} 这样。", "The body must be one JSON object, as in {…}.")
	}
	return tree, nil
}

// parser reads tokens of JSON that is known to be well formed.
type parser struct {
	dec   *json.Decoder
	found *findings
}

func (p *parser) value(place string, depth int) (any, error) {
	token, err := p.dec.Token()
	if err != nil {
		return nil, fmt.Errorf("bind: %w", err) // not reached: the text was checked
	}
	switch token := token.(type) {
	case json.Delim:
		if depth > maxDepth {
			return nil, invalid(fmt.Sprintf("内容的层次太深，最多 %d 层。", maxDepth),
				fmt.Sprintf("The body is nested too deeply: at most %d levels.", maxDepth))
		}
		if token == '[' {
			return p.list(place, depth)
		}
		return p.object(place, depth)
	case string:
		if strings.ContainsRune(token, 0) {
			p.found.add(place, says("nul", ""))
		}
	}
	return token, nil
}

func (p *parser) list(place string, depth int) (any, error) {
	list := []any{}
	for p.dec.More() {
		v, err := p.value(index(place, len(list)), depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := p.dec.Token()
	return list, err
}

func (p *parser) object(place string, depth int) (any, error) {
	m := map[string]any{}
	for p.dec.More() {
		token, err := p.dec.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		here := join(place, shown(key))
		if _, twice := m[key]; twice {
			p.found.add(here, says("twice", ""))
		}
		if strings.ContainsRune(key, 0) {
			p.found.add(here, says("nul", ""))
		}
		if m[key], err = p.value(here, depth+1); err != nil {
			return nil, err
		}
	}
	_, err := p.dec.Token()
	return m, err
}

func invalid(zh, en string) error { return fault.New(fault.Invalid, "invalid", text(zh, en)) }

// malformed says where the text stops being JSON, in lines and characters, and repeats none of it.
func malformed(raw []byte, err error) error {
	offset := len(raw)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Offset > 0 && syntax.Offset <= int64(len(raw)) {
		offset = int(syntax.Offset)
	}
	before := raw[:max(offset-1, 0)] // the offset is that of the first byte after the trouble
	line := bytes.Count(before, []byte{'\n'}) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return invalid(fmt.Sprintf("内容不是正确的 JSON：第 %d 行第 %d 个字符附近有误。", line, column),
		fmt.Sprintf("The body is not correct JSON: something is wrong near line %d, character %d.", line, column))
}
