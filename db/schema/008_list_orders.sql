-- Long lists go on from where the page before ended, in the order that was asked for. Dossiers that
-- are closed are the many: each order by an instant has an index of those alone, so that an intake,
-- whose dossier is open, writes none of them.

CREATE INDEX dossier_closed_received ON dossier (agency_id, received_at) WHERE closed_at IS NOT NULL;
CREATE INDEX dossier_closed_due ON dossier (agency_id, due_at) WHERE closed_at IS NOT NULL;
CREATE INDEX dossier_closed_closed ON dossier (agency_id, closed_at) WHERE closed_at IS NOT NULL;

-- Dossiers by the keys of their applicants' names (db/sqlite/name_order.cpp), put in when nobody
-- writes for a moment. Those after `dossier_id` are not yet in it; keys of another edition of the
-- order's tables do not count and are made anew.
CREATE TABLE dossier_name (
    agency_id      INTEGER NOT NULL REFERENCES agency,
    name_key       BLOB NOT NULL,
    dossier_id     INTEGER NOT NULL REFERENCES dossier,
    PRIMARY KEY (agency_id, name_key, dossier_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE dossier_name_end (
    only_row       INTEGER PRIMARY KEY CHECK (only_row = 1),
    dossier_id     INTEGER NOT NULL,
    edition        TEXT NOT NULL
) STRICT;
INSERT INTO dossier_name_end VALUES (1, 0, '');
