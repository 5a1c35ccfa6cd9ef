package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"testing"

	"tiaocai/models"
	"tiaocai/server/bench/world"
	"tiaocai/server/casework"
	"tiaocai/server/testdb"
	"tiaocai/server/testkit"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// In a world of 21,000 cases no statement of the program reads a large table whole: neither the
// statements of all readings nor those of any step of the table.
func TestNoStatementWithoutAnIndex(t *testing.T) {
	t.Parallel()
	dsn, clock := testdb.New(t, testkit.Migrate), world.NewClock(world.Today)
	b := &bench{rec: newRecorder(), client: &http.Client{}, out: &bytes.Buffer{}, rounds: 1, each: 1}
	var err error
	if b.p, err = world.Open(t.Context(), dsn, t.TempDir(), clock, b.rec); err != nil {
		t.Fatal(err)
	}
	defer b.p.Close()
	b.rec.forget() // what the program does once, as it starts
	tell, err := world.NewTeller(t.Context(), b.p, clock)
	if err != nil {
		t.Fatal(err)
	}
	if err := tell.Rare(); err != nil {
		t.Fatal(err)
	}
	if err := world.Make(t.Context(), tell, world.Small, 21_000, func(string) {}); err != nil {
		t.Fatal(err)
	}
	b.rec.forgetAll("counted as (", "world.", "session_replication_role", "coalesce(max(id), 0) from", "accounts where not system", "information_schema", "set commission_id = 2")
	if missing, err := tell.Untaken(); err != nil || len(missing) > 0 {
		t.Errorf("nobody took %v (%v)", missing, err)
	}
	b.rec.forgetAll("select distinct event")
	if err := b.p.Listen(t.Context()); err != nil {
		t.Fatal(err)
	}
	b.base = "http://" + b.p.Addr
	if b.bare, err = newBare(t.Context(), dsn); err != nil {
		t.Fatal(err)
	}
	defer b.bare.Close()
	looks, err := b.looks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	more, err := b.moreLooks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(looks, more...) {
		for _, a := range r.asks {
			if err := a.send(t.Context(), b.client, b.base); err != nil {
				t.Fatalf("%s: %v", r.what, err)
			}
		}
	}
	b.commonNames(t)
	if n, err := b.p.Desk.Remind(t.Context(), b.p.Actors.Clock); err != nil {
		t.Fatal(n, err)
	}
	// whose clocks a new holiday notice counts anew
	if err := b.p.DB.Reading(t.Context(), clock.Now(), func(tx *models.Tx) error {
		list, err := models.OpenClocksAfter(tx, 1, 0, 500)
		if err == nil && len(list) == 0 {
			t.Error("no clock runs anywhere")
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	checked, wrong, err := b.rec.plans(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d statements looked at", checked)
	if checked < 100 {
		t.Errorf("only %d statements were seen", checked)
	}
	for _, w := range wrong {
		t.Error(w)
	}
	missingIsFound(t, dsn)
}

// missingIsFound tries the check itself: a statement that needs a large table whole is found.
func missingIsFound(t *testing.T, dsn string) {
	rec := newRecorder()
	rec.take(trip{{"select count(*) from cases where facts = $1", []any{"x"}}})
	rec.take(trip{{"select ref from cases where commission_id = $1 and id = $2", []any{1, 1}}})
	if checked, wrong, err := rec.plans(t.Context(), dsn); err != nil || checked != 2 || len(wrong) != 3 {
		t.Errorf("%d statements, %v, %v; want 2, one of them wrong in all three ways", checked, wrong, err)
	}
}

// commonNames searches for what thousands are called: the count says that there are more, and the
// pages go on in order with each case once.
func (b *bench) commonNames(t *testing.T) {
	h := http.Header{}
	if err := b.token(t.Context(), "lian", h); err != nil {
		t.Fatal(err)
	}
	seen, last, after := map[string]bool{}, "", ""
	for range 5 {
		var d casework.Docket
		if err := b.read(t.Context(), "/api/v1/cases?limit=40&q=%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8&after="+after, h, &d); err != nil {
			t.Fatal(err)
		}
		if d.Total != models.SearchLimit || !d.More || len(d.Rows) != 40 {
			t.Fatalf("total %d (more: %v), %d rows; want %d and more", d.Total, d.More, len(d.Rows), models.SearchLimit)
		}
		for _, r := range d.Rows {
			if seen[r.Ref] || r.Due.String() < last {
				t.Errorf("%s comes twice or out of order", r.Ref)
			}
			seen[r.Ref], last = true, r.Due.String()
		}
		after = d.Next
	}
}

func (b *bench) read(ctx context.Context, path string, h http.Header, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, b.base+path, nil)
	if err != nil {
		return err
	}
	req.Header = h
	res, err := b.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(into)
}
