#pragma once

#include "core/domain/civil_time.hpp"
#include "core/net/client/server_address.hpp"
#include "core/words/console.hpp"
#include "printer/printer_address.hpp"
#include "printer/printer_profile.hpp"
#include "scanner/live/source_config.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk {

/// How a kiosk or a board is set up, from the command line and kiosk.toml.
struct Settings {
    net::ServerAddress core;
    std::filesystem::path data; ///< key, log, copies: belongs to this program alone
    std::string enrol;          ///< one-time code; empty without
    std::string address = "127.0.0.1";
    std::uint16_t port = 8081;
    std::filesystem::path web;    ///< built pages; empty: none
    std::filesystem::path sounds; ///< of the board; empty: none
    std::optional<printer::PrinterAddress> printer;
    printer::PrinterProfile profile;
    std::vector<scanner::SourceConfig> scanners;
    bool is_board = false;
    bool starts_browser = false;
    std::string browser = "chromium";
    std::vector<std::string> browser_arguments;
};

/// What the command line asked for, or how the program ends, as words::read_command_line() says.
/// Throws words::BadUsage when an option says what cannot be.
std::variant<Settings, int> read_settings(int argc, char** argv, const words::Console& console);

} // namespace kiosk
