-- The histories of councils, draws, meetings and motions, as told; what is shown of one is folded from its history.
CREATE TABLE council_history (
    stream TEXT    NOT NULL,
    number INTEGER NOT NULL,
    at_ms  INTEGER NOT NULL,
    type   TEXT    NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;

-- What belongs to which council: its draws, meetings and motions, in the order in which they began.
CREATE TABLE council_part (
    council TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    number  INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    PRIMARY KEY (council, kind, number)
) WITHOUT ROWID;
