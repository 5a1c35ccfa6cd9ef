-- +goose Up

-- Names as they are spelled (拼音): whoever types on a phone or in a hurry writes wxm or wangxiaoming. Filled with
-- each party, and by a job for rows from before (null: not spelled yet). What a firm was called earlier (曾用名).
alter table parties
  add column spelled text,
  add column former_name text not null default '';

-- Spellings are long and their pairs of letters common, so they are found by three letters that follow each other.
-- +goose StatementBegin
create function name_triples(name text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct substr(name, k, 3)) from generate_series(1, greatest(length(name) - 2, 1)) k
$$;
-- +goose StatementEnd
create index parties_spelled on parties using gin (name_triples(replace(spelled, '.', '')));
create index parties_former on parties using gin (name_pairs(former_name)) where former_name <> '';
create index parties_unspelled on parties (id) where spelled is null;
