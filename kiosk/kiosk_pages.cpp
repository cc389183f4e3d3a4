// Who may ask the kiosk for what.

#include "core/agent/local_guard.hpp"
#include "core/api/json_fields.hpp"
#include "core/api/json_text.hpp"
#include "kiosk/kiosk.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>

namespace kiosk {

namespace {

constexpr std::size_t body_limit_bytes = 64 * 1024;
constexpr std::string_view tickets = "/local/tickets/";
constexpr std::string_view procedures = "/local/procedures/";
constexpr std::string_view track = "/local/track/";
constexpr std::string_view reprint = "/reprint";
constexpr std::string_view taken = "/taken";
constexpr std::string_view re_enter = "/re-enter";

net::HttpResponse json(int status, std::string body) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return response;
}

net::HttpResponse not_here() {
    return agent::problem(404, "not-found", "There is no such page",
                          "Không có trang này trên kiosk: hãy trở về trang đầu");
}

/// While the core is away; the page says so and offers what works without.
net::HttpResponse core_is_away() {
    return agent::problem(503, "core-away", "The core cannot be reached",
                          "Chưa kết nối được máy chủ: hãy thử lại sau, hoặc hỏi cán bộ tại quầy");
}

std::size_t
count_of(const net::HttpRequest& request, std::string_view name, std::size_t otherwise) {
    const auto text = net::query_value(request.query, name);
    if (!text) return otherwise;
    std::size_t count = otherwise;
    std::from_chars(text->data(), text->data() + text->size(), count);
    return std::min(count, otherwise == 0 ? count : otherwise);
}

/// What stands between the two; empty when the path is another one or has more in it.
std::string between(std::string_view path, std::string_view before, std::string_view after) {
    if (!path.starts_with(before) || !path.ends_with(after) ||
        path.size() <= before.size() + after.size())
        return {};
    const auto middle = path.substr(before.size(), path.size() - before.size() - after.size());
    return middle.find('/') == std::string_view::npos ? std::string(middle) : std::string();
}

} // namespace

net::BodyPlan Kiosk::plan_body(const net::HttpRequest& head) {
    net::BodyPlan plan;
    plan.limit_bytes = body_limit_bytes;
    plan.refusal = agent::refuse_cross_site(head, server_.port());
    return plan;
}

void Kiosk::handle(net::HttpRequest request, net::Responder respond) { route(request, respond); }

net::HttpResponse Kiosk::refuse(int status, const std::string& detail) {
    return agent::problem(status, "refused-" + std::to_string(status), net::reason_phrase(status),
                          detail);
}

net::HttpHandler::Upgrade Kiosk::upgrade(const net::HttpRequest& request) {
    if (auto refusal = agent::refuse_cross_site(request, server_.port())) return *refusal;
    if (request.path == "/api/v1/events") return relay_.upgrade(request);
    if (request.path == "/local/events" && !settings_.is_board) return hub_.upgrade();
    return not_here();
}

void Kiosk::route(net::HttpRequest& request, const net::Responder& respond) {
    const bool is_read = request.method == "GET" || request.method == "HEAD";
    if (is_read && request.path == "/api/v1/queue")
        return forwarder_.forward(std::move(request), respond);
    if (!settings_.is_board && request.path.starts_with("/local/") && route_local(request, respond))
        return;
    if (!is_read) return respond(not_here());
    respond(page(request));
}

bool Kiosk::route_local(net::HttpRequest& request, const net::Responder& respond) {
    const std::string& path = request.path;
    if (path.starts_with(tickets)) return route_ticket(request, respond);
    if (request.method == "POST") {
        if (path == "/local/tickets") {
            take_ticket(request, respond);
        } else if (path == "/local/feedback") {
            take_feedback(request, respond);
        } else {
            return false;
        }
        return true;
    }
    if (request.method != "GET") return false;
    if (path == "/local/state") {
        respond(json(200, state_json(true)));
    } else if (path == "/local/procedures") {
        respond(find_procedures(request));
    } else if (const auto code = between(path, procedures, ""); !code.empty()) {
        const auto found = procedures_.find_code(code, !is_online_);
        respond(found ? json(200, api::to_text(*found)) : not_here());
    } else if (const auto dossier = between(path, track, ""); !dossier.empty()) {
        forward(std::move(request), "/api/v1/track/" + net::escape_component(dossier), respond);
    } else {
        return false;
    }
    return true;
}

