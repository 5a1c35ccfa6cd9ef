-- +goose Up

-- Evidence, sealed: until when an exhibit must be kept, until when the store was seen to hold its
-- lock, and when its bytes were last found to be what was handed over.
alter table exhibits add column keep_until date;
alter table exhibits add column retained_until date;
alter table exhibits add column sealed_at timestamptz;
alter table exhibits add column verified_at timestamptz;
alter table exhibits add column copied_to text not null default ''; -- the store that a move has brought it to
update exhibits set keep_until = (filed_on + interval '5 years')::date;
alter table exhibits alter column keep_until set not null;
alter table exhibits add check ((retained_until is null) = (sealed_at is null));
create index exhibits_unsealed on exhibits (commission_id, id) where retained_until is null or retained_until < keep_until;

-- Which store holds the evidence: one row, so that no program can start on another by mistake.
create table evidence_store (
  one boolean primary key default true check (one),
  name text not null,
  since timestamptz not null
);
