package web

import (
	"bytes"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/alexedwards/scs/v2/memstore"

	"tiaocai/server/casework"
)

// A panic is answered with a reference and logged with its place, and its value, which may be
// anybody's data, is told to nobody.
func TestAPanicTellsNobodysData(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	s, err := New(Parts{Desk: casework.New(casework.Parts{}), Sessions: memstore.New(), Log: slog.New(slog.NewJSONHandler(&b, nil))})
	if err != nil {
		t.Fatal(err)
	}
	s.engine.GET("/api/v1/boom", func(ctx) { panic("林小芬 110101199003070310") })
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "/api/v1/boom", nil))
	if w.Code != 500 || strings.Contains(w.Body.String()+b.String(), "林小芬") || strings.Contains(w.Body.String()+b.String(), "1990030") {
		t.Errorf("answer %d %s\nlog %s", w.Code, w.Body, b.String())
	}
	if !strings.Contains(b.String(), "panic_test.go") || !strings.Contains(b.String(), "reference") {
		t.Errorf("the log does not say where: %s", b.String())
	}
}
