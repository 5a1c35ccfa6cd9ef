-- title: 调解结果 M:success M:failed M:expired M:refused Mediations concluded
-- unit: disputes; amount: agreed, in fen
-- meaning: one dispute counts once in the period (a month, a year), with its last conclusion in it, for the organisation that concluded it
select m.case_id, m.organisation_id, c.town, m.concluded_on as day, 'M:' || m.outcome as kind, 1::bigint as n,
  (case when m.outcome = 'success' then coalesce(m.agreed_amount, 0) else 0 end)::bigint as amount
from (select distinct on (date_trunc($7, x.concluded_on::timestamp), x.case_id) x.* from mediations x
  where x.commission_id = $1 and x.concluded_on between $2 and $3
  order by date_trunc($7, x.concluded_on::timestamp), x.case_id, x.concluded_on desc, x.id desc) m
join cases c on c.commission_id = m.commission_id and c.id = m.case_id
