#include "core/server/http/openapi.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/call_text.hpp"
#include "core/domain/role.hpp"
#include "core/domain/ticket.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/import/register_import_state.hpp"
#include "core/server/config.hpp"
#include "core/server/http/api_schemas.hpp"
#include "core/server/http/feed_message.hpp"
#include "core/server/http/people.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>

namespace server {

namespace json = boost::json;

namespace {

json::object reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

json::object content(std::string_view type, std::string_view schema) {
    json::object media;
    media["schema"] = schema.empty() ? json::object{{"type", "string"}} : reference(schema);
    return {{type.substr(0, type.find(';')), std::move(media)}};
}

json::object problem(std::string_view what) {
    return {{"description", what}, {"content", content(api::problem_type, "Problem")}};
}

/// `code` and `name` out of `/dossiers/{code}/attachments/{name}`.
std::vector<std::string_view> path_parameters(std::string_view pattern) {
    std::vector<std::string_view> names;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
         at = pattern.find('{', at + 1))
        names.push_back(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
    return names;
}

json::array parameters(const Route& route) {
    json::array array;
    for (const std::string_view name : path_parameters(route.pattern)) {
        array.push_back(
            {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    for (const QueryParameter& query : route.doc.query) {
        json::object schema{{"type", query.type}};
        if (!query.format.empty()) schema["format"] = query.format;
        array.push_back({{"name", query.name},
                         {"in", "query"},
                         {"required", query.required},
                         {"description", query.what},
                         {"schema", std::move(schema)}});
    }
    if (route.pattern.starts_with("/api/v1/counters/"))
        array.front().as_object()["schema"] = {{"type", "integer"}, {"minimum", 1}};
    if (route.method == "POST" || route.method == "PUT" || route.method == "PATCH") {
        array.push_back({{"name", "Idempotency-Key"},
                         {"in", "header"},
                         {"description", "The same key gives the same answer once more and changes "
                                         "nothing; kept for a day"},
                         {"schema", {{"type", "string"}, {"maxLength", 255}}}});
    }
    return array;
}

json::object body_of(const Route& route) {
    const bool bytes = route.body_limit == upload_body_limit;
    json::object media;
    if (bytes) {
        for (const std::string& type : Config{}.attachment_types) media[type] = json::object();
    } else {
        media = content(route.doc.request_type, route.doc.request);
    }
    return {{"required", !route.doc.body_optional}, {"content", std::move(media)}};
}

json::object responses(const Route& route) {
    json::object answers;
    json::object good{{"description", route.doc.summary}};
    good["content"] = content(route.doc.reply_type, route.doc.reply);
    answers[std::to_string(route.doc.status)] = std::move(good);
    if ((route.allowed & callers::nobody) == 0) {
        answers["401"] = problem("Not logged in, or no longer");
        answers["403"] = problem("Not for this role or device");
    }
    if (route.pattern.find('{') != std::string::npos) answers["404"] = problem("No such thing");
    if (route.body_limit > 0) {
        answers["400"] = problem("The body cannot be read");
        answers["409"] = problem("The state does not allow it, or somebody else was first");
        answers["413"] = problem("The body is too long");
        answers["422"] = problem("Members are wrong: `errors` names each");
        answers["507"] = problem("The disk is full: nothing was stored");
    }
    if (route.doc.status == 101) answers["426"] = problem("Ask for a WebSocket");
    answers["default"] = problem("What else went wrong");
    return answers;
}

json::array roles(CallerSet allowed) {
    json::array names;
    const auto add = [&](const Caller& caller, std::string_view name) {
        if ((allowed & caller.as_set()) != 0) names.emplace_back(json::string_view(name));
    };
    Caller caller;
    add(caller, "all");
    caller.kind = Caller::Kind::user;
    for (const core::Role role : core::roles.values()) {
        caller.role = role;
        add(caller, to_text(role));
    }
    caller.kind = Caller::Kind::device;
    for (const core::DeviceKind kind : core::device_kinds.values()) {
        caller.device = kind;
        add(caller, to_text(kind));
    }
    return names;
}

/// The part of the API: `dossiers` of `/api/v1/dossiers/{code}`.
std::string tag_of(std::string_view pattern) {
    constexpr std::string_view base = "/api/v1/";
    if (!pattern.starts_with(base)) return "operations";
    pattern.remove_prefix(base.size());
    return std::string(pattern.substr(0, pattern.find('/')));
}

json::object operation(const Route& route) {
    json::object described{{"operationId", route.doc.operation},
                           {"summary", route.doc.summary},
                           {"tags", json::array{tag_of(route.pattern)}},
                           {"x-who", roles(route.allowed)}};
    if (auto list = parameters(route); !list.empty()) described["parameters"] = std::move(list);
    if (!route.doc.request.empty()) described["requestBody"] = body_of(route);
    described["responses"] = responses(route);
    described["security"] = json::array();
    if ((route.allowed & callers::nobody) == 0) {
        json::array& ways = described["security"].as_array();
        ways = {{{"token", json::array()}}, {{"cookie", json::array()}}};
        if ((route.allowed & callers::devices) != 0)
            ways.emplace_back(json::object{{"device_cookie", json::array()}});
    }
    return described;
}

/// The states for which `holds`.
json::array states_where(bool (*holds)(core::TicketState)) {
    json::array names;
    for (const core::TicketState state : core::ticket_states.values())
        if (holds(state)) names.emplace_back(json::string_view(to_text(state)));
    return names;
}

/// Pages that follow the events of a room know only a ticket's state: what the states mean.
json::object subsets() {
    return {{"TicketState",
             {{"live", states_where(core::is_live)},
              {"at_counter", states_where(core::is_at_counter)}}}};
}

/// How a call is said, for those pages likewise.
json::object speech() {
    json::array digits;
    for (const std::string_view word : core::call_speech.digits)
        digits.emplace_back(json::string_view(word));
    return {{"before_number", core::call_speech.before_number},
            {"before_counter", core::call_speech.before_counter},
            {"digits", std::move(digits)},
            {"times", core::times_spoken}};
}

/// The answers' schemas, their lists from the tables of names. The codes of problems are those of
/// the catalogue, so that each is listed once; more may come, which is why it is no enumeration
/// that excludes others.
json::object all_schemas() {
    const auto of_queue = events_of(topic::queue);
    const auto of_office = events_of(topic::office);
    const std::array<core::Vocabulary, 4> further = {{core::scan_kinds.vocabulary(),
                                                      core::register_import_states.vocabulary(),
                                                      {"event_of_queue", of_queue},
                                                      {"event_of_office", of_office}}};
    json::object schemas = json::parse(core::with_names(api_schemas, further)).as_object();
    json::array codes;
    for (const std::string& code : words::message_codes()) codes.emplace_back(code);
    schemas["Problem"]
        .as_object()["properties"]
        .as_object()["code"]
        .as_object()["x-extensible-enum"] = std::move(codes);
    return schemas;
}

} // namespace

std::string describe_api(const Router& router) {
    json::object paths;
    for (const Route& route : router.routes()) {
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(),
                       [](char c) { return static_cast<char>(c + ('a' - 'A')); });
        if (!paths.contains(route.pattern)) paths[route.pattern] = json::object();
        paths[route.pattern].as_object()[method] = operation(route);
    }
    json::object components{
        {"schemas", all_schemas()},
        {"x-subsets", subsets()},
        {"x-speech", speech()},
        {"securitySchemes",
         {{"token", {{"type", "http"}, {"scheme", "bearer"}}},
          {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", session_cookie}}},
          {"device_cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", device_cookie}}}}}};
    json::object document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "motcua"},
          {"version", "1"},
          {"description",
           "The one-stop desk of a ward office: queue, dossiers, reports. Errors are "
           "RFC 9457 problems with `errors` naming each bad member; what is said to "
           "people is in the language of `Accept-Language` (vi, en), Vietnamese without it."}}},
        {"servers", json::array{{{"url", "/"}}}},
        {"paths", std::move(paths)},
        {"components", std::move(components)}};
    return api::to_text(document);
}

} // namespace server
