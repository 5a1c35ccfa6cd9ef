-- +goose Up

-- Whether somebody has seen a message of theirs (未读). What was there before counts as seen.
alter table messages add column read_at timestamptz;
update messages set read_at = queued_at where account_id is not null;
create index messages_unread on messages (account_id, id) where read_at is null and account_id is not null;
