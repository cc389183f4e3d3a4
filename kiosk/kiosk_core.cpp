// The kiosk's words with the core.

#include "core/agent/safe_file.hpp"
#include "core/api/json_text.hpp"
#include "kiosk/kiosk.hpp"
#include "kiosk/ticket_json.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

namespace kiosk {

using namespace std::chrono_literals;

namespace {

namespace json = boost::json;

constexpr int ok = 200;
constexpr int not_found = 404;
constexpr int not_allowed_method = 405;

bool is_good(const net::HttpReply* reply) { return reply && reply->status / 100 == 2; }

/// What a change came to. A core that is broken, busy or does not know us may do it yet.
CoreDone done_of(const net::HttpReply* reply) {
    if (is_good(reply)) return CoreDone::yes;
    return is_refusal(reply) ? CoreDone::refused : CoreDone::silence;
}

} // namespace

void Kiosk::call(agent::CoreCalls& calls, agent::CoreCall call, Reply reply) {
    const auto done = [this, reply](net::HttpReply* got) {
        const auto kept = got ? std::make_shared<net::HttpReply>(std::move(*got)) : nullptr;
        server_.post([this, reply, kept] {
            try {
                reply(kept.get());
            } catch (const std::exception& failure) {
                spdlog::error("an answer of the core: {}", failure.what());
            }
            publish();
        });
    };
    if (!calls.submit(std::move(call), done)) done(nullptr);
}

void Kiosk::post_core(agent::CoreCalls& calls,
                      const std::string& target,
                      std::string body,
                      const std::string& key,
                      Reply reply) {
    agent::CoreCall request;
    request.method = "POST";
    request.target = target;
    request.headers = {{"content-type", "application/json"}, {"idempotency-key", key}};
    request.body = std::move(body);
    call(calls, std::move(request), std::move(reply));
}

void Kiosk::link_changed(bool connected) {
    link_is_up_ = connected;
    spdlog::info(connected ? "connected to the core" : "the core cannot be reached");
    if (connected) room_is_stale_ = procedures_are_stale_ = true;
    judge_online();
    publish();
}

void Kiosk::suspect() {
    is_suspected_ = true;
    room_is_stale_ = true;
    judge_online();
}

void Kiosk::judge_online() {
    const bool online = link_is_up_ && !is_suspected_;
    if (online == is_online_) return;
    is_online_ = online;
    lost_since_ = online ? std::nullopt : std::optional(now());
    flow_.set_online(online);
    if (online) tick();
}

void Kiosk::refresh_room() {
    if (!link_is_up_) return;
    room_is_stale_ = false;
    room_is_asked_ = true;
    call(calls_, {"GET", "/api/v1/queue", {}, ""}, [this](const net::HttpReply* reply) {
        room_is_asked_ = false;
        if (!reply || reply->status != ok) {
            if (!reply) suspect();
            return;
        }
        Room room = read_room(reply->body);
        const std::string kept = kept_room(room);
        if (kept != kept_room(room_)) agent::replace_file(settings_.data / "room.json", kept);
        if (room.now) clock_difference_ = *room.now - system_time_();
        room_ = std::move(room);
        flow_.set_services(room_.service_lines());
        is_suspected_ = false;
        judge_online();
    });
}

void Kiosk::refresh_procedures() {
    procedures_are_stale_ = false;
    procedures_at_ = now();
    call(calls_, {"GET", "/api/v1/procedures", {}, ""}, [this](const net::HttpReply* reply) {
        if (!reply || reply->status != ok) return;
        const std::string before = procedures_.is_empty() ? "" : procedures_.kept();
        procedures_.take(reply->body, core::format_date(core::local_date(now())));
        const std::string kept = procedures_.kept();
        if (kept != before) agent::replace_file(settings_.data / "procedures.json", kept);
    });
}

void Kiosk::send_feedback() {
    for (const auto& [key, body] : feedback_.waiting()) {
        if (!feedback_asked_.insert(key).second) continue;
        post_core(calls_, "/api/v1/feedback", body, key,
                  [this, key = key](const net::HttpReply* reply) {
                      feedback_asked_.erase(key);
                      if (done_of(reply) != CoreDone::silence) feedback_.drop(key);
                  });
    }
}

void Kiosk::write(const Record& record) { log_.append(to_line(record)); }

void Kiosk::ask_ticket(const TouchRequest& request, bool doubt) {
    const std::string touch = request.touch;
    post_core(touch_calls_, "/api/v1/tickets", ticket_request(request), "touch-" + touch,
              [this, touch, doubt](const net::HttpReply* reply) {
                  const TicketAnswer answer = read_ticket_answer(reply);
                  if (doubt) return flow_.doubt_answered(touch, answer);
                  if (std::holds_alternative<CoreSilence>(answer)) suspect();
                  safely(touch, [&] { flow_.ticket_answered(touch, answer, now()); });
              });
}

void Kiosk::ask_lease(char service, int count, const std::string& key) {
    const json::object body{{"service", std::string(1, service)}, {"count", count}};
    post_core(calls_, "/api/v1/tickets/lease", api::to_text(body), key,
              [this, service](const net::HttpReply* reply) {
                  flow_.lease_answered(service, read_lease_answer(reply), now());
                  flow_.tick(now());
              });
}

void Kiosk::settle(std::int64_t lease, const std::vector<const Touch*>& used) {
    post_core(calls_, "/api/v1/tickets/settle", settlement(lease, used),
              "settle-" + std::to_string(lease), [this, lease](const net::HttpReply* reply) {
                  const CoreDone done = done_of(reply);
                  if (done == CoreDone::refused)
                      spdlog::error("the core refused to settle lease {}: {}", lease, reply->body);
                  flow_.settled(lease, done);
                  room_is_stale_ = true;
              });
}

void Kiosk::give_back(const std::string& code) {
    post_core(calls_, "/api/v1/tickets/" + net::escape_component(code) + "/cancel", "{}",
              "cancel-" + code, [this, code](const net::HttpReply* reply) {
                  const bool lacks_it =
                      reply && (reply->status == not_found || reply->status == not_allowed_method);
                  if (lacks_it) spdlog::warn("the core took ticket {} not back", code);
                  flow_.give_back_answered(code, lacks_it ? CoreDone::refused : done_of(reply));
                  room_is_stale_ = true;
              });
}

} // namespace kiosk
