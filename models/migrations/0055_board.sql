-- +goose Up

-- What came in lately, for the board: several workers of one employer in a month.
create index cases_opened on cases (commission_id, opened_on);
