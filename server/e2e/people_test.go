package e2e

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tiaocai/server/casework"
	"tiaocai/server/testkit"
	"tiaocai/workflows/fault"
)

func account(k *testkit.Kit, login string) int64 {
	k.T.Helper()
	id, err := strconv.ParseInt(one(k.T.(*testing.T), k, "select id from accounts where login = '"+login+"'"), 10, 64)
	if err != nil {
		k.T.Fatal(err)
	}
	return id
}

func person(c *testkit.Client, id int64) (p casework.Person) {
	c.Kit.T.Helper()
	c.Get(fmt.Sprint("/api/v1/people/", id), &p)
	return p
}

// acts does something to an account, and fails unless the answer has the code ("" for done).
func acts(c *testkit.Client, id int64, what string, body j, code string) testkit.Answer {
	c.Kit.T.Helper()
	a := c.Do("POST", fmt.Sprintf("/api/v1/people/%d/%s", id, what), body)
	if a.Code() != code || (code == "") != (a.Status == 200) {
		c.Kit.T.Errorf("%s of %d = %d %s, want %q\n%.400s", what, id, a.Status, a.Code(), code, a.Body)
	}
	return a
}

func logins(list casework.People) (names []string) {
	for _, r := range list.Rows {
		names = append(names, r.Login)
	}
	return names
}

