package pages

import (
	"flag"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tiaocai/server/casework"
)

var update = flag.Bool("update", false, "rewrite golden files")

func sampleFeed() sample {
	made := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	return staff("account-feed", AccountPage, Account{Feed: casework.FeedState{On: true, MadeAt: &made}, Address: "https://tiaocai.example/feeds/" + strings.Repeat("ABCDEFGH2345", 4) + ".ics"})
}

func feedOf(hearings ...casework.FeedHearing) *casework.FeedView {
	return &casework.FeedView{At: time.Date(2026, 11, 20, 1, 2, 3, 0, time.UTC), Hearings: hearings}
}

// A feed is golden: a day that stands, one that was put off, one without an hour. Every line ends as it must, is no
// longer than 75 bytes and breaks no character; unfolded it is what was meant.
func TestAFeedIsOnPaper(t *testing.T) {
	const path = "testdata/feed.ics"
	link := "https://tiaocai.example/cases/K7M2Q9XH4T3W"
	stands := casework.FeedHearing{Ref: "K7M2Q9XH4T3W", Number: "仙劳人仲案〔2026〕123号", No: 2, On: on("2026-11-25"), Starts: "09:00", Place: "仙居县南峰街道环城南路 288 号；第二仲裁庭,\r\n三楼\x07东侧，从北门进", Link: link}
	off := stands
	off.No, off.On, off.Off, off.Sequence = 1, on("2026-11-18"), true, 1
	file, tag := HearingFeed(feedOf(off, stands, casework.FeedHearing{Ref: "A7M2Q9XH4T3W", No: 1, On: on("2026-12-01"), Place: "第一仲裁庭", Link: link}), "zh")
	if *update {
		if err := os.WriteFile(path, []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(path); err != nil || string(want) != file {
		t.Errorf("%s differs; if the change is meant, run: go test ./server/pages -run Feed -update\n%s", path, file)
	}
	if !strings.HasSuffix(file, "END:VCALENDAR\r\n") || strings.Count(file, "\n") != strings.Count(file, "\r\n") || strings.Count(file, "\r") != strings.Count(file, "\r\n") {
		t.Error("a line does not end in CRLF")
	}
	for _, l := range strings.Split(file, "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Errorf("%d bytes: %q", len(l), l)
		}
	}
	whole := strings.ReplaceAll(file, "\r\n ", "")
	for _, want := range []string{`288 号；第二仲裁庭\,\n三楼东侧，`, "UID:K7M2Q9XH4T3W-1@tiaocai\r\nSEQUENCE:1\r\n", "STATUS:CANCELLED\r\nSUMMARY:取消：开庭 仙劳人仲案〔2026〕123号\r\n",
		"UID:K7M2Q9XH4T3W-2@tiaocai\r\nSEQUENCE:0\r\nDTSTAMP:20261120T010203Z\r\nDTSTART:20261125T010000Z\r\nSTATUS:CONFIRMED\r\n", "DTSTART;VALUE=DATE:20261201\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "案件：" + link + "\r\n"} {
		if !strings.Contains(whole, want) {
			t.Errorf("no %q in\n%s", want, whole)
		}
	}
	later := feedOf(off, stands)
	if _, again := HearingFeed(later, "zh"); again == tag {
		t.Error("another feed has the same tag")
	}
	_, before := HearingFeed(later, "zh")
	later.At = later.At.Add(time.Hour)
	if _, after := HearingFeed(later, "zh"); before != after {
		t.Error("the tag changes with the hour")
	}
	if _, en := HearingFeed(later, "en"); en == before {
		t.Error("the tag is the same in another language")
	}
}

// Every length of a line folds and unfolds to itself, whatever its characters are wide.
func TestFolding(t *testing.T) {
	for _, sign := range []string{"a", "é", "庭", "𠮷"} {
		for n := range 200 {
			line := "X:" + strings.Repeat(sign, n)
			var b strings.Builder
			foldICS(&b, line)
			for _, l := range strings.Split(b.String(), "\r\n") {
				if len(l) > 75 || !utf8.ValidString(l) {
					t.Fatalf("%d of %s: %q", n, sign, l)
				}
			}
			if got := strings.ReplaceAll(b.String(), "\r\n ", ""); got != line+"\r\n" {
				t.Fatalf("%d of %s unfolds to %q", n, sign, got)
			}
		}
	}
	if empty, _ := HearingFeed(feedOf(), "en"); !strings.Contains(empty, "BEGIN:VTIMEZONE") || strings.Contains(empty, "VEVENT") {
		t.Errorf("a feed without a hearing:\n%s", empty)
	}
}
