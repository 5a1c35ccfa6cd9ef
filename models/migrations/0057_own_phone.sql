-- +goose Up

-- A phone that a party put in the place of another by itself gets no code to sign an agreement with, until somebody has checked it.
alter table parties add column phone_own boolean not null default false; -- 当事人自行更换、尚未核对的电话
