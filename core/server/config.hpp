#pragma once

#include "core/net/server/http_server.hpp"
#include "core/server/upkeep/backups.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace server {

/// What `core.toml` sets; all of it may be left out. docs: core/server/README.md.
struct Config {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::optional<net::TlsFiles> tls;
    std::filesystem::path web;    ///< folder of pages; empty for none
    std::filesystem::path sounds; ///< folder of the sounds of calls; empty for none
    std::filesystem::path log;    ///< file; empty for standard error
    std::string log_level = "info";
    std::chrono::seconds session_time = std::chrono::hours{12};
    std::chrono::seconds session_idle_time = std::chrono::hours{2};
    std::size_t attachment_bytes = std::size_t{20} << 20;
    std::set<std::string, std::less<>> attachment_types = {
        "application/pdf",
        "image/jpeg",
        "image/png",
        "image/tiff",
        "application/xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
    net::ServerLimits limits;
    BackupSettings backup;
};

/// Reads the file. Throws Refused with the file, line and key of what is wrong; an unknown key is
/// wrong too, since a mistyped one would be lost in silence.
Config read_config(const std::filesystem::path& file);

/// `127.0.0.1:8080`, `[::1]:8080`, `:8080`. Throws words::BadUsage for anything else.
void set_listen(Config& config, const std::string& address_and_port);

} // namespace server
