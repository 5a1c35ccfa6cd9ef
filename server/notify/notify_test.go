package notify

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

var update = flag.Bool("update", false, "rewrite golden files")

var data = Data{Code: "7K3M9QWX", Ref: "ABCDEFGH2345", Number: "仙劳人仲案〔2026〕123号", Link: "http://127.0.0.1:8080/status?number=ABCDEFGH2345",
	On: calendar.Must("2026-03-20"), Due: calendar.Must("2026-05-04"), HearingOn: calendar.Must("2026-03-30"), HearingAt: "09:00", Place: "第一仲裁庭"}

// told are the messages that the law's table sends, with everybody they go to.
func told() map[string][]workflows.Capacity {
	out := map[string][]workflows.Capacity{}
	for _, r := range workflows.Table() {
		for _, e := range r.Then {
			if e.Tell == "" {
				continue
			}
			for _, to := range e.To {
				if !slices.Contains(out[e.Tell], to) {
					out[e.Tell] = append(out[e.Tell], to)
				}
			}
		}
	}
	return out
}

// Every message that the table asks for has words for everybody it goes to, and none is spare.
func TestEveryMessageTheTableAsksForExists(t *testing.T) {
	t.Parallel()
	asked := told()
	for name, tos := range asked {
		for _, to := range tos {
			m, err := Say(name, to, data)
			if err != nil {
				t.Errorf("Say(%s, %s): %v", name, to, err)
				continue
			}
			for _, text := range []string{m.ZH, m.EN} {
				if !strings.HasSuffix(text, data.Link) || !strings.Contains(text, data.Number) || !strings.Contains(text, data.Code) || strings.ContainsAny(text, "{}%!！") {
					t.Errorf("Say(%s, %s) = %q", name, to, text)
				}
			}
			if strings.ContainsAny(strings.ReplaceAll(m.EN, data.Number, ""), "，。：；（查") {
				t.Errorf("Say(%s, %s) is half Chinese: %q", name, to, m.EN)
			}
		}
	}
	for name, m := range messages {
		for _, to := range []workflows.Capacity{workflows.Applicant, workflows.Respondent} {
			if !m.to(to).IsZero() && !slices.Contains(asked[name], to) {
				t.Errorf("no row tells %s to %s", name, to)
			}
		}
	}
	if got := Names(); len(got) != len(asked) || !slices.IsSorted(got) {
		t.Errorf("Names() = %v", got)
	}
}

// Messages stay short even where everything that varies is long; only the link is not counted.
func TestMessagesAreShort(t *testing.T) {
	t.Parallel()
	long := data
	long.Place, long.Paper = strings.Repeat("长", 100), "按撤回仲裁申请处理决定书"
	for name, tos := range told() {
		for _, to := range tos {
			for _, d := range []Data{data, long} {
				m, err := Say(name, to, d)
				if n := utf8.RuneCountInString(strings.TrimSuffix(m.ZH, d.Link)); err != nil || n > Longest {
					t.Errorf("Say(%s, %s) has %d signs, %v: %s", name, to, n, err, m.ZH)
				}
			}
		}
	}
	m, _ := Say("hearing-scheduled", workflows.Applicant, long)
	if strings.Contains(m.ZH, "长") || !strings.Contains(m.ZH, "地点见开庭通知书") {
		t.Errorf("a hearing at a long address: %s", m.ZH)
	}
}

