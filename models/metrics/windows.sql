-- title: 救济期未满 R:quiet R:sued Remedy periods still running
-- unit: net closings
-- meaning: counted under R, but today is not past the last remedy period of every party; asked live and taken off
select c.id as case_id, c.organisation_id, c.town, c.closed_on as day, case when c.suit_on is null then 'R:quiet' else 'R:sued' end as kind, (1 + c.counted_more)::bigint as n, 0::bigint as amount
from (select distinct k.case_id from clocks k where k.commission_id = $1 and k.period in ('suit', 'worker-suit', 'set-aside') and k.due_on >= $8) k
join cases c on c.commission_id = $1 and c.id = k.case_id
where c.closed_on between $2 and $3 and c.accepted_on is not null and c.mode in ('AWARD_FINAL', 'AWARD_NONFINAL', 'AWARD_BOTH')
  and not exists (
    select 1 from documents o join parties p on p.commission_id = o.commission_id and p.case_id = o.case_id
    where o.commission_id = c.commission_id and o.case_id = c.id and o.paper in ('award-final', 'award-nonfinal')
      and not exists (select 1 from documents n where n.commission_id = o.commission_id and n.case_id = o.case_id and n.paper = o.paper and n.id > o.id)
      and not exists (select 1 from services s where s.commission_id = o.commission_id and s.document_id = o.id and s.party_id = p.id and s.served_on is not null))
