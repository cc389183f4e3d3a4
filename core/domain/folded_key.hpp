#pragma once

#include <string>
#include <string_view>

namespace core {

// What is the same to a person has the same key: stores compare keys and keep the spelling as it
// came. All of these take whatever once was written and refuse nothing; the doors through which
// text comes in (phone_number.hpp, person_number.hpp, ...) do. They require valid UTF-8.

/// As someone with a plain keyboard would have typed it: letters and digits of full width as the
/// usual ones, any blank as a space, any dash as `-`, and no letter that cannot be seen. In NFC.
std::string typed_plainly(std::string_view text);

/// Whether nobody sees anything of the text: blanks, and letters of no width. Requires valid UTF-8.
bool shows_nothing(std::string_view text);

/// The key of a code, of a dossier, a ticket or a procedure: upper case, without blanks, letters of
/// other alphabets as those of ours that they look like. `t261129-a001` and `T261129–A001 ` have
/// the same, and `H55` with the Cyrillic letter for N.
std::string code_key(std::string_view text);

/// The key of a login, in the form in which logins are stored: `CC02 ` has the one of `cc02`.
std::string login_key(std::string_view text);

/// The key of a name: of a field, a place, an organisation. `Hoà  giải` and `hòa giải` have the
/// same, and the three letters that look like Đ; `Hoa giải` has another.
std::string name_key(std::string_view text);

} // namespace core
