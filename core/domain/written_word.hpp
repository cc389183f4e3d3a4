#pragma once

#include "core/domain/enum_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// The name of a vocabulary that somebody wrote as people do: in any letter case, with blanks or
/// dashes for `_`, or by one of the words that it has in Vietnamese or English: `ONLINE`, `In
/// person`, `Trực tuyến`. None for other words, and for those that could be two names. Requires
/// valid UTF-8.
std::optional<std::string_view> name_as_written(const Vocabulary& vocabulary,
                                                std::string_view written);

/// `In person` as `in_person`: as vocabularies write their names. Requires valid UTF-8.
std::string plain_name(std::string_view written);

/// `1`, `0`, nothing, or as people and spreadsheets write them: `TRUE`, `ĐÚNG`, `có`, `x`; `FALSE`,
/// `SAI`, `không`. None for anything else. Requires valid UTF-8.
std::optional<bool> flag_as_written(std::string_view written);

} // namespace core
