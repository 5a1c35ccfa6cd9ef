-- title: 给付对象 V:worker V:employer To workers, to employers
-- unit: cases; amount: awarded or mediated by the commission, in fen
-- meaning: on the closing date, where all applicants are workers or all are employers
select c.id as case_id, c.organisation_id, c.town, c.closed_on as day, 'V:' || a.kind as kind, (1 + c.counted_more)::bigint as n, s.amount
from cases c
cross join lateral (select (case when c.mode = 'MEDIATED' then coalesce(c.mediated_amount, 0)
  else (select coalesce(sum(m.awarded), 0) from claims m where m.commission_id = c.commission_id and m.case_id = c.id and not m.counter) end)::bigint as amount) s
cross join lateral (select min(p.kind) as kind from parties p where p.commission_id = c.commission_id and p.case_id = c.id and p.side = 'applicant'
  having count(distinct p.kind) = 1) a
where c.commission_id = $1 and c.closed_on between $2 and $3 and c.accepted_on is not null
  and c.mode in ('MEDIATED', 'AWARD_FINAL', 'AWARD_NONFINAL', 'AWARD_BOTH') and s.amount > 0
