-- title: 受理决定 D:t D:l Decisions on acceptance, in time and late
-- unit: decisions
-- meaning: the last application was accepted, refused or referred; in time within five working days of its receipt, or of the end of a mediation that it waited for
select c.id as case_id, c.organisation_id, c.town, a.day, case when a.day > case when s.natural then n.rolled else d.day end then 'D:l' else 'D:t' end as kind, 1::bigint as n, 0::bigint as amount
from (
  select x.commission_id, x.id, x.case_id, x.received_on, k.accepted_on as day from cases k
    join applications x on x.commission_id = k.commission_id and x.case_id = k.id and x.outcome = 'accepted'
    where k.commission_id = $1 and k.accepted_on between $2 and $3
  union all
  select x.commission_id, x.id, x.case_id, x.received_on, x.decided_on from applications x
    where x.commission_id = $1 and x.decided_on between $2 and $3 and x.outcome in ('refused', 'referred')
) a
join cases c on c.commission_id = a.commission_id and c.id = a.case_id
left join lateral (select m.held, m.concluded_on from mediations m where m.commission_id = a.commission_id and m.case_id = a.case_id order by m.id desc limit 1) m on true
join days s on s.day = case when m.held and m.concluded_on > a.received_on then m.concluded_on else a.received_on end
join days d on d.working and d.nth = s.nth + (select acceptance from lengths)
join days n on n.day = s.day + (select acceptance from lengths)
where not exists (select 1 from applications y where y.commission_id = a.commission_id and y.case_id = a.case_id and y.id > a.id)
