-- title: 审限 T:t T:l E U X Y In time, late, extended, in time without extension, days
-- unit: net closings; amount of X: days that count, of Y: days since acceptance; X:17 closed after 17 days that count, Y:17 after 17 in all
-- meaning: acceptance or the last restart, the statutory days, the extension, and the days of the union of all stops after it; a last day of rest moves on once. A stop that still ran ended with the case
select c.id as case_id, c.organisation_id, c.town, c.closed_on as day, k.kind, (1 + c.counted_more)::bigint as n, k.amount * (1 + c.counted_more) as amount
from cases c
cross join lateral (select greatest(c.accepted_on, (select max(e.from_on) from clock_events e
  where e.commission_id = c.commission_id and e.case_id = c.id and e.restart)) as base) b
cross join lateral (select coalesce(sum(upper(r.stop) - lower(r.stop)), 0)::int as days from (
  select unnest(range_agg(daterange(greatest(e.from_on, b.base), coalesce(e.to_on, c.closed_on)))) as stop from clock_events e
  where e.commission_id = c.commission_id and e.case_id = c.id and not e.restart and greatest(e.from_on, b.base) < coalesce(e.to_on, c.closed_on)) r) stopped
join days d on d.day = b.base + (select award from lengths) + c.extension_days + stopped.days
cross join lateral (values
  (case when c.closed_on > d.rolled then 'T:l' else 'T:t' end, 0::bigint),
  (case when c.extension_days > 0 then 'E' when c.closed_on <= d.rolled then 'U' end, 0),
  ('X', c.closed_on - b.base - stopped.days), ('X:' || (c.closed_on - b.base - stopped.days), 0),
  ('Y', c.closed_on - c.accepted_on), ('Y:' || (c.closed_on - c.accepted_on), 0)) k(kind, amount)
where c.commission_id = $1 and c.closed_on between $2 and $3 and c.accepted_on is not null and c.mode not in ('TRANSFERRED', 'CANCELLED') and k.kind is not null
