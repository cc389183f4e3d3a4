#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// Why a letter can stand in no text of a person or an office. A form, a workbook or a list made of
/// such a text would not open, or would say something else than it shows.
enum class UnfitKind {
    control,        ///< a control character, line ends where there is one line only
    noncharacter,   ///< U+FFFE and its like: XML has no place for them
    direction,      ///< turns the direction of what follows
    line_separator, ///< of lines or paragraphs, from other programs' inside
    placeholder     ///< stands where another program lost a letter or a picture
};

inline constexpr auto unfit_kinds =
    enum_text<UnfitKind>("unfit_letter",
                         {{UnfitKind::control, "control"},
                          {UnfitKind::noncharacter, "noncharacter"},
                          {UnfitKind::direction, "direction"},
                          {UnfitKind::line_separator, "line_separator"},
                          {UnfitKind::placeholder, "placeholder"}});

struct UnfitLetter {
    char32_t letter = 0;
    UnfitKind kind{};
    std::size_t place = 0; ///< the how manyth letter of the text, from 1

    bool operator==(const UnfitLetter&) const = default;
};

enum class LineEnds { refused, kept };

/// The first letter that no text may have; `kept` takes LF and tabs. Requires valid UTF-8.
std::optional<UnfitLetter> find_unfit_letter(std::string_view text, LineEnds line_ends);

/// "U+202E (turns the direction), the 5th letter": what a refusal of the text says.
Message told(const UnfitLetter& unfit);

/// `U+FFFE`
std::string name_of_letter(char32_t letter);

/// Line ends of any program as LF: CRLF, CR, and the vertical tab and form feed that word
/// processors write for a line and a page within a paragraph.
std::string with_plain_line_ends(std::string_view text);

/// As one line: line ends and tabs, which come along from cells and word processors, as blanks.
std::string in_one_line(std::string_view text);

/// For papers: each unfit letter as `unfit_mark`, so that what older versions stored can be printed
/// and the place is seen. LF stays; anything that is no UTF-8 is marked too.
std::string with_unfit_marked(std::string_view text);

/// An empty box, which the papers' fonts have.
inline constexpr std::string_view unfit_mark = "\u25A1";

} // namespace core
