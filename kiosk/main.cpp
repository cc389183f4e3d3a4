#include "core/agent/device_key.hpp"
#include "kiosk/browser.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/settings.hpp"
#include "scanner/decode_worker.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int bad_usage = 2;

/// Whatever went wrong, whoever started it reads one line.
void complain(std::string sentence) {
    for (char& c : sentence) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    std::fprintf(stderr, "motcua-kiosk: %s\n", sentence.c_str());
}

core::Instant system_time() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The key in the data folder, or the one that the code is good for.
agent::DeviceKey key_of(const kiosk::Settings& settings) {
    const std::string kind = settings.is_board ? "board" : "kiosk";
    const auto file = settings.data / "device.json";
    if (const auto key = agent::load_device_key(file)) {
        if (key->kind == kind) return *key;
        throw std::runtime_error(file.string() + ": khóa này của " + key->kind + ", không phải " +
                                 kind +
                                 ": hãy dùng thư mục khác (the key is of another kind of "
                                 "device: name another folder)");
    }
    if (settings.enrol.empty()) {
        throw std::runtime_error("máy này chưa được ghép: hãy chạy motcua-core device enrol rồi "
                                 "thêm --enrol MÃ (not enrolled: start it with --enrol CODE)");
    }
    agent::DeviceKey key = agent::redeem_code(settings.core, settings.enrol, kind);
    agent::save_device_key(file, key);
    return key;
}

int run(int argc, char** argv) {
    const auto settings = kiosk::read_settings(argc, argv);
    if (!settings) return done;
    spdlog::set_default_logger(spdlog::stderr_logger_mt("kiosk"));
    std::signal(SIGPIPE, SIG_IGN); // a printer that went away is a failed write
    std::filesystem::create_directories(settings->data);
    std::filesystem::permissions(settings->data, std::filesystem::perms::owner_all);
    kiosk::Kiosk kiosk(*settings, key_of(*settings), system_time);
    const std::string page = "http://127.0.0.1:" + std::to_string(kiosk.port());
    std::printf("listening on %s\n", page.c_str());
    std::fflush(stdout);
    std::unique_ptr<kiosk::Browser> browser;
    if (settings->starts_browser) {
        browser = std::make_unique<kiosk::Browser>(
            kiosk::BrowserSettings{settings->browser, settings->data / "browser",
                                   settings->browser_arguments, page + "/"});
    }
    kiosk.run();
    return done;
}

} // namespace

int main(int argc, char** argv) {
    if (const auto status = scanner::run_decode_worker(argc, argv)) return *status;
    try {
        return run(argc, argv);
    } catch (const kiosk::BadUsage& wrong) {
        complain(wrong.what());
        return bad_usage;
    } catch (const std::exception& failure) {
        complain(failure.what());
    }
    return failed;
}
