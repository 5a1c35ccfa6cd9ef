-- +goose Up

-- A list can be sorted by the hearing to come and by the case number (排序): each has its key beside the day that is
-- due, in the case and in the lists that are read along their own index. What has none sorts last.
alter table cases add column hearing_key date not null default '2999-12-31', add column number_key bigint not null default 99999999999;
alter table standings add column hearing_key date not null default '2999-12-31', add column number_key bigint not null default 99999999999;
alter table organisation_lists add column hearing_key date not null default '2999-12-31', add column number_key bigint not null default 99999999999;

update cases c set hearing_key = h.hearing_on from hearings h
  where c.state = 'scheduled' and h.commission_id = c.commission_id and h.case_id = c.id and h.opened_on is null
  and not exists (select 1 from hearings n where n.commission_id = h.commission_id and n.case_id = h.case_id and n.no > h.no);
update cases set number_key = substring(number from '〔([0-9]{4})〕')::bigint * 10000000 + substring(number from '〔[0-9]{4}〕第?([0-9]{1,7})')::bigint
  where number ~ '〔[0-9]{4}〕第?[0-9]';
update standings s set hearing_key = c.hearing_key, number_key = c.number_key from cases c
  where c.commission_id = s.commission_id and c.id = s.case_id and (c.number is not null or c.state = 'scheduled');
update organisation_lists o set hearing_key = c.hearing_key, number_key = c.number_key from cases c
  where c.commission_id = o.commission_id and c.id = o.case_id and (c.number is not null or c.state = 'scheduled');

create index cases_docket_hearing on cases (commission_id, open desc, hearing_key, id);
create index cases_docket_number on cases (commission_id, open desc, number_key, id);
create index cases_state_hearing on cases (commission_id, state, hearing_key, id);
create index cases_state_number on cases (commission_id, state, number_key, id);
create index standings_list_hearing on standings (account_id, open desc, hearing_key, case_id, commission_id);
create index standings_list_number on standings (account_id, open desc, number_key, case_id, commission_id);
create index organisation_lists_hearing on organisation_lists (organisation_id, open desc, hearing_key, case_id, commission_id);
create index organisation_lists_number on organisation_lists (organisation_id, open desc, number_key, case_id, commission_id);
create index organisation_lists_state_hearing on organisation_lists (organisation_id, state, hearing_key, case_id, commission_id);
create index organisation_lists_state_number on organisation_lists (organisation_id, state, number_key, case_id, commission_id);
