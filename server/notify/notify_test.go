package notify

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

var data = Data{Code: "7K3M9QWX", Ref: "ABCDEFGH2345", Number: "仙劳人仲案〔2026〕123号", Link: "http://127.0.0.1:8080/status?ref=ABCDEFGH2345",
	HearingOn: calendar.Must("2026-03-30"), HearingAt: "09:00", Place: "第一仲裁庭"}

// Every message that the law's table asks for exists for everybody it goes to, and none is spare.
func TestEveryMessageTheTableAsksForExists(t *testing.T) {
	t.Parallel()
	asked := map[string]bool{}
	for _, r := range workflows.Table() {
		for _, e := range r.Then {
			if e.Tell == "" {
				continue
			}
			asked[e.Tell] = true
			for _, to := range e.To {
				m, err := Say(e.Tell, to, data)
				if err != nil || m.EN == "" || !strings.Contains(m.ZH, data.Link) || strings.Contains(m.ZH, "%!") {
					t.Errorf("%s tells %s to %s: %q, %v", r.Event, e.Tell, to, m, err)
				}
				if n := utf8.RuneCountInString(strings.ReplaceAll(m.ZH, data.Link, "")); n > 140 {
					t.Errorf("%s to %s has %d signs", e.Tell, to, n)
				}
			}
		}
	}
	for _, n := range Names() {
		if !asked[n] {
			t.Errorf("nothing asks for %s", n)
		}
	}
	if slices.Contains(Names(), "") {
		t.Error("a message without a name")
	}
}
