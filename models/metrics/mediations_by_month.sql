-- title: 各月调解结果 Mediations concluded, by month
-- unit: disputes, by month and outcome
-- meaning: one dispute counts once a month, with its last conclusion in that month
select month, outcome as kind, count(*) as n from (
  select distinct on (extract(month from m.concluded_on), m.case_id) extract(month from m.concluded_on)::int as month, m.outcome from mediations m
  where m.commission_id = $1 and m.concluded_on between $2 and $3 and ($4::bigint = 0 or m.organisation_id = $4)
  order by extract(month from m.concluded_on), m.case_id, m.concluded_on desc, m.id desc) x group by 1, 2
