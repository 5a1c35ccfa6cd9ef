package register

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

func TestEveryRuleIsWhole(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range All() {
		if seen[r.ID()] {
			t.Errorf("%s stands there twice", r.ID())
		}
		seen[r.ID()] = true
		if r.ID() == "" || r.Law.ZH == "" || r.Law.EN == "" || r.Says.ZH == "" || r.Says.EN == "" || r.Law.Confidence == "" {
			t.Errorf("%s lacks something: %+v", r.ID(), r)
		}
	}
}

// The table of periods as a lawyer checked it, by hand and once.
func TestTimersAreTheTable(t *testing.T) {
	t.Parallel()
	f, err := os.Open("testdata/timers.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	units := map[calendar.Unit]string{calendar.NaturalDay: "nd", calendar.WorkingDay: "wd", calendar.Month: "month", calendar.Year: "year"}
	for _, want := range rows[1:] {
		x := TimerOf(want[0])
		got := []string{x.Rule, x.Trigger, strconv.Itoa(x.Span.N), units[x.Span.Unit], string(x.Direction), string(x.To), string(x.Breach)}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %s is %q, want %q", want[0], rows[0][i], got[i], want[i])
			}
		}
	}
	for _, x := range Timers() {
		if x.Law().IsZero() || x.From.IsZero() || x.To.Name().IsZero() || x.Breach.Name().IsZero() {
			t.Errorf("%s lacks a word: %+v", x.Rule, x)
		}
	}
}

func TestWhatRollsAndWhatRule80Reads(t *testing.T) {
	t.Parallel()
	for id, want := range map[string][2]bool{ // rolls, unit by Rule 80
		"LDMA-43-1": {true, false}, "LDMA-43-2": {false, false}, "SV-6": {false, false}, "SV-3": {false, true},
		"LDMA-29-1": {false, true}, "LDMA-30-2": {false, true}, "LDMA-35-1": {false, true}, "R17-22": {false, false},
		"LSI-17": {false, false}, "LDMA-27-1": {true, false}, "SPC1-49": {true, false},
	} {
		if x := TimerOf(id); x.Rolls() != want[0] || x.ByRule80() != want[1] {
			t.Errorf("%s: rolls %v, by Rule 80 %v; want %v", id, x.Rolls(), x.ByRule80(), want)
		}
	}
}

func TestAPartIsFoundUnderItsArticle(t *testing.T) {
	t.Parallel()
	if r, ok := Find("ZJ-36-9"); !ok || r.ID() != "ZJ-36" {
		t.Errorf("ZJ-36-9 is found as %q", r.ID())
	}
	if _, ok := Find("LDMA-99"); ok {
		t.Error("LDMA-99 is found")
	}
	if c := Cite("R33-80"); c.Confidence != law.Recalled || c.ZH != "办案规则第八十条" {
		t.Errorf("R33-80 is cited as %+v", c)
	}
}
