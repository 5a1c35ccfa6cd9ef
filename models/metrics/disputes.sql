-- title: 争议总体 B:won B:lost Disputes ended, settled by mediation and otherwise
-- unit: disputes
-- meaning: one dispute counts once in the period (a month, a year): as closed by the commission if it was, or else as mediated, or as failed if it was never filed; refused mediations are outside
select c.id as case_id, c.organisation_id, c.town, c.closed_on as day, case when c.mode in ('MEDIATED', 'WITHDRAWN_SETTLED') then 'B:won' else 'B:lost' end as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from cases c where c.commission_id = $1 and c.closed_on between $2 and $3 and c.accepted_on is not null and c.mode not in ('TRANSFERRED', 'CANCELLED')
union all
select m.case_id, m.organisation_id, c.town, m.concluded_on, case when m.outcome = 'success' then 'B:won' else 'B:lost' end, (1 + c.counted_more), 0
from (select distinct on (date_trunc($7, x.concluded_on::timestamp), x.case_id) x.* from mediations x
  where x.commission_id = $1 and x.concluded_on between $2 and $3
  order by date_trunc($7, x.concluded_on::timestamp), x.case_id, x.concluded_on desc, x.id desc) m
join cases c on c.commission_id = m.commission_id and c.id = m.case_id
where (m.outcome = 'success' or (m.outcome in ('failed', 'expired')
    and not exists (select 1 from applications a where a.commission_id = m.commission_id and a.case_id = m.case_id)))
  and not (c.accepted_on is not null and c.mode is not null and c.mode not in ('TRANSFERRED', 'CANCELLED') and c.closed_on between $2 and $3
    and date_trunc($7, c.closed_on::timestamp) = date_trunc($7, m.concluded_on::timestamp))
