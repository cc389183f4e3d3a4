#pragma once

#include "core/domain/result.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace scanner {

/// When something came: passed in by whoever reads the device, so that rules of time can be tried
/// without waiting.
using Moment = std::chrono::steady_clock::time_point;

/// The text of one scan in valid UTF-8, or why there is none.
using Scan = core::Result<std::string>;

/// The longest QR code holds 7,089 digits. What is longer is two codes run together, or noise.
inline constexpr std::size_t scan_limit_bytes = 7089;

/// A code that names its kind in front, as scanners may be set to, loses that: `]Q1`, `]C0`.
std::string_view without_aim_identifier(std::string_view text);

/// What one scan gave, from the bytes between two ends of line. None when nothing is left but the
/// identifier. Refuses what is no UTF-8.
std::optional<Scan> finish_scan(std::string_view bytes);

/// The refusal of what is longer than `scan_limit_bytes`.
core::Error too_long_scan();

} // namespace scanner
