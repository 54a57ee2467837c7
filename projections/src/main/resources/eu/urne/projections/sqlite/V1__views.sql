-- What is seen of polls. Everything here follows from the log; the file may be deleted and is then rebuilt.
CREATE TABLE poll (
    poll    TEXT    PRIMARY KEY,
    number  INTEGER NOT NULL,
    title   TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    state   TEXT    NOT NULL,
    hash    TEXT    NOT NULL,
    options INTEGER NOT NULL,
    terms   TEXT    NOT NULL
) WITHOUT ROWID;

CREATE TABLE poll_option (
    poll   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (poll, number)
) WITHOUT ROWID;

-- How many took part. Never for what: no choice is counted before the outcome.
CREATE TABLE turnout (
    poll       TEXT    PRIMARY KEY,
    cards      INTEGER NOT NULL DEFAULT 0,
    ballots    INTEGER NOT NULL DEFAULT 0,
    admitted   INTEGER,
    handed_out INTEGER
) WITHOUT ROWID;

CREATE TABLE outcome (
    poll TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE score (
    poll   TEXT    NOT NULL,
    number INTEGER NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (poll, number)
) WITHOUT ROWID;

-- Up to which position of the log the tables above are built.
CREATE TABLE progress (
    processor TEXT    NOT NULL,
    segment   INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    PRIMARY KEY (processor, segment)
) WITHOUT ROWID;
