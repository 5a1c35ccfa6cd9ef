package models

import (
	"slices"
	"strings"
	"time"

	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
)

// Minutes are one version of the record of a hearing day (庭审笔录); the newest one counts. They belong to
// the main volume; the text is sealed because people speak in it.
type Minutes struct {
	Child
	HearingID  int64
	Version    int
	AccountID  int64 // the recorder
	WrittenOn  calendar.Date
	Text       string `gorm:"serializer:sealed;type:bytea"`
	Points     string // those that were gone through, with commas between
	Omitted    string `gorm:"serializer:sealed;type:bytea"` // why others were not
	RecordedAt time.Time
}

// TableName is its table.
func (Minutes) TableName() string { return "minutes" }

// MinutesMark is a signature below a version of the minutes, or the note that a party would not sign.
type MinutesMark struct {
	Child
	MinutesID int64
	PartyID   *int64 // nil: somebody of the tribunal
	AccountID int64  // who signed; for a refusal, who noted it
	MarkedOn  calendar.Date
	Refused   bool
	Reason    string `gorm:"serializer:sealed;type:bytea"`
}

// MinutesCorrection is what a party wants mended in the minutes (申请补正笔录), and the decision.
type MinutesCorrection struct {
	Child
	HearingID int64
	PartyID   int64
	AskedOn   calendar.Date
	Text      string `gorm:"serializer:sealed;type:bytea"`
	DecidedOn calendar.Date
	Added     *bool
	Answer    string `gorm:"serializer:sealed;type:bytea"`
}

// MinutesOf are the newest minutes of a hearing day; nil if nobody wrote any.
func (c *Case) MinutesOf(hearing int64) *Minutes {
	for i := len(c.Minutes) - 1; i >= 0; i-- {
		if c.Minutes[i].HearingID == hearing {
			return &c.Minutes[i]
		}
	}
	return nil
}

// CurrentMinutes are those of the last hearing day; nil if nobody wrote any.
func (c *Case) CurrentMinutes() *Minutes {
	h := c.Hearing()
	if h == nil {
		return nil
	}
	return c.MinutesOf(h.ID)
}

// MarkOn says whether a party, or somebody of the tribunal, has signed a version or would not.
func (c *Case) MarkOn(version, account int64, party *int64) bool {
	return slices.ContainsFunc(c.MinutesMarks, func(m MinutesMark) bool {
		if m.MinutesID != version || (m.PartyID == nil) != (party == nil) {
			return false
		}
		return party == nil && m.AccountID == account || party != nil && *m.PartyID == *party
	})
}

// WaitingMinutesCorrection is the request that nobody has decided yet; nil if there is none.
func (c *Case) WaitingMinutesCorrection() *MinutesCorrection {
	for i := range c.MinutesCorrections {
		if m := &c.MinutesCorrections[i]; m.DecidedOn.IsZero() {
			return m
		}
	}
	return nil
}

// minutesFacts count what the hearing days together went through: a point of an earlier day is not
// gone through again.
func (c *Case) minutesFacts(f *workflows.Facts) {
	through := map[string]bool{}
	for _, h := range c.Hearings {
		if m := c.MinutesOf(h.ID); m != nil {
			for _, p := range strings.Split(m.Points, ",") {
				through[p] = true
			}
		}
	}
	for _, p := range workflows.MinutesPoints() {
		if !through[string(p)] {
			f.Minutes.Missing++
		}
	}
	if m := c.CurrentMinutes(); m != nil {
		f.Minutes.On, f.Minutes.Explained = m.WrittenOn, m.Omitted != ""
	}
	if m := c.WaitingMinutesCorrection(); m != nil {
		f.Minutes.Asked = m.AskedOn
	}
}
