#include "kiosk/core_cache.hpp"

#include "core/agent/safe_file.hpp"

#include <utility>

namespace kiosk {

using namespace std::chrono_literals;

namespace {

constexpr int ok = 200;

// Should an event be lost, the copies are not older than this.
constexpr std::chrono::seconds room_age_limit{30};
constexpr std::chrono::minutes procedures_age_limit{5};

} // namespace

CoreCache::CoreCache(std::filesystem::path folder,
                     CoreClient& core,
                     Connectivity& connectivity,
                     CoreClock& clock,
                     std::function<void()> room_changed)
    : folder_(std::move(folder)), core_(core), connectivity_(connectivity), clock_(clock),
      room_changed_(std::move(room_changed)) {}

void CoreCache::load() {
    if (const auto kept = agent::read_file(folder_ / "room.json")) room_ = read_room(*kept);
    if (const auto kept = agent::read_file(folder_ / "procedures.json"))
        procedures_.take(*kept, "");
    room_changed_();
}

void CoreCache::refresh_room() {
    if (!room_is_stale_ || room_is_asked_ || !connectivity_.is_connected()) return;
    room_is_stale_ = false;
    room_is_asked_ = true;
    room_asked_at_ = clock_.now();
    core_.call({"GET", "/api/v1/queue", {}, ""}, [this](const net::HttpReply* reply) {
        room_is_asked_ = false;
        take_room(reply);
    });
}

void CoreCache::take_room(const net::HttpReply* reply) {
    if (!reply) {
        expire_room();
        return connectivity_.suspect();
    }
    if (reply->status != ok) return;
    Room room = read_room(reply->body);
    const std::string kept = kept_room(room);
    if (kept != kept_room(room_)) agent::replace_file(folder_ / "room.json", kept);
    if (room.now) clock_.set(*room.now);
    room_ = std::move(room);
    room_changed_();
    connectivity_.trust();
}

void CoreCache::tick() {
    if (connectivity_.is_suspected() || clock_.now() - room_asked_at_ > room_age_limit)
        expire_room();
    const bool is_old = clock_.now() - procedures_asked_at_ > procedures_age_limit;
    if (connectivity_.is_connected() && (procedures_are_stale_ || is_old)) refresh_procedures();
}

void CoreCache::refresh_procedures() {
    procedures_are_stale_ = false;
    procedures_asked_at_ = clock_.now();
    core_.call({"GET", "/api/v1/procedures", {}, ""}, [this](const net::HttpReply* reply) {
        if (!reply || reply->status != ok) return;
        const std::string before = procedures_.is_empty() ? "" : procedures_.kept();
        procedures_.take(reply->body, core::format_date(core::local_date(clock_.now())));
        const std::string kept = procedures_.kept();
        if (kept != before) agent::replace_file(folder_ / "procedures.json", kept);
    });
}

} // namespace kiosk
