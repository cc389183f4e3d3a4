-- The room: tickets, log-ins, kept answers, attachments, feedback.

ALTER TABLE dossier ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN papers TEXT NOT NULL DEFAULT '';      -- JSON; '' for none
ALTER TABLE dossier ADD COLUMN ticket TEXT NOT NULL DEFAULT '';      -- code of the ticket it came on
ALTER TABLE hand_over ADD COLUMN acknowledged_at INTEGER;
ALTER TABLE hand_over ADD COLUMN due_at INTEGER;
ALTER TABLE hand_over ADD COLUMN external_code TEXT NOT NULL DEFAULT '';

-- Lists of the few: each row is here for a part of its life only, so the indexes stay small.
CREATE INDEX dossier_to_return ON dossier (agency_id, closed_at) WHERE state = 'resolved';
CREATE INDEX dossier_rare ON dossier (agency_id, state)
    WHERE state IN ('submitted', 'suspended', 'refused', 'withdrawn', 'stopped');
CREATE INDEX dossier_ticket ON dossier (agency_id, ticket) WHERE ticket <> '';

-- One row a ticket; the key grows with the days.
CREATE TABLE ticket (
    agency_id        INTEGER NOT NULL REFERENCES agency,
    day              INTEGER NOT NULL,
    number           TEXT NOT NULL,
    issue_order      INTEGER NOT NULL,
    service          TEXT NOT NULL,
    priority         TEXT,
    arrived_at       INTEGER NOT NULL,
    state            TEXT NOT NULL,
    counter          INTEGER,
    calls            INTEGER NOT NULL,
    first_called_at  INTEGER,
    last_called_at   INTEGER,
    started_at       INTEGER,
    served_seconds   INTEGER NOT NULL,
    ended_at         INTEGER,
    sent_away        INTEGER NOT NULL CHECK (sent_away IN (0, 1)),
    re_entry_at      INTEGER,
    re_entry_passes  INTEGER,
    dossier_code     TEXT,
    person           TEXT NOT NULL,            -- digest of a phone or ID number, never itself
    device           TEXT NOT NULL,
    offline          INTEGER NOT NULL CHECK (offline IN (0, 1)),
    last_event       INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX ticket_live ON ticket (agency_id, day, issue_order)
    WHERE state IN ('waiting', 'called', 'serving', 'held');
CREATE UNIQUE INDEX ticket_order ON ticket (agency_id, day, issue_order);

CREATE TABLE ticket_number (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    day            INTEGER NOT NULL,
    letter         TEXT NOT NULL,
    last_number    INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, letter)
) STRICT, WITHOUT ROWID;

-- Leased to a kiosk and given back unused.
CREATE TABLE ticket_free_number (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    day            INTEGER NOT NULL,
    letter         TEXT NOT NULL,
    number         INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, letter, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_lease (
    lease_id       INTEGER PRIMARY KEY,
    agency_id      INTEGER NOT NULL REFERENCES agency,
    device         TEXT NOT NULL,
    day            INTEGER NOT NULL,
    letter         TEXT NOT NULL,
    numbers        TEXT NOT NULL,
    leased_at      INTEGER NOT NULL,
    settled_at     INTEGER
) STRICT;

CREATE TABLE desk (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    counter        INTEGER NOT NULL,
    day            INTEGER NOT NULL,
    priority_run   INTEGER NOT NULL,
    officer        TEXT NOT NULL,
    last_act_at    INTEGER NOT NULL,
    PRIMARY KEY (agency_id, counter)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    token_hash     TEXT NOT NULL,
    login          TEXT NOT NULL,
    began_at       INTEGER NOT NULL,
    ends_at        INTEGER NOT NULL,
    PRIMARY KEY (agency_id, token_hash)
) STRICT, WITHOUT ROWID;

-- Behind its day, so that random keys do not spread over the whole table.
CREATE TABLE kept_answer (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    day            INTEGER NOT NULL,
    caller         TEXT NOT NULL,
    key            TEXT NOT NULL,
    request_hash   TEXT NOT NULL,
    status         INTEGER NOT NULL,
    body           TEXT NOT NULL,
    at             INTEGER NOT NULL,
    PRIMARY KEY (agency_id, day, caller, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
    content_id     INTEGER PRIMARY KEY,
    agency_id      INTEGER NOT NULL REFERENCES agency,
    sha256         TEXT NOT NULL DEFAULT '',   -- '' while its pieces come in
    bytes          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX content_hash ON content (agency_id, sha256);

CREATE TABLE content_piece (
    content_id     INTEGER NOT NULL REFERENCES content,
    position       INTEGER NOT NULL,
    bytes          BLOB NOT NULL,
    PRIMARY KEY (content_id, position)
) STRICT;

CREATE TABLE attachment (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    dossier_id     INTEGER NOT NULL REFERENCES dossier,
    name           TEXT NOT NULL,
    type           TEXT NOT NULL,
    content_id     INTEGER NOT NULL REFERENCES content,
    added_at       INTEGER NOT NULL,
    added_by       TEXT NOT NULL,
    PRIMARY KEY (agency_id, dossier_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    feedback_id    INTEGER PRIMARY KEY,
    agency_id      INTEGER NOT NULL REFERENCES agency,
    at             INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    rating         INTEGER NOT NULL,
    ticket         TEXT NOT NULL,
    dossier        TEXT NOT NULL,
    text           TEXT NOT NULL,
    contact        TEXT NOT NULL,
    answered_at    INTEGER
) STRICT;
