#include "counter/local_answer.hpp"

namespace counter {

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
