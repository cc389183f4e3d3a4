#include "kiosk/settings.hpp"

#include "printer/built_in.hpp"

#include <CLI/CLI.hpp>

#include <charconv>

namespace kiosk {

namespace {

constexpr std::size_t most_scanners = 8;

/// As written, before it is judged.
struct Words {
    std::string core;
    std::string certificate;
    std::string listen = "127.0.0.1:8081";
    std::string printer;
    std::string profile = "generic-80";
    std::vector<std::string> scanners;
};

void add_options(CLI::App& app, Settings& settings, Words& words) {
    app.set_config("--config", "", "kiosk.toml: these options by their names, without dashes");
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.add_option("--core", words.core, "the core: http://HOST:PORT or https://HOST:PORT")
        ->required();
    app.add_option("--certificate", words.certificate, "trust this certificate of the core (PEM)");
    app.add_option("--data", settings.data, "folder that this kiosk keeps its own files in")
        ->required();
    app.add_option("--enrol", settings.enrol, "one-time code from the administrator");
    app.add_option("--listen", words.listen, "address and port of the page; port 0: any")
        ->capture_default_str();
    app.add_option("--web", settings.web, "folder of the built pages");
    app.add_option("--sounds", settings.sounds, "folder of the board's recorded syllables");
    app.add_option("--printer", words.printer,
                   "tcp:HOST[:PORT], device:PATH[@BAUD], cups:QUEUE or file:FOLDER");
    app.add_option("--profile", words.profile, "what the printer can do (motcua-print tells them)")
        ->capture_default_str();
    app.add_option("--scanner", words.scanners,
                   "serial:DEVICE@BAUD, hid:DEVICE, camera:DEVICE or frames:FOLDER@RATE; several");
    app.add_flag("--board", settings.is_board, "a board: numbers called and waiting only");
    app.add_option("--browser", settings.browser,
                   "open the page in a browser of its own; where it is, if not chromium")
        ->expected(0, 1);
    app.add_option("--browser-argument", settings.browser_arguments, "another word for the browser")
        ->allow_extra_args(false);
}

void read_listen(const std::string& text, Settings& settings) {
    const std::size_t colon = text.rfind(':');
    const char* const end = text.data() + text.size();
    const char* const begin = colon == std::string::npos ? end : text.data() + colon + 1;
    const auto read = std::from_chars(begin, end, settings.port);
    if (read.ec != std::errc() || read.ptr != end || begin == end)
        throw BadUsage("--listen takes ADDRESS:PORT, such as 127.0.0.1:8081");
    settings.address = text.substr(0, colon);
    if (settings.address.starts_with('[') && settings.address.ends_with(']'))
        settings.address = settings.address.substr(1, settings.address.size() - 2);
}

void judge(const Words& words, Settings& settings) {
    const auto core = net::parse_server_address(words.core);
    if (!core) throw BadUsage("--core takes http://HOST:PORT or https://HOST:PORT");
    settings.core = *core;
    settings.core.trusted_certificate = words.certificate;
    read_listen(words.listen, settings);
    if (!words.printer.empty()) {
        auto port = printer::parse_port(words.printer);
        if (!port) throw BadUsage("--printer: " + port.error().message.code);
        settings.printer = *port;
    }
    const auto profiles = printer::read_profiles(printer::built_in_profiles_toml);
    auto profile = printer::find_profile(profiles, words.profile);
    if (!profile) throw BadUsage("--profile: " + profile.error().message.code);
    settings.profile = *profile;
    if (words.scanners.size() > most_scanners) throw BadUsage("--scanner: at most 8 of them");
    for (const std::string& text : words.scanners) {
        const auto source = scanner::parse_source(text);
        if (!source) throw BadUsage("--scanner: " + source.error().message.code);
        settings.scanners.push_back(*source);
    }
}

} // namespace

std::optional<Settings> read_settings(int argc, char** argv) {
    Settings settings;
    Words words;
    CLI::App app("motcua-kiosk: the touch page, its tickets and its scanner; or a board",
                 "motcua-kiosk");
    app.failure_message(CLI::FailureMessage::simple);
    app.set_version_flag("--version", "motcua-kiosk " MOTCUA_VERSION);
    add_options(app, settings, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        app.exit(help);
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        throw BadUsage(std::string(error.what()) + " (motcua-kiosk --help tells the usage)");
    }
    settings.starts_browser = app.count("--browser") > 0;
    if (settings.browser.empty()) settings.browser = "chromium";
    judge(words, settings);
    return settings;
}

} // namespace kiosk
