-- Codes with which the device of a signer of minutes becomes known, as their SHA-256.
CREATE TABLE signing_code (
    code     TEXT PRIMARY KEY,
    council  TEXT NOT NULL,
    signer   TEXT NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;
