-- title: 开庭通知 H:t H:l Hearings opened, with notice in time and without
-- unit: hearing days
-- meaning: on the hearing day; in time if everybody had the newest notice five working days ahead, or had it by the day and all agreed in writing to a shorter one
select c.id as case_id, c.organisation_id, c.town, h.hearing_on as day, case when l.late then 'H:l' else 'H:t' end as kind, 1::bigint as n, 0::bigint as amount
from hearings h
join cases c on c.commission_id = h.commission_id and c.id = h.case_id
join days t on t.day = h.hearing_on
join days e on e.working and e.nth = t.nth - t.working::int - (select notice from lengths) + 1
left join lateral (select o.id from documents o where o.commission_id = h.commission_id and o.case_id = h.case_id and o.paper = 'hearing-notice' and o.hearing_id = h.id order by o.id desc limit 1) o on true
cross join lateral (
  select coalesce(bool_or(s.served_on is null or s.served_on > case when h.short_notice_agreed >= k.n then h.hearing_on when t.natural then h.hearing_on - (select notice from lengths) else e.day end), true) as late
  from parties p
  cross join (select count(*) as n from parties x where x.commission_id = h.commission_id and x.case_id = h.case_id) k
  left join services s on s.commission_id = p.commission_id and s.document_id = o.id and s.party_id = p.id and s.served_on is not null
  where p.commission_id = h.commission_id and p.case_id = h.case_id
) l
where h.commission_id = $1 and h.opened_on is not null and h.hearing_on between $2 and $3
