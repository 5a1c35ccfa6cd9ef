-- title: 当期结案 K Closed
-- unit: cases, by month and closing mode
-- meaning: the closing date lies in the period, whatever the mode; two award documents of one case are one closing
select extract(month from closed_on)::int as month, mode as kind, count(*) as n from cases
where commission_id = $1 and closed_on between $2 and $3 and accepted_on is not null group by 1, 2
