#include "counter/local_answer.hpp"

#include "core/api/json_text.hpp"
#include "core/api/problem.hpp"

#include <string>

namespace counter {

namespace json = boost::json;

namespace {

net::HttpResponse answer_of(int status, std::string_view type, std::string body) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", std::string(type)}, {"Cache-Control", "no-store"}};
    response.body = std::move(body);
    return response;
}

} // namespace

net::HttpResponse json_answer(const json::value& value, int status) {
    return answer_of(status, "application/json", api::to_text(value));
}

net::HttpResponse problem_answer(int status,
                                 std::string_view word,
                                 std::string_view title,
                                 std::string_view detail,
                                 const json::object& further) {
    json::object problem{{"type", "urn:motcua:problem:" + std::string(word)},
                         {"title", json::string_view(title.data(), title.size())},
                         {"status", status},
                         {"detail", json::string_view(detail.data(), detail.size())}};
    for (const auto& member : further) problem.insert(member);
    return answer_of(status, api::problem_type, api::to_text(problem));
}

net::HttpResponse fields_answer(const api::FieldErrors& errors) {
    return answer_of(422, api::problem_type,
                     api::to_text(api::Problem{422, "invalid", "The request is not as it should be",
                                               "Yêu cầu chưa đúng: xem từng mục", errors}));
}

net::HttpResponse not_found_answer() {
    return problem_answer(404, "not-found", "There is no such thing",
                          "Không có mục này: hãy tải lại trang");
}

net::HttpResponse busy_answer() {
    auto answer =
        problem_answer(503, "busy", "Too much at once", "Máy đang bận: hãy thử lại sau giây lát");
    answer.headers.emplace_back("Retry-After", "1");
    return answer;
}

net::HttpResponse broken_answer() {
    return problem_answer(500, "broken", "The disk of this machine cannot be read or written",
                          "Máy này không đọc hoặc ghi được ổ đĩa: hãy kiểm tra chỗ trống và báo "
                          "người quản trị");
}

} // namespace counter
