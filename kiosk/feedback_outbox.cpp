#include "kiosk/feedback_outbox.hpp"

#include <charconv>

namespace kiosk {

namespace {

// A line is `+12 BODY`, `-12`, or `=12`: kept, dropped, so many keys were used before.
constexpr std::string_view key_start = "feedback-";

std::string key_of(std::uint64_t number) { return std::string(key_start) + std::to_string(number); }

} // namespace

FeedbackOutbox::FeedbackOutbox(const std::filesystem::path& file)
    : log_(file, [this](std::string_view line) { read(line); }) {
    log_.rewrite([this](const auto& add) {
        add("=" + std::to_string(last_));
        for (const auto& [key, body] : waiting_)
            add("+" + key.substr(key_start.size()) + " " + body);
    });
}

void FeedbackOutbox::read(std::string_view line) {
    std::uint64_t number = 0;
    const char* const end = line.data() + line.size();
    const auto read = std::from_chars(line.data() + 1, end, number);
    if (number > last_) last_ = number;
    if (line.starts_with('+') && read.ptr != end) waiting_[key_of(number)] = {read.ptr + 1, end};
    if (line.starts_with('-')) waiting_.erase(key_of(number));
}

std::string FeedbackOutbox::keep(const std::string& body) {
    log_.append("+" + std::to_string(last_ + 1) + " " + body);
    std::string key = key_of(++last_);
    waiting_[key] = body;
    return key;
}

void FeedbackOutbox::drop(const std::string& key) {
    if (waiting_.erase(key) == 0) return;
    log_.append("-" + key.substr(key_start.size()));
}

} // namespace kiosk
