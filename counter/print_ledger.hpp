#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/message.hpp"
#include "printer/print_job.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace counter {

/// What became of the paper that an Idempotency-Key stands for.
struct PrintEntry {
    std::string fingerprint; ///< of the request
    /// None while it is being printed. After `failed` the key may be used again.
    std::optional<printer::JobOutcome> outcome{};
    core::Message told{};       ///< what the officer is told of it
    int printed_copies = 0;     ///< of those wanted, surely on paper
    bool touched_paper = false; ///< a piece of one may be: the next attempt is marked IN LẠI
    core::Instant at{};
};

/// Keys and what became of them: the same key never prints twice. A line of text is what is to be
/// on disk before a printer is sent anything, and another one when it has ended, so that a program
/// that is killed between both knows afterwards that it does not know. No I/O, no clock.
class PrintLedger {
public:
    /// A page that asks again later than this has long been told.
    static constexpr std::chrono::hours kept{48};

    /// What may be done under a key.
    enum class Answer {
        go,      ///< new, or surely failed: print, after begin()
        wait,    ///< it is being printed
        told,    ///< printed or unknown: entry() says it all
        mismatch ///< the key belongs to another request
    };

    Answer ask(std::string_view key, std::string_view fingerprint) const;
    const PrintEntry* entry(std::string_view key) const;

    void begin(std::string_view key, std::string_view fingerprint, core::Instant now);

    /// Nothing has gone to a printer: as if it had not begun.
    void take_back(std::string_view key);

    /// `entry` as it has become.
    void end(std::string_view key, PrintEntry entry);

    static std::string line_of(std::string_view key, const PrintEntry& entry);

    /// Takes a line of an earlier run; one that is no such line is passed over. What was running
    /// at the last line is unknown after close_earlier_run().
    void read_line(std::string_view line);
    void close_earlier_run(core::Instant now);

    /// What is older than `kept` and no longer running.
    void forget_old(core::Instant now);

    const std::map<std::string, PrintEntry, std::less<>>& entries() const { return entries_; }

private:
    std::map<std::string, PrintEntry, std::less<>> entries_;
    std::map<std::string, PrintEntry, std::less<>> before_; // of those begun again after failing
};

} // namespace counter
