-- +goose Up

-- As how many further cases a group counts (集体争议编号、计数): none, or one for each applicant after the first, as the
-- setting of the day of acceptance says; it has that many numbers after its own.
alter table cases add column counted_more integer not null default 0 check (counted_more between 0 and 299);
