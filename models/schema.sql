-- The schema as the migrations make it. Golden: go test ./models -run Schema -update

accounts
  id bigint not null identity
  login text not null
  name text not null
  unit text not null default ''::text
  password text not null default ''::text
  system boolean not null default false
  disabled boolean not null default false
  created_at timestamp with time zone not null
  round integer not null default 0
  last_sign_in timestamp with time zone
  UNIQUE (login)
  PRIMARY KEY (id)
  CHECK (((login = lower(login)) AND ((length(login) >= 2) AND (length(login) <= 64))))
  CREATE UNIQUE INDEX accounts_login_key ON public.accounts USING btree (login)
  CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (id)

agents
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  name text not null
  kind text not null
  special boolean not null default false
  proof text not null default ''::text
  phone bytea
  account_id bigint
  appointed_on date not null
  ended_on date
  no_charge boolean not null default false
  exhibit_id bigint
  end_reason text not null default ''::text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, exhibit_id) REFERENCES exhibits(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CREATE INDEX agents_account ON public.agents USING btree (account_id)
  CREATE INDEX agents_exhibit ON public.agents USING btree (commission_id, exhibit_id)
  CREATE INDEX agents_of ON public.agents USING btree (commission_id, case_id)
  CREATE INDEX agents_party ON public.agents USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX agents_pkey ON public.agents USING btree (commission_id, id)

agreement_marks
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  agreement_id bigint not null
  mark text not null
  party_id bigint
  marked_on date not null
  account_id bigint not null
  paper bytea
  recorded_at timestamp with time zone not null
  digest bytea
  UNIQUE (commission_id, agreement_id, mark)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, agreement_id) REFERENCES agreements(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CREATE INDEX agreement_marks_account ON public.agreement_marks USING btree (account_id)
  CREATE UNIQUE INDEX agreement_marks_commission_id_agreement_id_mark_key ON public.agreement_marks USING btree (commission_id, agreement_id, mark)
  CREATE INDEX agreement_marks_of ON public.agreement_marks USING btree (commission_id, case_id)
  CREATE INDEX agreement_marks_party ON public.agreement_marks USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX agreement_marks_pkey ON public.agreement_marks USING btree (commission_id, id)

agreements
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  mediation_id bigint not null
  drafted_on date not null
  amount bigint not null
  terms bytea
  perform_by date not null
  in_force_on date
  performed_on date
  broken_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, mediation_id) REFERENCES mediations(commission_id, id)
  CHECK ((amount >= 0))
  CREATE INDEX agreements_mediation ON public.agreements USING btree (commission_id, mediation_id)
  CREATE INDEX agreements_of ON public.agreements USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX agreements_pkey ON public.agreements USING btree (commission_id, id)

applications
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  first_received_on date not null
  received_on date not null
  oral boolean not null default false
  corrections integer not null default 0
  correction_asked_on date
  correction_items text not null default ''::text
  corrected_on date
  in_scope boolean
  clear_claims boolean
  right_parties boolean
  jurisdiction boolean
  decided_on date
  outcome text
  reason text not null default ''::text
  ground text not null default ''::text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((decided_on IS NULL) = (outcome IS NULL)))
  CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'referred'::text, 'withdrawn'::text])))
  CREATE INDEX applications_correcting ON public.applications USING btree (commission_id, case_id) WHERE ((correction_asked_on IS NOT NULL) AND (corrected_on IS NULL) AND (decided_on IS NULL))
  CREATE INDEX applications_decided ON public.applications USING btree (commission_id, decided_on) WHERE (decided_on IS NOT NULL)
  CREATE INDEX applications_of ON public.applications USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX applications_pkey ON public.applications USING btree (commission_id, id)

appraisal_costs
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  recorded_on date not null
  agency text not null
  agreed boolean not null
  asked_by text not null
  amount bigint not null
  result text not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((amount > 0))
  CHECK ((asked_by = ANY (ARRAY['applicant'::text, 'respondent'::text])))
  CHECK ((result = ANY (ARRAY['against-applicant'::text, 'against-respondent'::text, 'result-unclear'::text])))
  CREATE INDEX appraisal_costs_of ON public.appraisal_costs USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX appraisal_costs_pkey ON public.appraisal_costs USING btree (commission_id, id)

attempts
  kind text not null
  subject bytea not null
  since timestamp with time zone not null
  n integer not null
  PRIMARY KEY (kind, subject)
  CREATE UNIQUE INDEX attempts_pkey ON public.attempts USING btree (kind, subject)

award_drafts
  commission_id bigint not null
  case_id bigint not null
  account_id bigint not null
  version integer not null
  typed bytea
  saved_at timestamp with time zone not null
  PRIMARY KEY (commission_id, case_id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((version > 0))
  CREATE INDEX award_drafts_account ON public.award_drafts USING btree (account_id)
  CREATE UNIQUE INDEX award_drafts_pkey ON public.award_drafts USING btree (commission_id, case_id)

award_forces
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  award_no integer not null
  party text not null
  in_force_on date
  noted_on date
  UNIQUE (commission_id, case_id, award_no, party)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE UNIQUE INDEX award_forces_commission_id_case_id_award_no_party_key ON public.award_forces USING btree (commission_id, case_id, award_no, party)
  CREATE INDEX award_forces_due ON public.award_forces USING btree (in_force_on) WHERE ((noted_on IS NULL) AND (in_force_on IS NOT NULL))
  CREATE UNIQUE INDEX award_forces_pkey ON public.award_forces USING btree (commission_id, id)

award_items
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  kind text not null
  award_no integer not null
  claim_no integer not null
  party text not null default ''::text
  decision text not null
  amount bigint not null
  final boolean not null
  rule text not null default ''::text
  found bytea
  unproven boolean not null default false
  UNIQUE (commission_id, case_id, kind, award_no, claim_no, party)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((amount >= 0))
  CHECK ((decision = ANY (ARRAY['supported'::text, 'partly'::text, 'rejected'::text])))
  CHECK ((kind = ANY (ARRAY['award'::text, 'partial'::text, 'preliminary'::text])))
  CREATE UNIQUE INDEX award_items_commission_id_case_id_kind_award_no_claim_no_pa_key ON public.award_items USING btree (commission_id, case_id, kind, award_no, claim_no, party)
  CREATE UNIQUE INDEX award_items_pkey ON public.award_items USING btree (commission_id, id)

awards
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  final boolean not null
  made_on date not null
  amount bigint not null
  corrected_on date
  revoked_on date
  no integer not null default 1
  number text not null default ''::text
  kind text not null default 'award'::text
  ground text not null default ''::text
  UNIQUE (commission_id, case_id, kind, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((kind = ANY (ARRAY['award'::text, 'partial'::text, 'preliminary'::text])))
  CREATE UNIQUE INDEX awards_commission_id_case_id_kind_no_key ON public.awards USING btree (commission_id, case_id, kind, no)
  CREATE UNIQUE INDEX awards_pkey ON public.awards USING btree (commission_id, id)
  CREATE INDEX awards_revoked ON public.awards USING btree (commission_id, case_id) WHERE (revoked_on IS NOT NULL)

bundles
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  asked_by bigint not null
  asked_at timestamp with time zone not null
  state text not null
  listed integer not null
  done integer not null default 0
  newest bigint not null
  moved_at timestamp with time zone not null
  finished_at timestamp with time zone
  expires_at timestamp with time zone not null
  pages integer not null default 0
  left_out jsonb not null default '[]'::jsonb
  said jsonb not null default '{}'::jsonb
  media_type text not null default 'application/pdf'::text
  size bigint not null default 0
  digest bytea
  object_key text not null default ''::text
  object_version text not null default ''::text
  verified_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (asked_by) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((done >= 0) AND (done <= listed)))
  CHECK (((state = 'done'::text) = (digest IS NOT NULL)))
  CHECK (((state = 'done'::text) = (object_key <> ''::text)))
  CHECK ((length(digest) = 32))
  CHECK ((state = ANY (ARRAY['queued'::text, 'working'::text, 'done'::text, 'failed'::text])))
  CREATE INDEX bundles_asked_by ON public.bundles USING btree (asked_by)
  CREATE INDEX bundles_expire ON public.bundles USING btree (expires_at)
  CREATE INDEX bundles_object ON public.bundles USING btree (object_key)
  CREATE INDEX bundles_of ON public.bundles USING btree (commission_id, case_id, id DESC)
  CREATE UNIQUE INDEX bundles_pkey ON public.bundles USING btree (commission_id, id)
  CREATE UNIQUE INDEX bundles_under_way ON public.bundles USING btree (commission_id, case_id) WHERE (state = ANY (ARRAY['queued'::text, 'working'::text]))

calculations
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  claim_no integer not null
  code text not null
  decided boolean not null default false
  capacity text not null
  account_id bigint not null
  made_on date not null
  content bytea not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX calculations_account ON public.calculations USING btree (account_id)
  CREATE INDEX calculations_of ON public.calculations USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX calculations_pkey ON public.calculations USING btree (commission_id, id)

carry_overs
  commission_id bigint not null
  id bigint not null identity
  made_by bigint not null
  made_at timestamp with time zone not null
  file_name text not null
  digest bytea not null
  sheet bytea not null
  mapping jsonb not null
  expect_open integer
  state text not null
  leave_bad boolean not null default false
  lines integer not null default 0
  at integer not null default 0
  taken integer not null default 0
  there integer not null default 0
  bad integer not null default 0
  findings jsonb not null default '[]'::jsonb
  years jsonb not null default '[]'::jsonb
  said jsonb not null default '{}'::jsonb
  finished_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (made_by) REFERENCES accounts(id)
  CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'failed'::text])))
  CREATE INDEX carry_overs_made_by ON public.carry_overs USING btree (made_by)
  CREATE UNIQUE INDEX carry_overs_pkey ON public.carry_overs USING btree (commission_id, id)

