#pragma once

#include "core/domain/failure.hpp"
#include "core/words/words.hpp"

#include <exception>
#include <string>

namespace words {

/// How a program ends, for whoever started it.
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int bad_usage = 2;

/// A command line, or a file of settings, that the program cannot follow; main() tells it and ends
/// with `bad_usage`.
class BadUsage : public core::Failure {
    using core::Failure::Failure;
};

/// What a program says of its own running to whoever started it: lines on standard error, each with
/// the program's name before it, in that person's language. Any thread.
class Console {
public:
    /// `program` as in `motcua-print`.
    Console(std::string program, Language language);

    Language language() const { return language_; }

    /// Whatever went wrong, one line is read: a sentence of several becomes one.
    void complain(std::string sentence) const;
    void complain(const core::Message& message) const;

    /// Says why the program ends; returns `failed`.
    int fail(const core::Message& why) const;
    int fail(const std::exception& why) const;

    /// Says what is wrong with the command line, and where help is; returns `bad_usage`. `command`
    /// is what `--help` is asked of, the program itself unless it is told.
    int misused(const core::Message& problem, const std::string& command = {}) const;

private:
    std::string program_;
    Language language_;
};

} // namespace words
