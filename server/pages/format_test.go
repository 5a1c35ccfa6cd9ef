package pages

import (
	"testing"

	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/claims"
	"tiaocai/workflows/law"
)

func TestDatesInBothLanguages(t *testing.T) {
	t.Parallel()
	d := on("2026-11-30")
	for got, want := range map[string]string{
		tongue("zh").day(d): "11月30日", tongue("zh").full(d): "2026年11月30日", tongue("zh").long(d): "2026年11月30日（星期一）", tongue("zh").near(d): "11月30日（周一）",
		tongue("en").day(d): "30 Nov", tongue("en").full(d): "30 Nov 2026", tongue("en").long(d): "Mon 30 Nov 2026", tongue("en").near(d): "Mon 30 Nov",
		tongue("zh").long(calendar.Date{}): "—",
	} {
		if got != want {
			t.Errorf("date = %q, want %q", got, want)
		}
	}
	says := law.Text{ZH: "不能早于 2026-10-09。", EN: "Not before 2026-10-09; 2026-13-45 is no day."}
	if got, _ := tongue("zh").say(says); got != "不能早于 2026年10月9日。" {
		t.Errorf("say = %q", got)
	}
	if got, _ := tongue("en").say(&says); got != "Not before 9 Oct 2026; 2026-13-45 is no day." {
		t.Errorf("say = %q", got)
	}
	if got, err := tongue("zh").when("day", d); err != nil || got != `<time datetime="2026-11-30">11月30日</time>` {
		t.Errorf("when = %q, %v", got, err)
	}
	if _, err := tongue("zh").when("odd", d); err == nil {
		t.Error("an unknown form of date is no error")
	}
}

func TestMoneyAndSizes(t *testing.T) {
	t.Parallel()
	if got, _ := money(claims.Fen(5022713)); got != "50,227.13" {
		t.Errorf("money = %s", got)
	}
	if got, _ := money((*claims.Fen)(nil)); got != "—" {
		t.Errorf("no money = %s", got)
	}
	if _, err := money(7); err == nil {
		t.Error("an int is no money")
	}
	for n, want := range map[int64]string{88: "88 B", 482133: "471 KB", 5 << 20: "5.0 MB"} {
		if got := size(n); got != want {
			t.Errorf("size(%d) = %s, want %s", n, got, want)
		}
	}
	if got := short("9f2c61d07be4a3585c0e1ab7d1f04e66"); got != "9f2c61d0…4e66" {
		t.Errorf("short = %s", got)
	}
}

func TestLightsSayHowLate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang tongue
		left int
		work bool
		want string
	}{{"zh", 10, false, "剩 10 天"}, {"zh", -4, false, "超 4 天"}, {"zh", 1, true, "剩 1 个工作日"}, {"zh", 0, false, "今天到期"},
		{"en", 1, true, "1 working day left"}, {"en", -4, false, "4 days over"}, {"en", 0, true, "due today"}} {
		if got := c.lang.left(c.left, c.work); got != c.want {
			t.Errorf("left(%d) = %q, want %q", c.left, got, c.want)
		}
	}
	for _, l := range []workflows.Light{workflows.Green, workflows.Amber, workflows.Red, workflows.Black, workflows.Grey} {
		if w, err := tongue("zh").lightWord(l); err != nil || w == "" {
			t.Errorf("the light %s has no word: %v", l, err)
		}
	}
	if _, err := tongue("zh").lightWord("pink"); err == nil {
		t.Error("an unknown light is no error")
	}
	if got := tongue("en").add("+1"); got != "+1 day" {
		t.Errorf("add = %q", got)
	}
	for in, want := range map[string]string{"+45 days": "＋45 日", "-5 working days": "－5 个工作日", "+1 month": "＋1 个月", "+45": "＋45 日", "": "", "odd": "odd"} {
		if got := tongue("zh").add(in); got != want {
			t.Errorf("add(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestEveryCodeHasItsWord goes over the codes that views carry.
func TestEveryCodeHasItsWord(t *testing.T) {
	t.Parallel()
	groups := map[string][]string{
		"mediation": {"success", "failed", "expired", "refused"}, "application": {"accepted", "refused", "referred", "withdrawn"},
		"seat": {"sole", "presiding", "member", "recorder"}, "list": {"office", "organisation", "own"}, "channel": {"box", "sms"}, "message": {"queued", "sent"},
		"mark": {"mediator", "organisation"}, "hit": {"reference", "number", "id", "id-tail", "credit-code", "name", "former-name", "spelling"},
		"decision": {"supported", "partly", "rejected"}, "counter": {"C0", "A", "K", "Kn", "O", "notdue", "MS", "MF", "MT", "MR"},
	}
	for _, r := range []policies.Role{policies.Director, policies.CourtHead, policies.Intake, policies.Arbitrator, policies.Recorder, policies.Mediator, policies.OrgManager,
		policies.Worker, policies.Employer, policies.Agent, policies.Supervision, policies.Statistics, policies.SysAdmin, policies.Audit} {
		groups["role"] = append(groups["role"], string(r))
	}
	for group, codes := range groups {
		for _, c := range codes {
			if w := words[group+":"+c]; w.ZH == "" || w.EN == "" {
				t.Errorf("%s %s has no words", group, c)
			}
		}
	}
	for _, g := range workflows.StopGrounds() {
		if w := enumWords[string(g.Kind)]; w.IsZero() {
			t.Errorf("the stop %s has no words", g.Kind)
		}
	}
	for code, w := range enumWords {
		if bothWords(w) != nil {
			t.Errorf("%s reads %v", code, w)
		}
	}
	for code, w := range words {
		if bothWords(w) != nil {
			t.Errorf("%s reads %v", code, w)
		}
	}
}

func TestChartIsDrawnToScale(t *testing.T) {
	t.Parallel()
	f := sampleFigures().Page
	r := tongue("zh").rates(bodyOf(f))
	c := r[0].Chart
	if c == nil || len(c.Columns) != 11 || c.GoalY != 60 {
		t.Fatalf("chart = %+v", c)
	}
	if k := c.Columns[0]; k.Numerator != 22 || k.Denominator != 41 || !k.Low || k.Y < 73.6 || k.Y > 73.7 {
		t.Errorf("January = %+v", k)
	}
	if k := c.Columns[10]; k.Low || k.Short != "82.4" {
		t.Errorf("November = %+v", k)
	}
	if r[2].Chart != nil || r[2].Colour != "amber" || tongue("zh").away(r[2]) != "还差 1 件" {
		t.Errorf("the rate to date = %+v, %s", r[2], tongue("zh").away(r[2]))
	}
	if tongue("zh").away(r[0]) != "" {
		t.Error("a target that is met is still away")
	}
	if r[3].Chart != nil || len(r[3].Months) != 11 {
		t.Errorf("I1b is a table of months, not a chart: %+v", r[3])
	}
	if k := tongue("zh").chartOf("I1b", 0, bodyOf(f).Months).Columns[0]; k.High != 0 || k.Short != "" {
		t.Errorf("a month without cases is drawn: %+v", k)
	}
}
