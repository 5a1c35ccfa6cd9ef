-- title: 期末未结 O Open at the end
-- unit: cases
-- meaning: accepted by the last day and not closed by it; must equal C0 + A - K
select count(*) from cases where commission_id = $1 and accepted_on <= $2 and (closed_on is null or closed_on > $2)
