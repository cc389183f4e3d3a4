#include "kiosk/settings.hpp"

#include "core/net/server/listen_address.hpp"
#include "core/words/command_line.hpp"
#include "printer/built_in.hpp"

#include <CLI/CLI.hpp>

namespace kiosk {

namespace {

constexpr std::size_t most_scanners = 8;

/// As written, before it is judged.
struct Written {
    std::string core;
    std::string certificate;
    std::string listen = "127.0.0.1:8081";
    std::string printer;
    std::string profile = "generic-80";
    std::vector<std::string> scanners;
};

void add_options(CLI::App& app, Settings& settings, Written& written) {
    app.set_config("--config", "", "kiosk.toml: these options by their names, without dashes");
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.add_option("--core", written.core, "the core: http://HOST:PORT or https://HOST:PORT")
        ->required();
    app.add_option("--certificate", written.certificate,
                   "trust this certificate of the core (PEM)");
    app.add_option("--data", settings.data, "folder that this kiosk keeps its own files in")
        ->required();
    app.add_option("--enrol", settings.enrol, "one-time code from the administrator");
    app.add_option("--listen", written.listen, "address and port of the page; port 0: any")
        ->capture_default_str();
    app.add_option("--web", settings.web, "folder of the built pages");
    app.add_option("--sounds", settings.sounds, "folder of the board's recorded syllables");
    app.add_option("--printer", written.printer,
                   "tcp:HOST[:PORT], device:PATH[@BAUD], cups:QUEUE or file:FOLDER");
    app.add_option("--profile", written.profile,
                   "what the printer can do (motcua-print tells them)")
        ->capture_default_str();
    app.add_option("--scanner", written.scanners,
                   "serial:DEVICE@BAUD, hid:DEVICE, camera:DEVICE or frames:FOLDER@RATE; several");
    app.add_flag("--board", settings.is_board, "a board: numbers called and waiting only");
    app.add_option("--browser", settings.browser,
                   "open the page in a browser of its own; where it is, if not chromium")
        ->expected(0, 1);
    app.add_option("--browser-argument", settings.browser_arguments, "another word for the browser")
        ->allow_extra_args(false);
}

core::Message takes(const char* option, const char* form, const char* example) {
    return {"option-takes", {{"option", option}, {"form", form}, {"example", example}}};
}

core::Message wrong(const char* option, const core::Message& problem) {
    return {"option-wrong", {{"option", option}, {"problem", std::vector<core::Message>{problem}}}};
}

void read_listen(const std::string& text, Settings& settings) {
    const auto listen = net::parse_listen_address(text);
    if (!listen) throw words::BadUsage(takes("--listen", "ADDRESS:PORT", "127.0.0.1:8081"));
    settings.address = listen->address;
    settings.port = listen->port;
}

void judge(const Written& written, Settings& settings) {
    const auto core = net::parse_server_address(written.core);
    if (!core) throw words::BadUsage(takes("--core", "http://HOST:PORT", "http://192.0.2.1:8080"));
    settings.core = *core;
    settings.core.trusted_certificate = written.certificate;
    read_listen(written.listen, settings);
    if (!written.printer.empty()) {
        auto port = printer::parse_printer_address(written.printer);
        if (!port) throw words::BadUsage(wrong("--printer", port.error().message));
        settings.printer = *port;
    }
    const auto profiles = printer::read_profiles(printer::built_in_profiles_toml);
    auto profile = printer::find_profile(profiles, written.profile);
    if (!profile) throw words::BadUsage(wrong("--profile", profile.error().message));
    settings.profile = *profile;
    if (written.scanners.size() > most_scanners)
        throw words::BadUsage(
            {"option-too-often", {{"option", "--scanner"}, {"most", std::int64_t{most_scanners}}}});
    for (const std::string& text : written.scanners) {
        const auto source = scanner::parse_source(text);
        if (!source) throw words::BadUsage(wrong("--scanner", source.error().message));
        settings.scanners.push_back(*source);
    }
}

} // namespace

std::variant<Settings, int> read_settings(int argc, char** argv, const words::Console& console) {
    Settings settings;
    Written written;
    CLI::App app("motcua-kiosk: the touch page, its tickets and its scanner; or a board",
                 "motcua-kiosk");
    app.set_version_flag("--version", "motcua-kiosk " MOTCUA_VERSION);
    add_options(app, settings, written);
    if (const auto status = words::read_command_line(app, argc, argv, console)) return *status;
    settings.starts_browser = app.count("--browser") > 0;
    if (settings.browser.empty()) settings.browser = "chromium";
    judge(written, settings);
    return settings;
}

} // namespace kiosk
