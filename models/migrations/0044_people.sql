-- +goose Up

-- A session holds for one round of its account. Another password, another way in, or a disabled account begins the
-- next round, and every session of the one before has ended, wherever it was opened. Sessions from before are of round 0.
alter table accounts add column round integer not null default 0;
alter table accounts add column last_sign_in timestamptz;

-- Everybody who ever held a role in a commission or one of its organisations, for its administrator's list.
create index roles_ever_in_commission on roles (commission_id, account_id);
create index roles_ever_in_organisation on roles (organisation_id, account_id);

-- A message can be about somebody's account alone, and then belongs to no case.
alter table messages alter column case_id drop not null;
