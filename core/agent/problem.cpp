#include "core/agent/problem.hpp"

#include "core/api/json_text.hpp"
#include "core/api/problem.hpp"

#include <string>

namespace agent {

namespace json = boost::json;

namespace {

std::string title_of(words::Language language, int status, std::string_view type) {
    const std::string code = "title-" + std::string(type);
    if (words::has_sentence(code)) return words::say(language, code);
    return std::string(net::reason_phrase(status));
}

} // namespace

words::Language language_of(const net::HttpRequest& request) {
    return words::Language::accepted(request.header("accept-language"));
}

net::HttpResponse problem(words::Language language,
                          int status,
                          std::string_view type,
                          const core::Message& message,
                          const api::FieldErrors& errors,
                          const json::object& further) {
    json::array wrong;
    for (const api::FieldError& error : errors)
        wrong.push_back({{"field", error.field}, {"message", words::say(language, error.message)}});
    json::object body{
        {"type", "urn:motcua:problem:" + std::string(type)},
        {"code", words::has_sentence(message.code) ? message.code : std::string(type)},
        {"title", title_of(language, status, type)},
        {"status", status},
        {"detail", words::say(language, message)},
        {"errors", std::move(wrong)}};
    for (const auto& member : further) body.insert(member);
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", std::string(api::problem_type)},
                        {"Content-Language", std::string(language.tag())},
                        {"Cache-Control", "no-store"}};
    response.body = api::to_text(body);
    return response;
}

net::HttpResponse busy(words::Language language) {
    net::HttpResponse response = problem(language, 503, "busy", "machine-busy");
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

net::HttpResponse core_away(words::Language language) {
    return problem(language, 502, "core-away", "core-away");
}

net::HttpResponse refused_by_server(int status, std::string_view detail) {
    const std::string type = "refused-" + std::to_string(status);
    return problem({}, status, type, words::has_sentence(type) ? type : std::string(detail));
}

} // namespace agent
