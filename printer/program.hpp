#pragma once

#include "core/domain/result.hpp"
#include "core/words/words.hpp"

#include <string>
#include <vector>

namespace printer {

inline constexpr int most_copies = 20;
inline constexpr int most_attempts = 100;

/// What motcua-print was asked for (main.cpp).
struct ProgramOptions {
    std::string kind{};
    std::string data{};
    std::vector<std::string> formats{};
    std::string output{};
    std::string paper{};
    std::string profile = "generic-80";
    std::string date{};
    int copies = 1;
    bool reprint = false;
    std::string port{};
    int attempts = 1;
    std::string report = "text";
    std::string forms_file{};
    std::string profiles_file{};
    bool show_schema = false;
    bool list_profiles = false;
    words::Language language{}; ///< of what is said on standard output
};

/// Does what the options say: results to files or standard output. Refuses with what
/// to say to whoever stands before the printer; throws words::BadUsage, or std::runtime_error for a
/// broken file or disk.
core::Result<void> run_program(const ProgramOptions& options);

} // namespace printer
