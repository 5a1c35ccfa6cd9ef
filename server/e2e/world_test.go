package e2e

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tiaocai/server/boot"
	"tiaocai/server/casework"
	"tiaocai/server/config"
	"tiaocai/server/testkit"
	"tiaocai/workflows"
)

// tables of casework: only the door may write to them.
var doorTables = []string{"cases", "parties", "agents", "claims", "mediations", "mediation_notes", "applications", "seats", "hearings", "clock_events", "awards", "calculations",
	"documents", "services", "proposals", "exhibits", "case_events", "clocks", "standings", "counters", "idempotency_keys", "party_codes", "messages", "settings", "commission_events", "duties", "handovers", "handover_rows"}

// The demo's world is real input: made through the door by a role that may not write beside it,
// whole after a power cut, with something to see on every page.
func TestTheDemoWorld(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{Day: "2026-11-23", Idle: true})
	p := outside(t, k)

	ctx, cut := context.WithCancel(t.Context())
	half := &cutAt{cut: cut, at: "2026-05"}
	if err := openOutside(t, k, p, half).SeedWorld(ctx); err == nil {
		t.Fatal("the power was cut and nothing happened")
	}
	first := one(t, k, "select count(*) from cases")
	if err := openOutside(t, k, p, nil).SeedWorld(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := one(t, k, "select count(*) from cases"); first == "0" || got != "320" {
		t.Errorf("%s cases before the cut, %s after; want 320", first, got)
	}
	for sql, want := range map[string]string{
		"select count(distinct state) from cases":                                                                                                 fmt.Sprint(len(workflows.States())),
		"select string_agg(distinct mode, chr(32) order by mode) from cases":                                                                      modes(),
		"select count(*) from (select number from cases group by 1 having count(*) > 1 and number is not null) x":                                 "0",
		"select max(n) - count(*) from counters c, cases k where c.series like '%案%' and c.year = 2026 and k.number like '%〔2026〕%' group by c.n": "0",
		"select count(*) > 60 from exhibits":                                                                                                      "true",
		"select count(distinct media_type) from exhibits":                                                                                         "3",
		"select count(*) from cases where next_who = '' and open":                                                                                 "0",
	} {
		if got := one(t, k, sql); got != want {
			t.Errorf("%s = %s, want %s", sql, got, want)
		}
	}
	verify(t, k)
	everyLight(t, k)
	var f casework.Figures
	k.As("tongji").Get("/api/v1/figures", &f)
	if !f.Balanced {
		t.Errorf("the figures don't balance: %s", f.Balance)
	}
	for _, who := range []string{"worker", "employer", "agent", "zhongcai", "tiaojie", "shuji", "yuanzhang", "lian"} {
		var d casework.Docket
		if k.As(who).Get("/api/v1/cases", &d); len(d.Rows) == 0 {
			t.Errorf("%s has nothing to see", who)
		}
	}
}

// everyLight finds each colour on the director's docket, and the counts agree with the rows.
func everyLight(t *testing.T, k *testkit.Kit) {
	t.Helper()
	var d casework.Docket
	k.As("zhuren").Get("/api/v1/cases?limit=100", &d)
	seen := map[workflows.Light]int{}
	for _, r := range d.Rows {
		seen[r.Light]++
	}
	for _, l := range []workflows.Light{workflows.Green, workflows.Amber, workflows.Red, workflows.Black, workflows.Grey} {
		if seen[l] == 0 {
			t.Errorf("no case shows %s", l)
		}
	}
	for _, l := range d.Lights {
		if l.N != seen[l.Light] {
			t.Errorf("%d cases are said to be %s, %d show it", l.N, l.Light, seen[l.Light])
		}
	}
}

// outside makes two roles: one that signs in and may not write to casework, and the door's.
func outside(t *testing.T, k *testkit.Kit) (login string) {
	t.Helper()
	db := one(t, k, "select current_database()")
	login = "outside_" + db
	door := "door_" + db
	for _, q := range []string{
		"create role " + door, "create role " + login + " login in role " + door + " noinherit",
		"grant all on all tables in schema public to " + door + ", " + login, "grant all on all sequences in schema public to " + door + ", " + login,
		"grant all on schema public to " + door + ", " + login,
		"revoke insert, update, delete, truncate on " + strings.Join(doorTables, ", ") + " from " + login,
	} {
		execSQL(t, k, q)
	}
	t.Cleanup(func() {
		for _, r := range []string{login, door} {
			execSQL(t, k, "drop owned by "+r)
			execSQL(t, k, "drop role "+r)
		}
	})
	return login
}

func openOutside(t *testing.T, k *testkit.Kit, login string, out *cutAt) *boot.Program {
	t.Helper()
	u, err := url.Parse(k.DSN)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.User(login)
	cfg, err := config.FromEnviron([]string{"TIAOCAI_ADDR=127.0.0.1:0", "TIAOCAI_DATABASE_URL=" + u.String(), "TIAOCAI_SINGLE=1",
		"TIAOCAI_DOOR_ROLE=" + strings.Replace(login, "outside_", "door_", 1), "TIAOCAI_KEYSET=" + filepath.Join(k.Dir, "keys.json"), "TIAOCAI_DATA_DIR=" + filepath.Join(k.Dir, "data")})
	if err != nil {
		t.Fatal(err)
	}
	x := boot.Extra{Now: k.Clock.Now, Log: slog.New(slog.DiscardHandler), Demo: true}
	if out != nil {
		x.Out = out
	}
	p, err := boot.Open(t.Context(), cfg, x)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// cutAt pulls the plug when the world has come to a month.
type cutAt struct {
	cut context.CancelFunc
	at  string
}

func (c *cutAt) Write(p []byte) (int, error) {
	if strings.Contains(string(p), c.at) {
		c.cut()
	}
	return len(p), nil
}

// Only the door writes: the role that signs in cannot, and says so.
func TestOnlyTheDoorWrites(t *testing.T) {
	t.Parallel()
	k := testkit.Start(t, testkit.Settings{})
	p := openOutside(t, k, outside(t, k), nil)
	for _, table := range doorTables {
		if _, err := p.DB.SQL().ExecContext(t.Context(), "delete from "+table+" where false"); err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("beside the door %s could be written: %v", table, err)
		}
	}
}

// modes are all closing modes, as SQL puts them in a row.
func modes() string {
	var list []string
	for _, m := range workflows.Modes() {
		list = append(list, string(m))
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
