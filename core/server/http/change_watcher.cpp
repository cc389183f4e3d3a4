#include "core/server/http/change_watcher.hpp"

#include <string>
#include <utility>
#include <vector>

namespace server {

namespace {

/// A register is one commit of as many events as it has rows; the outbox of a client holds fewer
/// than that, and who is told all of them is dropped.
constexpr std::size_t most_told_at_once = 500;

} // namespace

void ChangeWatcher::committed(std::span<const core::Event> events) {
    if (events.size() > most_told_at_once) {
        post_([this, seq = events.back().seq] {
            reads_.forget_all();
            feed_.skip_to(seq);
        });
        return;
    }
    if (feed_.would_tell()) {
        post_([this, told = std::vector<core::Event>(events.begin(), events.end())] {
            for (const core::Event& event : told) reads_.forget(event.subject);
            feed_.publish(told);
        });
        return;
    }
    std::vector<std::string> subjects;
    if (reads_.keeps_answers()) {
        subjects.reserve(events.size());
        for (const core::Event& event : events) subjects.push_back(event.subject);
    }
    post_([this, seq = events.back().seq, subjects = std::move(subjects)] {
        for (const std::string& subject : subjects) reads_.forget(subject);
        // Told later would be too late for look_beside(), and it costs little.
        feed_.note_seq(seq);
    });
}

void ChangeWatcher::look_beside() {
    try {
        const auto books = store_.read(agency_);
        const bool behind = books->journal_head().seq > feed_.seq();
        if (!behind || behind_since_ != feed_.seq() + 1) {
            behind_since_ = behind ? feed_.seq() + 1 : 0;
            return;
        }
        std::vector<core::Event> events;
        books->each_event(feed_.seq() + 1, [&](const core::Event& event) {
            events.push_back(event);
            return events.size() < EventFeed::page_size;
        });
        feed_.publish(events);
        changed_beside_();
    } catch (const std::exception& failure) {
        failures_.broken(failure, "look for changes");
    }
}

} // namespace server
