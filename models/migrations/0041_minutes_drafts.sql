-- +goose Up

-- What the recorder is typing during a hearing (庭审笔录草稿): saved as it is typed, shown to the room, no version of the
-- minutes yet. One a hearing day; it goes when the minutes are written.
create table minutes_drafts (
  commission_id bigint not null,
  hearing_id bigint not null,
  case_id bigint not null,
  account_id bigint not null references accounts(id),
  text bytea not null,
  points text not null default '',
  version integer not null,
  saved_at timestamptz not null,
  primary key (commission_id, hearing_id),
  foreign key (commission_id, case_id) references cases (commission_id, id),
  foreign key (commission_id, hearing_id) references hearings (commission_id, id)
);
create index minutes_drafts_of on minutes_drafts (commission_id, case_id);
create index minutes_drafts_account on minutes_drafts (account_id);
