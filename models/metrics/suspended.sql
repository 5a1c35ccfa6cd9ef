-- title: 期末中止 S Suspended and open at the end
-- unit: cases
-- meaning: open at the end, in a suspension that began by that day and had not ended by it; stays inside O
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'S' as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from (select distinct e.case_id from clock_events e where e.commission_id = $1 and e.kind = 'suspension' and not e.restart
  and e.from_on <= $3 and (e.to_on is null or e.to_on > $3)) e
join cases c on c.commission_id = $1 and c.id = e.case_id
where c.accepted_on <= $3 and (c.closed_on is null or c.closed_on > $3)
