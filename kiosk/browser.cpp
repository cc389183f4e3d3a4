#include "kiosk/browser.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace kiosk {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// One that dies at once is not started again at once.
constexpr milliseconds first_pause{500};
constexpr milliseconds longest_pause{30'000};
constexpr std::chrono::seconds lived_long_enough{60};
constexpr milliseconds farewell{3'000}; ///< between SIGTERM and SIGKILL

std::vector<std::string> command_of(const BrowserSettings& settings) {
    std::vector<std::string> words = {settings.program,
                                      "--kiosk",
                                      "--user-data-dir=" + settings.profile.string(),
                                      "--no-first-run",
                                      "--no-default-browser-check",
                                      "--noerrdialogs",
                                      "--disable-session-crashed-bubble",
                                      "--disable-translate",
                                      "--disable-features=Translate",
                                      "--disable-pinch",
                                      "--overscroll-history-navigation=0",
                                      "--autoplay-policy=no-user-gesture-required",
                                      "--disable-component-update",
                                      "--disable-background-networking",
                                      "--disable-sync"};
    words.insert(words.end(), settings.arguments.begin(), settings.arguments.end());
    words.push_back(settings.page);
    return words;
}

/// In the child: becomes the browser, which dies with the thread that made it.
[[noreturn]] void become(char* const* words, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    setpgid(0, 0);
    execvp(words[0], words);
    _exit(127);
}

} // namespace

struct Browser::Impl {
    void run();
    pid_t start() const;
    bool wait(int process, milliseconds time) const;
    void end(pid_t child, int process) const;

    BrowserSettings settings;
    int stop = eventfd(0, EFD_CLOEXEC);
    std::thread thread{};
};

pid_t Browser::Impl::start() const {
    std::vector<std::string> words = command_of(settings);
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t parent = getpid();
    const pid_t child = fork();
    if (child == 0) become(pointers.data(), parent);
    return child;
}

/// Until the time is over, the process ended or it is time to stop; true for the last.
bool Browser::Impl::wait(int process, milliseconds time) const {
    pollfd waited[] = {{stop, POLLIN, 0}, {process, POLLIN, 0}};
    poll(waited, 2, static_cast<int>(time.count()));
    return (waited[0].revents & POLLIN) != 0;
}

void Browser::Impl::end(pid_t child, int process) const {
    kill(-child, SIGTERM);
    pollfd ended{process, POLLIN, 0};
    if (poll(&ended, 1, static_cast<int>(farewell.count())) <= 0) kill(-child, SIGKILL);
    waitpid(child, nullptr, 0);
}

void Browser::Impl::run() {
    auto pause = first_pause;
    for (;;) {
        const auto begun = Clock::now();
        const pid_t child = start();
        if (child > 0) {
            const int process = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
            const bool stopping = wait(process, milliseconds{-1});
            if (stopping) end(child, process);
            int status = 0;
            if (!stopping) waitpid(child, &status, 0);
            close(process);
            if (stopping) return;
            spdlog::warn("the browser ended (status {}): started again in {} ms", status,
                         pause.count());
        } else {
            spdlog::error("the browser cannot be started");
        }
        if (Clock::now() - begun > lived_long_enough) pause = first_pause;
        if (wait(-1, pause)) return;
        pause = std::min(pause * 2, longest_pause);
    }
}

Browser::Browser(BrowserSettings settings) : impl_(new Impl{std::move(settings)}) {
    std::filesystem::create_directories(impl_->settings.profile);
    impl_->thread = std::thread([this] { impl_->run(); });
}

Browser::~Browser() {
    eventfd_write(impl_->stop, 1);
    impl_->thread.join();
    close(impl_->stop);
}

} // namespace kiosk
