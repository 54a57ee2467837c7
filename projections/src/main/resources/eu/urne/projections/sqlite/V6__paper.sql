-- Votes on paper: how many, and what the persons who enter the sheets have to do.
CREATE TABLE paper_turnout (
    poll    TEXT    PRIMARY KEY,
    sheets  INTEGER NOT NULL,
    ballots INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE paper_sheet (
    poll       TEXT NOT NULL,
    token      TEXT NOT NULL,
    state      TEXT NOT NULL,
    entered_by TEXT,
    PRIMARY KEY (poll, token)
) WITHOUT ROWID;
