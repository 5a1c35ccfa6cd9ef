-- +goose Up

-- What the expected date of a case is counted from: the cases of a commission that were closed, by the
-- day, with how long they took, so that a year of them is one range of the index and no row is visited.
create index cases_spent on cases (commission_id, closed_on) include (accepted_on, cause)
  where closed_on is not null and accepted_on is not null and mode not in ('CANCELLED', 'TRANSFERRED');
