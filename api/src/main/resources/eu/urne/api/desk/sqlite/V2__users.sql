-- Who may sign in. Names stand here and nowhere in the log, which knows pseudonyms.
CREATE TABLE desk_user (
    pseudonym  TEXT PRIMARY KEY CHECK (length(pseudonym) = 16),
    name       TEXT NOT NULL,
    folded     TEXT NOT NULL UNIQUE,       -- the name as it is compared
    password   TEXT,                       -- Argon2id; null for none yet
    subject    TEXT UNIQUE,                -- issuer and subject of OpenID Connect; null for none
    roles      TEXT NOT NULL,              -- separated by spaces
    sites      TEXT NOT NULL,              -- separated by spaces; empty for all
    disabled   INTEGER NOT NULL DEFAULT 0,
    epoch      INTEGER NOT NULL DEFAULT 0  -- sessions of an earlier one are over
) STRICT;

-- Wrong passwords, by the hash of whatever name was typed, whether it exists or not.
CREATE TABLE sign_in_failure (
    name_hash TEXT PRIMARY KEY,
    failures  INTEGER NOT NULL,
    until_ms  INTEGER NOT NULL,
    last_ms   INTEGER NOT NULL
) STRICT;

-- Links that let somebody choose a password once; without user: the first administrator's.
CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,
    pseudonym  TEXT UNIQUE REFERENCES desk_user (pseudonym) ON DELETE CASCADE,
    until_ms   INTEGER NOT NULL
) STRICT;

-- What one person has asked and another must confirm.
CREATE TABLE confirmation (
    id         INTEGER PRIMARY KEY,
    poll       TEXT NOT NULL,
    step       TEXT NOT NULL,
    asked_by   TEXT NOT NULL,
    asked_ms   INTEGER NOT NULL,
    decided_by TEXT,
    decided_ms INTEGER,
    state      TEXT NOT NULL CHECK (state IN ('WAITING', 'CONFIRMED', 'WITHDRAWN'))
) STRICT;
CREATE UNIQUE INDEX one_waits ON confirmation (poll, step) WHERE state = 'WAITING';
