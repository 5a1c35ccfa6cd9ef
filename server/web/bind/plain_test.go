package bind

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func plainOf(kind, body string) (map[string]string, Body, error) {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	return shared.ReadPlain(r, 1<<16)
}

func TestPlainFromJSONAndForm(t *testing.T) {
	t.Parallel()
	want := map[string]string{"wage": "5200.10", "hours_150": "20", "sure": "yes", "last_day": "2026-05-09", "wages": "5600\n5800"}
	got, body, err := plainOf(jsonType, `{"wage":"5200.10","hours_150":20,"sure":true,"last_day":"2026-05-09","wages":["5600",5800],"left":null}`)
	if diff := cmp.Diff(want, got); err != nil || diff != "" || body.Form {
		t.Errorf("JSON: %v %s", err, diff)
	}
	got, body, err = plainOf(formType, "wage=5200.10&hours_150=%EF%BC%92%EF%BC%90&sure=yes&last_day.year=2026&last_day.month=5&last_day.day=9&wages=5600%0D%0A5800&left=&_key=k")
	if diff := cmp.Diff(want, got); err != nil || diff != "" || !body.Form || body.Meta["_key"] != "k" {
		t.Errorf("form: %v %s %v", err, diff, body)
	}
}

func TestPlainFaults(t *testing.T) {
	t.Parallel()
	for body, place := range map[string]string{
		`{"a":{"b":1}}`: "a", `{"a":[{}]}`: "a.0", `{"a":"1","a":"2"}`: "a", `{"a":"\u0000"}`: "a", `{"138001380001":"x"}`: "?", `{"a":"` + strings.Repeat("x", MaxText+1) + `"}`: "a",
	} {
		_, _, err := plainOf(jsonType, body)
		if _, ok := places(t, err)[place]; !ok {
			t.Errorf("%.40s: %v, want %s named", body, err, place)
		}
	}
	for body, place := range map[string]string{"a=1&a=2": "a", "a=%FF": "a", "a.b=1": "a.b", "%FF=1": "?"} {
		_, _, err := plainOf(formType, body)
		if _, ok := places(t, err)[place]; !ok {
			t.Errorf("%s: %v, want %s named", body, err, place)
		}
	}
	if _, _, err := plainOf("text/plain", "x"); err == nil {
		t.Error("any kind of body is taken")
	}
	if _, _, err := plainOf(jsonType, "["); err == nil {
		t.Error("broken JSON is taken")
	}
}
