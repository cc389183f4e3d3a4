#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// How a program is started; by default with nothing to read and nothing limited.
struct Start {
    std::string input{};            ///< what its standard input holds
    std::filesystem::path output{}; ///< where its standard output goes, if not kept
    std::optional<std::uint64_t> largest_file_bytes{}; ///< writes beyond it fail, as on a full disk
    bool on_terminal = false;                          ///< its standard error is a terminal
    std::string locale{}; ///< its LC_ALL, by which it speaks; empty: the test's own
};

/// What a program left that has ended.
struct Ended {
    int status = 0; ///< exit status, or 128 + the signal that ended it
    std::string output;
    std::string errors;
    std::int64_t peak_memory_bytes = 0;
};

/// A program that runs beside the test, started without a shell. It is killed at the end of its
/// scope if it still runs.
class Program {
public:
    Program(const std::filesystem::path& file,
            const std::vector<std::string>& arguments,
            const Start& start = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool is_running();

    /// Ends it at once, as a power failure would (kill -9).
    void kill();

    /// Waits until it has ended. Throws when that takes too long.
    const Ended& wait();

    pid_t id() const { return id_; }

    /// What it has written to standard output once `text` and the rest of its line are in it.
    /// Throws when it ends or takes too long before.
    const std::string& wait_for_output(const std::string& text);

private:
    /// Our end of what the program writes to, and what has come through it.
    struct Stream {
        int descriptor = -1;
        std::string text{};
    };

    void read_streams();

    pid_t id_ = -1;
    Stream output_;
    Stream errors_;
    std::optional<Ended> ended_;
};

/// A named pipe that a program opens as a file and that delivers what it is fed, when it is fed.
class NamedPipe {
public:
    explicit NamedPipe(const std::filesystem::path& name);
    ~NamedPipe();
    NamedPipe(const NamedPipe&) = delete;
    NamedPipe& operator=(const NamedPipe&) = delete;

    /// Returns when the reader has taken all but what a pipe holds. Throws when it takes nothing.
    void feed(const std::string& text);

    /// The reader finds the end of the file once it has read all.
    void close();

private:
    int descriptor_;
};
