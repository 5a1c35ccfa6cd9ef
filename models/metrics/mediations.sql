-- title: 调解结果 MS, MF, MT, MR Mediations concluded
-- unit: disputes, by outcome
-- meaning: one dispute counts once, with its last conclusion in the period
select 0 as month, outcome as kind, count(*) as n from (
  select distinct on (m.case_id) m.outcome from mediations m
  where m.commission_id = $1 and m.concluded_on between $2 and $3 and ($4::bigint = 0 or m.organisation_id = $4)
  order by m.case_id, m.concluded_on desc, m.id desc) x group by 2
