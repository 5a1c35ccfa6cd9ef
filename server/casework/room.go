package casework

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tiaocai/models"
	"tiaocai/policies"
	"tiaocai/workflows"
	"tiaocai/workflows/fault"
	"tiaocai/workflows/law"
)

// Room is a hearing day as everybody in the room sees it (开庭现场): who is there, what has been gone through, and the
// minutes as they are typed.
type Room struct {
	Ref     string       `json:"ref"`
	Number  string       `json:"number,omitempty"`
	Hearing *HearingView `json:"hearing"`
	Seats   []SeatView   `json:"tribunal"`
	Points  []RoomPoint  `json:"points" doc:"必经事项 What every hearing goes through"`
	Text    string       `json:"text" doc:"笔录，写到这里 The minutes so far"`
	Draft   int          `json:"draft" doc:"草稿的版次；没有草稿为 0 The draft's version; 0 without one"`
	Written int          `json:"written" doc:"已定稿的版次 The version of the minutes that were written; 0 without any"`
	SavedAt time.Time    `json:"saved_at,omitzero"`
	Open    bool         `json:"open" doc:"正在开庭 The hearing is going on"`
	Writes  bool         `json:"writes" doc:"本账号记录 This account records"`
}

// RoomPoint is a point of the script.
type RoomPoint struct {
	Point workflows.MinutesPoint `json:"point"`
	Done  bool                   `json:"done"`
}

// RoomDraft is what the recorder has typed so far (保存笔录草稿). It is no version of the minutes: those are written at the
// end of the day, from it.
type RoomDraft struct {
	Text           string `json:"text" maxLength:"60000" doc:"笔录，写到这里 The minutes so far"`
	Identity       bool   `json:"identity,omitempty" doc:"核对了身份 Identities were checked"`
	Rights         bool   `json:"rights,omitempty" doc:"告知了权利义务 The parties were told their rights"`
	Recusal        bool   `json:"recusal,omitempty" doc:"询问了是否申请回避 They were asked whether they want a recusal"`
	Statements     bool   `json:"statements,omitempty" doc:"听取了请求和答辩 Claims and defence were heard"`
	Evidence       bool   `json:"evidence,omitempty" doc:"证据经过质证 Evidence was cross-examined"`
	Debate         bool   `json:"debate,omitempty" doc:"进行了辩论 They debated"`
	LastStatements bool   `json:"last_statements,omitempty" doc:"征询了最后意见 They were asked for their last statements"`
	Omitted        string `json:"omitted,omitempty" maxLength:"1000" doc:"没有进行的事项和原因，定稿时才记下 What was left out, and why; kept with the minutes only"`
	Draft          int    `json:"draft,omitempty" minimum:"0" doc:"打开时草稿的版次，第一次为 0 The draft's version when it was opened; 0 for the first"`
}

func (r RoomDraft) points() []string {
	return WriteMinutes{Identity: r.Identity, Rights: r.Rights, Recusal: r.Recusal, Statements: r.Statements, Evidence: r.Evidence, Debate: r.Debate, LastStatements: r.LastStatements}.points()
}

// DraftKept is the draft's new version.
type DraftKept struct {
	Draft   int       `json:"draft"`
	SavedAt time.Time `json:"saved_at"`
}

// SeeRoom shows a hearing day to those who read its minutes.
func (d *Desk) SeeRoom(ctx context.Context, who policies.Actor, ref string) (*Room, error) {
	var out *Room
	err := d.look(ctx, func(tx *models.Tx) error {
		c, _, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err != nil {
			return err
		}
		h := c.Hearing()
		if h == nil || h.OpenedOn.IsZero() {
			return fault.New(fault.Conflict, "no-hearing-open", text("还没有开庭。", "The hearing has not been opened."))
		}
		out = &Room{Ref: c.Ref, Number: c.CaseNumber(), Hearing: hearingView(c, tx.Today()), Open: c.State == workflows.Hearing && h.EndedOn.IsZero()}
		names, err := models.AccountNames(tx, seats(c))
		if err != nil {
			return err
		}
		for _, s := range c.Seats {
			out.Seats = append(out.Seats, SeatView{s.ID, s.Seat, names[s.AccountID]})
		}
		if err := out.fill(tx, c, h); err != nil {
			return err
		}
		if out.Open {
			_, err = d.admitted(tx, who, c, workflows.WriteMinutes)
			out.Writes = err == nil
		}
		return models.NoteRead(tx, c.Key(), who.Account, "case")
	})
	if err != nil {
		return nil, fmt.Errorf("see room: %w", err)
	}
	return out, nil
}

