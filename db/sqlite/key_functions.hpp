#pragma once

namespace db {

class Connection;

/// Gives the connection the folding functions of core/domain that migrations fill columns and the
/// indexes of words with: `code_key_of(code)`, `applicant_words(name, id_number, phone)`,
/// `version_words(code, name)` and `applicant_words_as_written(name, id_number, phone)`, the words
/// without the keys of numbers; and those that lists compare by, `name_key_of(name)` and
/// `officer_key_of(name)`, the name's place, and `like_name_of(name)`, what is the same to a
/// person. They last as long as the connection. Throws db::Error.
void add_key_functions(Connection& connection);

} // namespace db
