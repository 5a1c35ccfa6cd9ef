package main

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// steps measures one step committed. The same step cannot be taken twice, so each case is put back
// as it was between the program's step and the bare statements; what the bare ones write last is
// what the program wrote, and the world stays whole.
func (b *bench) steps(ctx context.Context) (line, error) {
	l := line{what: "one step committed (file-defence)", aim: 0.5}
	h := http.Header{"Content-Type": {"application/json"}}
	if err := b.token(ctx, "lian", h); err != nil {
		return l, err
	}
	refs, err := b.strings(ctx, `select ref from cases where state = 'accepted' and defence_on is null order by md5(ref) limit $1`, (b.rounds+1)*b.steps1)
	if err != nil {
		return l, err
	}
	if len(refs) < (b.rounds+1)*b.steps1 {
		return l, fmt.Errorf("only %d cases can take the step", len(refs))
	}
	defer b.bare.pool.Exec(ctx, "delete from river_job")
	for round := range b.rounds + 1 {
		var ours, bare, alone []time.Duration
		for i := range b.steps1 {
			o, g, p, trips, err := b.oneStep(ctx, refs[round*b.steps1+i], h)
			if err != nil {
				return l, err
			}
			ours, bare, alone = append(ours, o), append(bare, g), append(alone, p)
			l.statements, l.trip = statements(trips), len(trips)
		}
		if round > 0 {
			l.ours, l.bare, l.pgx = append(l.ours, median(ours)), append(l.bare, median(bare)), append(l.pgx, median(alone))
		}
	}
	return l, nil
}

func (b *bench) oneStep(ctx context.Context, ref string, h http.Header) (ours, bare, alone time.Duration, trips []trip, err error) {
	before, err := b.snapshot(ctx, ref)
	if err != nil {
		return
	}
	a := ask{method: "POST", path: "/api/v1/cases/" + ref + "/file-defence", body: []byte("{}"), header: h.Clone()}
	key := "bench-" + ref
	a.header.Set("Idempotency-Key", key)
	trips, err = b.rec.of(func() error {
		ours, err = timed(1, func(int) error { return a.send(ctx, b.client, b.base) })
		return err
	})
	if err != nil {
		return
	}
	b.tell("step", trips)
	n, url := b.bare.add(trips)
	if err = b.restore(ctx, before, key); err != nil {
		return
	}
	if alone, err = timed(1, func(int) error { _, err := b.bare.play(ctx, n); return err }); err != nil {
		return
	}
	if err = b.restore(ctx, before, key); err != nil {
		return
	}
	bare, err = timed(1, func(int) error { return ask{method: "POST"}.send(ctx, b.client, url) })
	return
}

// kept is a case with all its rows, as JSON, by table.
type kept struct {
	commission, id int64
	rows           map[string]string
}

func (b *bench) snapshot(ctx context.Context, ref string) (*kept, error) {
	k := &kept{rows: map[string]string{}}
	db := b.bare.pool
	if err := db.QueryRow(ctx, "select commission_id, id from cases where ref = $1", ref).Scan(&k.commission, &k.id); err != nil {
		return nil, err
	}
	tables, err := b.strings(ctx, `select c.table_name || '.' || case c.table_name when 'cases' then 'id' else 'case_id' end from information_schema.columns c
		join information_schema.tables t using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
		and (c.column_name = 'case_id' or (c.table_name = 'cases' and c.column_name = 'id'))`)
	if err != nil {
		return nil, err
	}
	for _, at := range tables {
		table, column, _ := strings.Cut(at, ".")
		var text string
		if err := db.QueryRow(ctx, fmt.Sprintf("select coalesce(jsonb_agg(to_jsonb(t)), '[]') from %s t where commission_id = $1 and %s = $2", table, column), k.commission, k.id).Scan(&text); err != nil {
			return nil, err
		}
		k.rows[at] = text
	}
	return k, nil
}

// restore puts the case back as it was, around foreign keys and triggers, and forgets the request.
func (b *bench) restore(ctx context.Context, k *kept, key string) error {
	tx, err := b.bare.pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx)
	if _, err := tx.Exec(ctx, "set local session_replication_role = replica"); err != nil {
		return err
	}
	for at, text := range k.rows {
		table, column, _ := strings.Cut(at, ".")
		if _, err := tx.Exec(ctx, fmt.Sprintf("delete from %s where commission_id = $1 and %s = $2", table, column), k.commission, k.id); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, fmt.Sprintf("insert into %s overriding system value select * from jsonb_populate_recordset(null::%[1]s, $1::jsonb)", table), text); err != nil {
			return fmt.Errorf("put %s back: %w", table, err)
		}
	}
	if _, err := tx.Exec(ctx, "delete from idempotency_keys where key = $1", key); err != nil {
		return err
	}
	return tx.Commit(ctx)
}
