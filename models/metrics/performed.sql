-- title: 协议履行 P:t P:l Agreements performed in time, and not
-- unit: agreements
-- meaning: by the day on which the agreement was to be performed; days that have not come yet are taken off live
select m.case_id, m.organisation_id, c.town, m.perform_by as day, case when m.performed_on <= m.perform_by then 'P:t' else 'P:l' end as kind, 1::bigint as n, 0::bigint as amount
from mediations m join cases c on c.commission_id = m.commission_id and c.id = m.case_id
where m.commission_id = $1 and m.outcome = 'success' and m.perform_by between $2 and $3
