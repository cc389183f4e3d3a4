#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// A program or a function running in a process of its own; killed at the end of the scope.
/// (tests/support's Program keeps all that is written to standard error and has a limit of time:
/// a server under load for minutes, and the migration of a large file, need neither.)
class Child {
public:
    /// Starts a program, found by PATH if its name has no folder. Its standard error is ours.
    explicit Child(const std::vector<std::string>& command, const std::string& input = {});

    /// Runs `work` in a fork; begin it before there are threads.
    explicit Child(const std::function<void()>& work);

    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t id() const { return id_; }

    /// What it wrote to standard output up to the end of the line with `text`. Throws when it ends
    /// before.
    const std::string& wait_for_line(const std::string& text);

    /// Waits for its end; the exit status, or 128 + the signal. Reads the rest of its output.
    int wait();

    const std::string& output() const { return output_; }

    void kill(int signal) const;

    double resident_mb() const;

    /// Time on a core so far, over all its threads.
    std::chrono::nanoseconds cpu_time() const;

private:
    bool read_output();

    pid_t id_ = -1;
    int output_end_ = -1;
    bool ended_ = false;
    std::string output_;
};

/// Runs a program to its end and returns what it printed; throws when it does not exit with 0.
std::string run(const std::vector<std::string>& command, const std::string& input = {});

} // namespace bench
