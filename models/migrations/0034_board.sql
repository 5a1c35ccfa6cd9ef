-- +goose Up

-- What stands still (停钟), and who arbitrates: a board counts them.
create index clock_events_halted on clock_events (commission_id) where to_on is null and not restart;
create index roles_of_commission on roles (commission_id, role) where revoked_at is null;