case_events
  commission_id bigint not null
  case_id bigint not null
  no integer not null
  event text not null
  happened_on date not null
  recorded_at timestamp with time zone not null
  account_id bigint not null
  capacity text not null
  rule text not null
  from_state text not null
  to_state text not null
  mode text not null default ''::text
  detail jsonb not null default '{}'::jsonb
  canonical bytea not null
  hash bytea not null
  PRIMARY KEY (commission_id, case_id, no)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX case_events_account ON public.case_events USING btree (account_id)
  CREATE UNIQUE INDEX case_events_pkey ON public.case_events USING btree (commission_id, case_id, no)
  CREATE TRIGGER case_events_append_only BEFORE DELETE OR UPDATE ON public.case_events FOR EACH ROW EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER case_events_no_truncate BEFORE TRUNCATE ON public.case_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

cases
  commission_id bigint not null
  id bigint not null identity
  ref text not null
  code_version integer not null default 1
  state text not null
  state_since date not null
  opened_on date not null
  number text
  cause text not null default ''::text
  town text not null default ''::text
  facts text not null default ''::text
  organisation_id bigint
  advisor_id bigint
  accepted_on date
  accepted_by bigint
  defence_on date
  extension_days integer not null default 0
  extension_on date
  withdrawal_asked_on date
  withdrawal_settled boolean not null default false
  tribunal_mediation_on date
  tribunal_agreed boolean not null default false
  tribunal_terms text not null default ''::text
  tribunal_size integer not null default 0
  tribunal_formed_on date
  closed_on date
  mode text
  suit_on date
  archived_on date
  version integer not null default 0
  events integer not null default 0
  head bytea not null default '\x'::bytea
  open boolean not null default true
  due_key date not null default '2999-12-31'::date
  next_who text not null default ''::text
  created_at timestamp with time zone not null
  mediated_amount bigint
  due_period text not null default ''::text
  amber_on date not null default '2999-12-31'::date
  red_on date not null default '2999-12-31'::date
  employment text not null default ''::text
  employment_ended_on date
  performance_place text not null default ''::text
  performance_proof text not null default ''::text
  employer_place text not null default ''::text
  employer_proof text not null default ''::text
  evidence_applicant_until date
  evidence_respondent_until date
  preserved_on date
  enforcement_on date
  disposed_on date
  simple_on date
  simple_ground text not null default ''::text
  ordinary_on date
  ordinary_reason text not null default ''::text
  defence_days integer
  joint_id bigint
  earlier_ref text not null default ''::text
  later_ref text not null default ''::text
  kept_until date
  counted_more integer not null default 0
  ready_served boolean not null default false
  ready_tribunal boolean not null default false
  defence_until date
  evidence_until date
  hearing_key date not null default '2999-12-31'::date
  number_key bigint not null default '99999999999'::bigint
  UNIQUE (commission_id, number)
  UNIQUE (commission_id, ref)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (accepted_by) REFERENCES accounts(id)
  FOREIGN KEY (advisor_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (commission_id, joint_id) REFERENCES joint_hearings(commission_id, id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  CHECK (((closed_on IS NULL) = (mode IS NULL)))
  CHECK (((counted_more >= 0) AND (counted_more <= 299)))
  CHECK (((defence_days IS NULL) OR (((defence_days >= 0) AND (defence_days <= 9)) AND (simple_on IS NOT NULL))))
  CHECK (((extension_days >= 0) AND (extension_days <= 15)))
  CHECK (((number IS NULL) OR (accepted_on IS NOT NULL)))
  CHECK (((ordinary_on IS NULL) OR (ordinary_on >= simple_on)))
  CHECK (((simple_on IS NULL) = (simple_ground = ''::text)))
  CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL)))
  CHECK ((employment = ANY (ARRAY[''::text, 'contract'::text, 'dispatch'::text, 'part-time'::text, 'appointed'::text])))
  CHECK ((mediated_amount >= 0))
  CHECK ((ref ~ '^[2-9A-HJ-NP-Z]{12}$'::text))
  CHECK ((simple_ground = ANY (ARRAY[''::text, 'clear-facts'::text, 'small-amount'::text, 'both-agree'::text, 'agreement-review'::text])))
  CREATE INDEX cases_accepted ON public.cases USING btree (commission_id, accepted_on) WHERE (accepted_on IS NOT NULL)
  CREATE INDEX cases_accepted_by ON public.cases USING btree (accepted_by)
  CREATE INDEX cases_advisor ON public.cases USING btree (advisor_id)
  CREATE INDEX cases_by_number ON public.cases USING btree (number) WHERE (number IS NOT NULL)
  CREATE INDEX cases_by_ref ON public.cases USING btree (ref)
  CREATE INDEX cases_closed ON public.cases USING btree (commission_id, closed_on) WHERE (closed_on IS NOT NULL)
  CREATE INDEX cases_disposal ON public.cases USING btree (commission_id, kept_until, id) WHERE ((archived_on IS NOT NULL) AND (disposed_on IS NULL))
  CREATE INDEX cases_docket ON public.cases USING btree (commission_id, open DESC, due_key, id)
  CREATE INDEX cases_docket_hearing ON public.cases USING btree (commission_id, open DESC, hearing_key, id)
  CREATE INDEX cases_docket_number ON public.cases USING btree (commission_id, open DESC, number_key, id)
  CREATE INDEX cases_joint ON public.cases USING btree (commission_id, joint_id) WHERE (joint_id IS NOT NULL)
  CREATE INDEX cases_number_end ON public.cases USING btree (reverse(number) text_pattern_ops) WHERE (number IS NOT NULL)
  CREATE UNIQUE INDEX cases_number_key ON public.cases USING btree (commission_id, number)
  CREATE INDEX cases_open ON public.cases USING btree (commission_id, accepted_on) WHERE ((accepted_on IS NOT NULL) AND (closed_on IS NULL))
  CREATE INDEX cases_opened ON public.cases USING btree (commission_id, opened_on)
  CREATE INDEX cases_organisation ON public.cases USING btree (organisation_id, open DESC, due_key, id)
  CREATE UNIQUE INDEX cases_pkey ON public.cases USING btree (commission_id, id)
  CREATE UNIQUE INDEX cases_ref_key ON public.cases USING btree (commission_id, ref)
  CREATE INDEX cases_span ON public.cases USING btree (commission_id, closed_on, accepted_on) WHERE (closed_on IS NOT NULL)
  CREATE INDEX cases_spent ON public.cases USING btree (commission_id, closed_on) INCLUDE (accepted_on, cause) WHERE ((closed_on IS NOT NULL) AND (accepted_on IS NOT NULL) AND (mode <> ALL (ARRAY['CANCELLED'::text, 'TRANSFERRED'::text])))
  CREATE INDEX cases_state ON public.cases USING btree (commission_id, state, due_key, id)
  CREATE INDEX cases_state_hearing ON public.cases USING btree (commission_id, state, hearing_key, id)
  CREATE INDEX cases_state_number ON public.cases USING btree (commission_id, state, number_key, id)

claim_changes
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  asked_on date not null
  claims bytea not null
  reason bytea not null
  switch boolean not null default false
  decided_on date
  accepted boolean
  waived boolean not null default false
  answered_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((decided_on IS NULL) = (accepted IS NULL)))
  CHECK ((decided_on >= asked_on))
  CREATE INDEX claim_changes_of ON public.claim_changes USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX claim_changes_pkey ON public.claim_changes USING btree (commission_id, id)
  CREATE UNIQUE INDEX claim_changes_waiting ON public.claim_changes USING btree (commission_id, case_id) WHERE (decided_on IS NULL)

claims
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  no integer not null
  code text not null
  title text not null default ''::text
  amount bigint not null default 0
  period_from date
  period_to date
  basis text not null default ''::text
  decision text
  awarded bigint
  final boolean
  reasons text not null default ''::text
  known_on date
  in_service boolean not null default false
  joint boolean not null default false
  applicant integer not null default 0
  counter boolean not null default false
  UNIQUE (commission_id, case_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((amount >= 0))
  CHECK ((applicant >= 0))
  CHECK ((awarded >= 0))
  CHECK ((decision = ANY (ARRAY['supported'::text, 'partly'::text, 'rejected'::text])))
  CREATE UNIQUE INDEX claims_commission_id_case_id_no_key ON public.claims USING btree (commission_id, case_id, no)
  CREATE UNIQUE INDEX claims_pkey ON public.claims USING btree (commission_id, id)

clock_events
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  kind text not null
  restart boolean not null default false
  from_on date not null
  to_on date
  ground text not null default ''::text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((to_on IS NULL) OR (to_on >= from_on)))
  CREATE INDEX clock_events_halted ON public.clock_events USING btree (commission_id) WHERE ((to_on IS NULL) AND (NOT restart))
  CREATE INDEX clock_events_of ON public.clock_events USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX clock_events_pkey ON public.clock_events USING btree (commission_id, id)
  CREATE INDEX clock_events_suspension ON public.clock_events USING btree (commission_id, from_on) WHERE ((kind = 'suspension'::text) AND (NOT restart))

