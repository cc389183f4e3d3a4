#pragma once

#include "core/domain/civil_time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// `000.00.18.H55-230103-0001`: agency, date of receipt, a number from 0001 each day without gap
/// or repeat, wider than four digits after 9999 (law.md §4).
std::string make_dossier_code(std::string_view agency_code, Day received, int number);

/// What a code says when it is of this agency's own series; an imported one may be anything.
struct DossierCodeParts {
    Day received;
    int number = 0;
};

/// The key of a dossier's code, whoever's series it is of: code_key() with one dash for `_`, `/`
/// and blanks between its parts, points for commas, and without a point at the end, quotes or `Mã
/// hồ sơ: ` (named_code.hpp) around it. So a register's `H55_230103_9001` and `"H55 230103 9001"`
/// have the one of `H55-230103-9001`; between letters and their number a blank is nothing, `HS 12`.
/// Never refuses: for what is stored, and for searches. Requires valid UTF-8.
std::string dossier_code_key(std::string_view written);

/// The code of this agency's own series that somebody wrote in his own way: whatever stands between
/// its parts, with letters O for zeros (`000 00 18 h55/230103_OOO1.`), in quotes or with
/// `Mã hồ sơ: ` in front. None for other codes and for a part of one. Requires valid UTF-8.
std::optional<std::string> own_dossier_code(std::string_view agency_code, std::string_view written);

std::optional<DossierCodeParts> parse_dossier_code(std::string_view agency_code,
                                                   std::string_view code);

} // namespace core
