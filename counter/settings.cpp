#include "counter/settings.hpp"

#include "core/agent/safe_file.hpp"
#include "core/domain/office.hpp"
#include "core/net/server/listen_address.hpp"
#include "core/words/console.hpp"
#include "printer/built_in.hpp"

#include <toml++/toml.h>

#include <array>
#include <set>

namespace counter {

namespace {

constexpr const char* default_profile = "generic-80";

class SettingsFile {
public:
    explicit SettingsFile(std::string file) : file_(std::move(file)) {}

    WrittenSettings read(const toml::table& table) {
        WrittenSettings written;
        const std::array<std::pair<const char*, std::string*>, 9> texts{
            {{"core", &written.core},
             {"data", &written.data},
             {"enrol", &written.enrol},
             {"listen", &written.listen},
             {"web", &written.web},
             {"sheet_printer", &written.sheet_printer},
             {"receipt_printer", &written.receipt_printer},
             {"profile", &written.profile},
             {"scan_folder", &written.scan_folder}}};
        std::set<std::string, std::less<>> known = {"counter", "scanners"};
        for (const auto& [key, setting] : texts) {
            known.insert(key);
            if (table.contains(key)) *setting = text(key, *table.get(key));
        }
        if (const auto* number = table.get("counter")) {
            const auto value = number->value_exact<std::int64_t>();
            if (!value || *value < 1 || *value > core::highest_counter_number)
                refuse("counter", {"field-no-number-in-range",
                                   {{"lowest", std::int64_t{1}},
                                    {"highest", std::int64_t{core::highest_counter_number}}}});
            written.counter = static_cast<int>(*value);
        }
        if (const auto* scanners = table.get("scanners")) {
            if (!scanners->is_array()) refuse("scanners", "setting-no-list-of-texts");
            for (const toml::node& item : *scanners->as_array())
                written.scanners.push_back(text("scanners", item));
        }
        for (const auto& [key, node] : table) {
            if (!known.contains(std::string(key.str())))
                refuse(std::string(key.str()), "setting-unknown");
        }
        return written;
    }

private:
    [[noreturn]] void refuse(const std::string& key, const core::Message& why) const {
        throw words::BadUsage(
            {"setting-wrong",
             {{"file", file_}, {"key", key}, {"problem", std::vector<core::Message>{why}}}});
    }

    std::string text(const std::string& key, const toml::node& node) const {
        const auto value = node.value_exact<std::string>();
        if (!value || value->empty()) refuse(key, "setting-no-text");
        return *value;
    }

    std::string file_;
};

void read_listen(const std::string& text, Settings& settings) {
    if (text.empty()) return;
    const auto listen = net::parse_listen_address(text);
    const std::string address = listen ? listen->address : "";
    if (address != "127.0.0.1" && address != "localhost" && address != "::1")
        throw words::BadUsage(
            {"option-own-machine-only", {{"option", "--listen"}, {"text", text}}});
    settings.address = address == "localhost" ? "127.0.0.1" : address;
    settings.port = listen->port;
}

core::Message wrong(const char* option, const core::Message& problem) {
    return {"option-wrong", {{"option", option}, {"problem", std::vector<core::Message>{problem}}}};
}

std::optional<PrinterSetting> read_printer(const char* option,
                                           const std::string& text,
                                           const std::set<printer::AddressKind>& kinds,
                                           const char* allowed) {
    if (text.empty()) return std::nullopt;
    const auto port = printer::parse_printer_address(text);
    if (!port) throw words::BadUsage(wrong(option, port.error().message));
    if (!kinds.contains(port->kind))
        throw words::BadUsage(
            {"option-takes-one-of", {{"option", option}, {"text", text}, {"allowed", allowed}}});
    return PrinterSetting{text, *port};
}

} // namespace

WrittenSettings read_settings_file(const std::filesystem::path& file) {
    const auto text = agent::read_file(file);
    if (!text) throw words::BadUsage({"settings-file-missing", {{"file", file.string()}}});
    try {
        return SettingsFile(file.string()).read(toml::parse(*text, file.string()));
    } catch (const toml::parse_error& error) {
        throw words::BadUsage({"settings-file-broken",
                               {{"file", file.string()},
                                {"line", std::int64_t{error.source().begin.line}},
                                {"reason", std::string(error.description())}}});
    }
}

WrittenSettings merge(WrittenSettings first, const WrittenSettings& second) {
    const auto take = [&](std::string WrittenSettings::*member) {
        if ((first.*member).empty()) first.*member = second.*member;
    };
    for (const auto member :
         {&WrittenSettings::core, &WrittenSettings::data, &WrittenSettings::enrol,
          &WrittenSettings::listen, &WrittenSettings::web, &WrittenSettings::sheet_printer,
          &WrittenSettings::receipt_printer, &WrittenSettings::profile,
          &WrittenSettings::scan_folder})
        take(member);
    if (!first.counter) first.counter = second.counter;
    if (first.scanners.empty()) first.scanners = second.scanners;
    return first;
}

Settings validate_settings(const WrittenSettings& written) {
    using printer::AddressKind;
    Settings settings;
    const auto core = net::parse_server_address(written.core);
    if (!core)
        throw words::BadUsage({"option-takes",
                               {{"option", "--core"},
                                {"form", "http://HOST:PORT"},
                                {"example", "http://192.0.2.1:8080"}}});
    settings.core = *core;
    if (written.data.empty()) throw words::BadUsage("option-data-missing");
    settings.data = written.data;
    settings.enrol = written.enrol;
    settings.counter = written.counter;
    read_listen(written.listen, settings);
    settings.web = written.web;
    settings.sheet_printer =
        read_printer("--sheet-printer", written.sheet_printer,
                     {AddressKind::cups, AddressKind::file}, "cups:QUEUE or file:FOLDER");
    settings.receipt_printer =
        read_printer("--receipt-printer", written.receipt_printer,
                     {AddressKind::network, AddressKind::device, AddressKind::file},
                     "tcp:HOST:PORT, device:PATH or file:FOLDER");
    const auto profile =
        printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml),
                              written.profile.empty() ? default_profile : written.profile);
    if (!profile) throw words::BadUsage(wrong("--profile", profile.error().message));
    settings.profile = *profile;
    if (written.scanners.size() > Settings::most_scanners)
        throw words::BadUsage(
            {"option-too-often",
             {{"option", "--scanner"}, {"most", std::int64_t{Settings::most_scanners}}}});
    for (const std::string& text : written.scanners) {
        const auto source = scanner::parse_source(text);
        if (!source) throw words::BadUsage(wrong("--scanner", source.error().message));
        settings.scanners.push_back(*source);
    }
    settings.scan_folder = written.scan_folder;
    return settings;
}

} // namespace counter
