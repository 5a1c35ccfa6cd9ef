-- +goose Up

-- Whom a party phones while an organisation mediates.
alter table organisations add column phone text not null default '';
