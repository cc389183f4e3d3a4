-- Long lists go on from where the page before ended, in the order that was asked for. An index of its
-- own for each order by an instant made the import of a register slower by a fifth: lists in such an
-- order read the table.

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
