-- When the applicant was born and the sex, as a citizen's card has them: `1985-03-02`, or `1948` where
-- the year alone is known; `man` or `woman`. NULL is not known, as of every dossier before.

ALTER TABLE dossier ADD COLUMN birth_date TEXT;
ALTER TABLE dossier ADD COLUMN sex TEXT;
