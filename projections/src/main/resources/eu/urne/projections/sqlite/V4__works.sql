-- What was won, what becomes of it, and what of the investment plan was decided with citizens.
CREATE TABLE award (
    budget   TEXT    NOT NULL,
    proposal TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    cents    INTEGER NOT NULL,
    spent    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (budget, proposal)
) WITHOUT ROWID;

CREATE TABLE fate (
    budget   TEXT    NOT NULL,
    proposal TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    told     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (budget, proposal)
) WITHOUT ROWID;

CREATE TABLE milestone (
    budget   TEXT    NOT NULL,
    proposal TEXT    NOT NULL,
    title    TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    PRIMARY KEY (budget, proposal, title)
) WITHOUT ROWID;

-- Expenses, delays and photos as they were told, in order.
CREATE TABLE works_entry (
    budget   TEXT    NOT NULL,
    proposal TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    json     TEXT    NOT NULL,
    PRIMARY KEY (budget, proposal, kind, number)
) WITHOUT ROWID;

-- Pictures and documents of works are for everybody.
CREATE TABLE works_blob (
    blob TEXT PRIMARY KEY
) WITHOUT ROWID;

-- "due" is the day on which the next measure is waited for.
CREATE TABLE indicator (
    budget    TEXT    NOT NULL,
    proposal  TEXT    NOT NULL,
    indicator TEXT    NOT NULL,
    number    INTEGER NOT NULL,
    json      TEXT    NOT NULL,
    every     INTEGER NOT NULL,
    due       TEXT    NOT NULL,
    PRIMARY KEY (budget, proposal, indicator)
) WITHOUT ROWID;

CREATE TABLE measure (
    budget    TEXT    NOT NULL,
    proposal  TEXT    NOT NULL,
    indicator TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    value     INTEGER NOT NULL,
    decimals  INTEGER NOT NULL,
    PRIMARY KEY (budget, proposal, indicator, day)
) WITHOUT ROWID;

CREATE TABLE plan_line (
    line   TEXT    PRIMARY KEY,
    number INTEGER NOT NULL,
    title  TEXT    NOT NULL,
    year   INTEGER NOT NULL,
    cents  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE plan_decision (
    line     TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    budget   TEXT    NOT NULL,
    proposal TEXT    NOT NULL,
    cents    INTEGER NOT NULL,
    PRIMARY KEY (line, number)
) WITHOUT ROWID;
