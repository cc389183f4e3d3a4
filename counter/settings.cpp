#include "counter/settings.hpp"

#include "core/agent/safe_file.hpp"
#include "printer/built_in.hpp"

#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <set>

namespace counter {

namespace {

constexpr int most_counters = 99;
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
            if (!value || *value < 1 || *value > most_counters)
                refuse("counter", "must be a whole number from 1 to 99");
            written.counter = static_cast<int>(*value);
        }
        if (const auto* scanners = table.get("scanners")) {
            if (!scanners->is_array()) refuse("scanners", "must be a list of texts in quotes");
            for (const toml::node& item : *scanners->as_array())
                written.scanners.push_back(text("scanners", item));
        }
        for (const auto& [key, node] : table) {
            if (!known.contains(std::string(key.str())))
                refuse(std::string(key.str()), "is no setting: see counter/README.md");
        }
        return written;
    }

private:
    [[noreturn]] void refuse(const std::string& key, const std::string& why) const {
        throw BadUsage(file_ + ": " + key + " " + why);
    }

    std::string text(const std::string& key, const toml::node& node) const {
        const auto value = node.value_exact<std::string>();
        if (!value || value->empty()) refuse(key, "must be a text in quotes");
        return *value;
    }

    std::string file_;
};

bool is_port(std::string_view text, std::uint16_t& port) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    return read.ec == std::errc{} && read.ptr == end;
}

void read_listen(const std::string& text, Settings& settings) {
    if (text.empty()) return;
    const auto colon = text.rfind(':');
    const std::string address = text.substr(0, colon);
    const bool is_own = address == "127.0.0.1" || address == "localhost" || address == "[::1]";
    if (!is_own || colon == std::string::npos ||
        !is_port(std::string_view(text).substr(colon + 1), settings.port))
        throw BadUsage("--listen " + text +
                       ": must be 127.0.0.1:PORT or [::1]:PORT, as the page is "
                       "for this machine only");
    settings.address = address == "[::1]" ? "::1" : "127.0.0.1";
}

std::optional<PrinterSetting> read_printer(const char* option,
                                           const std::string& text,
                                           const std::set<printer::PortKind>& kinds,
                                           const char* allowed) {
    if (text.empty()) return std::nullopt;
    const auto port = printer::parse_port(text);
    if (!port) throw BadUsage(std::string(option) + ": " + port.error().message.code);
    if (!kinds.contains(port->kind))
        throw BadUsage(std::string(option) + " " + text + ": must be " + allowed);
    return PrinterSetting{text, *port};
}

} // namespace

WrittenSettings read_settings_file(const std::filesystem::path& file) {
    const auto text = agent::read_file(file);
    if (!text) throw BadUsage(file.string() + " is not there: name the file of settings");
    try {
        return SettingsFile(file.string()).read(toml::parse(*text, file.string()));
    } catch (const toml::parse_error& error) {
        throw BadUsage(file.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                       std::string(error.description()));
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

Settings check_settings(const WrittenSettings& written) {
    using printer::PortKind;
    Settings settings;
    const auto core = net::parse_server_address(written.core);
    if (!core) throw BadUsage("--core must be the server's address, such as http://192.0.2.1:8080");
    settings.core = *core;
    if (written.data.empty()) throw BadUsage("--data FOLDER is needed: where drafts are kept");
    settings.data = written.data;
    settings.enrol = written.enrol;
    settings.counter = written.counter;
    read_listen(written.listen, settings);
    settings.web = written.web;
    settings.sheet_printer =
        read_printer("--sheet-printer", written.sheet_printer, {PortKind::cups, PortKind::file},
                     "cups:QUEUE or file:FOLDER");
    settings.receipt_printer = read_printer("--receipt-printer", written.receipt_printer,
                                            {PortKind::network, PortKind::device, PortKind::file},
                                            "tcp:HOST:PORT, device:PATH or file:FOLDER");
    const auto profile =
        printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml),
                              written.profile.empty() ? default_profile : written.profile);
    if (!profile) throw BadUsage("--profile: " + profile.error().message.code);
    settings.profile = *profile;
    if (written.scanners.size() > Settings::most_scanners)
        throw BadUsage("--scanner: at most 8 of them");
    for (const std::string& text : written.scanners) {
        const auto source = scanner::parse_source(text);
        if (!source) throw BadUsage("--scanner " + text + ": " + source.error().message.code);
        settings.scanners.push_back(*source);
    }
    settings.scan_folder = written.scan_folder;
    return settings;
}

} // namespace counter
