-- The wait that was told with a ticket, in seconds: so that it can be said how true it was, and
-- later waits are told from that. NULL where none was told, as with all tickets of before.

ALTER TABLE ticket ADD COLUMN promised_wait INTEGER;
ALTER TABLE ticket ADD COLUMN promised_low INTEGER;
ALTER TABLE ticket ADD COLUMN promised_high INTEGER;
