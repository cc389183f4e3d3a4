#include "scanner/live/live_command.hpp"

#include "core/words/command_line.hpp"
#include "scanner/live/live_json.hpp"
#include "scanner/live/live_scanner.hpp"

#include <CLI/CLI.hpp>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

#include <cstdio>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace scanner {

namespace {

// A desk has a scanner or two and a camera.
constexpr int sources_limit = 8;
constexpr int longest_debounce_ms = 60'000;

struct Options {
    std::vector<std::string> sources;
    int debounce_ms = static_cast<int>(debounce_interval.count());
};

/// Lines of several scanners' threads, each whole.
class Output {
public:
    void print(const LiveScan& scan) {
        const auto since_start =
            std::chrono::duration_cast<std::chrono::milliseconds>(scan.at - begun_);
        const std::string line = live_line(scan, since_start) + "\n";
        const std::lock_guard lock(mutex_);
        std::fputs(line.c_str(), stdout);
        if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
        eventfd_write(broken_.get(), 1);
    }

    /// Readable once a line could not be written.
    int broken() const { return broken_.get(); }

private:
    Moment begun_ = std::chrono::steady_clock::now();
    files::FileDescriptor broken_{eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::mutex mutex_; ///< of standard output
};

/// Readable when the program is to end. Blocked from now on, so that no thread dies of them.
files::FileDescriptor block_ending_signals() {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    signal(SIGPIPE, SIG_IGN); // a reader that went away is a failed write
    return files::FileDescriptor(signalfd(-1, &ending, SFD_CLOEXEC | SFD_NONBLOCK));
}

int run(const std::vector<SourceConfig>& sources,
        std::chrono::milliseconds debounce,
        const words::Console& console) {
    const files::FileDescriptor signals = block_ending_signals();
    Output output;
    const LiveHandlers handlers{[&](const LiveScan& scan) { output.print(scan); },
                                [&](const core::Message& message) { console.complain(message); }};
    std::deque<LiveScanner> scanners;
    for (const SourceConfig& source : sources)
        scanners.emplace_back(live_source(source), handlers, debounce);
    pollfd waited[] = {{signals.get(), POLLIN, 0}, {output.broken(), POLLIN, 0}};
    while (poll(waited, 2, -1) < 0) {
    }
    for (LiveScanner& scanner : scanners) scanner.stop();
    if (waited[1].revents == 0) return words::done;
    return console.fail("output-unwritable");
}

} // namespace

std::optional<int> run_live_command(int argc, char** argv, const words::Console& console) {
    if (argc < 2 || std::string_view(argv[1]) != "--live") return std::nullopt;
    Options options;
    CLI::App app("motcua-scan --live: prints what scanners and cameras read, one JSON line each",
                 "motcua-scan");
    app.add_option("--live", options.sources,
                   "serial:DEVICE@BAUD, hid:DEVICE, camera:DEVICE or frames:FOLDER@RATE")
        ->required()
        ->expected(1, sources_limit);
    app.add_option("--debounce-ms", options.debounce_ms, "the same code within so long is one scan")
        ->check(CLI::Range(0, longest_debounce_ms))
        ->capture_default_str();
    if (const auto status =
            words::read_command_line(app, argc, argv, console, "motcua-scan --live SOURCE"))
        return *status;
    std::vector<SourceConfig> sources;
    for (const std::string& text : options.sources) {
        const auto source = parse_source(text);
        if (!source) {
            console.complain(text + ": " + words::say(console.language(), source.error().message));
            return words::bad_usage;
        }
        sources.push_back(*source);
    }
    return run(sources, std::chrono::milliseconds{options.debounce_ms}, console);
}

} // namespace scanner
