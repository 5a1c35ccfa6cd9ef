-- title: 履行期未到 P:t P:l Agreements whose day has not passed
-- unit: agreements
-- meaning: counted under P, but the day of performance is not past; asked live and taken off
select m.case_id, m.organisation_id, c.town, m.perform_by as day, case when m.performed_on <= m.perform_by then 'P:t' else 'P:l' end as kind, 1::bigint as n, 0::bigint as amount
from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id
where m.commission_id = $1 and m.outcome = 'success' and m.perform_by between greatest($2, $8) and $3
