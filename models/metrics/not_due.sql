-- title: 期末未到期 notdue Open and not yet due
-- unit: cases
-- meaning: open at the end, and the award clock's last day is that day or later, or the clock is stopped; asked live
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'notdue' as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from clocks k join cases c on c.commission_id = k.commission_id and c.id = k.case_id
where k.commission_id = $1 and k.period = 'award' and k.done_on is null and (k.due_on >= $3 or (k.due_on is null and k.stopped))
  and c.accepted_on <= $3 and c.closed_on is null
union all
select c.id, c.organisation_id, c.town, c.accepted_on, 'notdue', (1 + c.counted_more), 0
from cases c join clocks k on k.commission_id = c.commission_id and k.case_id = c.id and k.period = 'award'
where c.commission_id = $1 and c.accepted_on <= $3 and c.closed_on > $3 and (k.stopped or k.due_on >= $3)
