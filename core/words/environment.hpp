#pragma once

#include "core/words/words.hpp"

namespace words {

/// The language that whoever started this program reads, by `LC_ALL`, `LC_MESSAGES` or `LANG`, the
/// first that is set. For main() only: everything else is handed its language.
Language language_of_environment();

} // namespace words
