package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/server/totp"
	"tiaocai/workflows/fault"
)

var recoveryCode = regexp.MustCompile(`\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b`)

// posts sends a form of a page.
func posts(c *testkit.Client, path string, fields ...string) testkit.Answer {
	c.Kit.T.Helper()
	v := url.Values{"_key": {testkit.NewKey()}}
	for i := 0; i+1 < len(fields); i += 2 {
		v.Set(fields[i], fields[i+1])
	}
	return c.Do("POST", path, v.Encode(), "Content-Type", formed)
}

// leads fails unless the answer sends the browser to a page.
func leads(t *testing.T, a testkit.Answer, to string) {
	t.Helper()
	if a.Status != 303 || a.Header.Get("Location") != to {
		t.Fatalf("%d leads to %q, want %q\n%.600s", a.Status, a.Header.Get("Location"), to, a.Body)
	}
}

// app is the app on somebody's phone.
type app struct {
	k      *testkit.Kit
	secret string
}

// shows is the code of now, or of some time from now.
func (p app) shows(ahead time.Duration) string {
	p.k.T.Helper()
	code, err := totp.Code(p.secret, p.k.Clock.Now().Add(ahead))
	if err != nil {
		p.k.T.Fatal(err)
	}
	return code
}

// next waits for the app's next code, which was not used yet.
func (p app) next() string {
	p.k.Clock.Back(-30 * time.Second)
	return p.shows(0)
}

// switchesOn sets a second factor up on the account's page; it gives the app and the recovery codes.
func switchesOn(c *testkit.Client) (app, []string) {
	c.Kit.T.Helper()
	leads(c.Kit.T.(*testing.T), posts(c, "/account/factor/begin"), "/account/factor")
	var s casework.FactorState
	c.Get("/api/v1/me/second-factor", &s)
	if s.On || s.SetUp == nil {
		c.Kit.T.Fatalf("begun: %+v", s)
	}
	p := app{c.Kit, s.SetUp.Secret}
	a := posts(c, "/account/factor/confirm", "code", p.shows(0))
	codes := recoveryCode.FindAllString(string(a.Body), -1)
	if a.Status != 200 || len(codes) != 10 {
		c.Kit.T.Fatalf("confirming = %d, %d codes\n%.2000s", a.Status, len(codes), a.Body)
	}
	return p, codes
}

// halfway gives the password on the page, and is asked for the code.
func halfway(k *testkit.Kit, login string) *testkit.Client {
	k.T.Helper()
	c := k.Nobody()
	leads(k.T.(*testing.T), posts(c, "/sign-in", "login", login, "password", "tiaocai-demo", "_next", "/messages"), "/sign-in/code")
	return c
}

func cookieOf(c *testkit.Client) string {
	u, _ := url.Parse(c.Kit.Base)
	for _, k := range c.HTTP.Jar.Cookies(u) {
		if k.Name == "tiaocai" {
			return k.Value
		}
	}
	return ""
}

