package pages

import (
	"fmt"
	"net/url"
	"strings"

	"tiaocai/server/casework"
	"tiaocai/workflows/calendar"
)

// LobbyBody is the screen in the lobby. Still says that it does not fetch itself.
type LobbyBody struct {
	*casework.Lobby
	Still bool
}

// MessagesBody is somebody's box by day and case, newest first (消息).
type MessagesBody struct {
	Days   []MessageDay
	Unread int   // how many were not seen before
	Last   int64 // the newest
}

// MessageDay is what came on one day.
type MessageDay struct {
	On    calendar.Date
	Cases []MessageCase
}

// MessageCase is what came on one day about one case.
type MessageCase struct {
	Ref, Number string
	List        []casework.MessageView
}

// Box sorts a box by day and, within a day, by case; the list comes newest first.
func Box(list []casework.MessageView) (b MessagesBody) {
	for _, m := range list {
		b.Last = max(b.Last, m.ID)
		if m.Unread {
			b.Unread++
		}
		day, _, _ := strings.Cut(m.At, " ")
		on, _ := calendar.Parse(day)
		if n := len(b.Days); n == 0 || b.Days[n-1].On != on {
			b.Days = append(b.Days, MessageDay{On: on})
		}
		b.Days[len(b.Days)-1].add(m)
	}
	return b
}

func (d *MessageDay) add(m casework.MessageView) {
	for i := range d.Cases {
		if d.Cases[i].Ref == m.Ref {
			d.Cases[i].List = append(d.Cases[i].List, m)
			return
		}
	}
	d.Cases = append(d.Cases, MessageCase{m.Ref, m.Number, []casework.MessageView{m}})
}

// hourIn is the hour of a moment that is written with its day.
func hourIn(at string) string {
	_, hour, _ := strings.Cut(at, " ")
	return hour
}

// inbox is the name of the box in the menu, with how much in it is new: 消息 3.
func (l tongue) inbox(me *casework.Me) string {
	name := l.t("消息", "Messages")
	switch {
	case me.Unread == 0:
		return name
	case me.Many:
		return name + " 99+"
	}
	return fmt.Sprintf("%s %d", name, me.Unread)
}

// shortNumber is a case number as lists have it: 〔2026〕123号.
func shortNumber(number string) string {
	if i := strings.Index(number, "〔"); i > 0 {
		return number[i:]
	}
	return number
}

// asked is what is claimed in a case of the pack: the sum, if there is one.
func (l tongue) asked(c casework.PackCase) (string, error) {
	if c.ClaimTotal > 0 {
		return money(c.ClaimTotal)
	}
	return l.t("不涉金额", "no amount"), nil
}

// pathOf is an address of ours without the host: whoever reads the page has reached it.
func pathOf(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.EscapedPath()
	}
	return address
}

// ruled are so many empty lines to write on.
func ruled(n int) []struct{} { return make([]struct{}, n) }
