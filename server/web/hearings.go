package web

import (
	"net/http"
	"reflect"
	"strconv"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// refreshed is how often the screen in the lobby fetches itself, in seconds. A header does it: no script, and whoever reads the page
// at their own pace can switch it off.
const refreshed = 60

// hearings are what everybody may know of the days to come, the papers of one's own hearing day, and the box.
func (s *Server) hearings() {
	public[*casework.Announcement](s, "/api/v1/hearings", "see-hearings", "开庭公告：今天和两周以内 Hearings announced: today and the coming two weeks", s.seeHearings)
	public[*casework.Lobby](s, "/api/v1/hearings/today", "see-lobby", "今天各庭的候庭情况 Today's queue of every room", s.seeLobby)
	get(s, "/api/v1/docket/print", "see-pack", "开庭日材料：本人的开庭表和每案一页 The papers of one's own hearing day", s.seePack)
	feedCommand(s, "/api/v1/messages/read", "read-messages", "消息标为已读 Mark messages as read", s.readMessages)
}

// public serves a reading that anybody may see.
func public[V any](s *Server, path, id, summary string, read func(ctx) (any, error)) {
	describe[none, V](s, http.MethodGet, path, id, summary, false, false)
	s.engine.GET(path, s.asJSON(read))
}

func (s *Server) seeHearings(c ctx) (any, error) { return s.desk.SeeHearings(c.Request.Context()) }
func (s *Server) seeLobby(c ctx) (any, error)    { return s.desk.SeeLobby(c.Request.Context()) }

func (s *Server) seePack(a asked, q casework.PackQuery) (*casework.Pack, error) {
	return s.desk.SeePack(a.Request.Context(), a.who, q)
}

func (s *Server) readMessages(a asked, in casework.MarkRead) (*casework.UnreadCount, error) {
	return s.desk.ReadAll(a.Request.Context(), a.who, in)
}

// hearingPages are the same as pages.
func (s *Server) hearingPages() {
	e := s.engine
	e.GET("/hearings", s.page(pages.Hearings, s.seeHearings))
	e.GET("/hearings/today", s.page(pages.LobbyPage, func(c ctx) (any, error) {
		l, err := s.desk.SeeLobby(c.Request.Context())
		still := c.Query("still") == "true"
		if err == nil && !still {
			c.Header("Refresh", strconv.Itoa(refreshed))
		}
		return pages.LobbyBody{Lobby: l, Still: still}, err
	}))
	e.GET("/docket/print", signedPage(s, pages.PackPage, func(a asked, q casework.PackQuery) (any, error) { return s.seePack(a, q) }))
	e.GET("/messages", signedPage(s, pages.Messages, func(a asked, _ none) (any, error) {
		list, err := s.myMessages(a, none{})
		return pages.Box(list), err
	}))
	e.POST("/messages/read", s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.MarkRead]())
		if err == nil {
			_, err = s.readMessages(a, *in.(*casework.MarkRead))
		}
		return "/messages", err
	}, nil))
}
