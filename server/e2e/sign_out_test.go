package e2e

import (
	"io"
	"net/http"
	"net/http/httptrace"
	"strings"
	"testing"
	"time"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
)

// slowly sends a form whose body the server is already waiting for when meanwhile is done: whoever asks is known by then.
func slowly(t *testing.T, c *testkit.Client, path, form string, meanwhile func()) *http.Response {
	t.Helper()
	body, send := io.Pipe()
	trace := &httptrace.ClientTrace{Got100Continue: func() {
		go func() {
			meanwhile()
			io.WriteString(send, form)
			send.Close()
		}()
	}}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(t.Context(), trace), "POST", c.Kit.Base+path, body)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", formed)
	req.Header.Set("Expect", "100-continue")
	req.Header.Set("Cookie", "tiaocai="+cookieOf(c))
	wire := &http.Transport{ExpectContinueTimeout: time.Hour}
	defer wire.CloseIdleConnections()
	res, err := wire.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	io.Copy(io.Discard, res.Body)
	return res
}

// Whoever signs out in one window is signed out, whatever another window has still on its way: a form, or one that
// gives the session a new name.
func TestSigningOutIsNotUndoneByWhatIsOnItsWay(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02"})
	var begun casework.DraftBegun
	n := k.Nobody()
	n.Want(200, n.Do("POST", "/api/v1/drafts", nil), &begun)
	for path, form := range map[string]string{"/account/password": "present=wrong&new=another-password", "/apply/resume": "code=" + begun.Code} {
		b := browser(k, "worker")
		before := cookieOf(b)
		res := slowly(t, b, path, "_key="+testkit.NewKey()+"&"+form, func() { leads(t, posts(b, "/sign-out"), "/") })
		cookies := []string{before}
		for _, c := range res.Cookies() {
			cookies = append(cookies, c.Value)
		}
		for _, c := range cookies {
			if a := k.Nobody().Do("GET", "/work", nil, "Cookie", "tiaocai="+c); a.Status != 303 || !strings.HasPrefix(a.Header.Get("Location"), "/sign-in") {
				t.Errorf("%s, answered %d after signing out: the session opens /work with %d", path, res.StatusCode, a.Status)
			}
		}
	}
	if n := one(t, k, "select count(*)::text from sessions where encode(data, 'escape') like '%account%'"); n != "0" {
		t.Errorf("%s sessions are left of somebody who signed out", n)
	}
	b := browser(k, "worker")
	slowly(t, b, "/account/password", "_key="+testkit.NewKey()+"&present=wrong&new=another-password", func() {})
	if a := b.Do("GET", "/work", nil); a.Status != 200 {
		t.Errorf("whoever did not sign out: %d", a.Status)
	}
}
