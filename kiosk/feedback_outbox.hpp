#pragma once

#include "core/agent/append_log.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace kiosk {

/// What citizens wrote, kept on disk until the core has it. One thread.
class FeedbackOutbox {
public:
    /// More than a kiosk gathers in a day without its core.
    static constexpr std::size_t most_kept = 500;

    explicit FeedbackOutbox(const std::filesystem::path& file);

    bool is_full() const { return waiting_.size() >= most_kept; }

    /// Keeps it; returns the key under which it is sent, the same after a restart.
    std::string keep(const std::string& body);

    /// The core has it, or refused it for good.
    void drop(const std::string& key);

    /// By key.
    const std::map<std::string, std::string>& waiting() const { return waiting_; }

private:
    void read(std::string_view line);

    std::map<std::string, std::string> waiting_;
    std::uint64_t last_ = 0;
    agent::AppendLog log_; // after what its lines are read into
};

} // namespace kiosk
