-- Keys that nodes shared before their vault became this file, those of polls for instance: sealed under the master key,
-- never plain.
CREATE TABLE secret (
    name    TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL,
    sealed  BLOB NOT NULL
) WITHOUT ROWID;
