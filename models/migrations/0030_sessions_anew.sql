-- +goose Up

-- Sessions are written as JSON from here on, so that one that did not change is known by its bytes and not
-- written again. Whoever is signed in on a page signs in again once.
delete from sessions;
