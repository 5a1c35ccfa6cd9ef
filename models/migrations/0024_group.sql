-- +goose Up

-- What those who are represented consent to: also a change of claims (变更、放弃请求须经被代表人同意).
alter table consents drop constraint consents_about_check,
  add constraint consents_about_check check (about in ('settle','withdraw','change'));
