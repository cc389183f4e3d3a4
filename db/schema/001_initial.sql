-- The books of one or many offices. Every table is keyed by the office (agency_id) it belongs to.
-- Instants are UTC seconds since 1970, dates are yyyymmdd, lists are separated by ';'.

CREATE TABLE agency (
    agency_id      INTEGER PRIMARY KEY,
    code           TEXT NOT NULL UNIQUE,
    name           TEXT NOT NULL,
    office         TEXT NOT NULL,              -- office.toml as JSON
    practice       INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)), -- 1: made-up dossiers, for practice and benchmarks
    journal_seq    INTEGER NOT NULL,           -- the journal's last row, so that a cut is seen
    journal_hash   BLOB NOT NULL
) STRICT;

-- Append-only. hash = SHA-256 over the row and the hash of the row before it.
CREATE TABLE journal (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    seq            INTEGER NOT NULL,
    recorded_at    INTEGER NOT NULL,
    act_at         INTEGER NOT NULL,
    act            TEXT NOT NULL,
    subject        TEXT NOT NULL,
    actor          TEXT NOT NULL,
    place          TEXT NOT NULL,
    reason         TEXT NOT NULL,
    payload        TEXT NOT NULL,
    previous_seq   INTEGER NOT NULL,           -- the subject's event before; 0 for its first
    hash           BLOB NOT NULL,
    PRIMARY KEY (agency_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_day (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    day            INTEGER NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
    name           TEXT NOT NULL,
    PRIMARY KEY (agency_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure_version (
    version_id      INTEGER PRIMARY KEY,
    agency_id       INTEGER NOT NULL REFERENCES agency,
    code            TEXT NOT NULL,
    name            TEXT NOT NULL,
    field           TEXT NOT NULL,
    unit            TEXT NOT NULL,
    half_units      INTEGER NOT NULL,
    cutoff_minutes  INTEGER,
    fee_vnd         INTEGER NOT NULL,
    online_level    TEXT NOT NULL,
    sector          TEXT NOT NULL,
    linked_agencies TEXT NOT NULL,
    documents       TEXT NOT NULL,
    decision        TEXT NOT NULL,
    effective_from  INTEGER NOT NULL,
    effective_to    INTEGER,
    UNIQUE (agency_id, code, effective_from)
) STRICT;

CREATE TABLE dossier (
    dossier_id      INTEGER PRIMARY KEY,
    agency_id       INTEGER NOT NULL REFERENCES agency,
    code            TEXT NOT NULL,
    version_id      INTEGER NOT NULL REFERENCES procedure_version,
    state           TEXT NOT NULL,
    channel         TEXT NOT NULL,
    officer         TEXT NOT NULL,
    applicant_name  TEXT NOT NULL,
    applicant_id    TEXT NOT NULL,
    phone           TEXT NOT NULL,
    address         TEXT NOT NULL,
    submitted_at    INTEGER,
    received_at     INTEGER,
    due_at          INTEGER,
    appointment     INTEGER,
    closed_at       INTEGER,
    decision        TEXT,
    outcome         TEXT,
    returned_at     INTEGER,
    return_channel  TEXT,
    linked_agencies TEXT NOT NULL,
    linked_since    INTEGER,
    digitised_at    INTEGER,
    fee_vnd         INTEGER NOT NULL,
    paid_vnd        INTEGER NOT NULL,
    step            INTEGER NOT NULL,
    assignee        TEXT NOT NULL,
    last_act_at     INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    clock_changes   INTEGER NOT NULL, -- rows of dossier_clock; none for a clock never stopped
    hand_overs      INTEGER NOT NULL, -- rows of hand_over
    first_event     INTEGER NOT NULL,
    last_event      INTEGER NOT NULL,
    UNIQUE (agency_id, code)
) STRICT;

-- Only what is open is worked on: this index stays small however many dossiers there are.
CREATE INDEX dossier_open ON dossier (agency_id, due_at) WHERE closed_at IS NULL;

CREATE TABLE dossier_clock (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    dossier_id     INTEGER NOT NULL REFERENCES dossier,
    position       INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    running        INTEGER NOT NULL CHECK (running IN (0, 1)),
    due_at         INTEGER,
    PRIMARY KEY (agency_id, dossier_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    dossier_id     INTEGER NOT NULL REFERENCES dossier,
    position       INTEGER NOT NULL,
    agency         TEXT NOT NULL,
    handed_at      INTEGER NOT NULL,
    answered_at    INTEGER,
    PRIMARY KEY (agency_id, dossier_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE code_number (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    day            INTEGER NOT NULL,
    last_number    INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_account (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    login          TEXT NOT NULL,
    name           TEXT NOT NULL,
    role           TEXT NOT NULL,
    password_hash  TEXT NOT NULL,
    disabled       INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    PRIMARY KEY (agency_id, login)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    device         TEXT NOT NULL,
    kind           TEXT NOT NULL,
    name           TEXT NOT NULL,
    code_hash      TEXT NOT NULL,
    key_hash       TEXT NOT NULL,
    revoked        INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    PRIMARY KEY (agency_id, device)
) STRICT, WITHOUT ROWID;

-- What reports group by: '' of grouping 'total', a field, a procedure's code, ...
CREATE TABLE count_group (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    group_id       INTEGER NOT NULL,
    grouping       TEXT NOT NULL,
    key            TEXT NOT NULL,
    PRIMARY KEY (agency_id, group_id),
    UNIQUE (agency_id, grouping, key)
) STRICT, WITHOUT ROWID;

-- The figures of each day, and their sums by ten days (yyyymm1 to yyyymm3), month and year, so
-- that a report reads a few rows whatever its period. `suspended` and `overdue` count what
-- enters less what leaves: their sum up to a day is the number at its end.
CREATE TABLE day_count (
    agency_id INTEGER NOT NULL REFERENCES agency, grouping TEXT NOT NULL, day INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    received_online INTEGER NOT NULL, received_in_person INTEGER NOT NULL,
    received_postal INTEGER NOT NULL, resolved_early INTEGER NOT NULL,
    resolved_on_time INTEGER NOT NULL, resolved_late INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    online_resolved INTEGER NOT NULL, digitised INTEGER NOT NULL, linked INTEGER NOT NULL,
    returned_online INTEGER NOT NULL, returned_in_person INTEGER NOT NULL,
    returned_postal INTEGER NOT NULL, suspended INTEGER NOT NULL, overdue INTEGER NOT NULL,
    PRIMARY KEY (agency_id, grouping, day, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE dekad_count (
    agency_id INTEGER NOT NULL REFERENCES agency, grouping TEXT NOT NULL, dekad INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    received_online INTEGER NOT NULL, received_in_person INTEGER NOT NULL,
    received_postal INTEGER NOT NULL, resolved_early INTEGER NOT NULL,
    resolved_on_time INTEGER NOT NULL, resolved_late INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    online_resolved INTEGER NOT NULL, digitised INTEGER NOT NULL, linked INTEGER NOT NULL,
    returned_online INTEGER NOT NULL, returned_in_person INTEGER NOT NULL,
    returned_postal INTEGER NOT NULL, suspended INTEGER NOT NULL, overdue INTEGER NOT NULL,
    PRIMARY KEY (agency_id, grouping, dekad, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_count (
    agency_id INTEGER NOT NULL REFERENCES agency, grouping TEXT NOT NULL, month INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    received_online INTEGER NOT NULL, received_in_person INTEGER NOT NULL,
    received_postal INTEGER NOT NULL, resolved_early INTEGER NOT NULL,
    resolved_on_time INTEGER NOT NULL, resolved_late INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    online_resolved INTEGER NOT NULL, digitised INTEGER NOT NULL, linked INTEGER NOT NULL,
    returned_online INTEGER NOT NULL, returned_in_person INTEGER NOT NULL,
    returned_postal INTEGER NOT NULL, suspended INTEGER NOT NULL, overdue INTEGER NOT NULL,
    PRIMARY KEY (agency_id, grouping, month, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_count (
    agency_id INTEGER NOT NULL REFERENCES agency, grouping TEXT NOT NULL, year INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    received_online INTEGER NOT NULL, received_in_person INTEGER NOT NULL,
    received_postal INTEGER NOT NULL, resolved_early INTEGER NOT NULL,
    resolved_on_time INTEGER NOT NULL, resolved_late INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    online_resolved INTEGER NOT NULL, digitised INTEGER NOT NULL, linked INTEGER NOT NULL,
    returned_online INTEGER NOT NULL, returned_in_person INTEGER NOT NULL,
    returned_postal INTEGER NOT NULL, suspended INTEGER NOT NULL, overdue INTEGER NOT NULL,
    PRIMARY KEY (agency_id, grouping, year, group_id)
) STRICT, WITHOUT ROWID;

-- Figures of a day that came to be known later (handed over, digitised): they stand in no report
-- of a period that closed before.
CREATE TABLE late_count (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    grouping       TEXT NOT NULL,
    day            INTEGER NOT NULL,
    known_from     INTEGER NOT NULL,
    group_id       INTEGER NOT NULL,
    figure         TEXT NOT NULL,
    number         INTEGER NOT NULL,
    PRIMARY KEY (agency_id, grouping, day, known_from, group_id, figure)
) STRICT, WITHOUT ROWID;

-- Search: folded words only (no diacritics, lower case), nothing else is kept in the index.
CREATE VIRTUAL TABLE procedure_search USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE dossier_search USING fts5 (
    words, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