clocks
  commission_id bigint not null
  case_id bigint not null
  period text not null
  party text not null default ''::text
  starts_on date not null
  natural_on date
  due_on date
  safe_on date
  done_on date
  provisional boolean not null default false
  stopped boolean not null default false
  rule text not null default ''::text
  extension integer not null default 0
  started_by integer
  done_by integer
  due_key date not null default '2999-12-31'::date
  runs boolean not null default false
  its_right boolean not null default false
  lapsed_on date
  story jsonb
  PRIMARY KEY (commission_id, case_id, period, party)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX clocks_award_open ON public.clocks USING btree (commission_id, due_on, case_id) WHERE ((period = 'award'::text) AND (done_on IS NULL))
  CREATE INDEX clocks_copy_open ON public.clocks USING btree (commission_id, due_on) WHERE ((period = 'copy'::text) AND (done_on IS NULL))
  CREATE INDEX clocks_due ON public.clocks USING btree (commission_id, due_on) WHERE (done_on IS NULL)
  CREATE INDEX clocks_duties ON public.clocks USING btree (commission_id, due_key, case_id, period, party) WHERE (runs AND (NOT its_right))
  CREATE INDEX clocks_lapse ON public.clocks USING btree (period, due_key) WHERE (runs AND (NOT its_right) AND (lapsed_on IS NULL))
  CREATE UNIQUE INDEX clocks_pkey ON public.clocks USING btree (commission_id, case_id, period, party)
  CREATE INDEX clocks_remedy ON public.clocks USING btree (commission_id, due_on, case_id) WHERE (period = ANY (ARRAY['suit'::text, 'worker-suit'::text, 'set-aside'::text]))
  CREATE INDEX clocks_rights ON public.clocks USING btree (commission_id, due_key, case_id, period, party) WHERE (runs AND its_right)

commission_events
  commission_id bigint not null
  no integer not null
  event text not null
  happened_on date not null
  recorded_at timestamp with time zone not null
  account_id bigint not null
  capacity text not null
  rule text not null
  detail jsonb not null default '{}'::jsonb
  canonical bytea not null
  hash bytea not null
  PRIMARY KEY (commission_id, no)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CREATE INDEX commission_events_account ON public.commission_events USING btree (account_id)
  CREATE UNIQUE INDEX commission_events_pkey ON public.commission_events USING btree (commission_id, no)
  CREATE TRIGGER commission_events_append_only BEFORE DELETE OR UPDATE ON public.commission_events FOR EACH ROW EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER commission_events_no_truncate BEFORE TRUNCATE ON public.commission_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

commissions
  id bigint not null identity
  name text not null
  name_en text not null default ''::text
  series text not null
  address text not null default ''::text
  phone text not null default ''::text
  success_2023 integer
  events integer not null default 0
  head bytea
  UNIQUE (series)
  PRIMARY KEY (id)
  CHECK (((success_2023 >= 0) AND (success_2023 <= 10000)))
  CREATE UNIQUE INDEX commissions_pkey ON public.commissions USING btree (id)
  CREATE UNIQUE INDEX commissions_series_key ON public.commissions USING btree (series)

consents
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  about text not null
  given_on date not null
  proof bytea not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK ((about = ANY (ARRAY['settle'::text, 'withdraw'::text, 'change'::text])))
  CREATE INDEX consents_of ON public.consents USING btree (commission_id, case_id)
  CREATE INDEX consents_party ON public.consents USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX consents_pkey ON public.consents USING btree (commission_id, id)

corrections
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  application_id bigint not null
  no integer not null
  asked_on date not null
  mend_by date
  completed_on date
  reason text not null default ''::text
  UNIQUE (commission_id, application_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, application_id) REFERENCES applications(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((completed_on IS NULL) OR (completed_on >= asked_on)))
  CREATE UNIQUE INDEX corrections_commission_id_application_id_no_key ON public.corrections USING btree (commission_id, application_id, no)
  CREATE INDEX corrections_of ON public.corrections USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX corrections_pkey ON public.corrections USING btree (commission_id, id)

counter_applications
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  asked_on date not null
  claims bytea not null
  reason bytea not null
  decided_on date
  result text
  answer bytea
  answered_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((answered_on IS NULL) OR (result = 'joined'::text)))
  CHECK (((decided_on IS NULL) = (result IS NULL)))
  CHECK ((decided_on >= asked_on))
  CHECK ((result = ANY (ARRAY['joined'::text, 'separate'::text, 'not-accepted'::text])))
  CREATE INDEX counter_applications_of ON public.counter_applications USING btree (commission_id, case_id)
  CREATE INDEX counter_applications_party ON public.counter_applications USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX counter_applications_pkey ON public.counter_applications USING btree (commission_id, id)
  CREATE UNIQUE INDEX counter_applications_waiting ON public.counter_applications USING btree (commission_id, case_id) WHERE (decided_on IS NULL)

counters
  commission_id bigint not null
  series text not null
  year integer not null
  n integer not null
  PRIMARY KEY (commission_id, series, year)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CREATE UNIQUE INDEX counters_pkey ON public.counters USING btree (commission_id, series, year)

court_moves
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  no integer not null
  kind text not null
  award_no integer not null
  party text not null
  worker boolean not null
  workers text not null default ''::text
  court text not null
  filed_on date not null
  outcome text not null default ''::text
  cause text not null default ''::text
  ruled_on date
  UNIQUE (commission_id, case_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((outcome = ''::text) = (ruled_on IS NULL)))
  CHECK ((cause = ANY (ARRAY[''::text, 'new-evidence'::text, 'law'::text, 'fact'::text, 'procedure'::text])))
  CHECK ((kind = ANY (ARRAY['suit'::text, 'set-aside'::text, 'no-enforcement'::text])))
  CHECK ((outcome = ANY (ARRAY[''::text, 'judged'::text, 'changed'::text, 'settled'::text, 'withdrawn'::text, 'late'::text, 'not-dispute'::text, 'granted'::text, 'refused'::text])))
  CREATE UNIQUE INDEX court_moves_commission_id_case_id_no_key ON public.court_moves USING btree (commission_id, case_id, no)
  CREATE UNIQUE INDEX court_moves_pkey ON public.court_moves USING btree (commission_id, id)
  CREATE INDEX court_moves_ruled ON public.court_moves USING btree (commission_id, ruled_on) WHERE (ruled_on IS NOT NULL)

court_stages
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  agreement_id bigint not null
  way text not null
  stage text not null
  reached_on date not null
  court text not null
  kinds text not null default ''::text
  reason text not null default ''::text
  UNIQUE (commission_id, agreement_id, way, stage)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, agreement_id) REFERENCES agreements(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((way = ANY (ARRAY['confirmation'::text, 'payment-order'::text])))
  CREATE UNIQUE INDEX court_stages_commission_id_agreement_id_way_stage_key ON public.court_stages USING btree (commission_id, agreement_id, way, stage)
  CREATE INDEX court_stages_of ON public.court_stages USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX court_stages_pkey ON public.court_stages USING btree (commission_id, id)

defects
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  correction_id bigint not null
  subject text not null default ''::text
  field text not null
  missing bytea not null
  was bytea not null
  mended_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, correction_id) REFERENCES corrections(commission_id, id)
  CREATE INDEX defects_correction ON public.defects USING btree (commission_id, correction_id)
  CREATE INDEX defects_of ON public.defects USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX defects_pkey ON public.defects USING btree (commission_id, id)

delegations
  id bigint not null identity
  commission_id bigint not null
  giver_id bigint not null
  taker_id bigint not null
  scope text not null
  from_on date not null
  until_on date not null
  given_at timestamp with time zone not null
  ended_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (giver_id) REFERENCES accounts(id)
  FOREIGN KEY (taker_id) REFERENCES accounts(id)
  CHECK ((until_on >= from_on))
  CREATE INDEX delegations_giver ON public.delegations USING btree (giver_id)
  CREATE UNIQUE INDEX delegations_pkey ON public.delegations USING btree (commission_id, id)
  CREATE INDEX delegations_taker ON public.delegations USING btree (taker_id, until_on)

demo_world
  one boolean not null default true
  stands_on date not null
  finished_at timestamp with time zone
  PRIMARY KEY (one)
  CHECK (one)
  CREATE UNIQUE INDEX demo_world_pkey ON public.demo_world USING btree (one)

documents
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  paper text not null
  number text not null default ''::text
  drafted_on date not null
  event_no integer not null
  addressees text not null default ''::text
  content bytea not null
  digest bytea not null
  hearing_id bigint
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  CREATE INDEX documents_hearing ON public.documents USING btree (commission_id, hearing_id)
  CREATE INDEX documents_of ON public.documents USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX documents_pkey ON public.documents USING btree (commission_id, id)

draft_files
  commission_id bigint not null
  id bigint not null identity
  draft_id bigint not null
  item integer not null
  file_name text not null
  media_type text not null
  size bigint not null
  digest bytea not null
  object_key text not null
  object_version text not null default ''::text
  added_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, draft_id) REFERENCES drafts(commission_id, id) ON DELETE CASCADE
  CHECK ((item > 0))
  CREATE INDEX draft_files_object ON public.draft_files USING btree (object_key)
  CREATE INDEX draft_files_of ON public.draft_files USING btree (commission_id, draft_id)
  CREATE UNIQUE INDEX draft_files_pkey ON public.draft_files USING btree (commission_id, id)

drafts
  commission_id bigint not null
  id bigint not null identity
  code_mac bytea not null
  account_id bigint
  answers bytea not null
  version integer not null default 0
  created_at timestamp with time zone not null
  saved_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ref text not null default ''::text
  sent_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CREATE INDEX drafts_account ON public.drafts USING btree (account_id)
  CREATE UNIQUE INDEX drafts_code ON public.drafts USING btree (commission_id, code_mac)
  CREATE INDEX drafts_expire ON public.drafts USING btree (expires_at)
  CREATE UNIQUE INDEX drafts_pkey ON public.drafts USING btree (commission_id, id)

