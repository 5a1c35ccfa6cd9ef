// Package web is where HTTP is spoken, and only here: routes, binding, who is signed in, limits.
//
// The JSON API and the pages are two renderings of the same readings and take the same commands. A
// form is turned into JSON and goes through the same schema. Handlers hold a *casework.Desk and
// nothing else: no database can be reached from here.
package web

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"

	"tiaocai/server/casework"
	"tiaocai/server/pages"
	"tiaocai/server/web/bind"
)

// Parts are what a server is made of.
type Parts struct {
	Desk     *casework.Desk
	Sessions scs.Store
	Log      *slog.Logger
	Demo     []pages.DemoAccount // accounts to show on the sign-in page; none in production
	Public   string              // where people reach us; https makes cookies secure
	Proxies  []netip.Prefix
	Upload   int64
	Ready    func(context.Context) map[string]error // what must answer before we do

	StaffFactor bool // staff sign in with a second factor, and do nothing before they have one

	Collectors []prometheus.Collector // measures of other parts: connections, alarms
}

// Server answers requests.
type Server struct {
	desk     *casework.Desk
	pages    *pages.Pages
	binder   *bind.Binder
	openapi  *huma.OpenAPI
	written  func() ([]byte, error) // openapi as JSON
	sessions *scs.SessionManager
	log      *slog.Logger
	demo     []pages.DemoAccount
	secure   bool
	upload   int64
	ready    func(context.Context) map[string]error
	meters   *meters
	callers  *callers
	engine   *gin.Engine
	handler  http.Handler
}

// New makes the server with all its routes.
func New(p Parts) (*Server, error) {
	pp, err := pages.New()
	if err != nil {
		return nil, err
	}
	s := &Server{desk: p.Desk, pages: pp, binder: bind.New(), log: p.Log, demo: p.Demo, upload: p.Upload, ready: p.Ready,
		secure: len(p.Public) > 8 && p.Public[:8] == "https://", meters: newMeters(p.Desk, p.Log, p.Collectors), callers: &callers{}}
	s.openapi = newDocument(s.binder)
	s.written = sync.OnceValues(func() ([]byte, error) { return json.Marshal(s.openapi) })
	s.sessions = scs.New()
	s.sessions.Store = p.Sessions
	s.sessions.Codec = sessionCodec{}
	s.sessions.Lifetime = 12 * time.Hour
	s.sessions.IdleTimeout = 2 * time.Hour
	s.sessions.Cookie.Name = "tiaocai"
	s.sessions.Cookie.HttpOnly = true
	s.sessions.Cookie.Secure = s.secure
	s.sessions.Cookie.SameSite = http.SameSiteLaxMode
	s.sessions.ErrorFunc = s.sessionError
	gin.SetMode(gin.ReleaseMode)
	s.engine = gin.New()
	s.engine.HandleMethodNotAllowed = true
	s.engine.UseRawPath = true
	if err := s.trust(p.Proxies); err != nil {
		return nil, err
	}
	s.engine.Use(s.observe, s.recover, s.headers, s.limitTools)
	if p.StaffFactor {
		s.engine.Use(s.setUpFirst)
	}
	s.routes()
	cross := http.NewCrossOriginProtection()
	s.handler = s.noteSession(s.sessions.LoadAndSave(cross.Handler(s.engine)))
	cross.SetDenyHandler(http.HandlerFunc(s.crossSite))
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// trust says whose X-Forwarded-For is believed: nobody's, unless configured.
func (s *Server) trust(proxies []netip.Prefix) error {
	list := make([]string, len(proxies))
	for i, p := range proxies {
		list[i] = p.String()
	}
	return s.engine.SetTrustedProxies(list)
}
