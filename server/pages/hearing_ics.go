package pages

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"unicode/utf8"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// geo is an address for the reader's own map program. It is only ever followed by hand: the page asks
// nobody for it.
func geo(place string) template.URL { return template.URL("geo:0,0?q=" + url.QueryEscape(place)) }

// HearingCalendar is the coming hearing day as a calendar file (RFC 5545), with the number of the case
// and no name: calendars are shared. ok is false where no hearing is set.
func HearingCalendar(v *casework.CaseView, lang string) (file string, ok bool) {
	h := v.Hearing
	if h == nil || !h.OpenedOn.IsZero() {
		return "", false
	}
	number := v.Number
	if number == "" {
		number = v.Ref
	}
	title := law.Text{ZH: "开庭 " + number, EN: "Hearing " + number}
	bring := law.Text{ZH: "带上身份证件、开庭通知书和证据原件。", EN: "Bring proof of identity, the notice and the originals of your evidence."}
	lines := []string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tiaocai//hearing//ZH", "METHOD:PUBLISH", "BEGIN:VEVENT",
		fmt.Sprintf("UID:%s-%d@tiaocai", v.Ref, h.No), fmt.Sprintf("SEQUENCE:%d", v.Version), "DTSTAMP:" + v.Today.Time().Format(utcStamp), "DTSTART" + start(h),
		"SUMMARY:" + escapeICS(title.In(lang)), "LOCATION:" + escapeICS(h.Place), "DESCRIPTION:" + escapeICS(bring.In(lang)), "END:VEVENT", "END:VCALENDAR"}
	var b strings.Builder
	for _, l := range lines {
		foldICS(&b, l)
	}
	return b.String(), true
}

const utcStamp = "20060102T150405Z"

// start is the hearing's hour in UTC.
func start(h *casework.HearingView) string {
	at, ok := h.At()
	if !ok {
		return ";VALUE=DATE:" + h.On.Time().Format("20060102") // an hour that was never written down: the whole day
	}
	return ":" + at.UTC().Format(utcStamp)
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", "")

func escapeICS(s string) string { return icsEscapes.Replace(s) }

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
