-- +goose Up

-- The moments of a hearing day (开庭当天): when it was announced, opened and ended, as they were recorded; none for what was
-- entered on a later day. The queue of a room (候庭) and the reminders go by them.
alter table hearings add column announced_at timestamptz, add column opened_at timestamptz, add column ended_at timestamptz;
create index hearings_to_come on hearings (hearing_on) where opened_on is null;

-- A reminder of a hearing (开庭提醒) is a message that names the hearing, and the agent whom it goes to. One of a kind for each
-- person: whoever tries a second time writes nothing.
alter table messages add column hearing_id bigint, add column agent_id bigint,
  add foreign key (commission_id, hearing_id) references hearings (commission_id, id),
  add foreign key (commission_id, agent_id) references agents (commission_id, id);
create unique index messages_reminder on messages (commission_id, hearing_id, name, party_id, coalesce(agent_id, 0)) where hearing_id is not null;
create index messages_agent on messages (commission_id, agent_id) where agent_id is not null;
