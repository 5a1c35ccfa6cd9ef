package e2e

import (
	"strings"
	"testing"

	"tiaocai/server/testkit"
)

// Who changes the password proves the present one; every other sign-in and token ends with it, and this
// one goes on. Large letters are remembered on the device.
func TestAPasswordIsChanged(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	here, elsewhere, program := browser(k, "zhongcai"), browser(k, "zhongcai"), k.As("zhongcai")
	program.Get("/api/v1/me", nil)

	for name, in := range map[string]j{
		"present": {"present": "not-my-password", "new": "another-password"},
		"new":     {"present": "tiaocai-demo", "new": "tiaocai-demo"},
	} {
		if a := program.Do("POST", "/api/v1/me/password", in); a.Status != 422 || !strings.Contains(string(a.Body), `"`+name+`"`) {
			t.Errorf("%v = %d %s", in, a.Status, a.Body)
		}
	}
	if a := program.Do("POST", "/api/v1/me/password", j{"present": "tiaocai-demo", "new": "short"}); a.Status != 422 {
		t.Errorf("a short one = %d", a.Status)
	}
	if a := k.Nobody().Do("POST", "/api/v1/me/password", j{"present": "tiaocai-demo", "new": "another-password"}); a.Status != 401 {
		t.Errorf("nobody = %d", a.Status)
	}
	if a := elsewhere.Do("GET", "/work", nil); a.Status != 200 {
		t.Fatalf("elsewhere before: %d", a.Status)
	}
	a := here.Do("POST", "/account/password", "_key=k0123456789abcdef&present=tiaocai-demo&new=another-password", "Content-Type", formed)
	if a.Status != 303 {
		t.Fatalf("changing it on the page: %d %s", a.Status, a.Body)
	}
	if a = here.Do("GET", "/account/changed", nil); a.Status != 200 || !strings.Contains(string(a.Body), "密码已经改好") {
		t.Fatalf("changing it on the page: %d %s", a.Status, a.Body)
	}
	if a := here.Do("GET", "/work", nil); a.Status != 200 || !strings.Contains(string(a.Body), "周立民") {
		t.Errorf("here afterwards: %d", a.Status)
	}
	if a := elsewhere.Do("GET", "/work", nil); strings.Contains(string(a.Body), "周立民") {
		t.Error("the other browser is still signed in")
	}
	if a := program.Do("GET", "/api/v1/me", nil); a.Status != 401 {
		t.Errorf("the token from before = %d", a.Status)
	}
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "zhongcai", "password": "tiaocai-demo"}); a.Status != 401 {
		t.Errorf("the old password = %d", a.Status)
	}
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "zhongcai", "password": "another-password"}); a.Status != 200 {
		t.Errorf("the new password = %d %s", a.Status, a.Body)
	}

	if a := here.Do("GET", "/account?letters=large", nil); !strings.Contains(string(a.Body), `class="large"`) {
		t.Error("large letters are not large")
	}
	if a := here.Do("GET", "/work", nil); !strings.Contains(string(a.Body), `class="large"`) {
		t.Error("large letters are forgotten")
	}
}

// Reading a page writes nothing, not even that it was read; but who reads on stays signed in.
func TestReadingAPageWritesNoSession(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Idle: true})
	in := browser(k, "zhongcai")
	look := func() string {
		if a := in.Do("GET", "/work", nil); a.Status != 200 || !strings.Contains(string(a.Body), "周立民") {
			t.Fatalf("/work = %d", a.Status)
		}
		return one(t, k, "select string_agg(xmin || ' ' || ctid, ',') from sessions")
	}
	first := look()
	for range 3 {
		if again := look(); again != first {
			t.Fatalf("a page wrote the session: %s, then %s", first, again)
		}
	}
	execSQL(t, k, "update sessions set expiry = expiry - interval '10 minutes'")
	look()
	if left := one(t, k, "select min(expiry) > current_timestamp + interval '1 hour 59 minutes' from sessions"); left != "true" {
		t.Error("who reads on is not kept signed in")
	}
	browser(k, "lian")
	execSQL(t, k, "update sessions set expiry = expiry - interval '1 day' where token = (select min(token) from sessions)")
	if _, err := k.P.Desk.SweepOrphans(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := one(t, k, "select count(*)::text from sessions"); n != "1" {
		t.Errorf("%s sessions are left, want the one that has not run out", n)
	}
}
