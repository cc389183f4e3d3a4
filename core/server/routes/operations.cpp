#include "core/api/unsure_json.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/engine/dossiers/unsure_dossiers.hpp"
#include "core/server/http/feed_message.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <memory>
#include <optional>

namespace server {

namespace {

net::HttpResponse plain(std::string_view type, std::string text) {
    net::HttpResponse response;
    response.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

/// What an operator is to know although the server works: each by its name.
boost::json::array conditions(Server& server, words::Language language) {
    const auto years = server.years_asked_for();
    if (years.empty()) return {};
    return {{{"code", "calendar-not-loaded"},
             {"years", api::to_json(years)},
             {"text", words::say(language, core::calendar_not_loaded(years))}}};
}

void health(Server& server, const CallPtr& call, const net::Responder& respond) {
    const bool ready = server.is_ready();
    boost::json::object state{{"status", ready ? "ok" : "broken"},
                              {"live", true},
                              {"ready", ready},
                              {"now", core::format_instant(call->now)},
                              {"seq", server.feed().seq()}};
    state["conditions"] = ready ? conditions(server, call->language) : boost::json::array();
    respond(json_response(state, ready ? 200 : 503));
}

/// Dossiers are counted on a worker; where too much waits there already, the rest is told alone.
void metrics(Server& server, const CallPtr& call, const net::Responder& respond) {
    const auto unsure = std::make_shared<std::optional<std::int64_t>>();
    server.read_later(
        call,
        [unsure](const Call& asked, core::BooksView& books) {
            *unsure = core::count_unsure(books, asked.rules->catalogue, asked.rules->calendar);
            return net::HttpResponse();
        },
        [&server, respond, unsure](const net::HttpResponse&) {
            respond(
                plain("text/plain; version=0.0.4; charset=utf-8", server.metrics_text(*unsure)));
        });
}

void description(Server& server, const CallPtr&, const net::Responder& respond) {
    respond(plain("application/json", server.description()));
}

void events(Server&, const CallPtr& call, const net::Responder& respond) {
    auto response =
        problem_response({426, "upgrade-required", "events-no-web-socket"}, call->language);
    response.headers.emplace_back("Upgrade", "websocket");
    respond(std::move(response));
}

} // namespace

void add_operations(Router& router) {
    static const std::string topics = known_topics() + "; by commas";
    router.add(
        {"GET", "/healthz", callers::all, Own{health}, {"health", "Live and ready", "", "Health"}});
    router.add(
        {"GET",
         "/metrics",
         callers::all,
         Own{metrics},
         {"metrics", "Figures of the server, Prometheus text", "", "", 200, {}, "text/plain"}});
    router.add({"GET",
                "/api/openapi.json",
                callers::all,
                Own{description},
                {"openapi", "This description", "", "Anything"}});
    router.add(
        {"GET",
         "/api/v1/events",
         callers::people | callers::devices,
         Own{events},
         {"events",
          "WebSocket: each message {seq, topic, type, at, data}; `since` replays what was "
          "missed; type `reload`: load everything anew",
          "",
          "Event",
          101,
          {{"topics", topics}, {"since", "seq of the last message that was taken", "integer"}}}});
}

} // namespace server