// It holds once a code of the app was typed. From then on the password alone signs nobody in; a code is good once, and a
// wrong one changes nothing. Secret and recovery codes are kept so that nobody reads them.
func TestASecondFactorIsAskedForAfterThePassword(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	here := browser(k, "zhongcai")
	if a := here.Do("GET", "/account", nil); !strings.Contains(string(a.Body), `href="/account/factor"`) {
		t.Fatal("the account's page does not offer it")
	}
	leads(t, posts(here, "/account/factor/begin"), "/account/factor")
	page := string(here.Do("GET", "/account/factor", nil).Body)
	var s casework.FactorState
	here.Get("/api/v1/me/second-factor", &s)
	if !strings.Contains(page, totp.Grouped(s.SetUp.Secret)) || !strings.Contains(page, `class="qr"`) || page != onceMore(here, page) {
		t.Errorf("the page does not show the secret, or another one when it is loaded again")
	}
	if a := posts(here, "/account/factor/confirm", "code", "000000"); a.Status != 422 {
		t.Errorf("a wrong code = %d", a.Status)
	}
	browser(k, "zhongcai") // it does not hold yet
	phone, recovery := switchesOn(here)
	if phone.secret == s.SetUp.Secret {
		t.Error("begun anew, the secret is the same")
	}
	if a := here.Do("GET", "/account/factor", nil); strings.Contains(string(a.Body), totp.Grouped(phone.secret)) || strings.Contains(string(a.Body), recovery[0]) {
		t.Error("secret or recovery codes are shown again")
	}
	if a := posts(here, "/account/factor/begin"); a.Status != 409 {
		t.Errorf("beginning anew while it is on = %d", a.Status)
	}
	for _, q := range []string{"select encode(secret, 'escape') from second_factors", "select string_agg(encode(mac, 'escape'), ' ') from recovery_codes", "select coalesce(string_agg(encode(answer, 'escape'), ' '), '') from idempotency_keys"} {
		if kept := one(t, k, q); strings.Contains(kept, phone.secret) || strings.Contains(kept, strings.ReplaceAll(recovery[0], "-", "")) {
			t.Errorf("%s can be read", q)
		}
	}

	there := halfway(k, "zhongcai")
	before := cookieOf(there)
	for _, path := range []string{"/messages", "/work", "/account"} {
		if a := there.Do("GET", path, nil); a.Status != 303 || !strings.HasPrefix(a.Header.Get("Location"), "/sign-in?") {
			t.Errorf("halfway, %s = %d %s", path, a.Status, a.Header.Get("Location"))
		}
	}
	if a := there.Do("GET", "/api/v1/me", nil); a.Status != 401 {
		t.Errorf("halfway, the API = %d", a.Status)
	}
	for range 2 {
		if a := there.Do("GET", "/sign-in/code", nil); a.Status != 200 || strings.Contains(string(a.Body), "周立民") {
			t.Errorf("the page that asks for the code = %d", a.Status)
		}
	}
	if a := posts(there, "/sign-in/code", "code", phone.shows(0)); a.Status != 422 {
		t.Errorf("the code that switched it on, again = %d", a.Status)
	}
	code := phone.next()
	leads(t, posts(there, "/sign-in/code", "code", code[:3]+" "+code[3:]), "/messages")
	if a := there.Do("GET", "/messages", nil); a.Status != 200 || !strings.Contains(string(a.Body), "周立民") {
		t.Errorf("after the code: %d", a.Status)
	}
	if cookieOf(there) == before {
		t.Error("the session goes on under the same token")
	}
	other := halfway(k, "zhongcai")
	if a := posts(other, "/sign-in/code", "code", code); a.Status != 422 {
		t.Errorf("the same code twice = %d", a.Status)
	}
	leads(t, posts(other, "/sign-in/code", "code", strings.ToLower(recovery[3])), "/messages")
	third := halfway(k, "zhongcai")
	if a := posts(third, "/sign-in/code", "code", recovery[3]); a.Status != 422 {
		t.Errorf("the same recovery code twice = %d", a.Status)
	}
	s = casework.FactorState{}
	here.Get("/api/v1/me/second-factor", &s)
	if !s.On || s.Left != 9 || s.SetUp != nil {
		t.Errorf("the state is %+v", s)
	}
	leads(t, posts(third, "/sign-in/code", "code", phone.next()), "/messages")
	late := halfway(k, "zhongcai")
	k.Clock.Back(-5*time.Minute - time.Second)
	leads(t, late.Do("GET", "/sign-in/code", nil), "/sign-in?late=1&next=%2Fmessages")
	leads(t, posts(late, "/sign-in/code", "code", phone.shows(0)), "/sign-in?late=1&next=%2Fmessages")
	if a := late.Do("GET", "/work", nil); a.Status != 303 {
		t.Errorf("a late code signs in: %d", a.Status)
	}
	if a := k.Nobody().Do("GET", "/sign-in/code", nil); a.Status != 303 {
		t.Errorf("the second step without the first = %d", a.Status)
	}
	if got := one(t, k, "select (last_sign_in is not null)::text from accounts where login = 'zhongcai'"); got != "true" {
		t.Error("the last sign-in is not noted")
	}
}

func onceMore(c *testkit.Client, page string) string {
	again := string(c.Do("GET", "/account/factor", nil).Body)
	key := regexp.MustCompile(`name="_key" value="[^"]+"`)
	return strings.ReplaceAll(again, key.FindString(again), key.FindString(page))
}

