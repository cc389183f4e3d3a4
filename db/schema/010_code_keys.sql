-- A code is the same with a dash, a line or a blank between its parts, in quotes or with a point at its
-- end (core/domain/dossier_code.hpp).

UPDATE dossier SET code_key = code_key_of(code) WHERE code_key_of(code) <> code_key;
