-- +goose Up

-- Which parties agreed to a shorter notice of the hearing, each once; none: nobody did.
alter table hearings add column short_notice_by jsonb; -- 同意提前开庭的当事人
