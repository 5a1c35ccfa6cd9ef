-- +goose Up

-- The secret address of somebody's calendar feed (日历订阅), one for each account. Only its digest is kept.
create table feeds (
  account_id bigint primary key references accounts(id),
  digest bytea not null unique,
  made_at timestamptz not null
);
