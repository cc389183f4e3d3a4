#include "kiosk/browser.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

namespace {

/// Stands for a browser: tells its process and what it was asked to open, and stays.
std::filesystem::path make_script(const TemporaryDirectory& folder) {
    const auto script = folder / "browser.sh";
    std::ofstream(script) << "#!/bin/sh\nfor word in \"$@\"; do last=$word; done\n"
                             "echo $$ $last >> "
                          << (folder / "started").string() << "\nexec sleep 1000\n";
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    return script;
}

struct Started {
    pid_t process = 0;
    std::string page;
};

/// Waits until it was started so often; the last start.
Started nth_start(const TemporaryDirectory& folder, int n) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (std::chrono::steady_clock::now() < end) {
        std::ifstream file(folder / "started");
        Started started;
        int count = 0;
        while (count < n && file >> started.process >> started.page) ++count;
        if (count == n) return started;
        std::this_thread::yield();
    }
    FAIL("it was not started");
    return {};
}

} // namespace

TEST_CASE("the browser is started again when it dies, and ends with the kiosk",
          "[kiosk][browser]") {
    const TemporaryDirectory folder;
    pid_t last = 0;
    {
        const kiosk::Browser browser({make_script(folder).string(),
                                      folder / "profile",
                                      {"--force-device-scale-factor=1.25"},
                                      "http://127.0.0.1:8081/"});
        const Started first = nth_start(folder, 1);
        CHECK(first.page == "http://127.0.0.1:8081/");
        kill(first.process, SIGKILL);
        last = nth_start(folder, 2).process;
        CHECK(last != first.process);
        CHECK(std::filesystem::is_directory(folder / "profile"));
    }
    CHECK(kill(last, 0) == -1);
}
