-- What is the same to a person is the same to the program. A code is found by its key too, which
-- stands here where it is another text than the code: hardly ever for the office's own codes, so
-- the index stays small. People are found by the keys of their numbers as well as by what was
-- written. The functions are those of db/sqlite/key_functions.cpp.

ALTER TABLE dossier ADD COLUMN code_key TEXT NOT NULL DEFAULT '';
UPDATE dossier SET code_key = code_key_of(code) WHERE code_key_of(code) <> '';
CREATE INDEX dossier_code_key ON dossier (agency_id, code_key) WHERE code_key <> '';

-- Only rows whose words change are written: in the words before, a number stood as it was written.
INSERT INTO dossier_search (dossier_search, rowid, words)
SELECT 'delete', dossier_id, applicant_words_as_written(applicant_name, applicant_id, phone)
FROM dossier
WHERE dossier_id <= (SELECT dossier_id FROM dossier_search_end)
  AND applicant_words(applicant_name, applicant_id, phone)
      <> applicant_words_as_written(applicant_name, applicant_id, phone);
INSERT INTO dossier_search (rowid, words)
SELECT dossier_id, applicant_words(applicant_name, applicant_id, phone)
FROM dossier
WHERE dossier_id <= (SELECT dossier_id FROM dossier_search_end)
  AND applicant_words(applicant_name, applicant_id, phone)
      <> applicant_words_as_written(applicant_name, applicant_id, phone);
