-- +goose Up

-- A calendar goes through the hearings of some days (排期).
create index hearings_on on hearings (commission_id, hearing_on);
