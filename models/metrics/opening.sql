-- title: 上期结转 C0 Open at the start
-- unit: cases
-- meaning: accepted before the period and not closed before it; cases without an acceptance date are never counted
select count(*) from cases where commission_id = $1 and accepted_on < $2 and (closed_on is null or closed_on >= $2)