duties
  commission_id bigint not null
  id bigint not null identity
  organisation_id bigint not null
  account_id bigint not null
  duty_on date not null
  set_by bigint not null
  set_at timestamp with time zone not null
  UNIQUE (commission_id, organisation_id, duty_on, account_id)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  FOREIGN KEY (set_by) REFERENCES accounts(id)
  CREATE INDEX duties_account ON public.duties USING btree (account_id, duty_on)
  CREATE UNIQUE INDEX duties_commission_id_organisation_id_duty_on_account_id_key ON public.duties USING btree (commission_id, organisation_id, duty_on, account_id)
  CREATE UNIQUE INDEX duties_pkey ON public.duties USING btree (commission_id, id)
  CREATE INDEX duties_set_by ON public.duties USING btree (set_by)

entrustments
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  organisation_id bigint not null
  consented_on date not null
  ended_on date
  outcome text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  CHECK (((ended_on IS NULL) = (outcome IS NULL)))
  CHECK ((outcome = ANY (ARRAY['agreed'::text, 'failed'::text])))
  CREATE INDEX entrustments_of ON public.entrustments USING btree (commission_id, case_id)
  CREATE INDEX entrustments_organisation ON public.entrustments USING btree (commission_id, organisation_id)
  CREATE UNIQUE INDEX entrustments_pkey ON public.entrustments USING btree (commission_id, id)

evidence_store
  one boolean not null default true
  name text not null
  since timestamp with time zone not null
  PRIMARY KEY (one)
  CHECK (one)
  CREATE UNIQUE INDEX evidence_store_pkey ON public.evidence_store USING btree (one)

evidence_takings
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  kind text not null
  asked_on date not null
  subject bytea not null
  decided_on date
  granted boolean
  answer bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((decided_on IS NULL) = (granted IS NULL)))
  CHECK ((decided_on >= asked_on))
  CHECK ((kind = ANY (ARRAY['collect'::text, 'appraise'::text, 'witness'::text])))
  CREATE INDEX evidence_takings_of ON public.evidence_takings USING btree (commission_id, case_id)
  CREATE INDEX evidence_takings_party ON public.evidence_takings USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX evidence_takings_pkey ON public.evidence_takings USING btree (commission_id, id)
  CREATE UNIQUE INDEX evidence_takings_waiting ON public.evidence_takings USING btree (commission_id, case_id) WHERE (decided_on IS NULL)

exhibit_examinations
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  exhibit_id bigint not null
  party_id bigint not null
  made_on date not null
  authentic boolean not null
  lawful boolean not null
  relevant boolean not null
  remark bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, exhibit_id) REFERENCES exhibits(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CREATE INDEX exhibit_examinations_exhibit ON public.exhibit_examinations USING btree (commission_id, exhibit_id)
  CREATE INDEX exhibit_examinations_of ON public.exhibit_examinations USING btree (commission_id, case_id)
  CREATE INDEX exhibit_examinations_party ON public.exhibit_examinations USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX exhibit_examinations_pkey ON public.exhibit_examinations USING btree (commission_id, id)

exhibits
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  side text not null
  no integer not null
  title text not null
  proves text not null default ''::text
  claim_no integer
  file_name text not null
  media_type text not null
  size bigint not null
  digest bytea not null
  object_key text not null
  object_version text not null default ''::text
  late_reason text not null default ''::text
  filed_on date not null
  filed_by bigint not null
  filed_at timestamp with time zone not null
  keep_until date not null
  retained_until date
  sealed_at timestamp with time zone
  verified_at timestamp with time zone
  copied_to text not null default ''::text
  original_of bigint
  UNIQUE (commission_id, case_id, side, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, original_of) REFERENCES exhibits(commission_id, id)
  FOREIGN KEY (filed_by) REFERENCES accounts(id)
  CHECK (((retained_until IS NULL) = (sealed_at IS NULL)))
  CHECK (((side = 'original'::text) = (original_of IS NOT NULL)))
  CHECK ((length(digest) = 32))
  CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text, 'commission'::text, 'service'::text, 'original'::text])))
  CHECK ((size > 0))
  CREATE UNIQUE INDEX exhibits_commission_id_case_id_side_no_key ON public.exhibits USING btree (commission_id, case_id, side, no)
  CREATE INDEX exhibits_filed_by ON public.exhibits USING btree (filed_by)
  CREATE INDEX exhibits_object ON public.exhibits USING btree (object_key)
  CREATE INDEX exhibits_originals ON public.exhibits USING btree (commission_id, original_of) WHERE (original_of IS NOT NULL)
  CREATE UNIQUE INDEX exhibits_pkey ON public.exhibits USING btree (commission_id, id)
  CREATE INDEX exhibits_unsealed ON public.exhibits USING btree (commission_id, id) WHERE ((retained_until IS NULL) OR (retained_until < keep_until))

feeds
  account_id bigint not null
  digest bytea not null
  made_at timestamp with time zone not null
  UNIQUE (digest)
  PRIMARY KEY (account_id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  CREATE UNIQUE INDEX feeds_digest_key ON public.feeds USING btree (digest)
  CREATE UNIQUE INDEX feeds_pkey ON public.feeds USING btree (account_id)

figure_checks
  commission_id bigint not null
  id bigint not null identity
  kind text not null
  at timestamp with time zone not null
  rows bigint not null
  differences bigint not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CHECK ((kind = ANY (ARRAY['check'::text, 'recount'::text])))
  CREATE UNIQUE INDEX figure_checks_pkey ON public.figure_checks USING btree (commission_id, id)

figure_counters
  commission_id bigint not null
  part text not null
  month date not null
  kind text not null
  unit text not null default ''::text
  n bigint not null default 0
  amount bigint not null default 0
  PRIMARY KEY (commission_id, part, month, kind, unit)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CHECK ((EXTRACT(day FROM month) = (1)::numeric))
  CHECK ((part = ANY (ARRAY['all'::text, 'organisation'::text, 'town'::text, 'cause'::text])))
  CREATE UNIQUE INDEX figure_counters_pkey ON public.figure_counters USING btree (commission_id, part, month, kind, unit)

figure_differences
  commission_id bigint not null
  id bigint not null identity
  part text not null
  unit text not null
  month date not null
  kind text not null
  counted_n bigint not null
  counted_amount bigint not null
  found_n bigint not null
  found_amount bigint not null
  found_at timestamp with time zone not null
  cleared_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CREATE UNIQUE INDEX figure_differences_open ON public.figure_differences USING btree (commission_id, part, unit, month, kind) WHERE (cleared_at IS NULL)
  CREATE UNIQUE INDEX figure_differences_pkey ON public.figure_differences USING btree (commission_id, id)

handover_rows
  commission_id bigint not null
  id bigint not null identity
  handover_id bigint not null
  case_id bigint not null
  standing text not null
  successor bigint not null
  proposed bigint
  seen integer not null
  state text not null default 'waiting'::text
  says jsonb not null default '{}'::jsonb
  told boolean not null default false
  done_at timestamp with time zone
  UNIQUE (commission_id, handover_id, case_id, standing)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, handover_id) REFERENCES handovers(commission_id, id)
  FOREIGN KEY (proposed) REFERENCES accounts(id)
  FOREIGN KEY (successor) REFERENCES accounts(id)
  CHECK ((standing = ANY (ARRAY['sole'::text, 'presiding'::text, 'member'::text, 'recorder'::text, 'mediator'::text])))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'moved'::text, 'failed'::text])))
  CREATE INDEX handover_rows_case ON public.handover_rows USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX handover_rows_commission_id_handover_id_case_id_standing_key ON public.handover_rows USING btree (commission_id, handover_id, case_id, standing)
  CREATE UNIQUE INDEX handover_rows_pkey ON public.handover_rows USING btree (commission_id, id)
  CREATE INDEX handover_rows_proposed ON public.handover_rows USING btree (proposed)
  CREATE INDEX handover_rows_successor ON public.handover_rows USING btree (successor)

handovers
  commission_id bigint not null
  id bigint not null identity
  organisation_id bigint
  account_id bigint not null
  reason text not null
  made_by bigint not null
  made_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  FOREIGN KEY (made_by) REFERENCES accounts(id)
  CREATE INDEX handovers_account ON public.handovers USING btree (account_id)
  CREATE INDEX handovers_made_by ON public.handovers USING btree (made_by)
  CREATE INDEX handovers_organisation ON public.handovers USING btree (commission_id, organisation_id)
  CREATE UNIQUE INDEX handovers_pkey ON public.handovers USING btree (commission_id, id)

