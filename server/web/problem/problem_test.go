package problem

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

func write(t *testing.T, err error, lang string) (*httptest.ResponseRecorder, map[string]any) {
	t.Helper()
	w := httptest.NewRecorder()
	Write(w, err, lang, "K7Q2-9MXT")
	var body map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("the answer is no JSON: %v", err)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type = %q", got)
	}
	return w, body
}

func TestStatusOfEveryKind(t *testing.T) {
	t.Parallel()
	for kind, want := range map[fault.Kind]int{
		fault.Invalid: 422, fault.Unauthorized: 401, fault.Forbidden: 403, fault.NotFound: 404,
		fault.Conflict: 409, fault.Refused: 409, fault.TooMany: 429, fault.TooLarge: 413,
		fault.Unavailable: 503, Internal: 500, "unheard-of": 500,
	} {
		if got := Status(kind); got != want {
			t.Errorf("Status(%s) = %d, want %d", kind, got, want)
		}
		if text := Title(kind); text.ZH == "" || text.EN == "" {
			t.Errorf("Title(%s) = %v, want both languages", kind, text)
		}
	}
}

func TestRefusalNamesArticleAndDay(t *testing.T) {
	t.Parallel()
	f := fault.Refuse("hearing-notice-too-late", law.Text{ZH: "通知太晚。", EN: "Notice was too late."}, law.Arbitration(35))
	f.Opens = calendar.Must("2026-05-09")
	f.RetryAfter = 1500 * time.Millisecond
	w, body := write(t, fmt.Errorf("open hearing: %w", f), "en")
	if w.Code != 409 || w.Header().Get("Retry-After") != "2" || w.Header().Get("Content-Language") != "en" {
		t.Errorf("status %d, headers %v", w.Code, w.Header())
	}
	want := map[string]any{
		"type": "/problems/hearing-notice-too-late", "title": "This step is not possible now", "status": 409.0,
		"code": "hearing-notice-too-late", "detail": "Notice was too late.", "opens": "2026-05-09", "reference": "K7Q2-9MXT",
	}
	for k, v := range want {
		if body[k] != v {
			t.Errorf("%s = %v, want %v", k, body[k], v)
		}
	}
	if rule := body["law"].(map[string]any); rule["rule"] != "LDMA-35" || rule["zh"] != "调解仲裁法第三十五条" {
		t.Errorf("law = %v", rule)
	}
	if says := body["says"].(map[string]any); says["zh"] != "通知太晚。" {
		t.Errorf("says = %v", says)
	}
}

func TestFieldsAreErrors(t *testing.T) {
	t.Parallel()
	_, body := write(t, fault.Bad("claims.0.amount", law.Text{ZH: "金额不对。", EN: "Wrong amount."}), "zh")
	errs := body["errors"].([]any)
	if e := errs[0].(map[string]any); len(errs) != 1 || e["location"] != "claims.0.amount" || e["says"].(map[string]any)["en"] != "Wrong amount." {
		t.Errorf("errors = %v", errs)
	}
	for _, absent := range []string{"law", "opens"} {
		if _, ok := body[absent]; ok {
			t.Errorf("%s is there and should not be", absent)
		}
	}
	if body["detail"] != "金额不对。" {
		t.Errorf("detail = %v", body["detail"])
	}
}

func TestOtherErrorsNeverShowTheirText(t *testing.T) {
	t.Parallel()
	secret := errors.New("pq: duplicate key 110101199003070000 in persons")
	w, body := write(t, fmt.Errorf("save: %w", secret), "zh")
	if w.Code != 500 || body["code"] != "internal" || body["type"] != "about:blank" || body["reference"] != "K7Q2-9MXT" {
		t.Errorf("%d %v", w.Code, body)
	}
	if s := w.Body.String(); strings.Contains(s, "1101") || strings.Contains(s, "persons") {
		t.Errorf("the answer tells the error: %s", s)
	}
	if w, _ := write(t, nil, "zh"); w.Code != 500 {
		t.Errorf("Write(nil) = %d, want 500", w.Code)
	}
}

func TestOf(t *testing.T) {
	t.Parallel()
	var none *fault.Error
	for _, c := range []struct {
		err  error
		kind fault.Kind
		code string
	}{
		{fault.Missing(), fault.NotFound, "not-found"},
		{fmt.Errorf("read: %w", &http.MaxBytesError{Limit: 9}), fault.TooLarge, "too-large"},
		{fmt.Errorf("query: %w", context.DeadlineExceeded), fault.Unavailable, "timeout"},
		{context.Canceled, fault.Unavailable, "cancelled"},
		{errors.New("x"), Internal, "internal"},
		{error(none), Internal, "internal"},
	} {
		if got := Of(c.err); got.Kind != c.kind || got.Code != c.code || got.Says.ZH == "" || got.Says.EN == "" {
			t.Errorf("Of(%T) = %v, want %s %s", c.err, got, c.kind, c.code)
		}
	}
	if Of(nil) != nil {
		t.Error("Of(nil) is not nil")
	}
}

func TestReferences(t *testing.T) {
	t.Parallel()
	form, seen := regexp.MustCompile(`^[2-9A-Z]{4}-[2-9A-Z]{4}$`), map[string]bool{}
	for range 1000 {
		ref := NewReference()
		if !form.MatchString(ref) || seen[ref] {
			t.Fatalf("NewReference() = %q", ref)
		}
		seen[ref] = true
	}
}
