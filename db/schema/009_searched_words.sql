-- What the same name is written with is the same in a search: `ky` and `ki`, `O'Brien` and `obrien`,
-- the letters of other peoples. All words are made anew: an index without its texts takes away only
-- words that are told to it, and those before were made by rules that the program no longer has.

INSERT INTO dossier_search (dossier_search) VALUES ('delete-all');
INSERT INTO dossier_search (rowid, words)
SELECT dossier_id, applicant_words(applicant_name, applicant_id, phone)
FROM dossier
WHERE dossier_id <= (SELECT dossier_id FROM dossier_search_end)
ORDER BY dossier_id;

-- Three capitals look like Đ.
UPDATE dossier SET code_key = code_key_of(code) WHERE code_key_of(code) <> code_key;

INSERT INTO procedure_search (procedure_search) VALUES ('delete-all');
INSERT INTO procedure_search (rowid, words)
SELECT version_id, version_words(code, name)
FROM procedure_version
ORDER BY version_id;
