#pragma once

#include "core/agent/problem.hpp"
#include "core/api/json_fields.hpp"
#include "core/net/http_message.hpp"

namespace counter {

// What several routes answer. Each problem is in the language of the page.

/// 422 with each bad member.
net::HttpResponse fields_answer(words::Language language, const api::FieldErrors& errors);

net::HttpResponse not_found_answer(words::Language language);

/// 500: the disk fails. What is wrong stands in the log.
net::HttpResponse broken_answer(words::Language language);

} // namespace counter
