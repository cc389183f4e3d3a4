#pragma once

#include "core/net/http_message.hpp"

#include <boost/json/value.hpp>

#include <string>

namespace agent {

/// JSON that no cache keeps: what an agent tells the page on its machine.
net::HttpResponse json_answer(const boost::json::value& value, int status = 200);

/// The same of text that is JSON already, of `type`.
net::HttpResponse
json_text_answer(std::string text, int status = 200, const char* type = "application/json");

} // namespace agent
