package pages

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// geo is an address for the reader's own map program. It is only ever followed by hand: the page asks
// nobody for it.
func geo(place string) template.URL { return template.URL("geo:0,0?q=" + url.QueryEscape(place)) }

// HearingCalendar is the coming hearing day as a calendar file (RFC 5545), with the number of the case
// and no name: calendars are shared. ok is false where there is no day to come to.
func HearingCalendar(v *casework.CaseView, lang string) (file string, ok bool) {
	h := v.Hearing
	if h == nil || !h.Coming {
		return "", false
	}
	bring := law.Text{ZH: "带上身份证件、开庭通知书和证据原件。", EN: "Bring proof of identity, the notice and the originals of your evidence."}
	var b strings.Builder
	fileICS(&b, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tiaocai//hearing//ZH", "METHOD:PUBLISH")
	writeEvent(&b, casework.FeedHearing{Ref: v.Ref, Number: v.Number, No: h.No, On: h.On, Starts: h.Starts, Place: h.Place}, v.Today.Time(), lang, bring.In(lang))
	fileICS(&b, "END:VCALENDAR")
	return b.String(), true
}

// writeEvent writes one hearing day. The same day is the same event in a file and in a feed.
func writeEvent(b *strings.Builder, h casework.FeedHearing, at time.Time, lang, says string) {
	title := law.Text{ZH: "开庭 " + h.Named(), EN: "Hearing " + h.Named()}
	status := "CONFIRMED"
	if h.Off {
		title, status = law.Text{ZH: "取消：开庭 " + h.Named(), EN: "Cancelled: hearing " + h.Named()}, "CANCELLED"
	}
	fileICS(b, "BEGIN:VEVENT", fmt.Sprintf("UID:%s-%d@tiaocai", h.Ref, h.No), fmt.Sprintf("SEQUENCE:%d", h.Sequence), "DTSTAMP:"+at.UTC().Format(utcStamp), "DTSTART"+start(h),
		"STATUS:"+status, "SUMMARY:"+escapeICS(title.In(lang)), "LOCATION:"+escapeICS(h.Place), "DESCRIPTION:"+escapeICS(says))
	if h.Link != "" {
		fileICS(b, "URL:"+h.Link)
	}
	fileICS(b, "END:VEVENT")
}

const utcStamp = "20060102T150405Z"

// start is the hearing's hour in UTC.
func start(h casework.FeedHearing) string {
	at, ok := h.At()
	if !ok {
		return ";VALUE=DATE:" + h.On.Time().Format("20060102") // an hour that was never written down: the whole day
	}
	return ":" + at.UTC().Format(utcStamp)
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

// escapeICS makes a text of one line. What is no sign is left out: the format has no way to write it.
func escapeICS(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, icsEscapes.Replace(s))
}

func fileICS(b *strings.Builder, lines ...string) {
	for _, l := range lines {
		foldICS(b, l)
	}
}

// foldICS writes a line in pieces of at most 75 bytes and breaks no character.
func foldICS(b *strings.Builder, line string) {
	room := 75
	for len(line) > room {
		at := room
		for !utf8.RuneStart(line[at]) {
			at--
		}
		b.WriteString(line[:at] + "\r\n ")
		line, room = line[at:], 74
	}
	b.WriteString(line + "\r\n")
}
