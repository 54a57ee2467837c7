-- What is seen: the tables of ../sqlite, all of them in one file. Everything here follows from the log; the schema may be
-- dropped and is then rebuilt. Texts have the order of their bytes, as in SQLite; yes and no are 1 and 0.
CREATE TABLE poll (
    poll    TEXT COLLATE "C" PRIMARY KEY,
    number  BIGINT NOT NULL,
    title   TEXT COLLATE "C" NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    state   TEXT COLLATE "C" NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL,
    options BIGINT NOT NULL,
    terms   TEXT COLLATE "C" NOT NULL,
    ended   BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE poll_option (
    poll   TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    json   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (poll, number)
);

-- How many took part. Never for what: no choice is counted before the outcome.
CREATE TABLE turnout (
    poll       TEXT COLLATE "C" PRIMARY KEY,
    cards      BIGINT NOT NULL DEFAULT 0,
    ballots    BIGINT NOT NULL DEFAULT 0,
    admitted   BIGINT,
    handed_out BIGINT
);

CREATE TABLE outcome (
    poll TEXT COLLATE "C" PRIMARY KEY,
    json TEXT COLLATE "C" NOT NULL
);

CREATE TABLE score (
    poll   TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    json   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (poll, number)
);

-- Where the entries of the public log stand by the characters of their codes (docs/formats/receipt.md), 40 bits.
CREATE TABLE receipt_code (
    characters BIGINT NOT NULL,
    position   BIGINT NOT NULL,
    PRIMARY KEY (characters, position)
);

-- Texts by inhabitants stand elsewhere; here are their hashes.
CREATE TABLE budget (
    budget        TEXT COLLATE "C" PRIMARY KEY,
    number        BIGINT NOT NULL,
    title         TEXT COLLATE "C" NOT NULL,
    audience      TEXT COLLATE "C" NOT NULL,
    demonstration BIGINT NOT NULL,
    four_eyes     BIGINT NOT NULL,
    phase         TEXT COLLATE "C" NOT NULL,
    terms         TEXT COLLATE "C" NOT NULL,
    rest          TEXT COLLATE "C"
);

-- Phases that began or were moved, in order.
CREATE TABLE budget_step (
    budget TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    json   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (budget, number)
);

CREATE TABLE budget_part (
    budget     TEXT COLLATE "C" NOT NULL,
    part       TEXT COLLATE "C" NOT NULL,
    poll       TEXT COLLATE "C",
    definition TEXT COLLATE "C",
    shuffled   BIGINT,
    lapsed     TEXT COLLATE "C",
    PRIMARY KEY (budget, part)
);

-- In the order in which they were handed in. "shown" follows from the state; "since" is when a wait for the staff began.
CREATE TABLE proposal (
    id          BIGINT PRIMARY KEY,
    budget      TEXT COLLATE "C" NOT NULL,
    proposal    TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL,
    shown       BIGINT NOT NULL,
    site        TEXT COLLATE "C" NOT NULL,
    category    TEXT COLLATE "C" NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    submitted   BIGINT NOT NULL,
    since       BIGINT,
    part        TEXT COLLATE "C",
    title       TEXT COLLATE "C",
    cents       BIGINT,
    merged_into TEXT COLLATE "C",
    department  TEXT COLLATE "C",
    author      TEXT COLLATE "C" NOT NULL,
    idea        TEXT COLLATE "C" NOT NULL,
    reason      TEXT COLLATE "C",
    study       TEXT COLLATE "C",
    UNIQUE (budget, proposal)
);

CREATE TABLE proposal_blob (
    blob TEXT COLLATE "C" NOT NULL,
    id   BIGINT NOT NULL,
    PRIMARY KEY (blob, id)
);

-- What was won, what becomes of it, and what of the investment plan was decided with citizens.
CREATE TABLE award (
    budget   TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL,
    number   BIGINT NOT NULL,
    cents    BIGINT NOT NULL,
    spent    BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (budget, proposal)
);

CREATE TABLE fate (
    budget   TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL,
    text     TEXT COLLATE "C" NOT NULL,
    told     BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (budget, proposal)
);

CREATE TABLE milestone (
    budget   TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL,
    title    TEXT COLLATE "C" NOT NULL,
    day      TEXT COLLATE "C" NOT NULL,
    state    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (budget, proposal, title)
);

-- Expenses, delays and photos as they were told, in order.
CREATE TABLE works_entry (
    budget   TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    number   BIGINT NOT NULL,
    json     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (budget, proposal, kind, number)
);

-- Pictures and documents of works are for everybody.
CREATE TABLE works_blob (
    blob TEXT COLLATE "C" PRIMARY KEY
);

-- "due" is the day on which the next measure is waited for.
CREATE TABLE indicator (
    budget    TEXT COLLATE "C" NOT NULL,
    proposal  TEXT COLLATE "C" NOT NULL,
    indicator TEXT COLLATE "C" NOT NULL,
    number    BIGINT NOT NULL,
    json      TEXT COLLATE "C" NOT NULL,
    every     BIGINT NOT NULL,
    due       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (budget, proposal, indicator)
);

CREATE TABLE measure (
    budget    TEXT COLLATE "C" NOT NULL,
    proposal  TEXT COLLATE "C" NOT NULL,
    indicator TEXT COLLATE "C" NOT NULL,
    day       TEXT COLLATE "C" NOT NULL,
    value     BIGINT NOT NULL,
    decimals  BIGINT NOT NULL,
    PRIMARY KEY (budget, proposal, indicator, day)
);

CREATE TABLE plan_line (
    line   TEXT COLLATE "C" PRIMARY KEY,
    number BIGINT NOT NULL,
    title  TEXT COLLATE "C" NOT NULL,
    year   BIGINT NOT NULL,
    cents  BIGINT NOT NULL
);

CREATE TABLE plan_decision (
    line     TEXT COLLATE "C" NOT NULL,
    number   BIGINT NOT NULL,
    budget   TEXT COLLATE "C" NOT NULL,
    proposal TEXT COLLATE "C" NOT NULL,
    cents    BIGINT NOT NULL,
    PRIMARY KEY (line, number)
);

-- Who took part in polls, as published at their close.
CREATE TABLE participation (
    poll TEXT COLLATE "C" PRIMARY KEY,
    json TEXT COLLATE "C" NOT NULL
);

-- Votes on paper: how many, and what the persons who enter the sheets have to do.
CREATE TABLE paper_turnout (
    poll    TEXT COLLATE "C" PRIMARY KEY,
    sheets  BIGINT NOT NULL,
    ballots BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE paper_sheet (
    poll       TEXT COLLATE "C" NOT NULL,
    token      TEXT COLLATE "C" NOT NULL,
    state      TEXT COLLATE "C" NOT NULL,
    entered_by TEXT COLLATE "C",
    PRIMARY KEY (poll, token)
);

-- Tablets on which people vote: for which the close still waits, and who asked not to wait for them any more.
CREATE TABLE poll_tablet (
    poll   TEXT COLLATE "C" NOT NULL,
    tablet TEXT COLLATE "C" NOT NULL,
    state  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (poll, tablet)
);

CREATE TABLE tablet_write_off (
    poll     TEXT COLLATE "C" NOT NULL,
    tablet   TEXT COLLATE "C" NOT NULL,
    asked_by TEXT COLLATE "C" NOT NULL,
    reason   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (poll, tablet, asked_by)
);

-- The histories of councils, draws, meetings and motions, as told; what is shown of one is folded from its history.
CREATE TABLE council_history (
    stream TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    at_ms  BIGINT NOT NULL,
    type   TEXT COLLATE "C" NOT NULL,
    json   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (stream, number)
);

-- What belongs to which council: its draws, meetings and motions, in the order in which they began.
CREATE TABLE council_part (
    council TEXT COLLATE "C" NOT NULL,
    kind    TEXT COLLATE "C" NOT NULL,
    number  BIGINT NOT NULL,
    id      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (council, kind, number)
);

-- The histories of questionnaires and gatherings, as told; what is shown of one is folded from its history.
CREATE TABLE consult_history (
    stream TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    at_ms  BIGINT NOT NULL,
    type   TEXT COLLATE "C" NOT NULL,
    json   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (stream, number)
);

-- How many answers a questionnaire has, by the way in which they came.
CREATE TABLE consult_answers (
    questionnaire TEXT COLLATE "C" NOT NULL,
    channel       TEXT COLLATE "C" NOT NULL,
    answers       BIGINT NOT NULL,
    PRIMARY KEY (questionnaire, channel)
);

-- Of which log the tables above are the views: the key of the public one.
CREATE TABLE source (
    log TEXT COLLATE "C" PRIMARY KEY
);

-- Up to which position of the log they are built, and by which node: until when it is theirs, by the clock of the database.
-- Positions go on within one build; a later one has a greater number.
CREATE TABLE progress (
    processor     TEXT COLLATE "C" NOT NULL,
    segment       BIGINT NOT NULL,
    build         BIGINT NOT NULL,
    position      BIGINT NOT NULL,
    owner         TEXT COLLATE "C",
    claimed_until TIMESTAMPTZ,
    PRIMARY KEY (processor, segment)
);

-- What the queries ask of SQLite's functions.
CREATE FUNCTION instr(whole TEXT, part TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT strpos(whole, part) $$;

-- The path is that of members of objects: $.terms.kind
CREATE FUNCTION json_extract(document TEXT, path TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT document::json #>> string_to_array(substr(path, 3), '.') $$;

CREATE FUNCTION json_each(document TEXT) RETURNS TABLE (key BIGINT, value TEXT) LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT number - 1, element FROM json_array_elements_text(document::json) WITH ORDINALITY AS each (element, number) $$;
