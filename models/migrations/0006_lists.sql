-- +goose Up

-- Names are found by any two signs that follow each other: a Chinese name of two characters has no
-- trigram. The index holds the pairs of each name.
-- +goose StatementBegin
create function name_pairs(name text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct substr(name, k, 2)) from generate_series(1, greatest(length(name) - 1, 1)) k
$$;
-- +goose StatementEnd
create index parties_name_pairs on parties using gin (name_pairs(name));
-- One character finds the names that begin with it; whole names find conflicts of interest.
create index parties_name on parties (commission_id, name text_pattern_ops);

-- Case numbers are found by their end: 〔2026〕1号.
create index cases_number_end on cases (reverse(number) text_pattern_ops) where number is not null;

-- The list of a mediation organisation in its order: what it has or had.
create table organisation_lists (
  commission_id bigint not null,
  organisation_id bigint not null,
  case_id bigint not null,
  state text not null,
  open boolean not null,
  due_key date not null,
  primary key (commission_id, organisation_id, case_id),
  foreign key (commission_id, case_id) references cases (commission_id, id)
);
insert into organisation_lists
  select c.commission_id, o.organisation_id, c.id, c.state, c.open, c.due_key from cases c
  join (select commission_id, id as case_id, organisation_id from cases where organisation_id is not null
    union select commission_id, case_id, organisation_id from mediations) o on o.commission_id = c.commission_id and o.case_id = c.id;
create index organisation_lists_due on organisation_lists (organisation_id, open desc, due_key, case_id, commission_id);
create index organisation_lists_state on organisation_lists (organisation_id, state, due_key, case_id, commission_id);
create index organisation_lists_case on organisation_lists (commission_id, case_id);

-- A person's own list: with the commission, so that a case in which they stand twice comes once.
drop index standings_list;
create index standings_list on standings (account_id, open desc, due_key, case_id, commission_id);

-- Conflicts: few awards are revoked.
create index awards_revoked on awards (commission_id, case_id) where revoked_on is not null;

-- Who holds a role in a commission or an organisation, for forms.
create index roles_in_commission on roles (commission_id, role) where revoked_at is null;
create index roles_in_organisation on roles (organisation_id, role) where revoked_at is null;
