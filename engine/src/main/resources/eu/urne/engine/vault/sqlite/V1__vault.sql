-- What only this vault's master key recognises: tells a wrong key at the start.
CREATE TABLE master (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    key_check BLOB    NOT NULL
);

CREATE TABLE register (
    register  TEXT    PRIMARY KEY,
    title     TEXT    NOT NULL,
    opened_ms INTEGER NOT NULL
) WITHOUT ROWID;

-- A file that was imported. Its persons are there once state is DONE; before, nobody sees them.
CREATE TABLE batch (
    batch      INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT    NOT NULL UNIQUE,
    register   TEXT    NOT NULL,
    mode       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    started_ms INTEGER NOT NULL,
    started_by TEXT    NOT NULL
);

-- What was wrong with lines of a file. Says never what stands in them.
CREATE TABLE batch_line (
    batch    INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    field    TEXT    NOT NULL,
    sentence TEXT    NOT NULL,
    PRIMARY KEY (batch, number)
) WITHOUT ROWID;

-- One row per person and register. Of who is erased the key and the sealed data are gone, and so is the identity.
CREATE TABLE person (
    number    INTEGER PRIMARY KEY,
    person    BLOB    NOT NULL,
    register  TEXT    NOT NULL,
    identity  BLOB,
    wrapped   BLOB,
    sealed    BLOB,
    batch     INTEGER,
    line      INTEGER,
    added_ms  INTEGER NOT NULL,
    added_by  TEXT    NOT NULL,
    erased_ms INTEGER,
    erased_by TEXT,
    reason    TEXT
);
CREATE UNIQUE INDEX person_id ON person (person);
CREATE UNIQUE INDEX person_identity ON person (identity, register);
CREATE INDEX person_register ON person (register, number);
CREATE INDEX person_batch ON person (batch) WHERE batch IS NOT NULL;

-- Those who are there: not erased, and not of a file that is still being read.
CREATE VIEW standing AS
SELECT person.* FROM person
WHERE person.sealed IS NOT NULL
  AND (person.batch IS NULL OR (SELECT state FROM batch WHERE batch.batch = person.batch) = 'DONE');

-- Who stands behind a pseudonym of a poll ("poll/<id>") or a budget ("budget/<id>").
CREATE TABLE pseudonym (
    scope     TEXT NOT NULL,
    identity  BLOB NOT NULL,
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (scope, identity)
) WITHOUT ROWID;
CREATE UNIQUE INDEX pseudonym_text ON pseudonym (pseudonym);
CREATE INDEX pseudonym_identity ON pseudonym (identity);

CREATE TABLE consent (
    identity BLOB    NOT NULL,
    budget   TEXT    NOT NULL,
    given_ms INTEGER NOT NULL,
    given_by TEXT    NOT NULL,
    PRIMARY KEY (identity, budget)
) WITHOUT ROWID;

-- Who read or changed what, when and for what. Never a name.
CREATE TABLE access (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms    INTEGER NOT NULL,
    by       TEXT    NOT NULL,
    action   TEXT    NOT NULL,
    register TEXT,
    person   BLOB,
    count    INTEGER NOT NULL,
    purpose  TEXT    NOT NULL
);
CREATE INDEX access_person ON access (person) WHERE person IS NOT NULL;
CREATE TRIGGER access_is_not_changed BEFORE UPDATE ON access
BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
CREATE TRIGGER access_is_not_deleted BEFORE DELETE ON access
BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
