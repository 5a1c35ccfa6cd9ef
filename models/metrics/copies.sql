-- title: 送达副本 C:t C:l Copies served on respondents, in time and late
-- unit: services
-- meaning: the newest notice to respond reached a respondent that day; in time within five working days of acceptance
select c.id as case_id, c.organisation_id, c.town, s.served_on as day, case when s.served_on > case when a.natural then n.rolled else d.day end then 'C:l' else 'C:t' end as kind, 1::bigint as n, 0::bigint as amount
from services s
join documents o on o.commission_id = s.commission_id and o.id = s.document_id and o.paper = 'notice-to-respond'
join parties p on p.commission_id = s.commission_id and p.id = s.party_id and p.side = 'respondent'
join cases c on c.commission_id = s.commission_id and c.id = s.case_id
join days a on a.day = c.accepted_on
join days d on d.working and d.nth = a.nth + (select copy from lengths)
join days n on n.day = a.day + (select copy from lengths)
where s.commission_id = $1 and s.served_on between $2 and $3
  and not exists (select 1 from documents n where n.commission_id = o.commission_id and n.case_id = o.case_id and n.paper = o.paper and n.id > o.id)
