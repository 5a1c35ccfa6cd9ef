-- title: 期末中止 S Suspended and open at the end
-- unit: cases
-- meaning: open at the end, in a suspension that began by that day and had not ended by it; stays inside O
select count(*) from cases c
where c.commission_id = $1 and c.accepted_on <= $2 and (c.closed_on is null or c.closed_on > $2)
  and exists (select 1 from clock_events e where e.commission_id = c.commission_id and e.case_id = c.id
    and e.kind = 'suspension' and not e.restart and e.from_on <= $2 and (e.to_on is null or e.to_on > $2))
