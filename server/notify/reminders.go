package notify

import (
	"fmt"
	"unicode/utf8"

	"tiaocai/workflows/law"
)

// The reminders of a hearing (开庭提醒), by how long before it they go out.
const (
	FiveDays = "remind-5d"
	OneDay   = "remind-1d"
	TwoHours = "remind-2h"
)

// reminders are what each says; both sides and their agents read the same.
var reminders = map[string]words{
	FiveDays: {"提醒您：{when}开庭，{place}。请带身份证、开庭通知书和证据原件；确实来不了的，请尽快申请延期。", "A reminder: your hearing is on {when}, {place}. Bring your ID, the notice and the original evidence; if you really cannot come, ask for another day soon."},
	OneDay:   {"提醒您：明天开庭，{when}，{place}。请带身份证、开庭通知书和证据原件，提前一刻钟到。", "A reminder: your hearing is tomorrow, {when}, {place}. Bring your ID, the notice and the original evidence, and come a quarter of an hour early."},
	TwoHours: {"提醒您：今天{when}开庭，{place}。请带身份证和证据原件。排第几，大厅屏幕和查进度的网页上有。", "A reminder: your hearing is today, {when}, {place}. Bring your ID and the original evidence. The screen in the lobby and the status page tell your place in the queue."},
}

// Reminders lists their names, the earliest first.
func Reminders() []string { return []string{FiveDays, OneDay, TwoHours} }

// Remind writes a reminder. The address is that of the house, beside the room's name; where both are too long for a message
// the room is kept.
func Remind(name string, d Data) (law.Text, error) {
	w, ok := reminders[name]
	if !ok {
		return law.Text{}, fmt.Errorf("notify: there is no reminder %q", name)
	}
	if d.HearingOn.IsZero() || d.HearingAt == "" {
		return law.Text{}, fmt.Errorf("notify: %s lacks the hearing's day and time", name)
	}
	whole := d.Place
	if d.Address != "" {
		whole = d.Address + " " + d.Place
	}
	for _, place := range []string{whole, d.Place, ""} {
		if m := d.compose(w, place); utf8.RuneCountInString(m.ZH)-utf8.RuneCountInString(d.Link) <= Longest {
			return m, nil
		}
	}
	return d.compose(w, ""), nil
}
