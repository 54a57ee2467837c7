-- What inhabitants wrote, drew and recorded, by its salted hash. An erased one keeps its hash and nothing else.
CREATE TABLE blob (
    number  INTEGER PRIMARY KEY,
    hash    BLOB NOT NULL UNIQUE,
    type    TEXT,
    salt    BLOB,
    content BLOB
);

-- The ideas among them, each on the shelf of its budget.
CREATE TABLE idea (
    number INTEGER PRIMARY KEY,
    shelf  TEXT NOT NULL
);

-- Their words, by the same number; what is deleted is gone from the index too, not only marked.
CREATE VIRTUAL TABLE idea_words USING fts5 (title, body, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO idea_words (idea_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE idea_term USING fts5vocab (idea_words, row);
