-- Who stands or stood for a draw of council members, with what the pool tells of her and her salt, sealed under a key of
-- her own. Without this row her leaf in the pool belongs to nobody.
CREATE TABLE candidacy (
    draw      TEXT NOT NULL,
    identity  BLOB NOT NULL,
    pseudonym TEXT NOT NULL,
    wrapped   BLOB NOT NULL,
    sealed    BLOB NOT NULL,
    PRIMARY KEY (draw, identity)
) WITHOUT ROWID;
CREATE INDEX candidacy_identity ON candidacy (identity);
