#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace net {

/// Header fields in the order in which they came; names in lower case.
using Headers = std::vector<std::pair<std::string, std::string>>;

class BodySink;

/// A request as it came over the wire. The head is checked: it is sound HTTP within the limits.
struct HttpRequest {
    std::string method; ///< `GET`
    std::string target; ///< as sent: path and query, still escaped
    std::string path;   ///< unescaped; no `.`, `..` or empty segment, no control character
    std::string query;  ///< after the `?`, still escaped
    Headers headers;
    std::string body;                 ///< empty when a sink took it
    std::string peer;                 ///< the client's address, without port
    std::shared_ptr<BodySink> sink{}; ///< what took the body, by the plan

    /// The first field of the name (lower case); empty when there is none.
    std::string_view header(std::string_view name) const;
};

/// Bytes that are sent piece by piece. Read on the network thread.
class BodySource {
public:
    virtual ~BodySource() = default;

    virtual std::size_t size() const = 0;

    /// Fills up to `most` bytes; fewer only at the end. Throws when it can't: the connection ends.
    virtual std::string read(std::size_t most) = 0;
};

struct HttpResponse {
    int status = 200;
    Headers headers;
    std::string body;
    std::shared_ptr<const std::string> shared_body; ///< instead of `body`, where set
    std::shared_ptr<BodySource> source;             ///< instead of both, where set
};

/// Answers the request it was made for: once, from any thread. Thrown away unused it answers 500.
/// Copies answer the same request; the first one counts.
using Responder = std::function<void(HttpResponse)>;

/// Takes a request's body piece by piece, on the network thread, so that it need not be kept in
/// memory. A sink thrown away before `handle` was called belongs to a request that was cut off.
class BodySink {
public:
    virtual ~BodySink() = default;

    /// What throws here is answered with 500 and ends the connection.
    virtual void write(std::string_view bytes) = 0;
};

/// How the body of a request is to be taken, decided when its head is there.
struct BodyPlan {
    std::size_t limit_bytes = 0;         ///< a longer body is refused with 413
    std::shared_ptr<BodySink> sink;      ///< none: the body is kept in `HttpRequest::body`
    std::optional<HttpResponse> refusal; ///< answered at once instead; the body is not read
};

/// The value of `name` in a query such as `q=khai%20sinh&level=full`, unescaped (`+` is a blank);
/// none when it is not there or not sound UTF-8.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

/// All of them in order; none for a query that cannot be unescaped.
std::optional<std::vector<std::pair<std::string, std::string>>> parse_query(std::string_view query);

/// Escapes all but letters, digits and `-._~`.
std::string escape_component(std::string_view text);

/// `Bad Request` for 400, …
std::string_view reason_phrase(int status);

} // namespace net
