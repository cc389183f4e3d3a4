-- Work that a commit of a few dossiers may leave to a later one: it is done for many at once.

-- Changes of counts not yet added up into day_count, dekad_count, month_count and year_count. Those
-- who read the counts take both together.
CREATE TABLE count_change (
    change_id      INTEGER PRIMARY KEY,
    agency_id      INTEGER NOT NULL REFERENCES agency,
    changes        BLOB NOT NULL               -- 16 bytes each: group, day, figure, number
) STRICT;

-- Dossiers after this one are not yet in dossier_search: who searches looks at them one by one.
CREATE TABLE dossier_search_end (
    only_row       INTEGER PRIMARY KEY CHECK (only_row = 1),
    dossier_id     INTEGER NOT NULL
) STRICT;
INSERT INTO dossier_search_end SELECT 1, ifnull(max(dossier_id), 0) FROM dossier;
