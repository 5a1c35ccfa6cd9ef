package workflows

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// told are cases whose clocks, put together, show every kind of period that the law counts here.
var told = []struct {
	name   string
	from   func() Facts
	change func(*Facts)
}{
	{"a mediation over Dragon Boat", mediated, func(f *Facts) { f.Mediation.Received = day("2026-06-05") }},
	{"a mediation, longer by consent", mediated, func(f *Facts) { f.Mediation.ExtendedTo = day("2026-03-29") }},
	{"an application over May Day", filed, receivedOn("2026-04-29")},
	{"an application whose papers are being completed", filed, func(f *Facts) { f.Application.Correcting = true }},
	{"an application, completed later", filed, func(f *Facts) {
		f.Intake.Receipts = []CorrectionDay{{day("2026-03-04"), day("2026-03-06")}}
		f.Application.Received = day("2026-03-06")
	}},
	{"accepted", acceptedCase, acceptedOn("2026-04-01")},
	{"accepted, an objection to jurisdiction", acceptedCase, func(f *Facts) { f.Intake.Objected = day("2026-03-05") }},
	{"accepted, stopped forty days for an appraisal", acceptedCase, func(f *Facts) {
		acceptedOn("2026-03-02")(f)
		f.Clock.Stops = []Stop{stop("2026-03-20", "2026-04-29")}
	}},
	{"accepted, stopped and still stopped", acceptedCase, func(f *Facts) { f.Clock.Stops = []Stop{stop("2026-03-20", "")} }},
	{"accepted, a counter-application, then extended", acceptedCase, func(f *Facts) {
		acceptedOn("2026-03-02")(f)
		f.Clock.Restarts, f.Clock.Extension = []Restart{{On: day("2026-03-16"), Kind: "counter_application"}}, 15
	}},
	{"accepted, due in a year without a holiday notice", acceptedCase, acceptedOn("2026-11-25")},
	{"a hearing after National Day", scheduled, hearingOnDay("2026-10-12")},
	{"a non-final award", closed, awardServed(Served{Party: "申1", Worker: true}, "2026-09-16")},
	{"a final award in the worker's hands", closed, awardServed(Served{Party: "申1", Worker: true, Final: true}, "2026-09-16")},
	{"a final award in the employer's hands", closed, awardServed(Served{Party: "被1", Final: true}, "2026-09-01")},
}

// Every due date opens into its arithmetic in words; the golden file is what people read.
func TestEveryDateExplainsItself(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	said := map[string]bool{}
	for _, s := range told {
		f := s.from()
		s.change(&f)
		fmt.Fprintf(&b, "## %s\n", s.name)
		for _, c := range Clocks(f) {
			e := c.Explanation()
			if said[e.EN+c.Party] {
				continue // by an earlier case
			}
			said[e.EN+c.Party] = true
			fmt.Fprintf(&b, "%s %s %s\n  %s\n  %s\n", c.Term().Law.Rule, c.Term().Name.EN, c.Party, e.ZH, e.EN)
		}
		b.WriteString("\n")
	}
	const file = "testdata/clocks.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != b.String() {
		t.Errorf("%s is not what the clocks say (%v): rewrite it with -update and read the difference", file, err)
	}
	for _, says := range []string{ // the sentence that everybody asks for, whole
		"受理之日（当日不计） 2026-03-02；法定审理期限 +45 日，至 2026-04-16；停钟：等待工伤认定或鉴定，2026-03-20 至 2026-04-29（当日恢复） +40 日，至 2026-05-26；最迟 2026-05-26；调解仲裁法第四十三条。",
		"day of acceptance (not counted) 2026-03-02; statutory period +45 days: 2026-04-16; stopped for waiting for an injury determination or appraisal, 2026-03-20 to 2026-04-29 (counted again) +40 days: 2026-05-26; last day 2026-05-26; Mediation and Arbitration Law, Art. 43.",
	} {
		if !strings.Contains(b.String(), says) {
			t.Errorf("no clock says %q", says)
		}
	}
}

// Wherever a case may go, each of its clocks says from which day it runs, its last day and its
// article, in both languages, and the interval that does not count.
func TestClocksOfWalksExplainThemselves(t *testing.T) {
	t.Parallel()
	w := walker{t: t, r: rand.New(rand.NewPCG(11, 5)), steps: map[string]int{}, modes: map[Mode]int{}}
	seen := map[Period]int{}
	for range 120 {
		f := begin(w.r)
		for range 160 {
			f.Today = f.Today.Next(w.r.IntN(3))
			f.On = f.Today
			f = w.step(f)
			for _, c := range Clocks(f) {
				seen[c.Period]++
				explains(t, c)
			}
		}
	}
	if seen[AwardPeriod] == 0 || seen[DefencePeriod] == 0 || len(seen) < 8 {
		t.Errorf("the walks met only %v", seen)
	}
}

func explains(t testing.TB, c ClockAt) {
	t.Helper()
	for lang, says := range map[string]string{"zh": c.Explanation().ZH, "en": c.Explanation().EN} {
		if !strings.Contains(says, c.Starts.String()) || !strings.Contains(says, c.Term().Law.In(lang)) {
			t.Fatalf("%s: %q does not say where it starts (%s) or its article", c.Period, says, c.Starts)
		}
		if !c.Due.IsZero() && !strings.Contains(says, c.Due.String()) {
			t.Fatalf("%s: %q does not say its last day %s", c.Period, says, c.Due)
		}
		for _, s := range c.Stops {
			if !strings.Contains(says, s.From.String()) {
				t.Fatalf("%s: %q does not say that it stood from %s", c.Period, says, s.From)
			}
		}
	}
	if c.Due.IsZero() != c.Stopped {
		t.Fatalf("%s: stopped = %v, due %q", c.Period, c.Stopped, c.Due)
	}
}
