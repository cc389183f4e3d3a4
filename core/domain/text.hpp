#pragma once

#include "core/domain/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A search has no more words than this; those after it are left out.
inline constexpr std::size_t most_search_words = 16;

/// Unicode normalization form C: the form in which texts are stored and compared.
/// Requires valid UTF-8.
std::string to_nfc(std::string_view text);

/// Text without what Vietnamese puts on letters: lower case, no diacritics, `đ` as `d` and `ø` as
/// `o`, words of letters and digits of any script with one space between them. `Khai-Sinh ` gives
/// `khai sinh`, composed or decomposed alike; any apostrophe ends a word. Requires valid UTF-8.
std::string fold_for_search(std::string_view text);

/// What a text is found by: its words as search_words() has those that are typed, and beside them
/// each that an apostrophe parts as one, `o brien obrien`. Requires valid UTF-8.
std::string searchable_text(std::string_view text);

/// The words of what someone typed into a search box, at most `most_search_words`: folded, and with
/// `i` for a `y` that Vietnamese spells either way, `dang ki` and `quinh`. A beginning of a word
/// gives the beginning of what the word gives. Requires valid UTF-8.
std::vector<std::string> search_words(std::string_view query);

/// Without the white space at both ends: ASCII white space and the no-break space
/// that word processors leave behind.
std::string trim(std::string_view text);

/// The same as a view into the text.
std::string_view trimmed(std::string_view text);

/// The items of a list such as `A;B; C`, trimmed, without those in which
/// nobody sees anything. Requires valid UTF-8.
std::vector<std::string> split_list(std::string_view text, char separator);

/// True when a control character (U+0000..U+001F, U+007F..U+009F) is in the text:
/// no field of one line has a use for tabs or line ends. Requires valid UTF-8.
bool has_control_characters(std::string_view text);

/// `text` as a field of a CSV file (RFC 4180), in quotes when it needs them.
std::string csv_field(std::string_view text);

/// The Vietnamese way, `3.936`, for people.
std::string show_count(std::int64_t count);

} // namespace core
