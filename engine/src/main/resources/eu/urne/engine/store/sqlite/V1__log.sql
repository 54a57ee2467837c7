-- One row per entry of either log. position orders both logs, idx numbers the entries of one.
CREATE TABLE entry (
    position INTEGER PRIMARY KEY,
    log      INTEGER NOT NULL,
    idx      INTEGER NOT NULL,
    stream   TEXT,
    seq      INTEGER,
    id       BLOB    NOT NULL,
    bytes    BLOB    NOT NULL
);
CREATE UNIQUE INDEX entry_index ON entry (log, idx);
CREATE UNIQUE INDEX entry_stream ON entry (stream, seq);
CREATE UNIQUE INDEX entry_id ON entry (id);

-- Full tiles of the Merkle trees; the unfinished ones follow from the entries and the tiles.
CREATE TABLE tile (
    log    INTEGER NOT NULL,
    level  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    bytes  BLOB    NOT NULL,
    PRIMARY KEY (log, level, number)
);

-- Every checkpoint ever signed, as signed note: one per log and commit.
CREATE TABLE checkpoint (
    log  INTEGER NOT NULL,
    size INTEGER NOT NULL,
    note TEXT    NOT NULL,
    PRIMARY KEY (log, size)
) WITHOUT ROWID;

-- What the log has established: see Claim.
CREATE TABLE claim (
    claim BLOB PRIMARY KEY
) WITHOUT ROWID;

-- Axon's snapshots of aggregates; not part of the log, may be deleted.
CREATE TABLE snapshot (
    stream TEXT PRIMARY KEY,
    seq    INTEGER NOT NULL,
    bytes  BLOB    NOT NULL
) WITHOUT ROWID;
