#pragma once

#include "core/domain/citizen_id.hpp"
#include "scanner/symbol.hpp"

#include <chrono>
#include <string>

namespace scanner {

/// A symbol as `motcua-scan` prints it: one line without its end (scanner/README.md has the
/// members). `before` is what its page took until the search began.
std::string symbol_line(const std::string& file,
                        int page,
                        const Symbol& symbol,
                        std::chrono::microseconds before);

/// A citizen's card as an object, its doubts beside it.
std::string card_json(const core::CitizenCard& card);

} // namespace scanner
