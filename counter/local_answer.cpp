#include "counter/local_answer.hpp"

#include "core/api/json_text.hpp"

namespace counter {

net::HttpResponse json_answer(const boost::json::value& value, int status) {
    net::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = api::to_text(value);
    return response;
}

net::HttpResponse fields_answer(words::Language language, const api::FieldErrors& errors) {
    return agent::problem(language, 422, "invalid", "fields-wrong", errors);
}

net::HttpResponse not_found_answer(words::Language language) {
    return agent::problem(language, 404, "not-found", "counter-no-such-thing");
}

net::HttpResponse broken_answer(words::Language language) {
    return agent::problem(language, 500, "broken", "counter-disk-failed");
}

} // namespace counter
