package casework

import (
	"context"
	"fmt"

	"tiaocai/models"
	"tiaocai/workflows"
	"tiaocai/workflows/calendar"
	"tiaocai/workflows/law"
)

// announcedDays is how far ahead hearings are announced, in natural days (开庭公告).
const announcedDays = 14

// PublicHearing is one hearing as everybody may read it: no person and no employer is named. Of one that is not public only
// hour and room are told.
type PublicHearing struct {
	Starts    string    `json:"starts"`
	Place     string    `json:"place"`
	Public    bool      `json:"public" doc:"公开开庭 Whether anybody may come"`
	Number    string    `json:"number,omitempty"`
	Cause     *law.Text `json:"cause,omitempty"`
	State     DayState  `json:"state,omitempty" enum:"waiting,open,over,put-off,cancelled"`
	StateName *law.Text `json:"state_name,omitempty"`
}

// PublicDay is one day of the announcement.
type PublicDay struct {
	On       calendar.Date   `json:"on"`
	Hearings []PublicHearing `json:"hearings"`
}

// Announcement is the hearings of today and the coming two weeks (开庭公告).
type Announcement struct {
	Today calendar.Date `json:"today"`
	Until calendar.Date `json:"until" doc:"最后一天，含 The last day, inclusive"`
	Days  []PublicDay   `json:"days" doc:"有开庭的日子 The days with a hearing"`
	N     int           `json:"n"`
}

// SeeHearings announces the hearings of the commission; nobody need be signed in.
func (d *Desk) SeeHearings(ctx context.Context) (*Announcement, error) {
	var out *Announcement
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		out = &Announcement{Today: tx.Today(), Until: tx.Today().Next(announcedDays), Days: []PublicDay{}}
		rows, err := homeDays(tx, out.Today, out.Until)
		for _, r := range rows {
			if n := len(out.Days); n == 0 || out.Days[n-1].On != r.On {
				out.Days = append(out.Days, PublicDay{On: r.On})
			}
			day := &out.Days[len(out.Days)-1]
			day.Hearings = append(day.Hearings, publicHearing(r, dayState(r)))
			out.N++
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see hearings: %w", err)
	}
	return out, nil
}

func homeDays(tx *models.Tx, from, to calendar.Date) ([]models.DayRow, error) {
	home, err := models.Home(tx)
	if err != nil {
		return nil, err
	}
	return models.HearingDays(tx, home, from, to)
}

// publicHearing is all that is told of a hearing; what is not named here is not told.
func publicHearing(r models.DayRow, s DayState) PublicHearing {
	v := PublicHearing{Starts: r.Starts, Place: r.Place, Public: r.ClosedFor == workflows.PublicHearing}
	if v.Public {
		cause, name := causeName(r.Cause), s.Says()
		v.Number, v.Cause, v.State, v.StateName = r.Number, &cause, s, &name
	}
	return v
}

// Lobby is the hearings of today by room, as the screen in the lobby shows them (候庭屏).
type Lobby struct {
	Today calendar.Date `json:"today"`
	At    string        `json:"at" doc:"几点的情况 As of which hour"`
	Rooms []LobbyRoom   `json:"rooms"`
}

// LobbyRoom is one room: who is in it, who is next, and who comes then.
type LobbyRoom struct {
	Place string          `json:"place"`
	Now   []LobbyTurn     `json:"now" doc:"正在开庭 In the room"`
	Next  []LobbyTurn     `json:"next" doc:"下一场 Next"`
	Then  []LobbyTurn     `json:"then" doc:"之后 After that"`
	Over  int             `json:"over" doc:"已结束的场数 How many are over"`
	Off   []PublicHearing `json:"off" doc:"改期或取消的 Put off or cancelled"`
}

// LobbyTurn is a hearing in the queue of its room.
type LobbyTurn struct {
	PublicHearing
	Turn  int    `json:"turn,omitempty" doc:"排第几 Which place"`
	About string `json:"about,omitempty" doc:"估计几点开始 About when it begins: an estimate"`
}

// SeeLobby shows today's queue of every room; nobody need be signed in.
func (d *Desk) SeeLobby(ctx context.Context) (*Lobby, error) {
	var out *Lobby
	err := d.db.Reading(ctx, d.now(), func(tx *models.Tx) error {
		now := tx.Now.In(models.Zone)
		out = &Lobby{Today: tx.Today(), At: now.Format("15:04"), Rooms: []LobbyRoom{}}
		rows, err := homeDays(tx, out.Today, out.Today)
		for _, r := range byRoom(rows, now) {
			out.Rooms = append(out.Rooms, lobbyRoom(r))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("see lobby: %w", err)
	}
	return out, nil
}

func lobbyRoom(r *roomDay) LobbyRoom {
	v := LobbyRoom{Place: r.place, Now: []LobbyTurn{}, Next: []LobbyTurn{}, Then: []LobbyTurn{}, Off: []PublicHearing{}}
	for i, row := range r.rows {
		h := LobbyTurn{PublicHearing: publicHearing(row, r.state[i])}
		switch r.state[i] {
		case DayOpen:
			v.Now = append(v.Now, h)
		case DayOver:
			v.Over++
		case DayPutOff, DayCancelled:
			v.Off = append(v.Off, h.PublicHearing)
		default:
			h.Turn, h.About = r.turns[i].place, r.turns[i].about.In(models.Zone).Format("15:04")
			if h.Turn == 1 {
				v.Next = append(v.Next, h)
			} else {
				v.Then = append(v.Then, h)
			}
		}
	}
	return v
}
