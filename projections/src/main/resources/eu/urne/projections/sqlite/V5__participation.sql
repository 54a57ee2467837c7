-- Who took part in polls, as published at their close.
CREATE TABLE participation (
    poll TEXT PRIMARY KEY,
    json TEXT NOT NULL
) WITHOUT ROWID;
