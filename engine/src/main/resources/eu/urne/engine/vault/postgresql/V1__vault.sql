-- To which installation this schema belongs.
CREATE TABLE installation (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT    NOT NULL
);

-- What only this vault's master key recognises: tells a wrong key at the start.
CREATE TABLE master (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    key_check BYTEA   NOT NULL
);

CREATE TABLE register (
    register  TEXT   PRIMARY KEY,
    title     TEXT   NOT NULL,
    opened_ms BIGINT NOT NULL
);

-- A file that was imported. Its persons are there once state is DONE; before, nobody sees them.
CREATE TABLE batch (
    batch      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         TEXT   NOT NULL UNIQUE,
    register   TEXT   NOT NULL,
    mode       TEXT   NOT NULL,
    state      TEXT   NOT NULL,
    started_ms BIGINT NOT NULL,
    started_by TEXT   NOT NULL
);

-- What was wrong with lines of a file. Says never what stands in them.
CREATE TABLE batch_line (
    batch    BIGINT NOT NULL,
    number   BIGINT NOT NULL,
    line     BIGINT NOT NULL,
    field    TEXT   NOT NULL,
    sentence TEXT   NOT NULL,
    PRIMARY KEY (batch, number)
);

-- One row per person and register. Of who is erased the key and the sealed data are gone, and so is the identity.
CREATE TABLE person (
    number    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person    BYTEA  NOT NULL,
    register  TEXT   NOT NULL,
    identity  BYTEA,
    wrapped   BYTEA,
    sealed    BYTEA,
    batch     BIGINT,
    line      BIGINT,
    added_ms  BIGINT NOT NULL,
    added_by  TEXT   NOT NULL,
    erased_ms BIGINT,
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

-- Who stands behind a pseudonym of a poll ("poll/<id>"), a budget ("budget/<id>") or a draw ("draw/<id>").
CREATE TABLE pseudonym (
    scope     TEXT  NOT NULL,
    identity  BYTEA NOT NULL,
    pseudonym TEXT  NOT NULL,
    PRIMARY KEY (scope, identity)
);
CREATE UNIQUE INDEX pseudonym_text ON pseudonym (pseudonym);
CREATE INDEX pseudonym_identity ON pseudonym (identity);

-- A guardian consents to a child's part in a budget ("budget/<id>") or to a candidacy ("draw/<id>").
CREATE TABLE consent (
    identity BYTEA  NOT NULL,
    scope    TEXT   NOT NULL,
    given_ms BIGINT NOT NULL,
    given_by TEXT   NOT NULL,
    PRIMARY KEY (identity, scope)
);

-- Who stands or stood for a draw of council members, with what the pool tells of her and her salt, sealed under a key of
-- her own. Without this row her leaf in the pool belongs to nobody.
CREATE TABLE candidacy (
    draw      TEXT  NOT NULL,
    identity  BYTEA NOT NULL,
    pseudonym TEXT  NOT NULL,
    wrapped   BYTEA NOT NULL,
    sealed    BYTEA NOT NULL,
    PRIMARY KEY (draw, identity)
);
CREATE INDEX candidacy_identity ON candidacy (identity);

-- Codes by which persons of a register stand for a draw from where they are: only what the master key makes of a code,
-- never the code. The latest one of a person works, the others are gone.
CREATE TABLE standing_code (
    draw     TEXT   NOT NULL,
    code     BYTEA  NOT NULL,
    identity BYTEA  NOT NULL,
    person   BYTEA  NOT NULL,
    made_ms  BIGINT NOT NULL,
    made_by  TEXT   NOT NULL,
    used_ms  BIGINT,
    PRIMARY KEY (draw, code)
);
CREATE UNIQUE INDEX standing_code_identity ON standing_code (draw, identity);

-- Keys that one node made and all need, those of polls for instance: sealed under the master key, never plain.
CREATE TABLE secret (
    name    TEXT  PRIMARY KEY,
    wrapped BYTEA NOT NULL,
    sealed  BYTEA NOT NULL
);

-- Who read or changed what, when and for what. Never a name.
CREATE TABLE access (
    number   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at_ms    BIGINT NOT NULL,
    by       TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    register TEXT,
    person   BYTEA,
    count    BIGINT NOT NULL,
    purpose  TEXT   NOT NULL
);
CREATE INDEX access_person ON access (person) WHERE person IS NOT NULL;
CREATE FUNCTION access_is_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the access log is only added to';
END $$;
CREATE TRIGGER access_is_not_changed BEFORE UPDATE OR DELETE ON access
FOR EACH ROW EXECUTE FUNCTION access_is_added_to();
CREATE TRIGGER access_is_not_emptied BEFORE TRUNCATE ON access
FOR EACH STATEMENT EXECUTE FUNCTION access_is_added_to();
