-- The histories of questionnaires and gatherings, as told; what is shown of one is folded from its history.
CREATE TABLE consult_history (
    stream TEXT    NOT NULL,
    number INTEGER NOT NULL,
    at_ms  INTEGER NOT NULL,
    type   TEXT    NOT NULL,
    json   TEXT    NOT NULL,
    PRIMARY KEY (stream, number)
) WITHOUT ROWID;

-- How many answers a questionnaire has, by the way in which they came.
CREATE TABLE consult_answers (
    questionnaire TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    answers       INTEGER NOT NULL,
    PRIMARY KEY (questionnaire, channel)
) WITHOUT ROWID;