hearings
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  no integer not null
  hearing_on date not null
  starts text not null default ''::text
  place text not null default ''::text
  short_notice_agreed integer not null default 0
  opened_on date
  applicant_present boolean not null default false
  respondent_present boolean not null default false
  present text not null default ''::text
  ended_on date
  closed_for text not null default ''::text
  applicant_left boolean not null default false
  respondent_left boolean not null default false
  left_how bytea
  default_on date
  announced_at timestamp with time zone
  opened_at timestamp with time zone
  ended_at timestamp with time zone
  short_notice_by jsonb
  UNIQUE (commission_id, case_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((closed_for = ANY (ARRAY[''::text, 'both-agreed'::text, 'state-secret'::text, 'trade-secret'::text, 'privacy'::text])))
  CREATE UNIQUE INDEX hearings_commission_id_case_id_no_key ON public.hearings USING btree (commission_id, case_id, no)
  CREATE INDEX hearings_held ON public.hearings USING btree (commission_id, hearing_on) WHERE (opened_on IS NOT NULL)
  CREATE INDEX hearings_on ON public.hearings USING btree (commission_id, hearing_on)
  CREATE UNIQUE INDEX hearings_pkey ON public.hearings USING btree (commission_id, id)
  CREATE INDEX hearings_to_come ON public.hearings USING btree (hearing_on) WHERE (opened_on IS NULL)

idempotency_keys
  account_id bigint not null
  route text not null
  key text not null
  body_digest bytea not null
  answer bytea not null
  at timestamp with time zone not null
  PRIMARY KEY (account_id, route, key)
  CREATE INDEX idempotency_age ON public.idempotency_keys USING btree (at)
  CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (account_id, route, key)

inquiry_records
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  no integer not null
  kind text not null
  made_on date not null
  account_id bigint not null
  second_id bigint
  source bytea
  text bytea
  agreed boolean
  opinion_on date
  UNIQUE (commission_id, case_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (second_id) REFERENCES accounts(id)
  CHECK (((kind <> 'inquiry'::text) OR ((second_id IS NOT NULL) AND (second_id <> account_id))))
  CHECK (((kind = 'appraisal'::text) OR (text IS NOT NULL)))
  CHECK (((opinion_on IS NULL) OR (kind = 'appraisal'::text)))
  CHECK ((kind = ANY (ARRAY['inquiry'::text, 'exchange'::text, 'appraisal'::text])))
  CHECK ((no > 0))
  CREATE INDEX inquiry_records_account ON public.inquiry_records USING btree (account_id)
  CREATE UNIQUE INDEX inquiry_records_commission_id_case_id_no_key ON public.inquiry_records USING btree (commission_id, case_id, no)
  CREATE UNIQUE INDEX inquiry_records_pkey ON public.inquiry_records USING btree (commission_id, id)
  CREATE INDEX inquiry_records_second ON public.inquiry_records USING btree (second_id)

instalments
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  agreement_id bigint not null
  no integer not null
  due_on date not null
  amount bigint not null
  paid bigint not null default 0
  paid_on date
  UNIQUE (commission_id, agreement_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, agreement_id) REFERENCES agreements(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((paid >= 0) AND (paid <= amount)))
  CHECK ((amount > 0))
  CREATE UNIQUE INDEX instalments_commission_id_agreement_id_no_key ON public.instalments USING btree (commission_id, agreement_id, no)
  CREATE INDEX instalments_of ON public.instalments USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX instalments_pkey ON public.instalments USING btree (commission_id, id)

interruptions
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  kind text not null
  happened_on date not null
  evidence bytea not null
  recorded_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((kind = ANY (ARRAY['claimed'::text, 'relief'::text, 'will-perform'::text, 'talks-failed'::text, 'mediation-end'::text])))
  CREATE INDEX interruptions_of ON public.interruptions USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX interruptions_pkey ON public.interruptions USING btree (commission_id, id)

joint_hearings
  commission_id bigint not null
  id bigint not null identity
  ground text not null
  formed_on date not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CHECK ((ground = ANY (ARRAY['like-claims'::text, 'common-subject'::text])))
  CREATE UNIQUE INDEX joint_hearings_pkey ON public.joint_hearings USING btree (commission_id, id)

keyset_fingerprint
  one boolean not null default true
  fingerprint text not null
  PRIMARY KEY (one)
  CHECK (one)
  CREATE UNIQUE INDEX keyset_fingerprint_pkey ON public.keyset_fingerprint USING btree (one)

mediation_notes
  commission_id bigint not null
  id bigint not null identity
  mediation_id bigint not null
  case_id bigint not null
  author_id bigint not null
  held_on date not null
  outcome text not null
  attended text not null default ''::text
  body bytea not null
  applicant_offer bigint
  respondent_offer bigint
  recorded_at timestamp with time zone not null
  applicant_terms bytea
  respondent_terms bytea
  next_step text not null default ''::text
  next_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (author_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, mediation_id) REFERENCES mediations(commission_id, id)
  CREATE INDEX mediation_notes_author ON public.mediation_notes USING btree (author_id)
  CREATE INDEX mediation_notes_mediation ON public.mediation_notes USING btree (commission_id, mediation_id)
  CREATE INDEX mediation_notes_of ON public.mediation_notes USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX mediation_notes_pkey ON public.mediation_notes USING btree (commission_id, id)

mediations
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  organisation_id bigint not null
  mediator_id bigint
  held boolean not null default false
  received_on date not null
  applicant_consent_on date
  respondent_consent_on date
  extended_to date
  due_on date not null
  concluded_on date
  outcome text
  agreed_amount bigint
  perform_by date
  performed_on date
  number text
  oral boolean not null default false
  UNIQUE (commission_id, number)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  FOREIGN KEY (mediator_id) REFERENCES accounts(id)
  CHECK (((concluded_on IS NULL) = (outcome IS NULL)))
  CHECK ((outcome = ANY (ARRAY['success'::text, 'failed'::text, 'expired'::text, 'refused'::text])))
  CREATE UNIQUE INDEX mediations_commission_id_number_key ON public.mediations USING btree (commission_id, number)
  CREATE INDEX mediations_concluded ON public.mediations USING btree (commission_id, concluded_on)
  CREATE INDEX mediations_due ON public.mediations USING btree (due_on) WHERE (concluded_on IS NULL)
  CREATE INDEX mediations_mediator ON public.mediations USING btree (mediator_id)
  CREATE INDEX mediations_of ON public.mediations USING btree (commission_id, case_id)
  CREATE INDEX mediations_open ON public.mediations USING btree (mediator_id, commission_id) WHERE (concluded_on IS NULL)
  CREATE INDEX mediations_organisation ON public.mediations USING btree (organisation_id, concluded_on)
  CREATE INDEX mediations_perform ON public.mediations USING btree (commission_id, perform_by) WHERE (outcome = 'success'::text)
  CREATE UNIQUE INDEX mediations_pkey ON public.mediations USING btree (commission_id, id)
  CREATE INDEX mediations_unassigned ON public.mediations USING btree (commission_id, organisation_id, due_on) WHERE ((mediator_id IS NULL) AND (concluded_on IS NULL))

messages
  commission_id bigint not null
  id bigint not null identity
  case_id bigint
  event_no integer not null
  name text not null
  party_id bigint
  account_id bigint
  channel text not null
  body bytea not null
  state text not null
  queued_at timestamp with time zone not null
  sent_at timestamp with time zone
  hearing_id bigint
  agent_id bigint
  read_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, agent_id) REFERENCES agents(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
  CREATE INDEX messages_account ON public.messages USING btree (account_id, id)
  CREATE INDEX messages_agent ON public.messages USING btree (commission_id, agent_id) WHERE (agent_id IS NOT NULL)
  CREATE INDEX messages_of ON public.messages USING btree (commission_id, case_id)
  CREATE INDEX messages_party ON public.messages USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX messages_pkey ON public.messages USING btree (commission_id, id)
  CREATE INDEX messages_queue ON public.messages USING btree (state, id) WHERE (state <> 'sent'::text)
  CREATE UNIQUE INDEX messages_reminder ON public.messages USING btree (commission_id, hearing_id, name, party_id, COALESCE(agent_id, (0)::bigint)) WHERE (hearing_id IS NOT NULL)
  CREATE INDEX messages_unread ON public.messages USING btree (account_id, id) WHERE ((read_at IS NULL) AND (account_id IS NOT NULL))

minutes
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  hearing_id bigint not null
  version integer not null
  account_id bigint not null
  written_on date not null
  text bytea not null
  points text not null
  omitted bytea
  recorded_at timestamp with time zone not null
  UNIQUE (commission_id, hearing_id, version)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  CHECK ((version > 0))
  CREATE INDEX minutes_account ON public.minutes USING btree (account_id)
  CREATE UNIQUE INDEX minutes_commission_id_hearing_id_version_key ON public.minutes USING btree (commission_id, hearing_id, version)
  CREATE INDEX minutes_of ON public.minutes USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX minutes_pkey ON public.minutes USING btree (commission_id, id)

minutes_corrections
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  hearing_id bigint not null
  party_id bigint not null
  asked_on date not null
  text bytea not null
  decided_on date
  added boolean
  answer bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((decided_on IS NULL) = (added IS NULL)))
  CHECK ((decided_on >= asked_on))
  CREATE INDEX minutes_corrections_hearing ON public.minutes_corrections USING btree (commission_id, hearing_id)
  CREATE INDEX minutes_corrections_of ON public.minutes_corrections USING btree (commission_id, case_id)
  CREATE INDEX minutes_corrections_party ON public.minutes_corrections USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX minutes_corrections_pkey ON public.minutes_corrections USING btree (commission_id, id)
  CREATE UNIQUE INDEX minutes_corrections_waiting ON public.minutes_corrections USING btree (commission_id, case_id) WHERE (decided_on IS NULL)

minutes_drafts
  commission_id bigint not null
  hearing_id bigint not null
  case_id bigint not null
  account_id bigint not null
  text bytea not null
  points text not null default ''::text
  version integer not null
  saved_at timestamp with time zone not null
  PRIMARY KEY (commission_id, hearing_id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  CREATE INDEX minutes_drafts_account ON public.minutes_drafts USING btree (account_id)
  CREATE INDEX minutes_drafts_of ON public.minutes_drafts USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX minutes_drafts_pkey ON public.minutes_drafts USING btree (commission_id, hearing_id)

minutes_marks
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  minutes_id bigint not null
  party_id bigint
  account_id bigint not null
  marked_on date not null
  refused boolean not null default false
  reason bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, minutes_id) REFERENCES minutes(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((NOT refused) OR ((party_id IS NOT NULL) AND (reason IS NOT NULL))))
  CREATE INDEX minutes_marks_account ON public.minutes_marks USING btree (account_id)
  CREATE INDEX minutes_marks_minutes ON public.minutes_marks USING btree (commission_id, minutes_id)
  CREATE INDEX minutes_marks_of ON public.minutes_marks USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX minutes_marks_once ON public.minutes_marks USING btree (commission_id, minutes_id, party_id) WHERE (party_id IS NOT NULL)
  CREATE INDEX minutes_marks_party ON public.minutes_marks USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX minutes_marks_pkey ON public.minutes_marks USING btree (commission_id, id)

objections
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  objected_on date not null
  competent text not null
  reason bytea not null
  decided_on date
  founded boolean
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((decided_on IS NULL) = (founded IS NULL)))
  CREATE INDEX objections_of ON public.objections USING btree (commission_id, case_id)
  CREATE INDEX objections_party ON public.objections USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX objections_pkey ON public.objections USING btree (commission_id, id)

