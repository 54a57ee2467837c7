-- To which installation this schema belongs.
CREATE TABLE installation (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT    NOT NULL
);

-- Answers to questionnaires; the log has the leaf of each. No row tells when it came, and from the close on not from
-- which form.
CREATE TABLE answer (
    questionnaire TEXT  NOT NULL,
    form          TEXT  NOT NULL,
    leaf          TEXT  NOT NULL,
    salt          BYTEA NOT NULL,
    content       BYTEA NOT NULL,
    PRIMARY KEY (questionnaire, form)
);

-- Sheets of paper that one person has typed, and a second one has to.
CREATE TABLE typed (
    questionnaire TEXT  NOT NULL,
    sheet         TEXT  NOT NULL,
    person        TEXT  NOT NULL,
    content       BYTEA NOT NULL,
    PRIMARY KEY (questionnaire, sheet)
);

-- Who was checked in at a gathering: figures, one row for each press of a button.
CREATE TABLE checked_in (
    gathering TEXT    NOT NULL,
    form      TEXT    NOT NULL,
    site      TEXT    NOT NULL,
    age       TEXT    NOT NULL,
    persons   INTEGER NOT NULL,
    PRIMARY KEY (gathering, form)
);
