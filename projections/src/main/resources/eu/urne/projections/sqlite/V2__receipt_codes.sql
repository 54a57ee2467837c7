-- Where the entries of the public log stand by the characters of their codes (docs/formats/receipt.md), 40 bits.
CREATE TABLE receipt_code (
    characters INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    PRIMARY KEY (characters, position)
) WITHOUT ROWID;

-- The table needs the whole log: everything is built anew.
DELETE FROM poll;
DELETE FROM poll_option;
DELETE FROM turnout;
DELETE FROM outcome;
DELETE FROM score;
DELETE FROM progress;
