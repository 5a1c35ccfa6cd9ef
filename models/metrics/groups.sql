-- title: 集体争议 G Collective disputes
-- unit: groups; amount: their workers
-- meaning: ten workers or more apply together, on the day of acceptance; parties don't change after it
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'G' as kind, 1::bigint as n, w.n as amount
from parties t join cases c on c.commission_id = t.commission_id and c.id = t.case_id
cross join lateral (select count(*) as n from parties p where p.commission_id = c.commission_id and p.case_id = c.id and p.side = 'applicant' and p.kind = 'worker') w
where t.commission_id = $1 and t.side = 'applicant' and t.ordinal = 10 and w.n >= 10 and c.accepted_on between $2 and $3
