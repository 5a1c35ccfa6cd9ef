package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tiaocai/policies"
	"tiaocai/server/boot"
)

// someCases are how many different cases each kind of look goes through.
const someCases = 20

// looks are all readings, at cases and names out of the world at hand.
func (b *bench) looks(ctx context.Context) ([]reading, error) {
	var err error
	office, own, organisation := http.Header{}, http.Header{}, http.Header{}
	for login, h := range map[string]http.Header{"lian": office, "zhongcai-0": own, "guanli": organisation} {
		if err := b.token(ctx, login, h); err != nil {
			return nil, err
		}
	}
	page, err := b.cookie(ctx, "lian")
	if err != nil {
		return nil, err
	}
	refs, err := b.strings(ctx, `select ref from cases where state = 'scheduled' order by md5(ref) limit $1`, someCases)
	if err != nil {
		return nil, err
	}
	worker, mine, err := b.workers(ctx)
	if err != nil {
		return nil, err
	}
	get := func(h http.Header, paths ...string) (list []ask) {
		for _, p := range paths {
			list = append(list, ask{method: "GET", path: p, header: h})
		}
		return list
	}
	hundredth, err := b.strings(ctx, `select 'false_' || due_key || '_' || id from cases where not open order by due_key, id offset 4949 limit 1`)
	if err != nil {
		return nil, err
	}
	list := []reading{{"public status", 0.6, b.status(refs)}, {"signed-in status (own case, JSON)", 0.6, nil}}
	for i, ref := range mine {
		list[1].asks = append(list[1].asks, ask{method: "GET", path: "/api/v1/cases/" + ref, header: worker[i]})
	}
	list = append(list,
		reading{"case page (JSON)", 0.6, get(office, each("/api/v1/cases/%s", refs)...)},
		reading{"case page (HTML)", 0.6, get(page, each("/cases/%s", refs)...)},
		reading{"docket of 50, first page, office", 0.6, get(office, "/api/v1/cases?limit=50")},
		reading{"docket of 50, first page, own", 0.6, get(own, "/api/v1/cases?limit=50&list=own")},
		reading{"docket of 50, first page, organisation", 0.6, get(organisation, "/api/v1/cases?limit=50&list=organisation")},
		reading{"docket of 50, by hearing, office", 0.6, get(office, "/api/v1/cases?limit=50&sort=hearing")},
		reading{"docket of 50, by number, office", 0.6, get(office, "/api/v1/cases?limit=50&sort=number")},
		reading{"docket of 50 (HTML), first page, office", 0.6, get(page, "/work?limit=50")})
	if len(hundredth) > 0 {
		list = append(list, reading{"docket of 50, hundredth page, with done ones", 0.6, get(office, "/api/v1/cases?limit=50&closed=true&after="+hundredth[0])})
	}
	searches, err := b.searches(ctx, office)
	return append(append(list, searches...), reading{"figures of the year", 0, get(office, "/api/v1/figures")}), err
}

// crowded are the pages that sixteen people ask for at once, as a browser does.
func (b *bench) crowded(ctx context.Context) ([]page, error) {
	office, err := b.cookie(ctx, "lian")
	if err != nil {
		return nil, err
	}
	refs, err := b.strings(ctx, `select ref from cases where state = 'scheduled' order by md5(ref) limit $1`, someCases)
	if err != nil {
		return nil, err
	}
	cases := make([]ask, 0, len(refs))
	for _, p := range each("/cases/%s", refs) {
		cases = append(cases, ask{method: "GET", path: p, header: office})
	}
	status := make([]ask, 0, len(refs))
	for _, ref := range refs {
		form := url.Values{"number": {ref}, "code": {b.p.DB.Keys.QueryCode(ref, 1)}}
		status = append(status, ask{method: "POST", path: "/status", body: []byte(form.Encode()), header: http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}})
	}
	return []page{
		{"docket of 50", 30 * time.Millisecond, []ask{{method: "GET", path: "/work?limit=50", header: office}}},
		{"case", 30 * time.Millisecond, cases},
		{"status", 10 * time.Millisecond, status},
	}, nil
}

func each(format string, list []string) (paths []string) {
	for _, s := range list {
		paths = append(paths, fmt.Sprintf(format, strings.ReplaceAll(url.QueryEscape(s), "%2F", "/")))
	}
	return paths
}

func (b *bench) searches(ctx context.Context, h http.Header) (list []reading, err error) {
	for _, s := range []struct{ what, sql string }{
		{"search, name of two signs", `select name from (select name from parties where kind = 'worker' and length(name) = 2 limit 20000) x group by 1 order by md5(name) limit $1`},
		{"search, name of three signs", `select name from (select name from parties where kind = 'worker' and length(name) = 3 limit 20000) x group by 1 order by md5(name) limit $1`},
		{"search, case number", `select substring(number from '〔.*〕.*') from (select number from cases where number is not null limit 20000) x order by md5(number) limit $1`},
		{"search, a common part of names", `select '有限公司' limit $1`},
	} {
		names, err := b.strings(ctx, s.sql, someCases)
		if err != nil {
			return nil, err
		}
		r := reading{s.what, 0.6, nil}
		for _, p := range each("/api/v1/cases?q=%s", names) {
			r.asks = append(r.asks, ask{method: "GET", path: p, header: h})
		}
		list = append(list, r)
	}
	tail := ask{method: "GET", path: "/api/v1/cases?q=070310", header: h}
	return append(list, reading{"search, last six of the ID", 0.6, []ask{tail}}), nil
}