// seats are the accounts of those who sit and record.
func seats(c *models.Case) (ids []int64) {
	for _, s := range c.Seats {
		ids = append(ids, s.AccountID)
	}
	return ids
}

// fill takes the draft, or the minutes if there is none.
func (r *Room) fill(tx *models.Tx, c *models.Case, h *models.Hearing) error {
	var points string
	if m := c.MinutesOf(h.ID); m != nil {
		r.Text, r.Written, points = m.Text, m.Version, m.Points
	}
	d, err := models.MinutesDraftOf(tx, c, h.ID)
	if err != nil {
		return err
	}
	if d != nil {
		r.Text, r.Draft, r.SavedAt, points = d.Text, d.Version, d.SavedAt.In(models.Zone), d.Points
	}
	done := strings.Split(points, ",")
	for _, p := range workflows.MinutesPoints() {
		r.Points = append(r.Points, RoomPoint{p, slices.Contains(done, string(p))})
	}
	return nil
}

// SaveRoom keeps what the recorder typed. Another window of theirs may have saved since: then nothing is overwritten, and
// the answer says so.
func (d *Desk) SaveRoom(ctx context.Context, who policies.Actor, ref string, in RoomDraft) (*DraftKept, error) {
	var out *DraftKept
	err := d.db.Act(ctx, d.now(), func(tx *models.Tx) error {
		c, err := models.LockCase(tx, ref)
		if err != nil {
			return err
		}
		a, err := d.admitted(tx, who, c, workflows.WriteMinutes)
		if err != nil {
			return err
		}
		f := c.Facts(a.Rules, tx.Today())
		f.On = tx.Today()
		if _, err := workflows.Decide(f, workflows.WriteMinutes); err != nil {
			return err
		}
		out, err = a.keepDraft(in)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("save room: %w", err)
	}
	return out, nil
}

func (a *Act) keepDraft(in RoomDraft) (*DraftKept, error) {
	version, err := a.minutesDraft(in.Draft)
	if err != nil {
		return nil, err
	}
	row := &models.MinutesDraft{CommissionID: a.Case.CommissionID, HearingID: a.Case.Hearing().ID, CaseID: a.Case.ID, AccountID: a.Who.Account, Text: in.Text,
		Points: strings.Join(in.points(), ","), Version: version + 1, SavedAt: a.Tx.Now}
	return &DraftKept{Draft: row.Version, SavedAt: row.SavedAt.In(models.Zone)}, models.KeepDraft(a.Tx, row)
}

// minutesDraft is the version of the draft of the hearing day, 0 without one; fault.Conflict unless it is the one that
// somebody opened.
func (a *Act) minutesDraft(opened int) (version int, err error) {
	had, err := models.MinutesDraftOf(a.Tx, a.Case, a.Case.Hearing().ID)
	if err != nil {
		return 0, err
	}
	if had != nil {
		version = had.Version
	}
	if opened != version {
		return 0, fault.New(fault.Conflict, "draft-changed", law.Text{ZH: "这份草稿在另一个窗口里改过。您写的还在这里，没有覆盖；两份并列在页面上，看过以后再保存。",
			EN: "This draft was changed in another window. What you wrote is still here and nothing was overwritten: both stand on the page, side by side."})
	}
	return version, nil
}

// WatchRoom lets somebody who may see the room look on: the channel has something in it when there is something new.
func (d *Desk) WatchRoom(ctx context.Context, who policies.Actor, ref string) (rings <-chan struct{}, leave func(), err error) {
	var key policies.Case
	err = d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		c, _, err := d.open(tx, who, ref, policies.ReadEvidence)
		if err == nil {
			key = c.Key()
		}
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("watch room: %w", err)
	}
	rings, leave = d.bell.Watch(key)
	return rings, leave, nil
}
