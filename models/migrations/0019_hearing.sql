-- +goose Up

-- In which way a case is handled (处理程序): simply from a day on, and since when in the ordinary way again.
alter table cases add column simple_on date,
  add column simple_ground text not null default '' check (simple_ground in ('','clear-facts','small-amount','both-agree','agreement-review')),
  add column ordinary_on date,
  add column ordinary_reason text not null default '',
  add column defence_days integer,                          -- 双方同意缩短的答辩期，工作日；0 为取消
  add check ((simple_on is null) = (simple_ground = '')),
  add check (ordinary_on is null or ordinary_on >= simple_on),
  add check (defence_days is null or (defence_days between 0 and 9 and simple_on is not null));

-- Whose claim it is in a group filing (集体申请): the ordinal of an applicant; 0 if all claim together.
alter table claims add column applicant integer not null default 0 check (applicant >= 0);
