package world

import (
	"context"
	"errors"
	"fmt"

	"tiaocai/models"
	"tiaocai/models/metrics"
	"tiaocai/server/boot"
)

// Check verifies every chain, the balance of the figures of each year, and that no foreign key hangs.
func Check(ctx context.Context, p *boot.Program, s Size) (cases, events int, err error) {
	var errs []error
	err = p.DB.Reading(ctx, NewClock(Today).Now(), func(tx *models.Tx) (err error) {
		cases, events, err = models.VerifyChains(tx, func(b models.Break) {
			if len(errs) < 20 {
				errs = append(errs, fmt.Errorf("%s, event %d: %s", b.Ref, b.No, b.Says))
			}
		})
		for y := Today.Year() - s.Years + 1; y <= Today.Year() && err == nil; y++ {
			var year metrics.Year
			if year, err = metrics.ReadYear(tx, metrics.Unit{Commission: 1}, y, Today); err == nil && (!year.Whole.Balanced() || year.Whole.A == 0) {
				errs = append(errs, fmt.Errorf("%d: C0 %d + A %d - K %d is not O %d", y, year.Whole.C0, year.Whole.A, year.Whole.Closed(), year.Whole.O))
			}
		}
		return err
	})
	if err == nil {
		err = hanging(ctx, p)
	}
	return cases, events, errors.Join(append(errs, err)...)
}

// hanging looks at every foreign key, because copying goes around their checks.
func hanging(ctx context.Context, p *boot.Program) error {
	rows, err := p.DB.SQL().QueryContext(ctx, `select k.conname, format('select count(*) from %s a where %s and not exists (select 1 from %s b where %s)', k.conrelid::regclass,
			(select string_agg(format('a.%I is not null', attname), ' and ') from pg_attribute where attrelid = k.conrelid and attnum = any(k.conkey)), k.confrelid::regclass,
			(select string_agg(format('b.%I = a.%I', f.attname, o.attname), ' and ') from unnest(k.conkey, k.confkey) x(o, f)
				join pg_attribute o on o.attrelid = k.conrelid and o.attnum = x.o join pg_attribute f on f.attrelid = k.confrelid and f.attnum = x.f))
		from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid::regclass::text not like 'river%'`)
	if err != nil {
		return err
	}
	checks := map[string]string{}
	for rows.Next() {
		var name, q string
		if err := rows.Scan(&name, &q); err != nil {
			return err
		}
		checks[name] = q
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for name, q := range checks {
		var n int
		if err := p.DB.SQL().QueryRowContext(ctx, q).Scan(&n); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if n > 0 {
			return fmt.Errorf("%d rows hang in the air: %s", n, name)
		}
	}
	return nil
}
