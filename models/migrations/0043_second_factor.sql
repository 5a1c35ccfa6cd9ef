-- +goose Up

-- A second factor at sign-in (两步验证): the secret that an app on somebody's phone shares with us, sealed. It holds
-- once a code of it was typed; the step of the last code used is kept, so that a code is good once.
create table second_factors (
  account_id bigint primary key references accounts(id),
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

-- Codes for whoever has lost the phone (恢复码), each good once. Only keyed digests are kept.
create table recovery_codes (
  account_id bigint not null references accounts(id),
  mac bytea not null,
  used_at timestamptz,
  primary key (account_id, mac)
);
