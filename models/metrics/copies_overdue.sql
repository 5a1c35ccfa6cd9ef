-- title: 副本逾期未送达 copydue Copies overdue now
-- unit: respondents
-- meaning: the copy has not reached the respondent of an open case and its last day is before today; asked live
select c.id as case_id, c.organisation_id, c.town, k.due_on as day, 'copydue' as kind, 1::bigint as n, 0::bigint as amount
from clocks k join cases c on c.commission_id = k.commission_id and c.id = k.case_id
where k.commission_id = $1 and k.period = 'copy' and k.done_on is null and k.due_on < $8 and c.accepted_on is not null and c.closed_on is null
