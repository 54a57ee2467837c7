-- To which installation this schema belongs.
CREATE TABLE installation (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT    NOT NULL
);

-- What there is one of.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Who may sign in. Names stand here and nowhere in the log, which knows pseudonyms.
CREATE TABLE desk_user (
    pseudonym  TEXT    PRIMARY KEY CHECK (length(pseudonym) = 16),
    name       TEXT    NOT NULL,
    folded     TEXT    NOT NULL UNIQUE,    -- the name as it is compared
    password   TEXT,                       -- Argon2id; null for none yet
    subject    TEXT    UNIQUE,             -- issuer and subject of OpenID Connect; null for none
    roles      TEXT    NOT NULL,           -- separated by spaces
    sites      TEXT    NOT NULL,           -- separated by spaces; empty for all
    disabled   INTEGER NOT NULL DEFAULT 0,
    epoch      BIGINT  NOT NULL DEFAULT 0  -- sessions of an earlier one are over
);

-- Wrong passwords, by the hash of whatever name was typed, whether it exists or not.
CREATE TABLE sign_in_failure (
    name_hash TEXT    PRIMARY KEY,
    failures  INTEGER NOT NULL,
    until_ms  BIGINT  NOT NULL,
    last_ms   BIGINT  NOT NULL
);

-- Links that let somebody choose a password once; without user: the first administrator's.
CREATE TABLE one_time_link (
    token_hash TEXT   PRIMARY KEY,
    pseudonym  TEXT   UNIQUE REFERENCES desk_user (pseudonym) ON DELETE CASCADE,
    until_ms   BIGINT NOT NULL
);

-- What one person has asked and another must confirm.
CREATE TABLE confirmation (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    poll       TEXT   NOT NULL,
    step       TEXT   NOT NULL,
    asked_by   TEXT   NOT NULL,
    asked_ms   BIGINT NOT NULL,
    decided_by TEXT,
    decided_ms BIGINT,
    state      TEXT   NOT NULL CHECK (state IN ('WAITING', 'CONFIRMED', 'WITHDRAWN'))
);
CREATE UNIQUE INDEX one_waits ON confirmation (poll, step) WHERE state = 'WAITING';

-- Tablets on which people vote. A removed one keeps its name, so that a close that waits for it can tell which it is.
CREATE TABLE tablet (
    tablet      TEXT   PRIMARY KEY,
    secret      TEXT   NOT NULL,
    site        TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    enrolled_by TEXT   NOT NULL,
    enrolled_ms BIGINT NOT NULL,
    seen_ms     BIGINT,
    removed_ms  BIGINT
);

-- Codes that were shown and not used yet, as their SHA-256.
CREATE TABLE tablet_enrolment (
    code     TEXT   PRIMARY KEY,
    site     TEXT   NOT NULL,
    name     TEXT   NOT NULL,
    by       TEXT   NOT NULL,
    until_ms BIGINT NOT NULL
);

-- How many ballots wait, as each tablet has told last; of what they say nothing is known.
CREATE TABLE tablet_waiting (
    tablet  TEXT   NOT NULL REFERENCES tablet,
    poll    TEXT   NOT NULL,
    ballots BIGINT NOT NULL,
    PRIMARY KEY (tablet, poll)
);

-- Codes with which the device of a signer of minutes becomes known, as their SHA-256.
CREATE TABLE signing_code (
    code     TEXT   PRIMARY KEY,
    council  TEXT   NOT NULL,
    signer   TEXT   NOT NULL,
    until_ms BIGINT NOT NULL
);

-- The keys of the staff for REST, as their SHA-256, with the pseudonym that the log has of each.
CREATE TABLE staff_key (
    hash      TEXT PRIMARY KEY,
    pseudonym TEXT NOT NULL UNIQUE
);

-- Sessions of the desk, so that any node answers who has signed in on another (Spring Session).
CREATE TABLE desk_session (
    primary_id            CHAR(36) NOT NULL PRIMARY KEY,
    session_id            CHAR(36) NOT NULL,
    creation_time         BIGINT   NOT NULL,
    last_access_time      BIGINT   NOT NULL,
    max_inactive_interval INTEGER  NOT NULL,
    expiry_time           BIGINT   NOT NULL,
    principal_name        TEXT
);
CREATE UNIQUE INDEX desk_session_by_id ON desk_session (session_id);
CREATE INDEX desk_session_by_expiry ON desk_session (expiry_time);
CREATE INDEX desk_session_by_name ON desk_session (principal_name);

CREATE TABLE desk_session_attributes (
    session_primary_id CHAR(36)     NOT NULL REFERENCES desk_session (primary_id) ON DELETE CASCADE,
    attribute_name     VARCHAR(200) NOT NULL,
    attribute_bytes    BYTEA        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Who is on the way to the issuer of OpenID Connect and back, by the hash of what her browser has.
CREATE TABLE oidc_way (
    key_hash TEXT   PRIMARY KEY,
    request  BYTEA  NOT NULL,
    until_ms BIGINT NOT NULL
);

-- The checkpoint of the public log that was shown last, cosigned by its witnesses: no node shows an earlier one.
CREATE TABLE published_checkpoint (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    size BIGINT  NOT NULL,
    note TEXT    NOT NULL
);
