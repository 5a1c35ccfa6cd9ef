package web

import (
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"time"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// quiet is how often a stream says that it is still there, so that nothing on the way closes it.
const quiet = 15 * time.Second

func (s *Server) seeRoom(a asked, _ none) (*casework.Room, error) {
	return s.desk.SeeRoom(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) saveRoom(a asked, in casework.RoomDraft) (*casework.DraftKept, error) {
	return s.desk.SaveRoom(a.Request.Context(), a.who, caseOf(a.ctx), in)
}

func (s *Server) roomPages() {
	body := reflect.TypeFor[casework.RoomDraft]()
	s.engine.GET("/cases/:case/room", signedPage(s, pages.RoomPage, func(a asked, _ none) (any, error) {
		return s.seeRoom(a, none{})
	}))
	s.engine.POST("/cases/:case/room/draft", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, body)
		if err == nil {
			openedAt(c, in)
			_, err = s.saveRoom(a, *in.(*casework.RoomDraft))
		}
		return "/cases/" + caseOf(c) + "/room", err
	}, s.roomAgain))
	s.engine.GET("/cases/:case/room/live", s.live)
}

// openedAt notes in the minutes, or their draft, at which version of the draft the form was opened.
func openedAt(c ctx, in any) {
	meta, _ := c.Value("meta").(map[string]string)
	n, err := strconv.Atoi(meta["_draft"])
	if err != nil {
		return // a program says so in the body
	}
	switch in := in.(type) {
	case *casework.RoomDraft:
		in.Draft = n
	case *casework.WriteMinutes:
		in.Draft = n
	}
}

// roomAgain shows the room with what was typed still in the form.
func (s *Server) roomAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	r, err := s.desk.SeeRoom(c.Request.Context(), who, caseOf(c))
	if err != nil {
		return err
	}
	return s.showRoom(c, p, r)
}

func (s *Server) showRoom(c ctx, p pages.Page, r *casework.Room) error {
	p.Body = r
	if p.Fault != nil && (p.Fault.Code == "draft-changed" || p.Fault.Code == "version-stale") {
		p.Theirs = url.Values{"text": {r.Text}}
	}
	return s.render(c, pages.RoomPage, p)
}

// minutesForm is the room, where the minutes are written from their draft; without a draft they have the plain form.
func (s *Server) minutesForm(c ctx, p pages.Page, who policies.Actor) (shown bool, err error) {
	r, err := s.desk.SeeRoom(c.Request.Context(), who, caseOf(c))
	if err != nil || !r.Writes || r.Draft == 0 && !p.Kept.Has("_draft") {
		return false, nil // what stands in the way is said beside the plain form
	}
	return true, s.showRoom(c, p, r)
}

// live tells a browser when there is something new in the room; it fetches the page again, and is admitted again.
func (s *Server) live(c ctx) {
	who, err := s.actor(c)
	if err != nil {
		s.problem(c, err)
		return
	}
	rings, leave, err := s.desk.WatchRoom(c.Request.Context(), who, caseOf(c))
	if err != nil {
		s.problem(c, err)
		return
	}
	defer leave()
	c.Header("Content-Type", "text/event-stream")
	c.Header("X-Accel-Buffering", "no")
	out := http.NewResponseController(c.Writer) // gin's own stream asks for an interface that the session's writer lacks
	say := func(line string) bool {
		_, err := io.WriteString(c.Writer, line+"\n\n")
		return err == nil && out.Flush() == nil
	}
	tick := time.NewTicker(quiet)
	defer tick.Stop()
	still := func() bool { // a session that was ended hears no more
		_, err := s.lookUp(c)
		return err == nil
	}
	for open := say(": on"); open; {
		select {
		case <-c.Request.Context().Done():
			return
		case <-tick.C:
			open = still() && say(": on")
		case _, more := <-rings:
			open = more && still() && say("event: room\ndata: new")
		}
	}
}
