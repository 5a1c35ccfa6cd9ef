package bind

import (
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// maxIndex is the highest row number of a form.
const maxIndex = 500

var rowNumber = regexp.MustCompile(`^(0|[1-9][0-9]{0,8})$`)

// form turns names such as "claims.0.amount" into a tree as JSON has it. The schema decides what
// a name means: 0 is a row in a list and a key in a map.
type form struct {
	registry huma.Registry
	found    *findings
	meta     map[string]string
	rows     map[string][]int // for a list's place: the form's own row numbers, blank rows left out
}

// node is one place of the form while its names are being read.
type node struct {
	schema *huma.Schema
	kids   map[string]*node
	texts  []string          // what was sent for this very name; more than one only for a list
	boxes  map[string]string // year, month and day, where a date has three boxes
	free   bool              // a value of a map, which may be a date too
}

func (f *form) tree(schema *huma.Schema, values url.Values) map[string]any {
	root := &node{schema: resolve(f.registry, schema)}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		texts, ok := clean(values[name])
		switch {
		case !ok || !utf8.ValidString(name):
			f.found.add(safePlace(name), says("encoding", ""))
		case strings.HasPrefix(name, "_"):
			f.meta[name] = texts[0]
		default:
			f.put(root, name, texts)
		}
	}
	v, _, _ := f.value(root, "", true)
	tree, _ := v.(map[string]any)
	return tree
}

// clean refuses what the database can't hold, and writes line ends as everybody but browsers does.
func clean(values []string) ([]string, bool) {
	texts := make([]string, len(values))
	for i, v := range values {
		if !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
			return nil, false
		}
		texts[i] = strings.ReplaceAll(v, "\r\n", "\n")
	}
	return texts, len(texts) > 0
}

// put walks from the root along the name, and leaves the texts at its end.
func (f *form) put(n *node, name string, texts []string) {
	place, steps := "", strings.Split(name, ".")
	if len(steps) > maxDepth {
		f.found.add(safePlace(steps[0]), says("unknown", ""))
		return
	}
	for i, step := range steps {
		if (isDate(n.schema) || n.free) && i == len(steps)-1 && (step == "year" || step == "month" || step == "day") {
			f.box(n, step, texts, place)
			return
		}
		next, code := f.step(n, step)
		if code != "" {
			f.found.add(join(place, safePlace(step)), says(code, ""))
			return
		}
		n, place = next, join(place, step)
	}
	if len(n.kids) > 0 || len(n.boxes) > 0 || len(texts) > 1 && !f.listOfValues(n.schema) {
		f.found.add(place, says("twice", ""))
		return
	}
	n.texts = texts
}

// step goes one step down; otherwise it gives the code of what is wrong.
func (f *form) step(n *node, step string) (*node, string) {
	sub, free := n.schema.Properties[step], false
	switch n.schema.Type {
	case huma.TypeObject:
		if more, ok := n.schema.AdditionalProperties.(*huma.Schema); ok && sub == nil && mapKey.MatchString(step) {
			sub, free = more, true
		}
	case huma.TypeArray:
		if rowNumber.MatchString(step) {
			if i, _ := strconv.Atoi(step); i > maxIndex {
				return nil, "index"
			}
			sub = n.schema.Items
		}
	}
	if sub = resolve(f.registry, sub); sub == nil {
		return nil, "unknown"
	}
	if len(n.texts) > 0 {
		return nil, "twice"
	}
	if n.kids == nil {
		n.kids = map[string]*node{}
	}
	if n.kids[step] == nil {
		n.kids[step] = &node{schema: sub, free: free}
	}
	return n.kids[step], ""
}

func (f *form) box(n *node, step string, texts []string, place string) {
	if len(n.texts) > 0 || len(texts) > 1 {
		f.found.add(place, says("twice", ""))
		return
	}
	if n.boxes == nil {
		n.boxes = map[string]string{}
	}
	n.boxes[step] = texts[0]
}

// listOfValues is a list that a group of checkboxes with one name can fill.
func (f *form) listOfValues(s *huma.Schema) bool {
	if s.Type != huma.TypeArray {
		return false
	}
	items := resolve(f.registry, s.Items)
	return items != nil && items.Type != huma.TypeObject && items.Type != huma.TypeArray
}

// original turns a place in the tree back to the row numbers that the form used.
func (f *form) original(place string) string {
	if place == "" {
		return ""
	}
	inTree, inForm := "", ""
	for _, step := range strings.Split(place, ".") {
		shownStep := step
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(f.rows[inTree]) {
			shownStep = strconv.Itoa(f.rows[inTree][i])
		}
		inTree, inForm = join(inTree, step), join(inForm, shownStep)
	}
	return inForm
}

// safePlace is a name from outside as it may be shown: row numbers and names like ours.
func safePlace(name string) string {
	steps := strings.Split(name, ".")
	for i, step := range steps {
		if i >= 6 {
			return strings.Join(steps[:i], ".")
		}
		if len(step) > 3 || !rowNumber.MatchString(step) {
			steps[i] = shown(step)
		}
	}
	return strings.Join(steps, ".")
}