// Codes are guessed at no more often than passwords, from wherever; who has waited is let in again.
func TestWrongCodesAreCounted(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	phone, recovery := switchesOn(browser(k, "lian"))
	c := halfway(k, "lian")
	for n := range 8 {
		if a := posts(c, "/sign-in/code", "code", fmt.Sprintf("00000%d", n)); a.Status != 422 {
			t.Fatalf("wrong code %d = %d", n+1, a.Status)
		}
	}
	for _, code := range []string{phone.next(), recovery[0]} {
		if a := posts(c, "/sign-in/code", "code", code); a.Status != 429 || a.Header.Get("Retry-After") == "" {
			t.Errorf("a right code after eight wrong ones = %d", a.Status)
		}
	}
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "lian", "password": "tiaocai-demo", "code": phone.shows(0)}); a.Status != 429 {
		t.Errorf("by the API = %d", a.Status)
	}
	var list casework.People
	k.As("guanliyuan").Get("/api/v1/people?q=lian", &list)
	if i := slices.IndexFunc(list.Rows, func(r casework.PersonRow) bool { return r.Login == "lian" }); i < 0 || list.Rows[i].State != "locked" || !list.Rows[i].Factor {
		t.Errorf("the list of people says %+v", list.Rows)
	}
	k.As("lian2")
	k.Clock.Back(-16 * time.Minute)
	leads(t, posts(halfway(k, "lian"), "/sign-in/code", "code", recovery[0]), "/messages")
}

// A program gives the code with the password; without one it is told so by a code of its own.
func TestATokenTakesTheCodeToo(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	c := k.As("shuji")
	var made casework.FactorSetUp
	c.Want(200, c.Do("POST", "/api/v1/me/second-factor", j{}), &made)
	phone := app{k, made.Secret}
	if u, err := url.Parse(made.Address); err != nil || u.Query().Get("secret") != made.Secret {
		t.Errorf("the address is %s", made.Address)
	}
	var given casework.RecoveryGiven
	c.Want(200, c.Do("POST", "/api/v1/me/second-factor/confirm", j{"code": phone.shows(0)}), &given)
	token := func(body j) testkit.Answer {
		body["login"] = "shuji"
		return k.Nobody().Do("POST", "/api/v1/tokens", body)
	}
	if a := token(j{"password": "tiaocai-demo"}); a.Status != 401 || a.Code() != "second-factor-needed" {
		t.Errorf("without a code = %d %s", a.Status, a.Code())
	}
	if a := token(j{"password": "guess", "code": phone.next()}); a.Status != 401 || a.Code() != "wrong-password" {
		t.Errorf("a right code with a wrong password = %d %s", a.Status, a.Code())
	}
	if a := token(j{"password": "tiaocai-demo", "code": "123456"}); a.Status != 401 || a.Code() != "wrong-second-factor" {
		t.Errorf("a wrong code = %d %s", a.Status, a.Code())
	}
	if a := token(j{"password": "tiaocai-demo", "code": phone.shows(0)}); a.Status != 200 {
		t.Errorf("both = %d %s", a.Status, a.Body)
	}
	if a := token(j{"password": "tiaocai-demo", "code": phone.shows(0)}); a.Status != 401 {
		t.Errorf("the same code again = %d", a.Status)
	}
	if a := token(j{"password": "tiaocai-demo", "code": given.Codes[0]}); a.Status != 200 {
		t.Errorf("a recovery code = %d %s", a.Status, a.Body)
	}
	_, err := k.P.Desk.Join(t.Context(), "192.0.2.1", casework.Register{Login: "shuji", Password: "tiaocai-demo", As: "worker"})
	if f := fault.As(err); f == nil || len(f.Fields) != 1 || f.Fields[0].Place != "login" || !strings.Contains(f.Says.ZH, "两步验证") {
		t.Errorf("sending an application signs in without a code: %v", err)
	}
	if a := c.Do("POST", "/api/v1/me/second-factor/end", j{"password": "guess", "code": phone.next()}); a.Status != 422 || !strings.Contains(string(a.Body), `"password"`) {
		t.Errorf("switching it off without the password = %d %s", a.Status, a.Body)
	}
	if a := c.Do("POST", "/api/v1/me/second-factor/end", j{"password": "tiaocai-demo", "code": "123456"}); a.Status != 422 || !strings.Contains(string(a.Body), `"code"`) {
		t.Errorf("switching it off without a code = %d %s", a.Status, a.Body)
	}
	var off casework.FactorState
	c.Want(200, c.Do("POST", "/api/v1/me/second-factor/end", j{"password": "tiaocai-demo", "code": phone.shows(0)}), &off)
	if off.On || one(t, k, "select count(*) from recovery_codes") != "0" {
		t.Errorf("switched off: %+v", off)
	}
	k.As("shuji")
}