bool Kiosk::route_ticket(net::HttpRequest& request, const net::Responder& respond) {
    const std::string path = request.path;
    const std::string of_core = "/api/v1/tickets/";
    if (request.method == "GET") {
        const std::string code = between(path, tickets, "");
        if (code.empty()) return false;
        forward(std::move(request), of_core + net::escape_component(code), respond);
        return true;
    }
    if (request.method != "POST") return false;
    if (const auto touch = between(path, tickets, reprint); !touch.empty()) {
        act_on_touch(touch, true, respond);
    } else if (const auto noted = between(path, tickets, taken); !noted.empty()) {
        act_on_touch(noted, false, respond);
    } else if (const auto code = between(path, tickets, re_enter); !code.empty()) {
        forward(std::move(request), of_core + net::escape_component(code) + std::string(re_enter),
                respond);
    } else {
        return false;
    }
    return true;
}

void Kiosk::forward(net::HttpRequest request,
                    const std::string& target,
                    const net::Responder& respond) const {
    if (!is_online_) return respond(core_is_away());
    request.target = target;
    forwarder_.forward(std::move(request), [respond](net::HttpResponse response) {
        constexpr int bad_gateway = 502;
        respond(response.status == bad_gateway ? core_is_away() : std::move(response));
    });
}

/// Pages, `/` and folders by their index.html.
net::HttpResponse Kiosk::page(const net::HttpRequest& request) const {
    const std::string home = settings_.is_board ? "/board/" : "/kiosk/";
    if (request.path == "/" || request.path == "/kiosk" || request.path == "/board") {
        net::HttpResponse response;
        response.status = 302;
        response.headers.emplace_back("Location", request.path == "/" ? home : request.path + "/");
        return response;
    }
    net::HttpRequest wanted = request;
    if (wanted.path.ends_with('/')) wanted.path += "index.html";
    const std::string_view path = wanted.path;
    std::optional<net::HttpResponse> found;
    if (path.starts_with("/sounds/")) {
        wanted.path = std::string(path.substr(std::string_view("/sounds").size()));
        found = sounds_.answer(wanted);
    } else if (path.starts_with(home) || path.starts_with("/board/") ||
               path.starts_with("/assets/")) {
        found = web_.answer(wanted);
    }
    if (!found) return not_here();
    agent::add_page_headers(*found);
    return *found;
}

net::HttpResponse Kiosk::find_procedures(const net::HttpRequest& request) const {
    ProcedureQuery query;
    query.words = net::query_value(request.query, "q").value_or("");
    query.field = net::query_value(request.query, "field").value_or("");
    query.skip = count_of(request, "skip", 0);
    query.limit = count_of(request, "limit", query.limit);
    if (procedures_.is_empty() && !is_online_) return core_is_away();
    return json(200, api::to_text(procedures_.find(query, !is_online_)));
}

/// Kept before it is answered; sent now or when the core is back.
void Kiosk::take_feedback(const net::HttpRequest& request, const net::Responder& respond) {
    std::string why_not;
    const auto body = api::parse_body(request.body, why_not);
    if (!body) return respond(agent::problem(422, "invalid-input", "No feedback", why_not));
    if (feedback_.is_full()) {
        return respond(agent::problem(503, "busy", "Too much is kept already",
                                      "Kiosk chưa gửi được các ý kiến trước: mời gửi tại quầy"));
    }
    const std::string key = feedback_.keep(api::to_text(*body));
    if (!is_online_) return respond(json(202, R"({"kept":true})"));
    feedback_asked_.insert(key);
    post_core(calls_, "/api/v1/feedback", feedback_.waiting().at(key), key,
              [this, key, respond](const net::HttpReply* reply) {
                  feedback_asked_.erase(key);
                  const bool is_over = reply && reply->status / 100 != 5 && reply->status != 429;
                  if (!is_over) return respond(json(202, R"({"kept":true})"));
                  feedback_.drop(key);
                  net::HttpResponse response = json(reply->status, reply->body);
                  response.headers.front().second = std::string(reply->header("content-type"));
                  respond(std::move(response));
              });
}

} // namespace kiosk
