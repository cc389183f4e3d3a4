#include "core/agent/problem.hpp"

#include "core/api/problem.hpp"

#include <string>

namespace agent {

namespace json = boost::json;

words::Language language_of(const net::HttpRequest& request) {
    return words::Language::accepted(request.header("accept-language"));
}

net::HttpResponse problem(words::Language language,
                          int status,
                          std::string_view type,
                          const core::Message& message,
                          const api::FieldErrors& errors,
                          const json::object& further) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", std::string(api::problem_type)},
                        {"Content-Language", std::string(language.tag())},
                        {"Cache-Control", "no-store"}};
    response.body = api::to_text({status, std::string(type), message, errors}, language, further);
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

net::HttpResponse refused_by_server(int status, std::string_view languages) {
    const std::string type = "refused-" + std::to_string(status);
    return problem(words::Language::accepted(languages), status, type, type);
}

} // namespace agent
