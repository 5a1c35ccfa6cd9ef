package e2e

import (
	"context"
	"database/sql"
	"strings"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"tiaocai/server/boot"
	"tiaocai/server/testkit"
)

// Nothing personal ever stands in the log, at whatever level: not on the way from the first question
// to the award, not when people mistype, not when the database, a job or the store fails in the
// middle.
func TestTheLogKnowsNobody(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-03-02", Env: []string{"TIAOCAI_METRICS_ADDR=127.0.0.1:0"}})
	s := newStory(k)
	s.tell()
	db, err := sql.Open("pgx", k.DSN)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	run := func(q string) {
		t.Helper()
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	asked := j{"ask": "arbitration", "facts": "SECRETFACTS 拖欠工资", "applicants": []j{{"kind": "worker", "name": "林小芬", "id_number": "110101199003070310", "phone": "13857612345", "address": "仙居县福应街道1号"}},
		"respondents": []j{{"kind": "employer", "name": "仙居某某厂"}}, "claims": []j{{"code": "M01", "amount": "1000.00"}}}

	// mistyped: refused with a sentence
	s.intake.Do("POST", "/api/v1/cases", `{"ask":"arbitration","applicants":[{"name":"林小芬","id_number":"110101199003070310","phone":"x13857612345"}],"unknown":"SECRETFACTS"}`)
	s.Nobody().Do("POST", "/api/v1/tokens", j{"login": "worker", "password": "SECRETPASSWORD"})
	s.Nobody().Do("POST", "/api/v1/status", j{"number": s.ref, "code": "SECRETCODE"})
	s.Nobody().Do("GET", "/cases/林小芬?token=SECRETTOKEN1234", nil)
	s.Nobody().Do("POST", "/cases/林小芬", j{}, "Sec-Fetch-Site", "cross-site")
	s.intake.Do("GET", "/api/v1/cases?q=林小芬13857612345", nil)

	// the database refuses a row that holds all of it
	run(`alter table parties add constraint nobody check (name <> '林小芬') not valid`)
	if a := s.intake.Do("POST", "/api/v1/cases", asked); a.Status != 500 {
		t.Errorf("a row that the database refuses = %d %s", a.Status, a.Body)
	}
	run(`alter table parties drop constraint nobody`)
	// a value that the database does not understand stands in its message
	run(`create function loud() returns trigger language plpgsql as $$ begin raise exception 'value of "%" %: "%"', new.name, '13857612345', '110101199003070310'; end $$;
		create trigger loud before insert on parties for each row execute function loud()`)
	if a := s.intake.Do("POST", "/api/v1/cases", asked); a.Status != 500 {
		t.Errorf("a trigger that shouts = %d %s", a.Status, a.Body)
	}
	run(`drop trigger loud on parties`)
	// a job fails with somebody's data in its error
	run(`create function shout() returns trigger language plpgsql as $$ begin raise exception 'to "林小芬" 13857612345'; end $$;
		create trigger shout before update on messages for each row execute function shout()`)
	s.worker.Want(200, s.worker.Do("POST", "/api/v1/cases", j{"ask": "consultation", "facts": "SECRETFACTS", "applicants": []j{{"kind": "worker", "name": "林小芬"}}}), nil)
	for range 400 {
		if strings.Contains(k.Log.String(), "job failed") {
			break
		}
		time.Sleep(25 * time.Millisecond)
	}
	run(`drop trigger shout on messages`)
	if _, err := k.P.Desk.CheckChains(context.Background()); err != nil {
		t.Error(err)
	}
	scrape(t, k)

	text := k.Log.String()
	for _, must := range []string{"request refused", "request failed", "job failed", "cross-site", `"msg":"request"`} {
		if !strings.Contains(text, must) {
			t.Errorf("the log has no %q: the test did not try what it meant to", must)
		}
	}
	marks := []string{"林小芬", "110101199003070310", "13857612345", "0576-87770001", "福应街道1号", "经济开发区2号", "医药化工", "拖欠工资", "SECRETFACTS", "SECRETPASSWORD", "SECRETCODE", "SECRETTOKEN",
		"单位只肯付一半", "双方到场", "工资条", boot.DemoPassword, s.code, s.worker.Token, s.intake.Token, "40000.00", "周立民", "应晓燕"}
	for line := range strings.Lines(text) {
		for _, m := range marks {
			if strings.Contains(line, m) {
				t.Errorf("%s stands in the log: %.400s", m, line)
			}
		}
	}
}