obstacles
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  from_on date not null
  to_on date
  evidence bytea not null
  recorded_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((to_on IS NULL) OR (to_on >= from_on)))
  CREATE INDEX obstacles_of ON public.obstacles USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX obstacles_pkey ON public.obstacles USING btree (commission_id, id)

offers
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  mediation_id bigint
  side text not null
  made_by bigint not null
  made_on date not null
  amount bigint not null
  terms bytea
  pay_by date not null
  until_on date not null
  state text not null
  ended_on date
  ended_by bigint
  asked_on date
  asked_side text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, mediation_id) REFERENCES mediations(commission_id, id)
  FOREIGN KEY (ended_by) REFERENCES accounts(id)
  FOREIGN KEY (made_by) REFERENCES accounts(id)
  CHECK (((asked_on IS NULL) = (asked_side IS NULL)))
  CHECK (((asked_on IS NULL) OR (state = 'accepted'::text)))
  CHECK (((state = 'open'::text) = (ended_on IS NULL)))
  CHECK (((until_on >= made_on) AND (pay_by >= made_on)))
  CHECK ((amount >= 0))
  CHECK ((asked_side = ANY (ARRAY['applicant'::text, 'respondent'::text])))
  CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])))
  CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'lapsed'::text, 'replaced'::text, 'ended'::text])))
  CREATE INDEX offers_ended_by ON public.offers USING btree (ended_by)
  CREATE INDEX offers_made_by ON public.offers USING btree (made_by)
  CREATE INDEX offers_mediation ON public.offers USING btree (commission_id, mediation_id)
  CREATE INDEX offers_of ON public.offers USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX offers_open ON public.offers USING btree (commission_id, case_id, side) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX offers_pkey ON public.offers USING btree (commission_id, id)
  CREATE INDEX offers_run_out ON public.offers USING btree (until_on) WHERE (state = 'open'::text)

organisation_lists
  commission_id bigint not null
  organisation_id bigint not null
  case_id bigint not null
  state text not null
  open boolean not null
  due_key date not null
  amber_on date not null default '2999-12-31'::date
  red_on date not null default '2999-12-31'::date
  hearing_key date not null default '2999-12-31'::date
  number_key bigint not null default '99999999999'::bigint
  PRIMARY KEY (commission_id, organisation_id, case_id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, organisation_id) REFERENCES organisations(commission_id, id)
  CREATE INDEX organisation_lists_case ON public.organisation_lists USING btree (commission_id, case_id)
  CREATE INDEX organisation_lists_due ON public.organisation_lists USING btree (organisation_id, open DESC, due_key, case_id, commission_id)
  CREATE INDEX organisation_lists_hearing ON public.organisation_lists USING btree (organisation_id, open DESC, hearing_key, case_id, commission_id)
  CREATE INDEX organisation_lists_number ON public.organisation_lists USING btree (organisation_id, open DESC, number_key, case_id, commission_id)
  CREATE UNIQUE INDEX organisation_lists_pkey ON public.organisation_lists USING btree (commission_id, organisation_id, case_id)
  CREATE INDEX organisation_lists_state ON public.organisation_lists USING btree (organisation_id, state, due_key, case_id, commission_id)
  CREATE INDEX organisation_lists_state_hearing ON public.organisation_lists USING btree (organisation_id, state, hearing_key, case_id, commission_id)
  CREATE INDEX organisation_lists_state_number ON public.organisation_lists USING btree (organisation_id, state, number_key, case_id, commission_id)

organisations
  id bigint not null identity
  commission_id bigint not null
  name text not null
  kind text not null
  town text not null default ''::text
  phone text not null default ''::text
  UNIQUE (id)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  CHECK ((kind = ANY (ARRAY['M1'::text, 'M2'::text, 'M3'::text, 'M4'::text, 'M5'::text, 'M6'::text])))
  CREATE UNIQUE INDEX organisations_id_key ON public.organisations USING btree (id)
  CREATE UNIQUE INDEX organisations_pkey ON public.organisations USING btree (commission_id, id)

parties
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  side text not null
  ordinal integer not null
  kind text not null
  name text not null
  id_number bytea
  id_mac bytea
  id_tail_mac bytea
  credit_code text not null default ''::text
  legal_representative text not null default ''::text
  phone bytea
  address bytea
  bank_account bytea
  e_service_on date
  account_id bigint
  migrant boolean not null default false
  representative boolean not null default false
  role text not null default ''::text
  joined_on date
  spelled text
  former_name text not null default ''::text
  phone_own boolean not null default false
  UNIQUE (commission_id, case_id, side, ordinal)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((kind = ANY (ARRAY['worker'::text, 'employer'::text])))
  CHECK ((role = ANY (ARRAY[''::text, 'agency'::text, 'user-firm'::text, 'investor'::text, 'lender'::text, 'contracting-out'::text, 'operator'::text, 'successor'::text, 'third'::text])))
  CHECK ((side = ANY (ARRAY['applicant'::text, 'respondent'::text])))
  CREATE INDEX parties_account ON public.parties USING btree (account_id)
  CREATE UNIQUE INDEX parties_commission_id_case_id_side_ordinal_key ON public.parties USING btree (commission_id, case_id, side, ordinal)
  CREATE INDEX parties_credit ON public.parties USING btree (commission_id, credit_code) WHERE (credit_code <> ''::text)
  CREATE INDEX parties_former ON public.parties USING gin (name_pairs(former_name)) WHERE (former_name <> ''::text)
  CREATE INDEX parties_id_mac ON public.parties USING btree (commission_id, id_mac)
  CREATE INDEX parties_id_tail ON public.parties USING btree (commission_id, id_tail_mac)
  CREATE INDEX parties_name ON public.parties USING btree (commission_id, name text_pattern_ops)
  CREATE INDEX parties_name_pairs ON public.parties USING gin (name_pairs(name))
  CREATE UNIQUE INDEX parties_pkey ON public.parties USING btree (commission_id, id)
  CREATE INDEX parties_spelled ON public.parties USING gin (name_triples(replace(spelled, '.'::text, ''::text)))
  CREATE INDEX parties_tenth ON public.parties USING btree (commission_id, case_id) WHERE ((side = 'applicant'::text) AND (ordinal = 10))
  CREATE INDEX parties_unspelled ON public.parties USING btree (id) WHERE (spelled IS NULL)
  CREATE INDEX parties_workers ON public.parties USING btree (commission_id, case_id) INCLUDE (id_mac, id) WHERE (kind = 'worker'::text)

party_codes
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  agent_id bigint
  mac bytea not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  used_by bigint
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, agent_id) REFERENCES agents(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  FOREIGN KEY (used_by) REFERENCES accounts(id)
  CREATE INDEX party_codes_agent ON public.party_codes USING btree (commission_id, agent_id)
  CREATE INDEX party_codes_by_mac ON public.party_codes USING btree (mac)
  CREATE UNIQUE INDEX party_codes_mac ON public.party_codes USING btree (commission_id, mac)
  CREATE INDEX party_codes_of ON public.party_codes USING btree (commission_id, case_id)
  CREATE INDEX party_codes_party ON public.party_codes USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX party_codes_pkey ON public.party_codes USING btree (commission_id, id)
  CREATE INDEX party_codes_used_by ON public.party_codes USING btree (used_by)

payments
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  no integer not null
  award_no integer not null
  party text not null
  result text not null
  amount bigint not null
  paid_on date not null
  capacity text not null
  confirmed boolean
  confirmed_on date
  UNIQUE (commission_id, case_id, no)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((amount >= 0))
  CHECK ((result = ANY (ARRAY['paid'::text, 'part'::text, 'not-paid'::text])))
  CREATE UNIQUE INDEX payments_commission_id_case_id_no_key ON public.payments USING btree (commission_id, case_id, no)
  CREATE UNIQUE INDEX payments_pkey ON public.payments USING btree (commission_id, id)

postponements
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  hearing_id bigint not null
  party_id bigint not null
  asked_on date not null
  reason bytea not null
  late_reason bytea
  decided_on date
  granted boolean
  answer bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((decided_on IS NULL) = (granted IS NULL)))
  CHECK ((decided_on >= asked_on))
  CREATE INDEX postponements_hearing ON public.postponements USING btree (commission_id, hearing_id)
  CREATE INDEX postponements_of ON public.postponements USING btree (commission_id, case_id)
  CREATE INDEX postponements_party ON public.postponements USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX postponements_pkey ON public.postponements USING btree (commission_id, id)

