#pragma once

#include "core/words/words.hpp"
#include "scanner/live/live_scanner.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

/// What a live scanner hands on, for a test that waits for it. Lives longer than the scanner.
class LiveEvents {
public:
    scanner::LiveHandlers handlers() {
        return {[this](const scanner::LiveScan& scan) {
                    const std::lock_guard lock(mutex_);
                    scans_.push_back(scan);
                    changed_.notify_all();
                },
                [this](const core::Message& message) {
                    const std::lock_guard lock(mutex_);
                    sentences_.push_back(words::say(english_, message));
                    changed_.notify_all();
                }};
    }

    /// The texts of all scans, once there are so many. Throws when they do not come.
    std::vector<std::string> wait_for_scans(std::size_t count) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, limit, [&] { return scans_.size() >= count; }))
            throw std::runtime_error("only " + std::to_string(scans_.size()) + " scans came");
        std::vector<std::string> texts;
        for (const scanner::LiveScan& scan : scans_) texts.push_back(scan.text);
        return texts;
    }

    /// Once a sentence holds this text for the n-th time. Throws when none comes.
    void wait_for_sentence(const std::string& part, int times = 1) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, limit, [&] { return count(part) >= times; }))
            throw std::runtime_error("no sentence holds: " + part);
    }

    int sentences_with(const std::string& part) {
        const std::lock_guard lock(mutex_);
        return count(part);
    }

    std::vector<scanner::LiveScan> scans() {
        const std::lock_guard lock(mutex_);
        return scans_;
    }

private:
    // On a machine that is busy with other things.
    static constexpr std::chrono::seconds limit{20};

    int count(const std::string& part) const {
        int found = 0;
        for (const std::string& sentence : sentences_)
            found += sentence.find(part) != std::string::npos;
        return found;
    }

    std::mutex mutex_; // of all that follows
    std::condition_variable changed_;
    std::vector<scanner::LiveScan> scans_;
    const words::Language english_ = words::Language::find("en").value();
    std::vector<std::string> sentences_;
};
