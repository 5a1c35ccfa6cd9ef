-- title: 期末未到期 Open and not yet due
-- unit: cases
-- meaning: open at the end, and the award clock's last day is that day or later, or the clock is stopped
select count(*) from cases c join clocks k on k.commission_id = c.commission_id and k.case_id = c.id and k.period = 'award'
where c.commission_id = $1 and c.accepted_on <= $2 and (c.closed_on is null or c.closed_on > $2) and (k.stopped or k.due_on >= $2)