proposals
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  event text not null
  maker_id bigint not null
  made_on date not null
  body bytea not null
  reason text not null default ''::text
  decided_by bigint
  decided_on date
  approved boolean
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (decided_by) REFERENCES accounts(id)
  FOREIGN KEY (maker_id) REFERENCES accounts(id)
  CREATE INDEX proposals_decider ON public.proposals USING btree (decided_by)
  CREATE INDEX proposals_maker ON public.proposals USING btree (maker_id)
  CREATE INDEX proposals_of ON public.proposals USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX proposals_pending ON public.proposals USING btree (commission_id, case_id) WHERE (decided_on IS NULL)
  CREATE UNIQUE INDEX proposals_pkey ON public.proposals USING btree (commission_id, id)

reads
  commission_id bigint not null
  case_id bigint not null
  account_id bigint not null
  subject text not null
  hour timestamp with time zone not null
  PRIMARY KEY (commission_id, case_id, account_id, subject, hour)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX reads_account ON public.reads USING btree (account_id)
  CREATE UNIQUE INDEX reads_pkey ON public.reads USING btree (commission_id, case_id, account_id, subject, hour)

record_comments
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  record_id bigint not null
  party_id bigint not null
  made_on date not null
  text bytea not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  FOREIGN KEY (commission_id, record_id) REFERENCES inquiry_records(commission_id, id)
  CREATE INDEX record_comments_of ON public.record_comments USING btree (commission_id, case_id)
  CREATE INDEX record_comments_party ON public.record_comments USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX record_comments_pkey ON public.record_comments USING btree (commission_id, id)
  CREATE INDEX record_comments_record ON public.record_comments USING btree (commission_id, record_id)

recovery_codes
  account_id bigint not null
  mac bytea not null
  used_at timestamp with time zone
  PRIMARY KEY (account_id, mac)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  CREATE UNIQUE INDEX recovery_codes_pkey ON public.recovery_codes USING btree (account_id, mac)

recusals
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  seat_id bigint not null
  account_id bigint not null
  party_id bigint
  ground text not null
  reason bytea not null
  known_on date
  asked_on date not null
  decided_on date
  granted boolean
  decided_by bigint
  oral boolean not null default false
  met_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  FOREIGN KEY (commission_id, seat_id) REFERENCES seats(commission_id, id)
  FOREIGN KEY (decided_by) REFERENCES accounts(id)
  CHECK (((decided_on IS NULL) = (granted IS NULL)))
  CHECK ((decided_on >= asked_on))
  CHECK ((ground = ANY (ARRAY['party-or-relative'::text, 'interest'::text, 'relation'::text, 'private-contact'::text])))
  CREATE INDEX recusals_account ON public.recusals USING btree (account_id)
  CREATE INDEX recusals_decider ON public.recusals USING btree (decided_by)
  CREATE INDEX recusals_of ON public.recusals USING btree (commission_id, case_id)
  CREATE INDEX recusals_party ON public.recusals USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX recusals_pkey ON public.recusals USING btree (commission_id, id)
  CREATE INDEX recusals_seat ON public.recusals USING btree (commission_id, seat_id)
  CREATE UNIQUE INDEX recusals_waiting ON public.recusals USING btree (commission_id, seat_id) WHERE (decided_on IS NULL)

restorations
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  period text not null
  missed date not null
  obstacle bytea not null
  ended_on date not null
  asked_on date not null
  decided_on date
  until date
  answer bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((until IS NULL) OR (decided_on IS NOT NULL)))
  CHECK ((decided_on >= asked_on))
  CHECK ((ended_on <= asked_on))
  CHECK ((period = ANY (ARRAY['defence'::text, 'evidence'::text])))
  CREATE INDEX restorations_of ON public.restorations USING btree (commission_id, case_id)
  CREATE INDEX restorations_party ON public.restorations USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX restorations_pkey ON public.restorations USING btree (commission_id, id)
  CREATE UNIQUE INDEX restorations_waiting ON public.restorations USING btree (commission_id, case_id) WHERE (decided_on IS NULL)

reveals
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  field text not null
  account_id bigint not null
  reason text not null
  at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK ((length(reason) >= 2))
  CREATE INDEX reveals_account ON public.reveals USING btree (account_id)
  CREATE INDEX reveals_of ON public.reveals USING btree (commission_id, case_id)
  CREATE INDEX reveals_party ON public.reveals USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX reveals_pkey ON public.reveals USING btree (commission_id, id)

reviews
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  agreement_id bigint not null
  applicant_asked_on date
  respondent_asked_on date
  late_allowed_on date
  late_reason text not null default ''::text
  number text
  accepted_on date
  extended_on date
  handled_by bigint
  decided_on date
  outcome text
  ground text not null default ''::text
  UNIQUE (commission_id, number)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, agreement_id) REFERENCES agreements(commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (handled_by) REFERENCES accounts(id)
  CHECK (((accepted_on IS NULL) OR ((applicant_asked_on IS NOT NULL) AND (respondent_asked_on IS NOT NULL))))
  CHECK (((decided_on IS NULL) = (outcome IS NULL)))
  CHECK ((outcome = ANY (ARRAY['refused'::text, 'issued'::text, 'rejected'::text, 'withdrawn'::text])))
  CREATE INDEX reviews_agreement ON public.reviews USING btree (commission_id, agreement_id)
  CREATE UNIQUE INDEX reviews_commission_id_number_key ON public.reviews USING btree (commission_id, number)
  CREATE INDEX reviews_handled_by ON public.reviews USING btree (handled_by)
  CREATE INDEX reviews_of ON public.reviews USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX reviews_pkey ON public.reviews USING btree (commission_id, id)

roles
  id bigint not null identity
  account_id bigint not null
  role text not null
  commission_id bigint
  organisation_id bigint
  given_at timestamp with time zone not null
  given_by bigint
  revoked_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (given_by) REFERENCES accounts(id)
  FOREIGN KEY (organisation_id) REFERENCES organisations(id)
  CHECK (((organisation_id IS NULL) OR (commission_id IS NULL)))
  CREATE INDEX roles_ever_commission ON public.roles USING btree (commission_id, role) WHERE (commission_id IS NOT NULL)
  CREATE INDEX roles_ever_in_commission ON public.roles USING btree (commission_id, account_id)
  CREATE INDEX roles_ever_in_organisation ON public.roles USING btree (organisation_id, account_id)
  CREATE INDEX roles_ever_organisation ON public.roles USING btree (organisation_id, role) WHERE (organisation_id IS NOT NULL)
  CREATE INDEX roles_given_by ON public.roles USING btree (given_by)
  CREATE INDEX roles_in_commission ON public.roles USING btree (commission_id, role) WHERE (revoked_at IS NULL)
  CREATE INDEX roles_in_organisation ON public.roles USING btree (organisation_id, role) WHERE (revoked_at IS NULL)
  CREATE INDEX roles_of ON public.roles USING btree (account_id) WHERE (revoked_at IS NULL)
  CREATE INDEX roles_of_commission ON public.roles USING btree (commission_id, role) WHERE (revoked_at IS NULL)
  CREATE UNIQUE INDEX roles_pkey ON public.roles USING btree (id)

seats
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  account_id bigint not null
  seat text not null
  since date not null
  until date
  signed_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK ((seat = ANY (ARRAY['presiding'::text, 'sole'::text, 'member'::text, 'recorder'::text])))
  CREATE INDEX seats_account ON public.seats USING btree (account_id)
  CREATE INDEX seats_of ON public.seats USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX seats_pkey ON public.seats USING btree (commission_id, id)

second_factors
  account_id bigint not null
  secret bytea not null
  begun_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  last_step bigint not null default 0
  PRIMARY KEY (account_id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  CREATE UNIQUE INDEX second_factors_pkey ON public.second_factors USING btree (account_id)

sent_applications
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  text bytea not null
  digest bytea not null
  sent_at timestamp with time zone not null
  UNIQUE (commission_id, case_id)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE UNIQUE INDEX sent_applications_commission_id_case_id_key ON public.sent_applications USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX sent_applications_pkey ON public.sent_applications USING btree (commission_id, id)

series_starts
  commission_id bigint not null
  id bigint not null identity
  series text not null
  year integer not null
  next integer not null
  set_by bigint not null
  set_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (set_by) REFERENCES accounts(id)
  CHECK ((next > 0))
  CREATE UNIQUE INDEX series_starts_pkey ON public.series_starts USING btree (commission_id, id)
  CREATE INDEX series_starts_set_by ON public.series_starts USING btree (set_by)

services
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  document_id bigint not null
  party_id bigint not null
  method text not null
  served_on date
  receiver text not null default ''::text
  proof text not null default ''::text
  exhibit_id bigint
  recorded_at timestamp with time zone not null
  state text not null default 'served'::text
  sent_on date
  delivered_on date
  ended_on date
  deems_on date
  receiver_kind text not null default ''::text
  ground text not null default ''::text
  place text not null default ''::text
  reason bytea
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, document_id) REFERENCES documents(commission_id, id)
  FOREIGN KEY (commission_id, exhibit_id) REFERENCES exhibits(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK (((state = 'served'::text) = (served_on IS NOT NULL)))
  CHECK ((delivered_on <= served_on))
  CHECK ((method = ANY (ARRAY['direct'::text, 'left-with-proof'::text, 'left-at-door'::text, 'post'::text, 'entrusted'::text, 'electronic'::text, 'public_notice'::text, 'simple-means'::text, 'through-unit'::text])))
  CHECK ((sent_on <= delivered_on))
  CHECK ((sent_on <= ended_on))
  CHECK ((sent_on <= served_on))
  CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'refused'::text, 'undeliverable'::text, 'served'::text, 'overtaken'::text])))
  CREATE INDEX services_deeming ON public.services USING btree (deems_on) WHERE ((state = ANY (ARRAY['sent'::text, 'delivered'::text])) AND (deems_on IS NOT NULL))
  CREATE INDEX services_document ON public.services USING btree (commission_id, document_id, party_id)
  CREATE INDEX services_exhibit ON public.services USING btree (commission_id, exhibit_id)
  CREATE INDEX services_of ON public.services USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX services_once ON public.services USING btree (commission_id, document_id, party_id) WHERE (state = 'served'::text)
  CREATE INDEX services_party ON public.services USING btree (commission_id, party_id)
  CREATE UNIQUE INDEX services_pkey ON public.services USING btree (commission_id, id)
  CREATE INDEX services_served ON public.services USING btree (commission_id, served_on)
  CREATE UNIQUE INDEX services_under_way ON public.services USING btree (commission_id, document_id, party_id, method) WHERE (state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text]))
  CREATE INDEX services_waiting ON public.services USING btree (commission_id, id) WHERE (state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text]))

