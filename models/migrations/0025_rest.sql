-- +goose Up

-- Stated as final by the tribunal's word alone: no minimum wage was on record for the day of the award (终局未经核对).
alter table award_items add column unproven boolean not null default false;
