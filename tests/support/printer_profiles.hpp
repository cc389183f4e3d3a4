#pragma once

#include "printer/built_in.hpp"
#include "printer/printer_profile.hpp"

#include <string>

namespace samples {

/// One of those that come with the program.
inline printer::PrinterProfile profile_named(const std::string& name) {
    return printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml), name)
        .value();
}

} // namespace samples
