-- +goose Up

-- How far a case is prepared for its hearing (庭前准备); counted with its clocks by every step. A case from
-- before shows nothing missing until its next step or the next time that its clocks are counted.
alter table cases
  add column ready_served boolean not null default false,
  add column ready_tribunal boolean not null default false,
  add column defence_until date,
  add column evidence_until date;
