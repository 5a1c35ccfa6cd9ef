package workflows

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tiaocai/workflows/calendar"
)

// Whoever counts a period whose unit is a setting says from which day it runs: Length alone has the
// unit of the register.
func TestPeriodsOfRule80AreCountedFromTheirDay(t *testing.T) {
	t.Parallel()
	fixed := []string{"AwardPeriod", "MediationPeriod", "p", "f.deeming(ByNotice, employer"} // p: within LengthFrom
	call := regexp.MustCompile(`\.Length\(([^)]*)\)`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(text), -1) {
			if !strings.HasSuffix(name, "_test.go") && !slices.Contains(fixed, m[1]) {
				t.Errorf("%s: Length(%s): use LengthFrom with the day that it runs from", name, m[1])
			}
		}
	}
}

// The same day table and the same reading: a clock, its guard and its explanation agree.
func TestAReadingMovesClockAndWords(t *testing.T) {
	t.Parallel()
	day := calendar.Must("2026-03-02")
	f := Facts{State: Filed, StateSince: day, Today: day, On: day, Applicants: 1, Respondents: 1, Claims: 1,
		Application: ApplicationFacts{FirstReceived: day, Received: day},
		Law:         Rules{Days: calendar.Published(), Readings: []Reading{{From: day, Unit: calendar.NaturalDay}}}}
	for _, c := range Clocks(f) {
		if c.Period != AcceptancePeriod {
			continue
		}
		if c.Natural.String() != "2026-03-07" || c.Due.String() != "2026-03-09" || c.Working[1].Add != "+5 days" {
			t.Errorf("five natural days end %s, rolled %s: %+v", c.Natural, c.Due, c.Working)
		}
		return
	}
	t.Error("no clock of acceptance")
}
