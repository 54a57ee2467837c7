-- Ideas that are not handed in yet, private to who writes them.
CREATE TABLE draft (
    owner  TEXT    NOT NULL,
    budget TEXT    NOT NULL,
    draft  TEXT    NOT NULL,
    saved  INTEGER NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (owner, budget, draft)
) WITHOUT ROWID;
CREATE INDEX draft_saved ON draft (saved);