sessions
  token text not null
  data bytea not null
  expiry timestamp with time zone not null
  PRIMARY KEY (token)
  CREATE INDEX sessions_expiry ON public.sessions USING btree (expiry)
  CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (token)

settings
  commission_id bigint not null
  id bigint not null identity
  name text not null
  from_on date not null
  value text not null
  source text not null
  proposed_by bigint not null
  proposed_at timestamp with time zone not null
  decided_by bigint
  decided_at timestamp with time zone
  approved boolean
  reason text not null default ''::text
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id) REFERENCES commissions(id)
  FOREIGN KEY (decided_by) REFERENCES accounts(id)
  FOREIGN KEY (proposed_by) REFERENCES accounts(id)
  CHECK (((decided_by IS NULL) = (approved IS NULL)))
  CHECK (((decided_by IS NULL) = (decided_at IS NULL)))
  CHECK ((decided_by <> proposed_by))
  CREATE INDEX settings_decided_by ON public.settings USING btree (decided_by)
  CREATE INDEX settings_in_force ON public.settings USING btree (commission_id, decided_at, id) WHERE approved
  CREATE UNIQUE INDEX settings_pkey ON public.settings USING btree (commission_id, id)
  CREATE INDEX settings_proposed_by ON public.settings USING btree (proposed_by)
  CREATE UNIQUE INDEX settings_waiting ON public.settings USING btree (commission_id, name, from_on) WHERE (decided_by IS NULL)

sign_ins
  digest bytea not null
  account_id bigint not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  PRIMARY KEY (digest)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  CREATE INDEX sign_ins_of ON public.sign_ins USING btree (account_id)
  CREATE UNIQUE INDEX sign_ins_pkey ON public.sign_ins USING btree (digest)

signing_codes
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  document_id bigint not null
  account_id bigint not null
  mac bytea not null
  sent_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, document_id) REFERENCES documents(commission_id, id)
  CREATE INDEX signing_codes_account ON public.signing_codes USING btree (account_id, sent_at)
  CREATE INDEX signing_codes_document ON public.signing_codes USING btree (commission_id, document_id)
  CREATE INDEX signing_codes_of ON public.signing_codes USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX signing_codes_pkey ON public.signing_codes USING btree (commission_id, id)

standings
  commission_id bigint not null
  account_id bigint not null
  standing text not null
  case_id bigint not null
  open boolean not null
  due_key date not null
  amber_on date not null default '2999-12-31'::date
  red_on date not null default '2999-12-31'::date
  hearing_key date not null default '2999-12-31'::date
  number_key bigint not null default '99999999999'::bigint
  PRIMARY KEY (commission_id, account_id, case_id, standing)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX standings_case ON public.standings USING btree (commission_id, case_id)
  CREATE INDEX standings_list ON public.standings USING btree (account_id, open DESC, due_key, case_id, commission_id)
  CREATE INDEX standings_list_hearing ON public.standings USING btree (account_id, open DESC, hearing_key, case_id, commission_id)
  CREATE INDEX standings_list_number ON public.standings USING btree (account_id, open DESC, number_key, case_id, commission_id)
  CREATE UNIQUE INDEX standings_pkey ON public.standings USING btree (commission_id, account_id, case_id, standing)

talks
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  asked_by text not null
  asked_on date not null
  answered_on date
  until_on date
  due_on date
  ended_on date
  outcome text
  amount bigint
  terms bytea
  perform_by date
  performed_on date
  broken_on date
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CHECK (((ended_on IS NULL) = (outcome IS NULL)))
  CHECK ((asked_by = ANY (ARRAY['applicant'::text, 'respondent'::text])))
  CHECK ((outcome = ANY (ARRAY['refused'::text, 'unanswered'::text, 'failed'::text, 'settled'::text])))
  CREATE INDEX talks_due ON public.talks USING btree (due_on) WHERE (ended_on IS NULL)
  CREATE INDEX talks_of ON public.talks USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX talks_pkey ON public.talks USING btree (commission_id, id)

tokens
  digest bytea not null
  account_id bigint not null
  expires_at timestamp with time zone not null
  created_at timestamp with time zone not null
  PRIMARY KEY (digest)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  CREATE INDEX tokens_of ON public.tokens USING btree (account_id)
  CREATE UNIQUE INDEX tokens_pkey ON public.tokens USING btree (digest)

transfers
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  sender_id bigint not null
  sender_ref text not null
  sender_number text not null
  sent_on date not null
  events integer not null
  head bytea not null
  taken_on date
  disputed_on date
  superior text not null default ''::text
  designated_on date
  ours boolean
  UNIQUE (commission_id, case_id)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (sender_id) REFERENCES commissions(id)
  CHECK (((designated_on IS NULL) = (ours IS NULL)))
  CREATE UNIQUE INDEX transfers_commission_id_case_id_key ON public.transfers USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX transfers_pkey ON public.transfers USING btree (commission_id, id)

upkeep
  id bigint not null identity
  kind text not null
  started_at timestamp with time zone not null
  finished_at timestamp with time zone not null
  whole boolean not null default true
  cases bigint not null default 0
  events bigint not null default 0
  objects bigint not null default 0
  bytes bigint not null default 0
  faults bigint not null default 0
  PRIMARY KEY (id)
  CHECK ((faults >= 0))
  CHECK ((kind = ANY (ARRAY['backup'::text, 'restore'::text, 'chain-check'::text])))
  CREATE INDEX upkeep_last ON public.upkeep USING btree (kind, finished_at DESC)
  CREATE UNIQUE INDEX upkeep_pkey ON public.upkeep USING btree (id)

votes
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  account_id bigint not null
  cast_on date not null
  stance bytea not null
  view bytea not null
  recorded_at timestamp with time zone not null
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  CREATE INDEX votes_account ON public.votes USING btree (account_id)
  CREATE INDEX votes_of ON public.votes USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX votes_pkey ON public.votes USING btree (commission_id, id)

withdrawal_answers
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  party_id bigint not null
  asked_on date not null
  answered_on date not null
  answer text not null
  reason bytea
  UNIQUE (commission_id, party_id, asked_on)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, party_id) REFERENCES parties(commission_id, id)
  CHECK ((answer = ANY (ARRAY['no-objection'::text, 'objection'::text, 'silence'::text])))
  CHECK ((answered_on >= asked_on))
  CREATE UNIQUE INDEX withdrawal_answers_commission_id_party_id_asked_on_key ON public.withdrawal_answers USING btree (commission_id, party_id, asked_on)
  CREATE INDEX withdrawal_answers_of ON public.withdrawal_answers USING btree (commission_id, case_id)
  CREATE UNIQUE INDEX withdrawal_answers_pkey ON public.withdrawal_answers USING btree (commission_id, id)

workbooks
  commission_id bigint not null
  id bigint not null identity
  case_id bigint not null
  account_id bigint not null
  edition integer not null
  revision integer not null
  facts bytea
  issues bytea
  questions bytea
  law bytea
  facts_to text not null default 'own'::text
  issues_to text not null default 'own'::text
  questions_to text not null default 'own'::text
  law_to text not null default 'own'::text
  frozen_on date
  hearing_id bigint
  saved_at timestamp with time zone not null
  UNIQUE (commission_id, case_id, account_id, edition)
  PRIMARY KEY (commission_id, id)
  FOREIGN KEY (account_id) REFERENCES accounts(id)
  FOREIGN KEY (commission_id, case_id) REFERENCES cases(commission_id, id)
  FOREIGN KEY (commission_id, hearing_id) REFERENCES hearings(commission_id, id)
  CHECK (((frozen_on IS NULL) = (hearing_id IS NULL)))
  CHECK ((edition > 0))
  CHECK ((facts_to = ANY (ARRAY['own'::text, 'panel'::text, 'all'::text])))
  CHECK ((issues_to = ANY (ARRAY['own'::text, 'panel'::text, 'all'::text])))
  CHECK ((law_to = ANY (ARRAY['own'::text, 'panel'::text, 'all'::text])))
  CHECK ((questions_to = ANY (ARRAY['own'::text, 'panel'::text, 'all'::text])))
  CHECK ((revision > 0))
  CREATE INDEX workbooks_account ON public.workbooks USING btree (account_id)
  CREATE UNIQUE INDEX workbooks_commission_id_case_id_account_id_edition_key ON public.workbooks USING btree (commission_id, case_id, account_id, edition)
  CREATE INDEX workbooks_hearing ON public.workbooks USING btree (commission_id, hearing_id)
  CREATE UNIQUE INDEX workbooks_pkey ON public.workbooks USING btree (commission_id, id)
  CREATE TRIGGER workbooks_frozen BEFORE UPDATE ON public.workbooks FOR EACH ROW WHEN ((old.frozen_on IS NOT NULL)) EXECUTE FUNCTION refuse_thawing()
