#include "core/server/http/feed_message.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

net::HttpResponse plain(std::string_view type, std::string text) {
    net::HttpResponse response;
    response.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

void health(Server& server, const CallPtr& call, const net::Responder& respond) {
    const bool ready = server.is_ready();
    const boost::json::object state{{"status", ready ? "ok" : "broken"},
                                    {"live", true},
                                    {"ready", ready},
                                    {"now", core::format_instant(call->now)},
                                    {"seq", server.feed().seq()}};
    respond(json_response(state, ready ? 200 : 503));
}

void metrics(Server& server, const CallPtr&, const net::Responder& respond) {
    respond(plain("text/plain; version=0.0.4; charset=utf-8", server.metrics_text()));
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
