package e2e

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// After too many wrong passwords the account must wait, even with the right one; others need not.
func TestTooManyPasswords(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	n := k.Nobody()
	for range 8 {
		if a := n.Do("POST", "/api/v1/tokens", j{"login": "worker", "password": "guess"}); a.Status != 401 || a.Code() != "wrong-password" {
			t.Fatalf("a wrong password = %d %s", a.Status, a.Code())
		}
	}
	if a := n.Do("POST", "/api/v1/tokens", j{"login": "worker", "password": boot.DemoPassword}); a.Status != 429 {
		t.Errorf("after eight = %d, want 429", a.Status)
	}
	if a := n.Do("POST", "/api/v1/tokens", j{"login": "nobody-at-all", "password": "guess"}); a.Status != 401 || a.Code() != "wrong-password" {
		t.Errorf("no such account = %d %s, want the same as a wrong password", a.Status, a.Code())
	}
	k.As("lian")
	k.Clock.Set("2026-03-03")
	k.As("worker")
}

// A form from another site is refused; a page keeps its own promises about what may load.
func TestOtherSitesAndHeaders(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	n := k.Nobody()
	post := func(origin string) int {
		req, _ := http.NewRequest("POST", k.Base+"/sign-in", strings.NewReader(url.Values{"login": {"worker"}, "password": {boot.DemoPassword}}.Encode()))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Sec-Fetch-Site", origin)
		res, err := n.HTTP.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		return res.StatusCode
	}
	if got := post("cross-site"); got != 403 {
		t.Errorf("from another site = %d, want 403", got)
	}
	if got := post("same-origin"); got != 303 {
		t.Errorf("from our own page = %d, want 303", got)
	}
	a := n.Do("GET", "/", nil)
	for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Referrer-Policy": "same-origin"} {
		if !strings.Contains(a.Header.Get(name), want) {
			t.Errorf("%s = %q, want %s", name, a.Header.Get(name), want)
		}
	}
	for path, status := range map[string]int{"/no-such": 404, "/api/v1/no-such": 404, "/metrics": 404, "/api/docs": 200, "/sign-in?next=//evil.example": 200} {
		if a := n.Do("GET", path, nil); a.Status != status || strings.Contains(string(a.Body), "goroutine") {
			t.Errorf("%s = %d, want %d", path, a.Status, status)
		}
	}
	if a := n.Do("PUT", "/api/v1/cases", "{}"); a.Status != 405 || !strings.Contains(a.Header.Get("Content-Type"), "problem+json") {
		t.Errorf("PUT = %d %s", a.Status, a.Header.Get("Content-Type"))
	}
}

// The first administrator signs in once, makes a colleague, and takes the role away again: it holds
// at once, on a session that is already open.
func TestTheFirstAdministrator(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	made, err := k.P.Desk.MakeAdmin(context.Background(), 1, "boss", "管理员")
	if err != nil {
		t.Fatal(err)
	}
	token := made.SignIn[strings.Index(made.SignIn, "token=")+6:]
	first := func(token string) *testkit.Client {
		c := k.Nobody()
		var g casework.TokenGiven
		c.Want(200, c.Do("POST", "/api/v1/first-sign-in", j{"token": token, "password": "a-long-password"}), &g)
		c.Token = g.Token
		return c
	}
	if a := k.Nobody().Do("GET", "/sign-in/once?token="+token, nil); a.Status != 200 || !strings.Contains(string(a.Body), token) {
		t.Errorf("the link's page = %d", a.Status)
	}
	boss := first(token)
	if a := k.Nobody().Do("POST", "/api/v1/first-sign-in", j{"token": token, "password": "another-password"}); a.Status != 404 {
		t.Errorf("the link works twice: %d", a.Status)
	}
	var colleague casework.PersonMade
	boss.Want(200, boss.Do("POST", "/api/v1/people", j{"login": "new-clerk", "name": "新立案员", "role": "intake"}), &colleague)
	clerk := first(colleague.SignIn[strings.Index(colleague.SignIn, "token=")+6:])
	clerk.Want(200, clerk.Do("GET", "/api/v1/cases", nil), nil)
	if a := boss.Do("GET", "/api/v1/cases", nil); a.Status != 403 {
		t.Errorf("the administrator lists cases: %d", a.Status)
	}
	boss.Want(200, boss.Do("POST", "/api/v1/people/revoke", j{"account": colleague.Account, "role": "intake"}), nil)
	if a := clerk.Do("GET", "/api/v1/cases", nil); a.Status != 403 {
		t.Errorf("after the role was taken: %d, want 403", a.Status)
	}
}
