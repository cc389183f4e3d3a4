#pragma once

#include "core/domain/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace scanner {

enum class SourceKind { serial, hid, camera, frames };

inline constexpr int default_baud = 9600; ///< of a USB-COM scanner any will do
inline constexpr int default_frames_a_second = 10;
inline constexpr int most_frames_a_second = 60;
inline constexpr std::size_t source_limit_bytes = 1024;

/// Where live scans come from, as configured.
struct SourceConfig {
    SourceKind kind = SourceKind::serial;
    std::filesystem::path path;
    int rate = 0; ///< baud of `serial`, frames a second of `frames`, else 0
};

/// `serial:/dev/serial/by-id/...@9600`, `hid:/dev/input/by-id/...`, `camera:/dev/video0`,
/// `frames:FOLDER@10`; the number may be left out. Refuses another form and a rate that is none.
/// Whether the path exists is not looked at: devices come and go.
core::Result<SourceConfig> parse_source(std::string_view text);

/// As configured, without the rate: what names the source in results and messages.
std::string to_text(const SourceConfig& config);

} // namespace scanner
