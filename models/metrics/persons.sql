-- title: 劳动者人数 Persons
-- unit: persons
-- meaning: workers counted under W, each person once in the period by the keyed digest of the identity number; without one, each entry is a person
select c.id as case_id, c.organisation_id, c.town, c.accepted_on as day, 'person' as kind, p.id_mac as person
from cases c join parties p on p.commission_id = c.commission_id and p.case_id = c.id and p.kind = 'worker'
where c.commission_id = $1 and c.accepted_on between $2 and $3
