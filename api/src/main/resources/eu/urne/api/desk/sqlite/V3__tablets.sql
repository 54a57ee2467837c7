-- Tablets on which people vote. A removed one keeps its name, so that a close that waits for it can tell which it is.
CREATE TABLE tablet (
    tablet      TEXT PRIMARY KEY,
    secret      TEXT NOT NULL,
    site        TEXT NOT NULL,
    name        TEXT NOT NULL,
    enrolled_by TEXT NOT NULL,
    enrolled_ms INTEGER NOT NULL,
    seen_ms     INTEGER,
    removed_ms  INTEGER
) STRICT;

-- Codes that were shown and not used yet, as their SHA-256.
CREATE TABLE tablet_enrolment (
    code     TEXT PRIMARY KEY,
    site     TEXT NOT NULL,
    name     TEXT NOT NULL,
    by       TEXT NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;

-- How many ballots wait, as each tablet has told last; of what they say nothing is known.
CREATE TABLE tablet_waiting (
    tablet  TEXT NOT NULL REFERENCES tablet,
    poll    TEXT NOT NULL,
    ballots INTEGER NOT NULL,
    PRIMARY KEY (tablet, poll)
) STRICT;
