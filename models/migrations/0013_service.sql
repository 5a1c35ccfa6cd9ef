-- +goose Up

-- One record for each paper, recipient and way, with a state of its own (decision 52). What was
-- served before this migration is served.
alter table services drop constraint services_commission_id_document_id_party_id_key;
alter table services drop constraint services_method_check;
alter table services alter column served_on drop not null;
alter table services alter column proof set default '';
alter table services
  add column state text not null default 'served' check (state in ('queued','sent','delivered','refused','undeliverable','served','overtaken')),
  add column sent_on date,                          -- 送出、公告之日
  add column delivered_on date,                     -- 到达、留下之日
  add column ended_on date,                         -- 拒收、退回、改用其他方式之日
  add column deems_on date,                         -- 视为送达之日
  add column receiver_kind text not null default '',
  add column ground text not null default '',
  add column place text not null default '',        -- 公告发布处
  add column reason bytea,                          -- 原因和经过，加密
  add check (method in ('direct','left-with-proof','left-at-door','post','entrusted','electronic','public_notice','simple-means','through-unit')),
  add check ((state = 'served') = (served_on is not null)),
  add check (sent_on <= delivered_on),
  add check (sent_on <= served_on),
  add check (delivered_on <= served_on),
  add check (sent_on <= ended_on);

-- A paper is served on a recipient once, and is on its way in one record for each way.
create unique index services_once on services (commission_id, document_id, party_id) where state = 'served';
create unique index services_under_way on services (commission_id, document_id, party_id, method) where state in ('queued','sent','delivered');
create index services_document on services (commission_id, document_id, party_id);
-- What becomes service by itself, what waits for somebody, and what is announced.
create index services_deeming on services (deems_on) where state in ('sent','delivered') and deems_on is not null;
create index services_waiting on services (commission_id, id) where state in ('queued','sent','delivered');

-- The proof of service is a file of the main volume, numbered 送1, 送2.
alter table exhibits drop constraint exhibits_side_check;
alter table exhibits add constraint exhibits_side_check check (side in ('applicant','respondent','commission','service'));
