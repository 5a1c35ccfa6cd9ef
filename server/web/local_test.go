package web

import (
	"net/url"
	"strings"
	"testing"
)

// Whatever stands behind ?next=, signing in leads to one of our own pages.
func TestSigningInLeadsToOurOwnPages(t *testing.T) {
	t.Parallel()
	for _, to := range []string{"/", "/work", "/cases/XJ-2026-ABCD/room?tab=1#notes", "/cases/%E8%B0%83/steps/accept", "/figures?from=2026-01-01&to=//x"} {
		if got := local(to); got != to {
			t.Errorf("local(%q) = %q, want it as it is", to, got)
		}
	}
	for _, to := range []string{"", "work", "//evil.example", "///evil.example", "https://evil.example/", "javascript:alert(1)", "mailto:a@evil.example",
		"/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "\t//evil.example", "/\x00/evil.example", "/\x7f/evil.example", "/\u0085/evil.example",
		"\\\\evil.example", "/\\evil.example", "/%2f/evil.example", "/work?next=\t", "/%zz", "//evil.example/%zz", " //evil.example"} {
		if got := local(to); got != "/work" {
			t.Errorf("local(%q) = %q, want /work", to, got)
		}
	}
}

// FuzzLocal reads what comes out as a browser does: tabs and line breaks gone, backslashes as slashes.
func FuzzLocal(f *testing.F) {
	for _, to := range []string{"/work", "//evil.example", "/\t/evil.example", "/\\evil.example", "https:evil.example", "/%09/evil.example", "?next=/"} {
		f.Add(to)
	}
	browser := strings.NewReplacer("\t", "", "\n", "", "\r", "", "\\", "/")
	base := &url.URL{Scheme: "https", Host: "tiaocai.example", Path: "/sign-in"}
	f.Fuzz(func(t *testing.T, to string) {
		got := browser.Replace(strings.TrimFunc(local(to), func(r rune) bool { return r <= ' ' }))
		u, err := base.Parse(got)
		if err != nil || u.Host != base.Host || u.Scheme != base.Scheme || strings.HasPrefix(got, "//") {
			t.Errorf("local(%q) leads to %q", to, got)
		}
	})
}
