-- title: 期末未结 O Open at the end
-- unit: cases
-- meaning: accepted by the last day and not closed by it, asked live; must equal C0 + A - K
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'O' as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from cases c where c.commission_id = $1 and c.accepted_on <= $3 and c.closed_on is null
union all
select c.id, c.organisation_id, c.town, c.accepted_on, 'O', (1 + c.counted_more), 0
from cases c where c.commission_id = $1 and c.accepted_on <= $3 and c.closed_on > $3
