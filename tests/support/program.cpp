#include "tests/support/program.hpp"

#include "tests/support/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <thread>

using namespace std::chrono_literals;

namespace {

constexpr auto time_limit = 120s;
constexpr auto feeding_limit = 30s;
constexpr int not_started = 127;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

int input_with(const std::string& text) {
    const int descriptor = checked(memfd_create("motcua-test", MFD_CLOEXEC), "memfd_create");
    checked(static_cast<int>(write(descriptor, text.data(), text.size())), "write");
    checked(static_cast<int>(lseek(descriptor, 0, SEEK_SET)), "lseek");
    return descriptor;
}

/// The two ends of what a program writes to; ours is read without waiting.
struct Ends {
    int ours = -1;
    int theirs = -1;
};

void keep_to_ourselves(int descriptor) {
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    fcntl(descriptor, F_SETFL, O_NONBLOCK);
}

/// Not a file: that would be full when the disk is.
Ends new_pipe() {
    std::array<int, 2> ends{};
    checked(pipe2(ends.data(), O_CLOEXEC), "pipe2");
    keep_to_ourselves(ends[0]);
    return {ends[0], ends[1]};
}

Ends new_terminal() {
    Ends ends;
    checked(openpty(&ends.ours, &ends.theirs, nullptr, nullptr, nullptr), "openpty");
    keep_to_ourselves(ends.ours);
    fcntl(ends.theirs, F_SETFD, FD_CLOEXEC);
    return ends;
}

Ends existing_file(const std::filesystem::path& file) {
    return {-1, checked(open(file.c_str(), O_WRONLY | O_CLOEXEC), "open")};
}

/// In the child process: becomes the program. Comes back only when it can't.
void become(const std::vector<char*>& arguments, const Start& start, int in, int out, int err) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (start.largest_file_bytes) {
        limit_file_size(*start.largest_file_bytes);
        std::signal(SIGXFSZ, SIG_DFL); // a program starts with it; ours has to cope itself
    }
    if (!start.locale.empty()) setenv("LC_ALL", start.locale.c_str(), 1);
    execv(arguments.front(), arguments.data());
}

} // namespace

Program::Program(const std::filesystem::path& file,
                 const std::vector<std::string>& arguments,
                 const Start& start) {
    std::vector<std::string> words = arguments;
    words.insert(words.begin(), file.string());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);

    const int input = input_with(start.input);
    const Ends output = start.output.empty() ? new_pipe() : existing_file(start.output);
    const Ends errors = start.on_terminal ? new_terminal() : new_pipe();
    output_.descriptor = output.ours;
    errors_.descriptor = errors.ours;
    id_ = checked(fork(), "fork");
    if (id_ == 0) {
        become(pointers, start, input, output.theirs, errors.theirs);
        _exit(not_started);
    }
    for (const int descriptor : {input, output.theirs, errors.theirs}) close(descriptor);
}

Program::~Program() {
    if (!ended_) {
        ::kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    for (const Stream* stream : {&output_, &errors_}) {
        if (stream->descriptor >= 0) close(stream->descriptor);
    }
}

void Program::read_streams() {
    std::array<char, 65'536> block{};
    for (Stream* stream : {&output_, &errors_}) {
        ssize_t length = 0;
        while (stream->descriptor >= 0 &&
               (length = read(stream->descriptor, block.data(), block.size())) > 0)
            stream->text.append(block.data(), static_cast<std::size_t>(length));
    }
}

bool Program::is_running() {
    if (ended_) return false;
    read_streams();
    int status = 0;
    rusage usage{};
    if (checked(wait4(id_, &status, WNOHANG, &usage), "wait4") == 0) return true;
    read_streams();
    ended_.emplace();
    ended_->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ended_->output = output_.text;
    ended_->errors = errors_.text;
    ended_->peak_memory_bytes = std::int64_t{usage.ru_maxrss} * 1024;
    if (ended_->status == not_started) throw std::runtime_error("the program cannot be started");
    return false;
}

void Program::kill() {
    if (ended_) return;
    ::kill(id_, SIGKILL);
    wait();
}

const Ended& Program::wait() {
    const auto deadline = std::chrono::steady_clock::now() + time_limit;
    while (is_running()) {
        if (std::chrono::steady_clock::now() > deadline) {
            ::kill(id_, SIGKILL);
            throw std::runtime_error("the program does not end");
        }
        std::this_thread::sleep_for(1ms);
    }
    return *ended_;
}

const std::string& Program::wait_for_output(const std::string& text) {
    const auto deadline = std::chrono::steady_clock::now() + time_limit;
    for (;;) {
        const bool running = is_running();
        const std::size_t at = output_.text.find(text);
        if (at != std::string::npos && output_.text.find('\n', at) != std::string::npos)
            return output_.text;
        if (!running) throw std::runtime_error("the program ended: " + ended_->errors);
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error("the program does not say \"" + text + "\"");
        pollfd ready{output_.descriptor, POLLIN, 0};
        poll(&ready, 1, 100);
    }
}

NamedPipe::NamedPipe(const std::filesystem::path& name) {
    checked(mkfifo(name.c_str(), 0600), "mkfifo");
    // For both directions, so that it opens before there is a reader.
    descriptor_ = checked(open(name.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC), "open");
}

NamedPipe::~NamedPipe() { close(); }

void NamedPipe::feed(const std::string& text) {
    for (std::size_t fed = 0; fed < text.size();) {
        pollfd ready{descriptor_, POLLOUT, 0};
        const auto limit = std::chrono::milliseconds(feeding_limit).count();
        if (poll(&ready, 1, static_cast<int>(limit)) == 0)
            throw std::runtime_error("nobody reads the pipe");
        const ssize_t length = write(descriptor_, text.data() + fed, text.size() - fed);
        if (length < 0 && errno != EAGAIN) checked(-1, "write");
        if (length > 0) fed += static_cast<std::size_t>(length);
    }
}

void NamedPipe::close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}
