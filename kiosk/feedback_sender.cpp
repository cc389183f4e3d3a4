#include "kiosk/feedback_sender.hpp"

#include "core/agent/problem.hpp"
#include "core/api/json_text.hpp"
#include "kiosk/ticket_json.hpp"

namespace kiosk {

namespace {

constexpr const char* target = "/api/v1/feedback";

/// To who left feedback: it is kept here, and is sent on when the core can be reached.
net::HttpResponse accepted_for_later() {
    net::HttpResponse response;
    response.status = 202;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = R"({"kept":true})";
    return response;
}

} // namespace

void FeedbackSender::take(const net::HttpRequest& request, const net::Responder& respond) {
    const words::Language language = agent::language_of(request);
    core::Message why_not;
    const auto body = api::parse_body(request.body, why_not);
    if (!body) return respond(agent::problem(language, 422, "invalid-input", why_not));
    if (outbox_.is_full()) return respond(agent::problem(language, 503, "busy", "feedback-full"));
    const std::string key = outbox_.keep(api::to_text(*body));
    if (!connectivity_.is_online()) return respond(accepted_for_later());
    sending_.insert(key);
    core_.post({target, outbox_.waiting().at(key), key, language},
               [this, key, respond](const net::HttpReply* reply) {
                   sending_.erase(key);
                   const bool is_over = reply && reply->status / 100 != 5 && reply->status != 429;
                   if (!is_over) return respond(accepted_for_later());
                   outbox_.drop(key);
                   net::HttpResponse response;
                   response.status = reply->status;
                   response.headers = {{"Content-Type", std::string(reply->header("content-type"))},
                                       {"Cache-Control", "no-store"}};
                   response.body = reply->body;
                   respond(std::move(response));
               });
}

void FeedbackSender::tick() {
    if (!connectivity_.is_online()) return;
    for (const auto& [key, body] : outbox_.waiting()) {
        if (!sending_.insert(key).second) continue;
        core_.post({target, body, key}, [this, key = key](const net::HttpReply* reply) {
            sending_.erase(key);
            if (done_of(reply) != CoreDone::silence) outbox_.drop(key);
        });
    }
}

} // namespace kiosk