// Where a commission wants it, staff do nothing before they have one; parties are left alone.
func TestStaffSetItUpFirst(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Env: []string{"TIAOCAI_SECOND_FACTOR=staff"}})
	k.As("worker").Get("/api/v1/cases", nil)
	c := k.As("lian")
	for _, path := range []string{"/api/v1/cases", "/api/v1/me", "/api/v1/notices", "/api/v1/clocks"} {
		if a := c.Do("GET", path, nil); a.Status != 403 || a.Code() != "second-factor-required" {
			t.Errorf("%s = %d %s", path, a.Status, a.Code())
		}
	}
	if a := c.Do("POST", "/api/v1/cases", j{"ask": "consultation"}); a.Status != 403 || a.Code() != "second-factor-required" {
		t.Errorf("a command = %d %s", a.Status, a.Code())
	}
	b := browser(k, "lian")
	for _, path := range []string{"/", "/work", "/account", "/cases/new", "/notices", "/messages"} {
		leads(t, b.Do("GET", path, nil), "/account/factor")
	}
	leads(t, posts(b, "/cases", "ask", "consultation"), "/account/factor")
	page := string(b.Do("GET", "/account/factor", nil).Body)
	if !strings.Contains(page, "本会要求工作人员") {
		t.Errorf("the page does not say why:\n%s", page)
	}
	style := regexp.MustCompile(`href="([^"]+\.css)"`).FindStringSubmatch(page)
	if a := b.Do("GET", style[1], nil); a.Status != 200 {
		t.Errorf("the page's style = %d", a.Status)
	}
	phone, _ := switchesOn(b)
	if a := b.Do("GET", "/work", nil); a.Status != 200 {
		t.Errorf("afterwards = %d", a.Status)
	}
	c.Get("/api/v1/cases", nil)
	leads(t, posts(b, "/account/factor/end", "password", "tiaocai-demo", "code", phone.next()), "/account/factor")
	leads(t, b.Do("GET", "/work", nil), "/account/factor")
	leads(t, posts(b, "/sign-out"), "/")
	if a := b.Do("GET", "/", nil); a.Status != 200 {
		t.Errorf("signed out, the first page = %d", a.Status)
	}
}

// Who lost the phone goes to the administrator: the password alone is enough again, whatever was open has ended, the act
// is in the commission's log and the person is told.
func TestALostPhoneIsReset(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	b := browser(k, "tiaojie")
	switchesOn(b)
	id := one(t, k, "select id from accounts where login = 'tiaojie'")
	admin := k.As("guanliyuan")
	at := "/api/v1/people/" + id + "/second-factor"
	for _, login := range []string{"yuanzhang", "zhuren", "worker"} {
		if a := k.As(login).Do("POST", at, j{}); a.Status != 403 {
			t.Errorf("%s resets it: %d", login, a.Status)
		}
	}
	admin.Want(200, admin.Do("POST", at, j{}), nil)
	if a := b.Do("GET", "/work", nil); a.Status != 303 {
		t.Errorf("the lost phone is still signed in: %d", a.Status)
	}
	if a := admin.Do("POST", at, j{}); a.Status != 409 || a.Code() != "no-second-factor" {
		t.Errorf("resetting what is off = %d %s", a.Status, a.Code())
	}
	var box []casework.MessageView
	k.As("tiaojie").Get("/api/v1/messages", &box)
	if len(box) != 1 || box[0].Name != "account-factor-reset" || box[0].Ref != "" {
		t.Errorf("the box has %+v", box)
	}
	page := browser(k, "tiaojie").Do("GET", "/messages", nil)
	if page.Status != http.StatusOK || !strings.Contains(string(page.Body), "重置两步验证") || strings.Contains(string(page.Body), `href="/cases/"`) {
		t.Errorf("the page of messages: %d", page.Status)
	}
	if got := one(t, k, "select event || ' ' || capacity || ' ' || (detail->>'account') from commission_events"); got != "reset-second-factor sysadmin "+id {
		t.Errorf("the log says %s", got)
	}
	own := browser(k, "guanliyuan")
	switchesOn(own)
	mine := one(t, k, "select id from accounts where login = 'guanliyuan'")
	if a := own.Do("POST", "/api/v1/people/"+mine+"/second-factor", j{}); a.Status != 409 || a.Code() != "own-account" {
		t.Errorf("the administrator resets their own: %d %s", a.Status, a.Code())
	}
	verify(t, k)
}
