#pragma once

#include "core/api/json_fields.hpp"
#include "core/net/http_message.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace counter {

/// JSON that no cache keeps.
net::HttpResponse json_answer(const boost::json::value& value, int status = 200);

/// A problem as agent::problem() makes it, with further members for the page.
net::HttpResponse problem_answer(int status,
                                 std::string_view word,
                                 std::string_view title,
                                 std::string_view detail,
                                 const boost::json::object& further = {});

/// 422 with each bad member.
net::HttpResponse fields_answer(const api::FieldErrors& errors);

net::HttpResponse not_found_answer();

/// 503: too much waits already.
net::HttpResponse busy_answer();

/// 500: the disk fails. What is wrong stands in the log.
net::HttpResponse broken_answer();

} // namespace counter
