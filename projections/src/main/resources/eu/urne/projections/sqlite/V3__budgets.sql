-- What is seen of participatory budgets and their proposals. Texts by inhabitants stand elsewhere; here are their hashes.
CREATE TABLE budget (
    budget        TEXT    PRIMARY KEY,
    number        INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    audience      TEXT    NOT NULL,
    demonstration INTEGER NOT NULL,
    four_eyes     INTEGER NOT NULL,
    phase         TEXT    NOT NULL,
    terms         TEXT    NOT NULL,
    rest          TEXT
) WITHOUT ROWID;

-- Phases that began or were moved, in order.
CREATE TABLE budget_step (
    budget TEXT    NOT NULL,
    number INTEGER NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (budget, number)
) WITHOUT ROWID;

CREATE TABLE budget_part (
    budget     TEXT NOT NULL,
    part       TEXT NOT NULL,
    poll       TEXT,
    definition TEXT,
    shuffled   INTEGER,
    lapsed     TEXT,
    PRIMARY KEY (budget, part)
) WITHOUT ROWID;

-- In the order in which they were handed in. "shown" follows from the state; "since" is when a wait for the staff began.
CREATE TABLE proposal (
    id          INTEGER PRIMARY KEY,
    budget      TEXT    NOT NULL,
    proposal    TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    shown       INTEGER NOT NULL,
    site        TEXT    NOT NULL,
    category    TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    submitted   INTEGER NOT NULL,
    since       INTEGER,
    part        TEXT,
    title       TEXT,
    cents       INTEGER,
    merged_into TEXT,
    department  TEXT,
    author      TEXT    NOT NULL,
    idea        TEXT    NOT NULL,
    reason      TEXT,
    study       TEXT,
    UNIQUE (budget, proposal)
);

CREATE TABLE proposal_blob (
    blob TEXT    NOT NULL,
    id   INTEGER NOT NULL,
    PRIMARY KEY (blob, id)
) WITHOUT ROWID;
