-- title: 劳动者 W Workers
-- unit: workers
-- meaning: workers who are parties of a case, on the day of its acceptance; one person in two cases is two
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'W' as kind, count(*) as n, 0::bigint as amount
from cases c join parties p on p.commission_id = c.commission_id and p.case_id = c.id and p.kind = 'worker'
where c.commission_id = $1 and c.accepted_on between $2 and $3 group by c.commission_id, c.id
