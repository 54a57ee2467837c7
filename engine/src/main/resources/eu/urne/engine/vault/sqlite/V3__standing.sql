-- A guardian consents to a child's part in a budget ("budget/<id>") or to a candidacy ("draw/<id>").
ALTER TABLE consent RENAME COLUMN budget TO scope;
UPDATE consent SET scope = 'budget/' || scope;

-- Codes by which persons of a register stand for a draw from where they are: only what the master key makes of a code,
-- never the code. The latest one of a person works, the others are gone.
CREATE TABLE standing_code (
    draw     TEXT    NOT NULL,
    code     BLOB    NOT NULL,
    identity BLOB    NOT NULL,
    person   BLOB    NOT NULL,
    made_ms  INTEGER NOT NULL,
    made_by  TEXT    NOT NULL,
    used_ms  INTEGER,
    PRIMARY KEY (draw, code)
) WITHOUT ROWID;
CREATE UNIQUE INDEX standing_code_identity ON standing_code (draw, identity);