// The administrator sees everybody who works here, page by page, and nothing of any case; a party is found only by the
// whole login, which they tell themselves.
func TestTheAdministratorSeesThePeople(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	s := newStory(k)
	atTribunal(s)
	admin := k.As("guanliyuan")
	var all, page, found casework.People
	admin.Get("/api/v1/people?limit=100", &all)
	names := logins(all)
	if len(names) != 20 || !slices.IsSorted(names) || slices.Contains(names, "worker") || slices.Contains(names, "agent") {
		t.Fatalf("everybody: %d %v", len(names), names)
	}
	var paged []string
	for after := ""; ; after = page.Next {
		page = casework.People{}
		admin.Get("/api/v1/people?limit=4&after="+after, &page)
		paged = append(paged, logins(page)...)
		if page.Next == "" {
			break
		}
	}
	if !slices.Equal(paged, names) {
		t.Errorf("page by page: %v", paged)
	}
	for query, want := range map[string]string{"role=mediator": "tiaojie tiaojie2 tiaojie3 tiaojie4", "q=zhongcai": "zhongcai zhongcai2 zhongcai3", "q=ZHONGCAI2&role=arbitrator": "zhongcai2", "q=周立民": "zhongcai", "q=周立民&role=recorder": "", "q=work": "", "q=worker": "worker", "q=林小芬": "", "q=100%25": ""} {
		found = casework.People{}
		admin.Get("/api/v1/people?"+strings.ReplaceAll(query, "=", "=")+"", &found)
		if got := strings.Join(logins(found), " "); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
	p := person(admin, account(k, "tiaojie"))
	if len(p.Posts) != 1 || p.Posts[0].Organisation != "福应街道劳动人事争议调解中心" || p.State != "active" || p.LastSignIn == nil || p.Factor {
		t.Errorf("a mediator: %+v", p)
	}
	for _, path := range []string{"/people", "/people/new", "/people/organisations", fmt.Sprint("/people/", p.Account), "/people?q=worker"} {
		a := browser(k, "guanliyuan").Do("GET", path, nil)
		if a.Status != 200 || strings.Contains(string(a.Body), s.ref) || strings.Contains(string(a.Body), "仙劳人仲案") {
			t.Errorf("%s = %d, or it names a case", path, a.Status)
		}
		if a := browser(k, "zhuren").Do("GET", path, nil); a.Status != 403 {
			t.Errorf("the director opens %s: %d", path, a.Status)
		}
	}
	for path, want := range map[string]int{"/api/v1/people/999999": 404, "/api/v1/people/x": 404, fmt.Sprint("/api/v1/people/", one(t, k, "select min(id) from accounts where system")): 404} {
		if a := admin.Do("GET", path, nil); a.Status != want {
			t.Errorf("%s = %d, want %d", path, a.Status, want)
		}
	}
	execSQL(t, k, "insert into commissions (name, series) values ('临海市劳动人事争议仲裁委员会', '临劳人仲')", "insert into accounts (login, name, created_at) values ('elsewhere', '别处的人', now())",
		"insert into roles (account_id, role, commission_id, given_at) select a.id, 'arbitrator', (select max(id) from commissions), now() from accounts a where a.login = 'elsewhere'")
	if a := admin.Do("GET", fmt.Sprint("/api/v1/people/", account(k, "elsewhere")), nil); a.Status != 404 {
		t.Errorf("somebody of another commission = %d", a.Status)
	}
	acts(admin, account(k, "elsewhere"), "disable", j{}, "not-found")
}

// Counting through the numbers finds no party: their page and every act about their account ask for the whole login, as
// the search does.
func TestAPartyIsFoundByTheWholeLoginAlone(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	admin, b := k.As("guanliyuan"), browser(k, "guanliyuan")
	id := account(k, "worker")
	for _, at := range []string{fmt.Sprint("/api/v1/people/", id), fmt.Sprint("/people/", id), fmt.Sprint("/people/", id, "?login=work"), fmt.Sprint("/people/", id, "?login=employer")} {
		a := b.Do("GET", at, nil)
		if a.Status != 404 || strings.Contains(string(a.Body), "林小芬") {
			t.Errorf("%s = %d", at, a.Status)
		}
	}
	for _, what := range []string{"link", "disable", "enable", "second-factor"} {
		if a := acts(admin, id, what, j{}, "not-found"); strings.Contains(string(a.Body), "worker") {
			t.Errorf("%s by the number names the account: %s", what, a.Body)
		}
	}
	var found casework.People
	admin.Get("/api/v1/people?q=worker", &found)
	if len(found.Rows) != 1 || !found.Rows[0].Own {
		t.Fatalf("by the login: %+v", found.Rows)
	}
	at := fmt.Sprint("/people/", id, "?login=worker")
	if list := string(b.Do("GET", "/people?q=worker", nil).Body); !strings.Contains(list, `href="`+at+`"`) {
		t.Error("the list does not lead to the party's account")
	}
	page := string(b.Do("GET", at, nil).Body)
	for _, want := range []string{"林小芬", "当事人或代理人", `/disable?login=worker"`, `name="login" value="worker"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the party's page lacks %s", want)
		}
	}
	leads(t, posts(b, fmt.Sprint("/people/", id, "/disable?login=worker"), "login", "worker"), at)
	if a := posts(b, fmt.Sprint("/people/", id, "/link?login=worker"), "login", "worker"); a.Status != 409 || !strings.Contains(string(a.Body), "账号已经停用") || !strings.Contains(string(a.Body), "林小芬") {
		t.Errorf("a link for a disabled account = %d", a.Status)
	}
	leads(t, posts(b, fmt.Sprint("/people/", id, "/enable?login=worker"), "login", "worker"), at)
	if a := posts(b, fmt.Sprint("/people/", id, "/link?login=worker"), "login", "worker"); a.Status != 200 || !strings.Contains(string(a.Body), `href="`+at+`"`) {
		t.Errorf("giving a link = %d, or it leads back to nobody", a.Status)
	}
}

// An account is made with a link that is shown once; roles are given and taken, and each act is in the log.
func TestAnAccountIsMadeAndGivenRoles(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	admin, b := k.As("guanliyuan"), browser(k, "guanliyuan")
	if a := posts(b, "/people", "login", "xin", "name", "新同事", "role", "mediator"); a.Status != 422 || !strings.Contains(string(a.Body), "请从名册里选") {
		t.Errorf("a mediator of no organisation = %d", a.Status)
	}
	leads(t, posts(b, "/people/organisations", "name", "县总工会调解中心", "kind", "M5", "town", "南峰街道"), "/people/organisations#organisation-4")
	if a := posts(b, "/people/organisations", "name", "县总工会调解中心", "kind", "M5"); a.Status != 422 || !strings.Contains(string(a.Body), "已经有这个调解组织") {
		t.Errorf("the same organisation twice = %d", a.Status)
	}
	a := posts(b, "/people", "login", "xin", "name", "新同事", "role", "mediator", "organisation", "4")
	token := between(string(a.Body), "/sign-in/once?token=", "<")
	if a.Status != 200 || len(token) != 48 {
		t.Fatalf("making an account = %d\n%s", a.Status, a.Body)
	}
	id := account(k, "xin")
	if p := person(admin, id); p.State != "waiting" || p.LinkUntil == nil || p.Posts[0].Organisation != "县总工会调解中心" {
		t.Errorf("before the first sign-in: %+v", p)
	}
	if page := b.Do("GET", fmt.Sprint("/people/", id), nil); strings.Contains(string(page.Body), token) {
		t.Error("the link is shown again")
	}
	if a := posts(b, "/people", "login", "xin", "name", "另一位", "role", "intake"); a.Status != 422 {
		t.Errorf("the same login twice = %d", a.Status)
	}
	leads(t, posts(k.Nobody(), "/sign-in/once", "token", token, "password", "a-long-password"), "/work")
	acts(admin, id, "roles", j{"role": "mediator", "organisation": 4}, "invalid")
	acts(admin, id, "roles", j{"role": "recorder", "organisation": 4}, "invalid")
	acts(admin, id, "roles", j{"role": "worker"}, "invalid")
	acts(admin, id, "roles", j{"role": "recorder"}, "")
	acts(admin, account(k, "worker"), "roles", j{"role": "recorder", "login": "worker"}, "party-account")
	acts(admin, account(k, "worker"), "roles", j{"role": "recorder"}, "not-found")
	acts(admin, account(k, "guanliyuan"), "roles", j{"role": "director"}, "own-account")
	leads(t, posts(b, fmt.Sprintf("/people/%d/revoke", id), "account", fmt.Sprint(id), "role", "mediator"), fmt.Sprint("/people/", id))
	p := person(admin, id)
	if len(p.Posts) != 1 || p.Posts[0].Role != "recorder" || len(p.History) != 3 || p.History[0].Says.EN != "Took a role" || p.History[0].Role.EN != "Mediator" {
		t.Errorf("afterwards: %+v", p)
	}
	if a := admin.Do("POST", "/api/v1/people/revoke", j{"account": account(k, "guanliyuan"), "role": "sysadmin"}); a.Code() != "last-administrator" {
		t.Errorf("the last administrator's role = %d %s", a.Status, a.Code())
	}
	if got := one(t, k, "select string_agg(event, ' ' order by no) from commission_events"); got != "enter-organisation make-account give-role revoke-role" {
		t.Errorf("the log: %s", got)
	}
	if got := one(t, k, "select coalesce(string_agg(detail::text, ' '), '') from commission_events"); strings.Contains(got, "新同事") || strings.Contains(got, "xin") {
		t.Errorf("the log names somebody: %s", got)
	}
	verify(t, k)
}

func between(s, from, to string) string {
	_, s, _ = strings.Cut(s, from)
	s, _, _ = strings.Cut(s, to)
	return s
}

// Nobody is taken off their open work: the sentence says how many cases, and who moves them.
func TestOpenWorkIsMovedFirst(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	s := newStory(k)
	s.workerAsksForAdvice()
	s.worker.Step(s.ref, "ask-mediation", j{"organisation": 1})
	s.manager.Step(s.ref, "assign-mediator", j{"mediator": account(k, "tiaojie")})
	admin := k.As("guanliyuan")
	mediator := account(k, "tiaojie")
	refused := func(login, role, says string) {
		t.Helper()
		for what, a := range map[string]testkit.Answer{
			"disabling": admin.Do("POST", fmt.Sprintf("/api/v1/people/%d/disable", account(k, login)), j{}),
			"taking":    admin.Do("POST", "/api/v1/people/revoke", j{"account": account(k, login), "role": role})} {
			if a.Status != 409 || a.Code() != "work-open" || !strings.Contains(string(a.Body), says) || !strings.Contains(string(a.Body), "院长移交") {
				t.Errorf("%s %s = %d %s", what, login, a.Status, a.Body)
			}
		}
	}
	refused("tiaojie", "mediator", "还有 1 件在办的案件（调解员 1 件）")
	s.mediator.Step(s.ref, "consent-to-mediation", j{"side": "respondent"})
	s.Clock.Set("2026-03-09")
	s.mediator.Step(s.ref, "fail-mediation", nil)
	s.workerFilesWithNothingRetyped()
	s.registryAccepts()
	s.evidenceComesIn()
	s.Clock.Set("2026-03-16")
	s.head.Step(s.ref, "form-tribunal", j{"arbitrators": []int64{account(k, "zhongcai")}, "recorder": account(k, "shuji")})
	refused("zhongcai", "arbitrator", "还有 1 件在办的案件（仲裁员 1 件）")
	refused("shuji", "recorder", "还有 1 件在办的案件（书记员 1 件）")
	if a := posts(browser(k, "guanliyuan"), fmt.Sprintf("/people/%d/disable", account(k, "zhongcai"))); a.Status != 409 || !strings.Contains(string(a.Body), "还有 1 件在办的案件") || !strings.Contains(string(a.Body), "周立民") {
		t.Errorf("on the page = %d", a.Status)
	}
	acts(admin, mediator, "disable", j{}, "") // the mediation is over, though its case goes on
	acts(admin, account(k, "zhongcai2"), "disable", j{}, "")
	acts(admin, account(k, "zhongcai2"), "disable", j{}, "account-so-already")
	acts(admin, account(k, "zhongcai2"), "link", j{}, "account-disabled")
	acts(admin, account(k, "guanliyuan"), "disable", j{}, "own-account")
	if got := one(t, k, "select string_agg(event, ' ' order by no) from commission_events"); got != "disable-account disable-account" {
		t.Errorf("the log: %s", got)
	}
	verify(t, k)
}

// A disabled account is out at once, in every process: pages, tokens, links, the calendar. Enabled again, whoever it is
// signs in anew.
func TestADisabledAccountIsOutAtOnce(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	admin := k.As("guanliyuan")
	first := k.Base
	second := k.Program(nil)
	t.Cleanup(func() { second.Close() })
	bases := []string{first, k.Base}
	id := account(k, "zhongcai3")
	var link casework.PersonMade
	admin.Want(200, acts(admin, id, "link", j{}, ""), &link)
	at, err := url.Parse(link.SignIn)
	if err != nil {
		t.Fatal(err)
	}
	token, in := k.As("zhongcai3"), browser(k, "zhongcai3")
	feed := subscribes(token)
	look := func() (seen []int) {
		for _, base := range bases {
			k.Base = base
			for _, a := range []testkit.Answer{token.Do("GET", "/api/v1/cases", nil), in.Do("GET", "/work", nil), in.Do("GET", "/account", nil), in.Do("GET", "/api/v1/messages", nil), k.Nobody().Do("GET", feed, nil)} {
				seen = append(seen, a.Status)
			}
		}
		return seen
	}
	// the browser keeps one cookie for 127.0.0.1, whatever the port
	if seen := look(); slices.ContainsFunc(seen, func(n int) bool { return n != 200 }) {
		t.Fatalf("before: %v", seen)
	}
	acts(admin, id, "disable", j{}, "")
	if seen := look(); !slices.Equal(seen, []int{401, 303, 303, 401, 404, 401, 303, 303, 401, 404}) {
		t.Errorf("disabled: %v", seen)
	}
	if a := in.Do("GET", "/", nil); a.Status != 200 || strings.Contains(string(a.Body), "顾卫东") {
		t.Errorf("the first page still knows who it is: %d", a.Status)
	}
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "zhongcai3", "password": "tiaocai-demo"}); a.Status != 401 || a.Code() != "wrong-password" {
		t.Errorf("signing in = %d %s", a.Status, a.Code())
	}
	if a := k.Nobody().Do("POST", "/api/v1/first-sign-in", j{"token": at.Query().Get("token"), "password": "another-password"}); a.Status != 404 {
		t.Errorf("a link from before = %d", a.Status)
	}
	acts(admin, id, "enable", j{}, "")
	if seen := look(); !slices.Equal(seen, []int{401, 303, 303, 401, 404, 401, 303, 303, 401, 404}) {
		t.Errorf("enabled again, what was open before: %v", seen)
	}
	if a := k.Nobody().Do("POST", "/api/v1/first-sign-in", j{"token": at.Query().Get("token"), "password": "another-password"}); a.Status != 404 {
		t.Errorf("a link from before, enabled again = %d", a.Status)
	}
	browser(k, "zhongcai3")
}

// A forgotten password: the link sets another, ends what was open under the old one, and does not stand in for the second
// factor. The person is told.
func TestAForgottenPassword(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	admin := k.As("guanliyuan")
	id := account(k, "worker")
	old := browser(k, "worker")
	phone, _ := switchesOn(old)
	var earlier, two casework.PersonMade
	admin.Want(200, acts(admin, id, "link", j{"login": "worker"}, ""), &earlier)
	admin.Want(200, acts(admin, id, "link", j{"login": "worker"}, ""), &two)
	secret := func(m casework.PersonMade) string { return m.SignIn[strings.Index(m.SignIn, "token=")+6:] }
	if a := posts(k.Nobody(), "/sign-in/once", "token", secret(earlier), "password", "another-password"); a.Status != 422 {
		t.Errorf("the earlier link = %d", a.Status)
	}
	if a := old.Do("GET", "/account", nil); a.Status != 200 {
		t.Errorf("a link that was given and not used ends something: %d", a.Status)
	}
	c := k.Nobody()
	leads(t, posts(c, "/sign-in/once", "token", secret(two), "password", "another-password"), "/sign-in/code")
	if a := c.Do("GET", "/messages", nil); a.Status != 303 {
		t.Errorf("the link stands in for the second factor: %d", a.Status)
	}
	if a := old.Do("GET", "/account", nil); a.Status != 303 {
		t.Errorf("what was open under the old password = %d", a.Status)
	}
	leads(t, posts(c, "/sign-in/code", "code", phone.next()), "/work")
	if a := c.Do("GET", "/messages", nil); !strings.Contains(string(a.Body), "一次性登录链接") {
		t.Errorf("the person is not told: %s", a.Body)
	}
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "worker", "password": "tiaocai-demo"}); a.Status != 401 {
		t.Errorf("the old password = %d", a.Status)
	}
}

// At the machine the same is done to an account, for when no administrator can sign in; the log says so. What the page
// refuses is refused there too.
func TestTheCommandLineLetsTheAdministratorInAgain(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	b := browser(k, "guanliyuan")
	switchesOn(b)
	do := func(act, login, code string) *casework.PersonMade {
		t.Helper()
		made, err := casework.Console[act](k.P.Desk, t.Context(), login)
		if f := fault.As(err); (code == "") != (err == nil) || f != nil && f.Code != code {
			t.Errorf("%s %s: %v, want %q", act, login, err, code)
		}
		return made
	}
	do("disable", "guanliyuan", "last-administrator")
	do("disable", "nobody", "no-such-account")
	do("reset", "lian", "no-second-factor")
	do("reset", "guanliyuan", "")
	made := do("link", "guanliyuan", "")
	leads(t, posts(k.Nobody(), "/sign-in/once", "token", made.SignIn[strings.Index(made.SignIn, "token=")+6:], "password", "another-password"), "/operations")
	do("disable", "lian", "")
	if a := k.Nobody().Do("POST", "/api/v1/tokens", j{"login": "lian", "password": "tiaocai-demo"}); a.Status != 401 {
		t.Errorf("disabled at the machine, signing in = %d", a.Status)
	}
	do("enable", "lian", "")
	k.As("lian")
	if got := one(t, k, "select string_agg(e.event || ' ' || e.capacity || ' ' || a.name, ', ' order by e.no) from commission_events e join accounts a on a.id = e.account_id"); got != "reset-second-factor console 命令行, give-link console 命令行, disable-account console 命令行, enable-account console 命令行" {
		t.Errorf("the log: %s", got)
	}
	verify(t, k)
}
