package web

import (
	"net/http"
	"net/url"
	"reflect"
	"strings"
)

// none is the query of a reading that takes none.
type none struct{}

// bindQuery reads the query string as if it were a form with the same schema: unknown names,
// wrong numbers and over-long text are refused in the same words.
func bindQuery[Q any](s *Server, c ctx) (Q, error) {
	var q Q
	values := url.Values{}
	for k, v := range c.Request.URL.Query() {
		if k != "lang" && k != "letters" {
			values[k] = v
		}
	}
	renameQuery(reflect.TypeFor[Q](), values)
	r, err := http.NewRequestWithContext(c.Request.Context(), http.MethodPost, "/", strings.NewReader(values.Encode()))
	if err != nil {
		return q, err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	_, err = s.binder.Read(r, &q, bodyLimit)
	return q, err
}

// renameQuery maps a field's name in the query to its name in JSON, where they differ.
func renameQuery(t reflect.Type, values url.Values) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if q := f.Tag.Get("query"); q != "" && q != name && values.Has(q) {
			values[name] = values[q]
			values.Del(q)
		}
	}
}
