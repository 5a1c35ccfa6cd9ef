-- +goose Up

-- On which days the light of the first due date turns amber and red. The law derives them with the
-- clocks, so lists count lights by comparing days, and no list has a rule of its own.
alter table cases add column due_period text not null default '', add column amber_on date not null default '2999-12-31', add column red_on date not null default '2999-12-31';
alter table standings add column amber_on date not null default '2999-12-31', add column red_on date not null default '2999-12-31';
alter table organisation_lists add column amber_on date not null default '2999-12-31', add column red_on date not null default '2999-12-31';

-- Cases from before: near enough until their next step derives them.
update cases set amber_on = due_key - 10, red_on = due_key - 3,
  due_period = coalesce((select period from clocks k where k.commission_id = cases.commission_id and k.case_id = cases.id and k.done_on is null and k.due_on = cases.due_key order by period limit 1), '')
  where open and due_key < '2999-12-31';
update standings s set amber_on = c.amber_on, red_on = c.red_on from cases c where c.commission_id = s.commission_id and c.id = s.case_id;
update organisation_lists s set amber_on = c.amber_on, red_on = c.red_on from cases c where c.commission_id = s.commission_id and c.id = s.case_id;
