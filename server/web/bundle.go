package web

import (
	"mime"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"tiaocai/policies"
	"tiaocai/server/casework"
	"tiaocai/server/pages"
)

// bundles are the routes of the exhibits as one PDF (证据卷).
func (s *Server) bundles() {
	const at = "/cases/:case/bundle"
	get(s, "/api/v1"+at, "see-bundle", "证据卷做到哪里、能不能下载 How far the bundle of exhibits is", s.seeBundle)
	post(s, "/api/v1"+at, "make-bundle", "制作证据卷 Make the bundle of exhibits", s.may(policies.ReadEvidence), s.makeBundle)
	down := s.operation(http.MethodGet, "/api/v1"+at+".pdf", "download-bundle", "下载证据卷 Download the bundle of exhibits", true)
	down.Responses["200"].Content = map[string]*huma.MediaType{"application/pdf": {}}
	s.openapi.AddOperation(down)
	s.engine.GET("/api/v1"+at+".pdf", s.bundleFile)

	s.engine.GET(at, signedPage(s, pages.BundlePage, func(a asked, _ none) (any, error) { return s.seeBundle(a, none{}) }))
	s.engine.GET(at+".pdf", s.bundleFile)
	s.engine.POST(at, s.asForm(func(c ctx) (string, error) {
		a, in, err := s.read(c, reflect.TypeFor[casework.MakeBundle]())
		if err == nil {
			_, err = s.makeBundle(a, *in.(*casework.MakeBundle))
		}
		return "/cases/" + caseOf(c) + "/bundle", err
	}, func(c ctx, p pages.Page) error {
		who, err := s.actor(c)
		if err == nil {
			p.Body, err = s.desk.SeeBundle(c.Request.Context(), who, caseOf(c))
		}
		if err != nil {
			return err
		}
		return s.render(c, pages.BundlePage, p)
	}))
}

func (s *Server) seeBundle(a asked, _ none) (*casework.BundlePage, error) {
	return s.desk.SeeBundle(a.Request.Context(), a.who, caseOf(a.ctx))
}

func (s *Server) makeBundle(a asked, _ casework.MakeBundle) (*casework.BundlePage, error) {
	return s.desk.AskBundle(a.Request.Context(), a.who, caseOf(a.ctx), a.opts)
}

// bundleFile gives the bundle, whole or in part, as exhibits are given.
func (s *Server) bundleFile(c ctx) {
	who, err := s.actor(c)
	var b *casework.BundleFile
	if err == nil {
		b, err = s.desk.OpenBundle(c.Request.Context(), who, caseOf(c))
	}
	if err != nil {
		s.problem(c, err)
		return
	}
	c.Header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": b.Name}))
	c.Header("Content-Security-Policy", "default-src 'none'")
	s.send(c, b, "application/pdf", b.Hash, b.Size)
}
