-- title: 应办案件 L Carried over and accepted
-- unit: cases
-- meaning: the denominators of I2, I2g and I2a, to open them: left were transferred or cancelled in the period, notdue are open at the end and not yet due
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day,
  case when c.closed_on <= $3 and c.mode in ('TRANSFERRED', 'CANCELLED') then 'left'
    when (c.closed_on is null or c.closed_on > $3) and exists (select 1 from clocks k where k.commission_id = c.commission_id and k.case_id = c.id
      and k.period = 'award' and (k.stopped or k.due_on >= $3)) then 'notdue' else 'due' end as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from cases c where c.commission_id = $1 and c.accepted_on <= $3 and (c.closed_on is null or c.closed_on >= $2)
