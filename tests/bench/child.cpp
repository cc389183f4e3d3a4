#include "tests/bench/child.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace bench {

namespace {

constexpr int not_started = 127;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

int input_with(const std::string& text) {
    const int descriptor = checked(memfd_create("bench-input", MFD_CLOEXEC), "memfd_create");
    checked(static_cast<int>(write(descriptor, text.data(), text.size())), "write");
    checked(static_cast<int>(lseek(descriptor, 0, SEEK_SET)), "lseek");
    return descriptor;
}

/// In the child: a bench that is stopped half-way leaves nothing running.
void end_with_parent() { prctl(PR_SET_PDEATHSIG, SIGKILL); }

} // namespace

Child::Child(const std::vector<std::string>& command, const std::string& input) {
    std::vector<std::string> words = command;
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::array<int, 2> ends{};
    checked(pipe2(ends.data(), O_CLOEXEC), "pipe2");
    const int in = input_with(input);
    id_ = checked(fork(), "fork");
    if (id_ == 0) {
        end_with_parent();
        dup2(in, STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        execvp(pointers.front(), pointers.data());
        _exit(not_started);
    }
    close(in);
    close(ends[1]);
    output_end_ = ends[0];
}

Child::Child(const std::function<void()>& work) {
    id_ = checked(fork(), "fork");
    if (id_ != 0) return;
    end_with_parent();
    work();
    _exit(0);
}

Child::~Child() {
    if (!ended_) {
        ::kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    if (output_end_ >= 0) close(output_end_);
}

bool Child::read_output() {
    std::array<char, 4'096> block{};
    const ssize_t length = read(output_end_, block.data(), block.size());
    if (length <= 0) return false;
    output_.append(block.data(), static_cast<std::size_t>(length));
    return true;
}

const std::string& Child::wait_for_line(const std::string& text) {
    for (;;) {
        const std::size_t at = output_.find(text);
        if (at != std::string::npos && output_.find('\n', at) != std::string::npos) return output_;
        if (!read_output())
            throw std::runtime_error("the program ended without \"" + text + "\": " + output_);
    }
}

int Child::wait() {
    while (output_end_ >= 0 && read_output()) {
    }
    int status = 0;
    checked(waitpid(id_, &status, 0), "waitpid");
    ended_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void Child::kill(int signal) const { ::kill(id_, signal); }

double Child::resident_mb() const {
    std::ifstream status("/proc/" + std::to_string(id_) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    }
    throw std::runtime_error("the process is gone");
}

std::chrono::nanoseconds Child::cpu_time() const {
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(id_, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

std::string run(const std::vector<std::string>& command, const std::string& input) {
    Child child(command, input);
    const int status = child.wait();
    if (status == 0) return child.output();
    std::string words;
    for (const std::string& word : command) words += word + " ";
    throw std::runtime_error(words + "ended with " + std::to_string(status) + ": " +
                             child.output().substr(0, 2'000));
}

} // namespace bench
