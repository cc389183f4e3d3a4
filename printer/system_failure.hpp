#pragma once

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace printer {

/// Throws std::runtime_error: what could not be done, and the system's reason by errno.
[[noreturn]] inline void throw_system_failure(const std::string& doing) {
    throw std::runtime_error(doing + ": " + std::generic_category().message(errno));
}

} // namespace printer
