-- +goose Up

-- Applications that wait for their correction (等待补正): few at any time, and a list of their own at the registry.
create index applications_correcting on applications (commission_id, case_id) where correction_asked_on is not null and corrected_on is null and decided_on is null;