func (b *bench) status(refs []string) (list []ask) {
	for _, ref := range refs {
		body, _ := json.Marshal(map[string]string{"number": ref, "code": b.p.DB.Keys.QueryCode(ref, 1)})
		list = append(list, ask{method: "POST", path: "/api/v1/status", body: body, header: http.Header{"Content-Type": {"application/json"}}})
	}
	return list
}

// workers are some workers, and a case of each.
func (b *bench) workers(ctx context.Context) (headers []http.Header, refs []string, err error) {
	list, err := b.strings(ctx, `select a.login || ' ' || (select c.ref from standings s join cases c on c.commission_id = s.commission_id and c.id = s.case_id where s.account_id = a.id limit 1)
		from accounts a where a.login like 'worker-%' and exists (select 1 from standings s where s.account_id = a.id) order by a.id limit $1`, someCases)
	for _, x := range list {
		login, ref, _ := strings.Cut(x, " ")
		h := http.Header{}
		if err := b.token(ctx, login, h); err != nil {
			return nil, nil, err
		}
		headers, refs = append(headers, h), append(refs, ref)
	}
	return headers, refs, err
}

// token signs an account in without its password: the accounts of the copies have none.
func (b *bench) token(ctx context.Context, login string, h http.Header) error {
	var who policies.Actor
	if err := b.bare.pool.QueryRow(ctx, "select id, name from accounts where login = $1", login).Scan(&who.Account, &who.Name); err != nil {
		return fmt.Errorf("%s: %w", login, err)
	}
	t, err := b.p.Desk.GiveToken(ctx, who)
	if err == nil {
		h.Set("Authorization", "Bearer "+t.Token)
	}
	return err
}

// cookie signs in on the page, as a person does.
func (b *bench) cookie(ctx context.Context, login string) (http.Header, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	client := &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.PostForm(b.base+"/sign-in", url.Values{"login": {login}, "password": {boot.DemoPassword}})
	if err != nil {
		return nil, err
	}
	res.Body.Close()
	at, _ := url.Parse(b.base)
	h := http.Header{}
	for _, c := range jar.Cookies(at) {
		h.Add("Cookie", c.String())
	}
	if h.Get("Cookie") == "" {
		return nil, fmt.Errorf("%s cannot sign in: %s", login, res.Status)
	}
	return h, nil
}

