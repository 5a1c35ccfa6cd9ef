package casework

import (
	"fmt"
	"time"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/law"
)

// DayState is where one hearing stands on its day (当天进展).
type DayState string

// What becomes of a hearing on its day.
const (
	DayWaiting   DayState = "waiting"   // 等候
	DayOpen      DayState = "open"      // 正在开庭
	DayOver      DayState = "over"      // 已结束
	DayPutOff    DayState = "put-off"   // 改期
	DayCancelled DayState = "cancelled" // 取消
)

// Says is the state in words.
func (s DayState) Says() law.Text {
	switch s {
	case DayOpen:
		return text("正在开庭", "in the room")
	case DayOver:
		return text("已结束", "over")
	case DayPutOff:
		return text("改期", "put off")
	case DayCancelled:
		return text("取消", "cancelled")
	}
	return text("等候", "waiting")
}

func dayState(r models.DayRow) DayState {
	switch {
	case r.Ended, r.Opened && (r.Later || r.State != workflows.Hearing):
		return DayOver
	case r.Opened:
		return DayOpen
	case r.Later:
		return DayPutOff
	case r.State == workflows.Scheduled && !r.Suspended:
		return DayWaiting
	case r.State.Open():
		return DayPutOff
	}
	return DayCancelled
}

// What an estimate goes by where the day itself says nothing.
const (
	longestTurn = 90 * time.Minute // however late the next one is planned
	overrun     = 15 * time.Minute // how much longer one is thought to last that has used up its time
	estimateTo  = 5 * time.Minute  // estimates are rounded up to it
)

// slot is one hearing of a room on one day, as the queue sees it (候庭).
type slot struct {
	planned time.Time // when it should begin
	opened  time.Time // when it did; zero until then
	state   DayState
	joint   int64 // heard together with others of the same number; 0: alone
}

// turn is what the queue says of a slot. Place counts those that still wait, from 1; About is when it is likely to begin.
// Both are zero for what does not wait.
type turn struct {
	place int
	about time.Time
}

// lineUp works out whose turn it is in one room (排队). The slots come in the order of the plan. What is planned for the day
// and when the one in the room was opened is all it goes by: each takes the time that the plan gives it, an hour and a half at
// most; nobody begins before their own hour. Cases heard together have one turn.
func lineUp(slots []slot, now time.Time) []turn {
	turns := make([]turn, len(slots))
	free := now
	for i, s := range slots {
		if s.state != DayOpen {
			continue
		}
		until := laterOf(s.opened, s.planned, s.opened.IsZero()).Add(planOf(slots, i))
		if !until.After(now) {
			until = now.Add(overrun)
		}
		free = laterOf(free, until, true)
	}
	place := 0
	last := -1 // the slot that had the last turn
	for i, s := range slots {
		if s.state != DayWaiting {
			continue
		}
		if last >= 0 && s.joint != 0 && slots[last].joint == s.joint && slots[last].planned.Equal(s.planned) {
			turns[i] = turns[last]
			continue
		}
		place++
		about := laterOf(s.planned, free, true)
		if up := about.Truncate(estimateTo); up.Before(about) {
			about = up.Add(estimateTo)
		}
		turns[i], last = turn{place, about}, i
		free = about.Add(planOf(slots, i))
	}
	return turns
}

// laterOf is a, or b if it is later and counts.
func laterOf(a, b time.Time, counts bool) time.Time {
	if counts && b.After(a) {
		return b
	}
	return a
}

// planOf is the time that the plan gives a slot: up to the next hour that is planned, shared among those of the same hour.
func planOf(slots []slot, at int) time.Duration {
	share, joint := 0, map[int64]bool{}
	next := slots[at].planned.Add(longestTurn)
	for _, s := range slots {
		switch {
		case s.state == DayPutOff || s.state == DayCancelled:
		case s.planned.Equal(slots[at].planned):
			if s.joint == 0 || !joint[s.joint] {
				share++
			}
			joint[s.joint] = true
		case s.planned.After(slots[at].planned) && s.planned.Before(next):
			next = s.planned
		}
	}
	return next.Sub(slots[at].planned) / time.Duration(max(share, 1))
}

