package pages

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"tiaocai/server/casework"
	"tiaocai/workflows/law"
)

// shanghai is there in any case: a calendar must have a component, and a feed may have no hearing.
var shanghai = []string{"BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T020000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"}

// HearingFeed is a calendar feed (RFC 5545, 7986). The tag is of what it says, and the same for as long as only
// the stamps differ.
func HearingFeed(f *casework.FeedView, lang string) (file, tag string) {
	sum := sha256.Sum256([]byte(hearingFeed(f, time.Time{}, lang)))
	return hearingFeed(f, f.At, lang), fmt.Sprintf(`W/"%x"`, sum[:16])
}

func hearingFeed(f *casework.FeedView, at time.Time, lang string) string {
	name := escapeICS(law.Text{ZH: "开庭（仙居仲裁）", EN: "Hearings (Xianju arbitration)"}.In(lang))
	var b strings.Builder
	fileICS(&b, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tiaocai//hearings//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "NAME:"+name, "X-WR-CALNAME:"+name, "X-WR-TIMEZONE:Asia/Shanghai",
		"REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H")
	fileICS(&b, shanghai...)
	for _, h := range f.Hearings {
		says := law.Text{ZH: "时间、地点以送达的开庭通知书为准。\n案件：" + h.Link, EN: "Time and place are those of the notice that was served.\nThe case: " + h.Link}
		writeEvent(&b, h, at, lang, says.In(lang))
	}
	fileICS(&b, "END:VCALENDAR")
	return b.String()
}
