-- +goose Up

-- The figures by cause (案由): a part of its own beside organisations and towns; unit is the code of the cause.
alter table figure_counters drop constraint figure_counters_part_check;
alter table figure_counters add constraint figure_counters_part_check check (part in ('all','organisation','town','cause'));

-- All counters are made anew at the next start, this part with them.
delete from figure_counters;
delete from figure_checks;
