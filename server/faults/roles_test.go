//go:build linux

package faults

import (
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
)

// A role is revoked in one process; the very next request in the other is refused, by token and by
// session alike. The same with an account that is disabled.
func TestRevokedInOneProcessHoldsInTheOther(t *testing.T) {
	t.Parallel()
	c := newCluster(t, 2)
	a, b := c.nodes[0], c.nodes[1]
	for round := range 10 {
		p := c.people.admin.makes("clerk"+string(rune('a'+round)), "intake")
		page := c.browser(p)
		opened := asJSON("POST", "/api/v1/cases", application("张三"))
		var d done
		p.must("POST", "/api/v1/cases", application("张三"), &d)
		see := request{method: "GET", path: "/api/v1/cases/" + d.Ref}
		if got := p.at(b, see).status; got != 200 {
			t.Fatalf("before: %d", got)
		}
		if got := page(b, "/cases/"+d.Ref); got != 200 {
			t.Fatalf("the page before: %d", got)
		}
		if round%2 == 0 {
			c.people.admin.must("POST", "/api/v1/people/revoke", j{"account": p.account, "role": "intake"}, nil)
		} else { // there is no command for it yet; administrators do it in the database
			c.exec(`update accounts set disabled = true where id = $1`, p.account)
		}
		refused(t, "see by token", p.at(b, see).status)
		refused(t, "open by token", p.at(b, opened).status)
		refused(t, "see by session", page(b, "/cases/"+d.Ref))
		refused(t, "open by session", page(b, "/cases/new"))
		refused(t, "see by token at the first", p.at(a, see).status)
	}
	if n := c.number(`select count(*) from case_events`); n != 10 {
		t.Errorf("%d events, want the 10 from before", n)
	}
}

// refused takes any of the ways to say no: not signed in, not yours, nothing here, sign in first.
func refused(t *testing.T, what string, status int) {
	t.Helper()
	if status != 401 && status != 403 && status != 404 && status != 303 {
		t.Errorf("%s = %d, want a refusal", what, status)
	}
}

// browser signs somebody in with a cookie at the first process; the session holds at both.
func (c *cluster) browser(p *person) func(*node, string) int {
	c.t.Helper()
	jar, _ := cookiejar.New(nil)
	client := &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	body := url.Values{"login": {p.login}, "password": {password}}.Encode()
	res, err := client.Post(c.nodes[0].where()+"/sign-in", "application/x-www-form-urlencoded", strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusSeeOther {
		c.t.Fatalf("sign in: %d", res.StatusCode)
	}
	return func(n *node, path string) int {
		res, err := client.Get(n.where() + path) // cookies know no ports
		if err != nil {
			c.t.Fatal(err)
		}
		res.Body.Close()
		return res.StatusCode
	}
}
