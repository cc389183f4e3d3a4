#pragma once

#include "core/domain/result.hpp"

#include <stdexcept>
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
};

/// The command line contradicts itself or leaves out what is needed.
struct BadUsage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Does what the options say: results to files or standard output. Refuses with the sentence for
/// the person at the desk; throws BadUsage, or std::runtime_error for a broken file or disk.
core::Result<void> run_program(const ProgramOptions& options);

} // namespace printer
