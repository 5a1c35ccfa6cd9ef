// Package bind turns what people and programs send into the structs that commands are made of.
//
// A web form and a JSON body go the same way: the form is first turned into JSON, the JSON is
// checked as raw text, then against the schema of the struct, then decoded. Whatever is wrong is
// one fault that names every faulty place, as "claims.0.amount", with a sentence in both
// languages. The refused value itself is never repeated: it may be an identity number (身份证号),
// and faults are logged.
//
// The schemas are Huma's and live in one registry, so that the API's document (OpenAPI) and the
// checks can't differ. Tags of Huma's that describe (doc, example) and that restrict (maxLength,
// minimum, enum …) work; the default tag only describes, it fills nothing in. The text of a
// patternDescription tag is shown to people when the pattern fails: write "中文 / English".
package bind

import (
	"net/http"
	"reflect"
	"sync"

	"github.com/danielgtaylor/huma/v2"
)

// DefaultLimit is the number of bytes that Read takes when it is given no limit.
const DefaultLimit = 1 << 20

// Binder reads requests and keeps the schemas. It may be used by many goroutines.
type Binder struct {
	mu       sync.RWMutex // guards registry and known: Huma's registry has no lock of its own
	registry huma.Registry
	known    map[reflect.Type]*huma.Schema
}

// Body is what a request carried besides its particulars.
type Body struct {
	JSON []byte            // the JSON that was decoded: keys sorted, nothing absent, for hashing
	Meta map[string]string // the form's own fields, whose names start with "_", as in _key; never nil
	Form bool              // it came from a form, so a page is the answer
}

// New makes a Binder with an empty registry.
func New() *Binder {
	return &Binder{registry: newRegistry(), known: map[reflect.Type]*huma.Schema{}}
}

// Registry holds every schema registered so far, for the components of the OpenAPI document.
// Register all types before serving: readers of the registry take no lock.
func (b *Binder) Registry() huma.Registry { return b.registry }

// Schema registers T, a struct, and returns the reference to its schema. It panics where tags are
// wrong: that is found at start, not when somebody files a claim.
func Schema[T any](b *Binder) *huma.Schema { return b.Schema(reflect.TypeFor[T]()) }

// Schema is the same for a type that is known only when running.
func (b *Binder) Schema(t reflect.Type) *huma.Schema {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	b.mu.RLock()
	s := b.known[t]
	b.mu.RUnlock()
	if s != nil {
		return s
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	s = b.registry.Schema(t, true, t.Name())
	complete(b.registry, s, map[*huma.Schema]bool{})
	b.known[t] = s
	return s
}

// Read reads the body of r, at most limit bytes, into a T. The error is a fault.Error wherever the
// sender is to blame; Body.Meta is filled even then, so that a form can be shown again.
func Read[T any](b *Binder, r *http.Request, limit int64) (T, Body, error) {
	var into T
	body, err := b.Read(r, &into, limit)
	if err != nil {
		var none T
		return none, body, err
	}
	return into, body, nil
}

// Read is the same for a pointer to a struct; after an error what it points to is undefined.
func (b *Binder) Read(r *http.Request, into any, limit int64) (Body, error) {
	if limit <= 0 {
		limit = DefaultLimit
	}
	raw, err := readAll(r, limit)
	if err != nil {
		return Body{Meta: map[string]string{}}, err
	}
	kind, params, err := mediaType(r, len(raw) == 0)
	body := Body{Meta: map[string]string{}, Form: kind != jsonType}
	if err != nil {
		return body, err
	}
	if body.Form {
		return b.readForm(body, kind, params, raw, into)
	}
	found := &findings{}
	tree, err := parse(raw, found)
	if err != nil {
		return body, err
	}
	body.JSON, err = b.bind(tree, into, found)
	return body, err
}

// readForm turns the form into JSON first. Rows left blank are dropped on the way, so places are
// turned back to the row numbers that the form itself used.
func (b *Binder) readForm(body Body, kind string, params map[string]string, raw []byte, into any) (Body, error) {
	found := &findings{}
	values, err := formValues(kind, params, raw, found)
	if err != nil {
		return body, err
	}
	schema := b.Schema(reflect.TypeOf(into))
	b.mu.RLock()
	f := &form{registry: b.registry, found: found, meta: body.Meta, rows: map[string][]int{}}
	tree := f.tree(schema, values)
	b.mu.RUnlock()
	rest := &findings{}
	canonical, err := b.bind(tree, into, rest)
	if err != nil && len(rest.fields) == 0 {
		return body, err
	}
	for _, field := range rest.fields {
		found.add(f.original(field.Place), field.Says)
	}
	if err := found.err(); err != nil {
		return body, err
	}
	body.JSON = canonical
	return body, nil
}
