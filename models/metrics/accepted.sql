-- title: 受理 A Accepted
-- unit: cases; amount: claimed, in fen
-- meaning: on the day of acceptance; refusals, corrections, referrals and holds are not in it
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'A' as kind, (1 + c.counted_more)::bigint as n,
  (select coalesce(sum(m.amount), 0) from claims m where m.commission_id = c.commission_id and m.case_id = c.id and not m.counter)::bigint as amount
from cases c where c.commission_id = $1 and c.accepted_on between $2 and $3