// rooms are the hearings of one day by room, in the order of the plan, with the turn of each.
type roomDay struct {
	place string
	rows  []models.DayRow
	state []DayState
	turns []turn
}

// byRoom sorts the hearings of one day into rooms and lines them up. Of several that nobody closed in one room, the last that
// was opened is in it: the room went on.
func byRoom(rows []models.DayRow, now time.Time) []*roomDay {
	var list []*roomDay
	at := map[string]*roomDay{}
	for _, r := range rows {
		d := at[r.Place]
		if d == nil {
			d = &roomDay{place: r.Place}
			at[r.Place], list = d, append(list, d)
		}
		d.rows, d.state = append(d.rows, r), append(d.state, dayState(r))
	}
	for _, d := range list {
		d.lineUp(now)
	}
	return list
}

func (d *roomDay) lineUp(now time.Time) {
	slots := make([]slot, len(d.rows))
	last := -1
	for i, r := range d.rows {
		slots[i] = slot{state: d.state[i]}
		slots[i].planned, _ = hourOf(r.On, r.Starts)
		if r.OpenedAt != nil {
			slots[i].opened = r.OpenedAt.Truncate(time.Minute)
		}
		if r.Joint != nil {
			slots[i].joint = *r.Joint
		}
		if d.state[i] == DayOpen && (last < 0 || !slots[i].opened.Before(slots[last].opened)) {
			last = i
		}
	}
	for i := range slots {
		together := last >= 0 && slots[i].joint != 0 && slots[i].joint == slots[last].joint
		if d.state[i] == DayOpen && i != last && !together {
			d.state[i], slots[i].state = DayOver, DayOver
		}
	}
	d.turns = lineUp(slots, now.Truncate(time.Minute))
}

// QueueView is where one case stands in its room today (候庭).
type QueueView struct {
	State     DayState `json:"state"`
	StateName law.Text `json:"state_name"`
	Place     int      `json:"place,omitempty" doc:"在还没开的里面排第几 Which place among those that wait"`
	Planned   string   `json:"planned" doc:"通知的时间 The hour of the notice"`
	About     string   `json:"about,omitempty" doc:"估计几点开始，不是通知 About when it begins: an estimate"`
	Room      string   `json:"room"`
	Says      law.Text `json:"says"`
}

// queueOf is the case's place today; nil on another day, or if its hearing is off.
func (d *Desk) queueOf(tx *models.Tx, c *models.Case) (*QueueView, error) {
	h := c.Hearing()
	if h == nil || h.HearingOn != tx.Today() {
		return nil, nil
	}
	rows, err := models.HearingDays(tx, c.CommissionID, tx.Today(), tx.Today())
	if err != nil {
		return nil, err
	}
	for _, r := range byRoom(rows, tx.Now.In(models.Zone)) {
		for i, row := range r.rows {
			if row.CaseID == c.ID && !row.Later {
				return queueView(r, i), nil
			}
		}
	}
	return nil, nil
}

func queueView(r *roomDay, i int) *QueueView {
	v := &QueueView{State: r.state[i], StateName: r.state[i].Says(), Planned: r.rows[i].Starts, Room: r.place}
	switch v.State {
	case DayOpen:
		v.Says = text("现在正在开您这个案件的庭。", "Your case is being heard now.")
	case DayOver:
		v.Says = text("今天的庭已经开完。", "Today's hearing is over.")
	case DayWaiting:
		t := r.turns[i]
		v.Place, v.About = t.place, t.about.In(models.Zone).Format("15:04")
		v.Says = law.Text{ZH: fmt.Sprintf("您排第 %d，大约 %s。", v.Place, v.About), EN: fmt.Sprintf("You are %s, about %s.", ordinal(v.Place), v.About)}
	default:
		return nil
	}
	return v
}

var ordinals = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}

func ordinal(n int) string {
	if n < len(ordinals) {
		return ordinals[n]
	}
	return "number " + itoa(n)
}