// Reminders are as short, name the day, the place and what to bring, and leave out the address before they leave out the room.
func TestReminders(t *testing.T) {
	t.Parallel()
	house := data
	house.Address = "仙居县福应街道环城南路 288 号"
	for _, name := range Reminders() {
		m, err := Remind(name, house)
		if err != nil || !strings.Contains(m.ZH, "2026年3月30日（星期一）09:00") || !strings.Contains(m.ZH, "环城南路 288 号 第一仲裁庭") || !strings.Contains(m.ZH, "证据原件") || !strings.Contains(m.ZH, data.Code) {
			t.Errorf("Remind(%s) = %q, %v", name, m.ZH, err)
		}
		if !strings.Contains(m.EN, "30 Mar 2026 at 09:00") || strings.ContainsAny(m.EN, "{}，。") {
			t.Errorf("Remind(%s) = %q", name, m.EN)
		}
		far := house
		far.Address = strings.Repeat("远", 60)
		long := far
		long.Place = strings.Repeat("长", 100)
		for _, d := range []Data{house, far, long} {
			m, err := Remind(name, d)
			if n := utf8.RuneCountInString(strings.TrimSuffix(m.ZH, d.Link)); err != nil || n > Longest {
				t.Errorf("Remind(%s) has %d signs, %v: %s", name, n, err, m.ZH)
			}
		}
		if m, _ := Remind(name, far); !strings.Contains(m.ZH, "第一仲裁庭") || strings.Contains(m.ZH, "远") {
			t.Errorf("a long address: %s", m.ZH)
		}
		if _, err := Remind(name, Data{Ref: "ABCDEFGH2345"}); err == nil {
			t.Errorf("%s reminds of no day", name)
		}
	}
	if _, err := Remind("remind-1y", house); err == nil {
		t.Error("a reminder that nobody wrote")
	}
}

// Before acceptance the query number stands for the case number; the parts that vary are filled in.
func TestWhatVaries(t *testing.T) {
	t.Parallel()
	early := data
	early.Number = ""
	m, _ := Say("received", workflows.Applicant, early)
	if !strings.HasPrefix(m.ZH, "【调裁】查询号 ABCDEFGH2345：") || !strings.HasPrefix(m.EN, "[Tiaocai] case ABCDEFGH2345: ") {
		t.Errorf("before acceptance: %v", m)
	}
	m, _ = Say("hearing-scheduled", workflows.Respondent, data)
	if !strings.Contains(m.ZH, "2026年3月30日（星期一）09:00，第一仲裁庭。") || !strings.Contains(m.EN, "30 Mar 2026 at 09:00, 第一仲裁庭.") {
		t.Errorf("the hearing: %v", m)
	}
	named := data
	named.Paper = "终止审理决定书"
	m, _ = Say("closed", workflows.Applicant, named)
	if !strings.Contains(m.ZH, "把终止审理决定书送达给您") {
		t.Errorf("a named paper: %s", m.ZH)
	}
}

func TestWhatIsNotSaid(t *testing.T) {
	t.Parallel()
	noHearing := data
	noHearing.HearingOn = calendar.Date{}
	for name, tt := range map[string]struct {
		message string
		to      workflows.Capacity
		data    Data
	}{
		"no such message":       {"no-such-message", workflows.Applicant, data},
		"not this side":         {"received", workflows.Respondent, data},
		"only the respondent":   {"withdrawal-asked", workflows.Applicant, data},
		"nobody's side":         {"closed", workflows.Clock, data},
		"a hearing without day": {"hearing-scheduled", workflows.Applicant, noHearing},
	} {
		if m, err := Say(tt.message, tt.to, tt.data); err == nil || !m.IsZero() {
			t.Errorf("%s: Say = %q, %v", name, m, err)
		}
	}
}

// All messages on one golden page, for people to read over.
func TestMessagesAreOnPaper(t *testing.T) {
	t.Parallel()
	asked := told()
	var page strings.Builder
	for _, name := range Names() {
		for _, to := range asked[name] {
			m, err := Say(name, to, data)
			if err != nil {
				t.Fatal(err)
			}
			page.WriteString(name + " → " + string(to) + "\n" + m.ZH + "\n" + m.EN + "\n\n")
		}
	}
	for _, name := range Reminders() {
		m, err := Remind(name, data)
		if err != nil {
			t.Fatal(err)
		}
		page.WriteString(name + " → both sides, their agents\n" + m.ZH + "\n" + m.EN + "\n\n")
	}
	const path = "testdata/messages.txt"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != page.String() {
		t.Errorf("%s differs; if the change is meant, run: go test ./server/notify -update", path)
	}
}
