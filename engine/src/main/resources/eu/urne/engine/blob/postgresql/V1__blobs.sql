-- To which installation this schema belongs.
CREATE TABLE installation (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    origin TEXT    NOT NULL
);

-- What inhabitants wrote, drew and recorded, by its salted hash. An erased one keeps its hash and nothing else.
CREATE TABLE blob (
    number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash    BYTEA NOT NULL UNIQUE,
    type    TEXT,
    salt    BYTEA,
    content BYTEA
);
-- Pictures and sounds are compressed already.
ALTER TABLE blob ALTER COLUMN content SET STORAGE EXTERNAL;

-- The ideas among them, each on the shelf of its budget, and how many words it has.
CREATE TABLE idea (
    number BIGINT  PRIMARY KEY,
    shelf  TEXT    NOT NULL,
    words  INTEGER NOT NULL
);

-- How often each word, without accents, stands in the title and the text of an idea. In the order of code points, in
-- which what begins alike stands together.
CREATE TABLE idea_words (
    word   TEXT COLLATE "C" NOT NULL,
    number BIGINT           NOT NULL,
    title  INTEGER          NOT NULL,
    body   INTEGER          NOT NULL,
    PRIMARY KEY (word, number)
);
CREATE INDEX idea_words_number ON idea_words (number);

-- Ideas that are not handed in yet, private to who writes them.
CREATE TABLE draft (
    owner  TEXT   NOT NULL,
    budget TEXT   NOT NULL,
    draft  TEXT   NOT NULL,
    saved  BIGINT NOT NULL,
    json   TEXT   NOT NULL,
    PRIMARY KEY (owner, budget, draft)
);
CREATE INDEX draft_saved ON draft (saved);
