#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace counter {

/// A paper that the document scanner left in its folder, as the page is told of it.
struct ScanFile {
    std::string id;   ///< says nothing of the name, which may be a person's
    std::string name; ///< in the folder
    std::string type; ///< `application/pdf`
    std::uintmax_t bytes = 0;
    core::Instant at{};
    std::string code{};      ///< of the dossier whose code stands on it; empty for none
    core::Message problem{}; ///< why it cannot be shown; without a code when it can
};

/// A larger file is taken by no dossier (the core's own limit).
inline constexpr std::uintmax_t largest_scan_bytes = std::uintmax_t{20} << 20;

/// The media type by the first bytes; empty for what is no PDF, JPEG, PNG or TIFF.
std::string_view media_type_of(std::string_view first_bytes);

/// The same file has the same id, also after a restart; another one of the same name has not.
std::string scan_id(std::string_view name, std::uintmax_t bytes, std::int64_t changed_ns);

/// Moves the file into `done` beside it, under another name (`scan-2.pdf`) where that is taken:
/// nothing is ever overwritten. Returns the new name. Refuses a file that is not there; throws
/// std::runtime_error when it cannot be moved.
core::Result<std::string> move_to_done(const std::filesystem::path& folder,
                                       const std::string& name);

} // namespace counter
