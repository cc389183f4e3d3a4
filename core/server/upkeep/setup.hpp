#pragma once

#include "core/engine/journal/bookkeeping.hpp"
#include "core/words/words.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace server {

/// The three files a new office begins with.
struct SetupFiles {
    std::filesystem::path office;
    std::filesystem::path calendar;
    std::filesystem::path catalogue;
};

struct SetupSummary {
    std::string office;
    std::int64_t versions = 0;
    std::int64_t days = 0;
};

/// Makes a database with an office, its calendar and its catalogue: all of it or no file at all.
/// Problems in the files are printed to standard error, row by row, in that language; then it
/// throws Refused.
SetupSummary make_database(const std::filesystem::path& db,
                           const SetupFiles& files,
                           const core::ActContext& by,
                           bool practice,
                           words::Language language);

/// The same with the demonstration office that the program carries within it, for practice.
SetupSummary make_practice_database(const std::filesystem::path& db,
                                    const core::ActContext& by,
                                    words::Language language);

} // namespace server
