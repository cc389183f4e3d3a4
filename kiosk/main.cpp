#include "core/agent/device_key.hpp"
#include "core/domain/failure.hpp"
#include "core/words/console.hpp"
#include "core/words/environment.hpp"
#include "kiosk/browser.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/settings.hpp"
#include "scanner/decode_worker.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <variant>

namespace {

core::Instant system_time() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The key in the data folder, or the one that the code is good for.
agent::DeviceKey key_of(const kiosk::Settings& settings, words::Language language) {
    const std::string kind = settings.is_board ? "board" : "kiosk";
    const auto file = settings.data / "device.json";
    if (const auto key = agent::load_device_key(file)) {
        if (key->kind == kind) return *key;
        throw core::Failure({"device-key-of-another-kind",
                             {{"file", file.string()},
                              {"is", core::Term{"device_kind", key->kind}},
                              {"wanted", core::Term{"device_kind", kind}}}});
    }
    if (settings.enrol.empty()) throw core::Failure("device-not-enrolled");
    agent::DeviceKey key = agent::redeem_code(settings.core, settings.enrol, kind, language);
    agent::save_device_key(file, key);
    return key;
}

int run(int argc, char** argv, const words::Console& console) {
    const auto read = kiosk::read_settings(argc, argv, console);
    if (const int* status = std::get_if<int>(&read)) return *status;
    const auto& settings = std::get<kiosk::Settings>(read);
    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk"));
    std::signal(SIGPIPE, SIG_IGN); // a printer that went away is a failed write
    std::filesystem::create_directories(settings.data);
    std::filesystem::permissions(settings.data, std::filesystem::perms::owner_all);
    kiosk::Kiosk kiosk(settings, key_of(settings, console.language()), system_time);
    const std::string page = "http://127.0.0.1:" + std::to_string(kiosk.port());
    std::printf("listening on %s\n", page.c_str());
    std::fflush(stdout);
    std::unique_ptr<kiosk::Browser> browser;
    if (settings.starts_browser) {
        browser = std::make_unique<kiosk::Browser>(kiosk::BrowserSettings{
            settings.browser, settings.data / "browser", settings.browser_arguments, page + "/"});
    }
    kiosk.run();
    return words::done;
}

} // namespace

int main(int argc, char** argv) {
    if (const auto status = scanner::run_decode_worker(argc, argv)) return *status;
    const words::Console console("motcua-kiosk", words::language_of_environment());
    try {
        return run(argc, argv, console);
    } catch (const words::BadUsage& wrong) {
        return console.misused(wrong.message());
    } catch (const std::exception& failure) {
        return console.fail(failure);
    }
}
