-- Tablets on which people vote: for which the close still waits, and who asked not to wait for them any more.
ALTER TABLE poll ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;

CREATE TABLE poll_tablet (
    poll     TEXT NOT NULL,
    tablet   TEXT NOT NULL,
    state    TEXT NOT NULL,
    PRIMARY KEY (poll, tablet)
) WITHOUT ROWID;

CREATE TABLE tablet_write_off (
    poll     TEXT NOT NULL,
    tablet   TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (poll, tablet, asked_by)
) WITHOUT ROWID;
