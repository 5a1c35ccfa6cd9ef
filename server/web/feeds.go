package web

import (
	"context"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/server/web/problem"
	"tiaocai/workflows/fault"
)

const (
	feedsPrefix = "/feeds/"
	feedType    = "text/calendar; charset=utf-8"
)

// feeds are somebody's own calendar feed: whoever is signed in makes, renews and ends it; its address needs no
// sign-in.
func (s *Server) feeds() {
	get(s, "/api/v1/me/feed", "see-feed", "日历订阅开了没有 Whether there is a calendar feed", func(a asked, _ none) (*casework.FeedState, error) {
		return s.desk.SeeFeed(a.Request.Context(), a.who)
	})
	feedCommand(s, "/api/v1/me/feed", "give-feed", "生成日历订阅地址，原来的地址随即失效 Make the address of a calendar feed; an earlier one ends", s.giveFeed)
	feedCommand(s, "/api/v1/me/feed/end", "end-feed", "关闭日历订阅 Switch the calendar feed off", s.endFeed)

	e := s.engine
	e.POST("/account/feed", s.asPage(pages.AccountPage, reflect.TypeFor[casework.MakeFeed](), func(a asked, _ any) (any, error) {
		f, err := s.giveFeed(a, casework.MakeFeed{})
		if err != nil {
			return nil, err
		}
		b, err := s.accountBody(a.ctx)
		b.Address = f.Address
		return b, err
	}, nil))
	e.POST("/account/feed/end", s.asForm(func(c ctx) (string, error) {
		a, _, err := s.read(c, reflect.TypeFor[casework.EndFeed]())
		if err == nil {
			_, err = s.endFeed(a, casework.EndFeed{})
		}
		return "/account#feed", err
	}, nil))

	e.GET(feedsPrefix+":file", s.feed)
	e.HEAD(feedsPrefix+":file", s.feed)
	e.GET(feedsPrefix+"case/:file", s.caseFeed)
	e.HEAD(feedsPrefix+"case/:file", s.caseFeed)
	s.describeFeed(feedsPrefix+":secret", "read-feed", "日历订阅：本人参加的开庭 A calendar feed: the hearings of the cases that its owner stands in")
	s.describeFeed(feedsPrefix+"case/:secret", "read-case-feed", "一个案件的开庭日历，凭查询码得到地址，不写姓名 A calendar of one case's hearings, for whoever has its query code; without a name")
}

func (s *Server) describeFeed(path, id, summary string) {
	op := s.operation(http.MethodGet, path, id, summary, false)
	op.Path += ".ics"
	op.Responses["200"].Content = map[string]*huma.MediaType{"text/calendar": {}}
	op.Responses["304"] = &huma.Response{Description: "没有变化 Nothing changed"}
	op.Parameters = append(op.Parameters, &huma.Param{Name: "If-None-Match", In: "header", Schema: &huma.Schema{Type: "string"}}, &huma.Param{Name: "lang", In: "query", Schema: &huma.Schema{Type: "string", Enum: []any{"zh", "en"}}})
	s.openapi.AddOperation(op)
}

// caseFeed answers the calendar of one case, for whoever got its address with the query code.
func (s *Server) caseFeed(c ctx) { s.calendarOf(c, s.desk.ReadCaseFeed) }

// feedCommand takes no key: its answer is the secret itself, which may lie nowhere, and asking twice does no harm.
func feedCommand[B, V any](s *Server, path, id, summary string, f func(asked, B) (V, error)) {
	describe[B, V](s, http.MethodPost, path, id, summary, true, false)
	s.engine.POST(path, s.asJSON(func(c ctx) (any, error) {
		a, into, err := s.read(c, reflect.TypeFor[B]())
		if err != nil {
			return nil, err
		}
		return f(a, *into.(*B))
	}))
}

func (s *Server) giveFeed(a asked, _ casework.MakeFeed) (*casework.FeedGiven, error) {
	return s.desk.GiveFeed(a.Request.Context(), a.who)
}

func (s *Server) endFeed(a asked, _ casework.EndFeed) (*casework.FeedState, error) {
	return s.desk.StopFeed(a.Request.Context(), a.who)
}

// feed answers a calendar. A calendar keeps it, asks with each use whether it still holds, and gets no page where
// there is nothing: a page would repeat the address in its links.
func (s *Server) feed(c ctx) {
	s.calendarOf(c, s.desk.ReadFeed)
}

// calendarOf answers with the calendar that a secret opens.
func (s *Server) calendarOf(c ctx, read func(context.Context, string) (*casework.FeedView, error)) {
	secret, is := strings.CutSuffix(c.Param("file"), ".ics")
	err := error(fault.Missing())
	var f *casework.FeedView
	if is {
		f, err = read(c.Request.Context(), secret)
	}
	if err != nil {
		problem.Write(c.Writer, err, lang(c), s.note(c, err))
		c.Abort()
		return
	}
	file, tag := pages.HearingFeed(f, lang(c))
	c.Header("Cache-Control", "private, no-cache")
	c.Header("ETag", tag)
	c.Header("Referrer-Policy", "no-referrer")
	if sameTag(c.GetHeader("If-None-Match"), tag) {
		c.Status(http.StatusNotModified)
		return
	}
	c.Header("Content-Disposition", `inline; filename="hearings.ics"`)
	c.Data(http.StatusOK, feedType, []byte(file))
}

// sameTag says whether a list of tags has this one, strong or weak.
func sameTag(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
