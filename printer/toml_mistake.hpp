#pragma once

#include "core/domain/failure.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What is wrong in a file of forms or of printers: an office may have its own, so that people read
/// it and mend the file.
namespace printer {

struct TomlPlace {
    std::string_view file;
    std::uint32_t line = 0; ///< 0: of no line
};

inline std::string shown(const TomlPlace& place) {
    const std::string file(place.file);
    return place.line == 0 ? file : file + ":" + std::to_string(place.line);
}

/// Throws core::Failure: why what stands under the key is of no use.
[[noreturn]] inline void
throw_toml_mistake(const TomlPlace& place, std::string_view key, core::Message why) {
    throw core::Failure({"office-file-mistake",
                         {{"place", shown(place)},
                          {"key", std::string(key)},
                          {"why", std::vector<core::Message>{std::move(why)}}}});
}

/// Throws core::Failure: the file is no TOML, by the words of what reads it.
[[noreturn]] inline void throw_toml_broken(const TomlPlace& place, std::string_view detail) {
    throw core::Failure(
        {"office-file-is-no-toml", {{"place", shown(place)}, {"detail", std::string(detail)}}});
}

} // namespace printer
