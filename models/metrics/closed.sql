-- title: 结案 K:… Closed, by mode
-- unit: cases; amount: awarded or mediated, in fen
-- meaning: the closing date lies in the period, whatever the mode; two award documents of one case are one closing
select c.id as case_id, c.organisation_id, c.town, c.closed_on as day, 'K:' || c.mode as kind, (1 + c.counted_more)::bigint as n,
  (case when c.mode = 'MEDIATED' then coalesce(c.mediated_amount, 0)
    when c.mode in ('AWARD_FINAL', 'AWARD_NONFINAL', 'AWARD_BOTH') then
      (select coalesce(sum(m.awarded), 0) from claims m where m.commission_id = c.commission_id and m.case_id = c.id and not m.counter)
    else 0 end)::bigint as amount
from cases c where c.commission_id = $1 and c.closed_on between $2 and $3 and c.accepted_on is not null
