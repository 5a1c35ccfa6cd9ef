-- +goose Up

-- Every table of casework begins its key with the commission, and so does every reference between
-- them, so that a distributed PostgreSQL can keep all rows of one commission together (decision 36).

-- Delegations and the roster of organisations had keys of their own.
alter table delegations drop constraint delegations_pkey;
alter table delegations add primary key (commission_id, id);

alter table cases drop constraint cases_organisation_id_fkey;
alter table mediations drop constraint mediations_organisation_id_fkey;
alter table roles drop constraint roles_organisation_id_fkey;
alter table organisations drop constraint organisations_pkey;
alter table organisations add primary key (commission_id, id);
alter table organisations add constraint organisations_id_key unique (id); -- for roles, which may stand outside any commission
alter table cases add foreign key (commission_id, organisation_id) references organisations (commission_id, id);
alter table mediations add foreign key (commission_id, organisation_id) references organisations (commission_id, id);
alter table roles add foreign key (organisation_id) references organisations (id);
alter table organisation_lists add foreign key (commission_id, organisation_id) references organisations (commission_id, id);

-- A distributed table can promise uniqueness only within a commission. References and codes are
-- random and looked up before they are given; numbers begin with the commission's own series.
alter table commissions add constraint commissions_series_key unique (series);
alter table cases drop constraint cases_ref_key;
alter table cases drop constraint cases_number_key;
alter table cases add constraint cases_ref_key unique (commission_id, ref);
alter table cases add constraint cases_number_key unique (commission_id, number);
create index cases_by_ref on cases (ref);
create index cases_by_number on cases (number) where number is not null;
drop index party_codes_mac;
create unique index party_codes_mac on party_codes (commission_id, mac);
create index party_codes_by_mac on party_codes (mac);

-- References that nothing held together so far.
alter table documents add foreign key (commission_id, hearing_id) references hearings (commission_id, id);
alter table messages add foreign key (commission_id, party_id) references parties (commission_id, id);
alter table party_codes add foreign key (commission_id, agent_id) references agents (commission_id, id);
alter table reveals add foreign key (commission_id, party_id) references parties (commission_id, id);
alter table services add foreign key (commission_id, exhibit_id) references exhibits (commission_id, id);
alter table mediation_notes add foreign key (commission_id, case_id) references cases (commission_id, id);
create index documents_hearing on documents (commission_id, hearing_id);
create index messages_party on messages (commission_id, party_id);
create index party_codes_agent on party_codes (commission_id, agent_id);
create index reveals_party on reveals (commission_id, party_id);
create index services_exhibit on services (commission_id, exhibit_id);
