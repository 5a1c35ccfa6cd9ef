-- +goose Up

-- Which day the demo's world stands on, and whether it is whole. No row: this is no demo.
create table demo_world (
  one boolean primary key default true check (one),
  stands_on date not null,
  finished_at timestamptz
);
