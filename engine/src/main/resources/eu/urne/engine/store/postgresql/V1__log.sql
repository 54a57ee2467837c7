-- One row per entry of either log. position orders both logs, idx numbers the entries of one. Names of streams are
-- compared byte by byte, whatever the language of the database.
CREATE TABLE entry (
    position BIGINT   PRIMARY KEY,
    log      SMALLINT NOT NULL,
    idx      BIGINT   NOT NULL,
    stream   TEXT COLLATE "C",
    seq      BIGINT,
    id       BYTEA    NOT NULL,
    bytes    BYTEA    NOT NULL
);
ALTER TABLE entry ALTER COLUMN bytes SET STORAGE EXTERNAL; -- signatures and ciphertexts do not get smaller
CREATE UNIQUE INDEX entry_index ON entry (log, idx);
CREATE UNIQUE INDEX entry_stream ON entry (stream, seq);
CREATE UNIQUE INDEX entry_id ON entry (id);

-- Full tiles of the Merkle trees; the unfinished ones follow from the entries and the tiles.
CREATE TABLE tile (
    log    SMALLINT NOT NULL,
    level  SMALLINT NOT NULL,
    number BIGINT   NOT NULL,
    bytes  BYTEA    NOT NULL,
    PRIMARY KEY (log, level, number)
);

-- Every checkpoint ever signed, as signed note: one per log and commit.
CREATE TABLE checkpoint (
    log  SMALLINT NOT NULL,
    size BIGINT   NOT NULL,
    note TEXT     NOT NULL,
    PRIMARY KEY (log, size)
);

-- What the log has established: see Claim.
CREATE TABLE claim (
    claim BYTEA PRIMARY KEY
);

-- Axon's snapshots of aggregates; not part of the log, may be deleted.
CREATE TABLE snapshot (
    stream TEXT COLLATE "C" PRIMARY KEY,
    seq    BIGINT NOT NULL,
    bytes  BYTEA  NOT NULL
);

-- The one row that a node locks while it places a batch: so that of several nodes one writes at a time.
CREATE TABLE head (
    one      BOOLEAN PRIMARY KEY CHECK (one),
    position BIGINT  NOT NULL
) WITH (fillfactor = 10);
INSERT INTO head (one, position) VALUES (TRUE, 0);
