#include "core/agent/json_answer.hpp"

#include "core/api/json_text.hpp"

#include <utility>

namespace agent {

net::HttpResponse json_text_answer(std::string text, int status, const char* type) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", type}, {"Cache-Control", "no-store"}};
    response.body = std::move(text);
    return response;
}

net::HttpResponse json_answer(const boost::json::value& value, int status) {
    return json_text_answer(api::to_text(value), status);
}

} // namespace agent