// strings asks on the yardstick's connections, so that the question is not taken for the program's.
func (b *bench) strings(ctx context.Context, q string, args ...any) ([]string, error) {
	rows, err := b.bare.pool.Query(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

// withJSON is a header for a body.
func withJSON(h http.Header) http.Header {
	h = h.Clone()
	h.Set("Content-Type", "application/json")
	return h
}

// moreLooks are the readings that are not measured; their statements are looked at all the same.
func (b *bench) moreLooks(ctx context.Context) ([]reading, error) {
	office, director, own, organisation := http.Header{}, http.Header{}, http.Header{}, http.Header{}
	for login, h := range map[string]http.Header{"lian": office, "zhuren": director, "zhongcai-0": own, "guanli": organisation} {
		if err := b.token(ctx, login, h); err != nil {
			return nil, err
		}
	}
	r := reading{what: "everything else"}
	add := func(h http.Header, paths ...string) {
		for _, p := range paths {
			r.asks = append(r.asks, ask{method: "GET", path: p, header: h})
		}
	}
	for _, h := range []http.Header{office, own, organisation} {
		add(h, "/api/v1/calendar", "/api/v1/me", "/api/v1/me/feed", "/api/v1/messages", "/api/v1/cases?state=accepted", "/api/v1/cases?state=closed", "/api/v1/cases?closed=true",
			"/api/v1/cases?q="+url.QueryEscape("林"), "/api/v1/cases?q="+url.QueryEscape("林小芬"), "/api/v1/cases?q="+url.QueryEscape("有限公司"),
			"/api/v1/cases?q=070310", "/api/v1/cases?q=lxf", "/api/v1/cases?q=linxiaofen", "/api/v1/cases?q=gongsi", "/api/v1/cases?q=lx", "/api/v1/cases?q="+url.QueryEscape("〔2026〕1"), "/api/v1/cases?q=110101199003070310",
			"/api/v1/cases?state=accepted&q="+url.QueryEscape("小芬"), "/api/v1/cases?after=true_2026-12-01_1", "/api/v1/cases?closed=true&after=false_2999-12-31_1",
			"/api/v1/cases?sort=hearing", "/api/v1/cases?sort=number", "/api/v1/cases?sort=hearing&closed=true&after=false_2999-12-31_1", "/api/v1/cases?sort=number&closed=true&after=false_20260000001_1",
			"/api/v1/cases?sort=hearing&state=accepted", "/api/v1/cases?sort=number&state=closed", "/api/v1/cases?sort=number&light=green", "/api/v1/cases?sort=number&q="+url.QueryEscape("有限公司"),
			"/api/v1/clocks", "/api/v1/clocks?due_before=2026-06-30", "/api/v1/clocks?rule=LDMA-43-1", "/api/v1/clocks?after=2026-06-01_1_1_award_")
	}
	for _, n := range []string{"C0", "A", "K", "Kn", "O", "S", "notdue", "MS", "AWARD_BOTH"} {
		add(director, "/api/v1/figures/cases?number="+n)
	}
	add(director, "/api/v1/calendar?span=month", "/api/v1/board", "/api/v1/approvals", "/api/v1/cases?list=office&within=3", "/api/v1/cases?list=office&halted=true", "/api/v1/cases?list=office&light=red", "/api/v1/cases?list=office&of=1&light=green", "/api/v1/settings", "/api/v1/disposals?by=2040-12-31", "/api/v1/disposals?after=2031-06-01_1&by=2040-12-31")
	add(http.Header{}, "/api/v1/hearings", "/api/v1/hearings/today")
	days, err := b.strings(ctx, `select to_char(h.hearing_on, 'YYYY-MM-DD') from hearings h join standings s on s.commission_id = h.commission_id and s.case_id = h.case_id join accounts a on a.id = s.account_id
		where a.login = 'zhongcai-0' and h.opened_on is null order by h.hearing_on desc limit 1`)
	if err != nil {
		return nil, err
	}
	add(own, each("/api/v1/docket/print?day=%s", days)...)
	r.asks = append(r.asks, ask{method: "POST", path: "/api/v1/messages/read", body: []byte("{}"), header: withJSON(own)})
	add(office, "/api/v1/intake", "/api/v1/intake?waits=correction", "/api/v1/intake?waits=mediation", "/api/v1/intake?light=green", "/api/v1/intake?q="+url.QueryEscape("小芬"), "/api/v1/intake?after=true_2026-06-01_1")
	counter := office.Clone()
	counter.Set("Content-Type", "application/json")
	counter.Set("Idempotency-Key", "looked-first")
	for _, p := range []string{`{"name":"有限公司","credit_code":"91350100M000100Y43"}`, `{"name":"有限公司"}`, `{"name":"gongsi"}`} {
		r.asks = append(r.asks, ask{method: "POST", path: "/api/v1/intake/look", header: counter, body: []byte(`{"applicants":[{"id_number":"110101199003070310"}],"respondents":[` + p + `],"claims":[{"code":"M01","period_from":"2026-01-01","period_to":"2026-01-31"}]}`)})
	}
	filed, err := b.strings(ctx, `select ref from cases where state = 'filed' order by due_key limit 1`)
	if err != nil {
		return nil, err
	}
	add(office, append(append(each("/api/v1/cases/%s/intake", filed), each("/api/v1/cases/%s/receipt", filed)...), each("/api/v1/cases/%s/label", filed)...)...)
	add(organisation, "/api/v1/figures", "/api/v1/organisation", "/api/v1/reassign", "/api/v1/me/duty")
	add(director, "/api/v1/reassign", "/api/v1/mediators")
	leavers, err := b.strings(ctx, `select account_id::text from standings where commission_id = 1 and open and standing in ('sole', 'recorder') group by account_id order by count(*) desc limit 3`)
	if err != nil {
		return nil, err
	}
	add(director, each("/api/v1/reassign?account=%s", leavers)...)
	mediators, err := b.strings(ctx, `select distinct mediator_id::text from mediations where organisation_id = 1 and concluded_on is null and mediator_id is not null limit 1`)
	if err != nil {
		return nil, err
	}
	add(organisation, each("/api/v1/reassign?account=%s", mediators)...)
	forming, err := b.strings(ctx, `select ref from cases where state = 'accepted' limit 1`)
	if err != nil {
		return nil, err
	}
	add(director, each("/api/v1/cases/%s/candidates", forming)...)
	assigning, err := b.strings(ctx, `select c.ref from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id where m.organisation_id = 1 and m.concluded_on is null and c.open limit 1`)
	if err != nil {
		return nil, err
	}
	add(organisation, each("/api/v1/cases/%s/candidates", assigning)...)
	add(director, "/api/v1/figures?organisation=1", "/api/v1/figures?year=2025")
	papers, err := b.strings(ctx, `select c.ref || '/documents/' || d.id from documents d join cases c on c.commission_id = d.commission_id and c.id = d.case_id where d.paper <> 'agreement' limit 1`)
	if err != nil {
		return nil, err
	}
	add(office, each("/api/v1/cases/%s", papers)...)
	files, err := b.strings(ctx, `select c.ref || '/exhibits/' || x.id from exhibits x join cases c on c.commission_id = x.commission_id and c.id = x.case_id limit 1`)
	add(office, each("/api/v1/cases/%s", files)...)
	for _, x := range files {
		ref, _, _ := strings.Cut(x, "/")
		add(office, "/api/v1/cases/"+ref+"/bundle")
	}
	return []reading{r}, err
}
