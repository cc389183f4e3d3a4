#pragma once

#include "core/api/json_fields.hpp"
#include "core/domain/message.hpp"
#include "core/net/http_message.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace agent {

/// The language of the page that asks, by its `Accept-Language`; Vietnamese without one.
words::Language language_of(const net::HttpRequest& request);

/// A problem (RFC 9457) for the person before the page, in that language. `type` is what follows
/// `urn:motcua:problem:` and has its title in the catalogue (`title-TYPE`); the member `code` is
/// the message's, for pages that say it themselves. `further` are members beside those of all
/// problems.
net::HttpResponse problem(words::Language language,
                          int status,
                          std::string_view type,
                          const core::Message& message,
                          const api::FieldErrors& errors = {},
                          const boost::json::object& further = {});

/// 503: too much waits already; the page may ask again in a second.
net::HttpResponse busy(words::Language language);

/// 502: the core cannot be reached.
net::HttpResponse core_away(words::Language language);

/// What the server refuses before there is a request to answer, such as a body that is too long, in
/// the language that its Accept-Language asks for.
net::HttpResponse refused_by_server(int status, std::string_view languages);

} // namespace agent
