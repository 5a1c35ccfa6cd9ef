-- +goose Up

-- A clock's row knows which entry of the record set it off and which ended it, and, while it runs, its
-- arithmetic, so that all open clocks of a commission can be listed by due date without loading a case.
alter table clocks
  add column rule text not null default '',
  add column extension integer not null default 0,
  add column started_by integer,                       -- 起算的那一条记录
  add column done_by integer,                          -- 办结的那一条记录
  add column due_key date not null default '2999-12-31', -- due_on, or far where the clock stands still
  add column runs boolean not null default false,      -- 还在计算：办结的和到期自行消灭的除外
  add column its_right boolean not null default false, -- 当事人自己的期限，过期自行消灭
  add column lapsed_on date,                           -- 逾期已记录在案
  add column story jsonb;                              -- 停、重新计算和算式；only while it runs

-- A running clock of before has no story: readers derive it, and the case's next step writes it.
update clocks k set due_key = coalesce(k.due_on, '2999-12-31'),
  its_right = k.period in ('defence', 'postponement', 'suit', 'worker-suit', 'set-aside'),
  runs = k.done_on is null and (c.open or k.period in ('defence', 'postponement', 'suit', 'worker-suit', 'set-aside'))
from cases c where c.commission_id = k.commission_id and c.id = k.case_id;

create index clocks_duties on clocks (commission_id, due_key, case_id, period, party) where runs and not its_right;
create index clocks_rights on clocks (commission_id, due_key, case_id, period, party) where runs and its_right;
create index clocks_lapse on clocks (period, due_key) where runs and not its_right and lapsed_on is null;
