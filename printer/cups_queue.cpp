#include "printer/cups_queue.hpp"

#include "core/domain/failure.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

extern char** environ; // NOLINT: declared by POSIX, in no header

namespace printer {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_output = 65'536;

/// Throws core::Failure, with the system's reason by errno.
[[noreturn]] void throw_temporary_failure(const char* code) {
    throw core::Failure(
        {code, {{"file", std::string(P_tmpdir)}, {"reason", core::system_reason(errno)}}});
}

[[noreturn]] void throw_not_started(const std::string& program, int error) {
    throw core::Failure({"print-program-not-started",
                         {{"program", program}, {"reason", core::system_reason(error)}}});
}

/// The PDF in a file without a name: nobody else can read it, nothing is left behind.
class NamelessFile {
public:
    explicit NamelessFile(std::string_view bytes) : file_(std::tmpfile()) {
        if (!file_) throw_temporary_failure("file-not-made");
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size() ||
            std::fflush(file_.get()) != 0)
            throw_temporary_failure("file-unwritable");
        lseek(descriptor(), 0, SEEK_SET);
    }

    int descriptor() const { return fileno(file_.get()); }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::unique_ptr<std::FILE, Close> file_;
};

struct Ended {
    bool well = false;
    std::string output;
};

/// Reads until the other side closes it, or the deadline.
std::string read_all(int descriptor, Clock::time_point deadline) {
    std::string output;
    std::array<char, 4'096> bytes{};
    while (output.size() < longest_output) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
        pollfd wanted{descriptor, POLLIN, 0};
        if (left.count() <= 0 || poll(&wanted, 1, static_cast<int>(left.count())) <= 0) break;
        const ssize_t got = read(descriptor, bytes.data(), bytes.size());
        if (got <= 0) break;
        output.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return output;
}

bool wait_for(pid_t child, Clock::time_point deadline) {
    int status = 0;
    while (true) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (Clock::now() >= deadline) break;
        std::this_thread::sleep_for(milliseconds(5));
    }
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
}

Ended run(std::vector<std::string> arguments, int input, milliseconds limit) {
    std::array<int, 2> pipe_ends{};
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) throw_not_started(arguments[0], errno);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    std::vector<char*> pointers;
    pointers.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    pid_t child = -1;
    const int error =
        posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    if (error != 0) {
        close(pipe_ends[0]);
        throw_not_started(arguments[0], error);
    }
    const auto deadline = Clock::now() + limit;
    Ended ended;
    ended.output = read_all(pipe_ends[0], deadline);
    close(pipe_ends[0]);
    ended.well = wait_for(child, deadline);
    return ended;
}

/// `QUEUE-12` out of `request id is QUEUE-12 (1 file(s))`, in whatever language around it.
std::string job_of(const std::string& output, const std::string& queue) {
    const std::size_t at = output.find(queue + "-");
    if (at == std::string::npos) return {};
    return output.substr(at, output.find_first_not_of("0123456789", at + queue.size() + 1) - at);
}

} // namespace

JobResult print_on_queue(const std::string& queue,
                         std::string_view pdf,
                         int copies,
                         const CupsPrograms& programs,
                         const CupsLimits& limits) {
    const NamelessFile file(pdf);
    const Ended sent = run({programs.lp, "-d", queue, "-n", std::to_string(copies), "-t", "motcua"},
                           file.descriptor(), limits.command);
    const std::string job = job_of(sent.output, queue);
    if (!sent.well || job.empty()) return {JobOutcome::failed, Cause::no_connection};
    const auto deadline = Clock::now() + limits.done;
    while (Clock::now() < deadline) {
        const Ended waiting = run({programs.lpstat, "-o", queue}, -1, limits.command);
        if (waiting.well && waiting.output.find(job + " ") == std::string::npos)
            return {JobOutcome::printed, Cause::none, false, true};
        std::this_thread::sleep_for(limits.poll);
    }
    run({programs.cancel, job}, -1, limits.command);
    return {JobOutcome::unknown, Cause::stalled, false, true};
}

} // namespace printer
