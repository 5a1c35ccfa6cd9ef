-- title: 当期受理 A Accepted
-- unit: cases, by month
-- meaning: the day of acceptance lies in the period; refusals, corrections, referrals and holds are not in it
select extract(month from accepted_on)::int as month, '' as kind, count(*) as n from cases
where commission_id = $1 and accepted_on between $2 and $3 group by 1
