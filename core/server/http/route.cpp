#include "core/server/http/route.hpp"

#include "core/domain/text.hpp"
#include "core/words/words.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <charconv>

namespace server {

namespace {

std::vector<std::string_view> split_path(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const std::size_t end = std::min(path.find('/'), path.size());
        segments.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

/// A counter's page names its counter, so that the journal knows where an act was done.
std::string place_of(const net::HttpRequest& request) {
    constexpr std::size_t most_digits = 2;
    const std::string_view counter = request.header("x-counter");
    const bool digits =
        !counter.empty() && counter.size() <= most_digits &&
        std::all_of(counter.begin(), counter.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? "counter " + std::string(counter) : request.peer;
}

} // namespace

core::ActContext Call::act_context() const {
    return {{caller.journal_name(), place_of(request)}, now};
}

std::optional<std::string> Call::query(std::string_view name) const {
    auto value = net::query_value(request.query, name);
    if (!value) return std::nullopt;
    std::string text = core::to_nfc(core::trim(*value));
    if (text.empty()) return std::nullopt;
    return text;
}

void Router::add(Route route) {
    Pattern pattern;
    for (const std::string_view segment : split_path(route.pattern))
        pattern.segments.emplace_back(segment.starts_with('{') ? std::string_view() : segment);
    patterns_.push_back(std::move(pattern));
    routes_.push_back(std::move(route));
}

Router::Match Router::find(std::string_view method, std::string_view path) const {
    const auto segments = split_path(path);
    const std::string_view wanted = method == "HEAD" ? "GET" : method;
    Match match;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const auto& pattern = patterns_[i].segments;
        const bool fits = pattern.size() == segments.size() &&
                          std::equal(pattern.begin(), pattern.end(), segments.begin(),
                                     [](const std::string& wants, std::string_view segment) {
                                         return wants.empty() ? !segment.empty() : wants == segment;
                                     });
        if (!fits) continue;
        if (routes_[i].method != wanted) {
            match.allowed += (match.allowed.empty() ? "" : ", ") + std::string(routes_[i].method);
            continue;
        }
        match.route = &routes_[i];
        for (std::size_t k = 0; k < pattern.size(); ++k) {
            if (pattern[k].empty()) match.path.emplace_back(segments[k]);
        }
        return match;
    }
    return match;
}

std::string with_ignored(std::string body, const Call& call) {
    constexpr std::string_view member = "\"ignored\":[";
    if (call.ignored->paths.empty() || !body.ends_with('}') ||
        body.find(member) != std::string::npos)
        return body;
    std::string list;
    for (const std::string& path : call.ignored->paths)
        list += (list.empty() ? "" : ",") + boost::json::serialize(boost::json::string(path));
    body.pop_back();
    body += (body.ends_with('{') ? "" : ",") + std::string(member) + list + "]}";
    return body;
}

net::HttpResponse json_response(int status, std::string body) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return response;
}

words::Language language_of(const net::HttpRequest& request) {
    return words::Language::accepted(request.header("accept-language"));
}

net::HttpResponse problem_response(const api::Problem& problem, words::Language language) {
    net::HttpResponse response = json_response(problem.status, api::to_text(problem, language));
    response.headers.front().second = api::problem_type;
    response.headers.emplace_back("Content-Language", language.tag());
    return response;
}

api::Problem problem_of(const core::Error& error) {
    api::Problem problem;
    problem.message = error.message;
    switch (error.kind) {
    case core::ErrorKind::invalid_input:
        problem.status = 422;
        problem.type = "invalid-input";
        break;
    case core::ErrorKind::not_found:
        problem.status = 404;
        problem.type = "not-found";
        break;
    case core::ErrorKind::not_allowed:
        problem.status = 409;
        problem.type = "not-allowed";
        break;
    case core::ErrorKind::conflict:
        problem.status = 409;
        problem.type = "conflict";
        break;
    }
    if (!error.field.empty()) problem.errors.push_back({error.field, error.message});
    return problem;
}

net::HttpResponse fields_response(api::FieldErrors errors, words::Language language) {
    std::string names;
    for (const api::FieldError& error : errors) names += (names.empty() ? "" : ", ") + error.field;
    return problem_response(
        {422, "invalid-input", {"fields-invalid", {{"names", names}}}, std::move(errors)},
        language);
}

std::optional<std::int64_t> parse_count(std::string_view text) {
    std::int64_t count = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, count);
    if (text.empty() || read.ptr != end || read.ec != std::errc{} || count < 0) return std::nullopt;
    return count;
}

net::HttpResponse busy_response(words::Language language) {
    auto response = problem_response({503, "busy", "server-busy"}, language);
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

net::HttpResponse body_response(core::Message why_not, words::Language language) {
    return problem_response({400, "invalid-json", std::move(why_not)}, language);
}

} // namespace server
