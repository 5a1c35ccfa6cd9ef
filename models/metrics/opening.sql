-- title: 上期结转 C0 Open at the start
-- unit: cases
-- meaning: accepted before the period and not closed before it; cases without an acceptance date are never counted
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'C0' as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from cases c where c.commission_id = $1 and c.accepted_on < $2 and c.closed_on is null
union all
select c.id, c.organisation_id, c.town, c.accepted_on, 'C0', (1 + c.counted_more), 0
from cases c where c.commission_id = $1 and c.accepted_on < $2 and c.closed_on >= $2
