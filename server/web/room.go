package web

import (
	"io"
	"net/http"
	"net/url"
	"reflect"
	"strconv"
	"time"

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
			_, err = s.saveRoom(a, typedOn(c, *in.(*casework.RoomDraft)))
		}
		return "/cases/" + caseOf(c) + "/room", err
	}, s.roomAgain))
	s.engine.GET("/cases/:case/room/live", s.live)
}

// typedOn is the draft with the version that its form was opened at.
func typedOn(c ctx, in casework.RoomDraft) casework.RoomDraft {
	if meta, ok := c.Get("meta"); ok {
		in.Draft, _ = strconv.Atoi(meta.(map[string]string)["_draft"])
	}
	return in
}

// roomAgain shows the room with what was typed still in the form.
func (s *Server) roomAgain(c ctx, p pages.Page) error {
	who, err := s.actor(c)
	if err != nil {
		return err
	}
	if p.Body, err = s.desk.SeeRoom(c.Request.Context(), who, caseOf(c)); err != nil {
		return err
	}
	if r := p.Body.(*casework.Room); p.Fault != nil && p.Fault.Code == "draft-changed" {
		p.Theirs = url.Values{"text": {r.Text}}
	}
	return s.render(c, pages.RoomPage, p)
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
