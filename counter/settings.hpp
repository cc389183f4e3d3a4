#pragma once

#include "core/net/client/server_address.hpp"
#include "printer/printer_address.hpp"
#include "printer/printer_profile.hpp"
#include "scanner/live/source_config.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace counter {

/// As written on the command line or in counter.toml.
struct WrittenSettings {
    std::string core;
    std::string data;
    std::string enrol;
    std::optional<int> counter;
    std::string listen;
    std::string web;
    std::string sheet_printer;
    std::string receipt_printer;
    std::string profile;
    std::vector<std::string> scanners;
    std::string scan_folder;
};

/// A printer of the desk; `name` is what people are told.
struct PrinterSetting {
    std::string name;
    printer::PrinterAddress port;
};

/// What the program works with.
struct Settings {
    static constexpr std::size_t most_scanners = 8;

    net::ServerAddress core;
    std::filesystem::path data;
    std::string enrol; ///< a one-time code; empty for none
    std::optional<int> counter;
    std::string address = "127.0.0.1"; ///< of this machine only
    std::uint16_t port = 8082;
    std::filesystem::path web;
    std::optional<PrinterSetting> sheet_printer;
    std::optional<PrinterSetting> receipt_printer;
    printer::PrinterProfile profile;
    std::vector<scanner::SourceConfig> scanners;
    std::filesystem::path scan_folder;
};

/// Reads counter.toml. Throws words::BadUsage with the file, line and key of what is wrong; an
/// unknown key is wrong too, since a mistyped one would be lost in silence.
WrittenSettings read_settings_file(const std::filesystem::path& file);

/// What is written in `first` counts, then what is in `second`.
WrittenSettings merge(WrittenSettings first, const WrittenSettings& second);

/// Throws words::BadUsage.
Settings validate_settings(const WrittenSettings& written);

} // namespace counter
