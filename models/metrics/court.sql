-- title: 法院结果 J:changed J:kept J:beside J:new What courts made of our awards
-- unit: court outcomes
-- meaning: on the day the ruling was served: judgments that changed the result, awards set aside and enforcement refused; judgments that kept it and applications to set aside refused; beside them what was withdrawn, settled or dismissed without a word on the award; of those that changed it, the ones for new evidence in court
select m.case_id, c.organisation_id, c.town, m.ruled_on as day, k.kind, 1::bigint as n, 0::bigint as amount
from court_moves m join cases c on c.commission_id = m.commission_id and c.id = m.case_id
cross join lateral (values
  (case when m.outcome = 'changed' or (m.kind <> 'suit' and m.outcome = 'granted') then 'J:changed'
    when m.outcome = 'judged' or (m.kind = 'set-aside' and m.outcome = 'refused') then 'J:kept' else 'J:beside' end),
  (case when m.outcome = 'changed' and m.cause = 'new-evidence' then 'J:new' end)) k(kind)
where m.commission_id = $1 and m.ruled_on between $2 and $3 and k.kind is not null
