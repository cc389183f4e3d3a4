#include "core/net/server/response_head.hpp"

#include "core/net/letter_case.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace net {

namespace {

bool belongs_to_the_frame(std::string_view name) {
    return equals_ignoring_case(name, "content-length") ||
           equals_ignoring_case(name, "connection") ||
           equals_ignoring_case(name, "transfer-encoding");
}

template <typename Number>
void append_number(std::string& out, Number number) {
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end);
}

/// A line break in a value would start another field, perhaps one of an attacker's choice.
void append_value(std::string& out, std::string_view value) {
    for (const char letter : value) {
        const bool is_control = static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
        out += is_control ? ' ' : letter;
    }
}

} // namespace

bool may_have_body(int status) { return status >= 200 && status != 204 && status != 304; }

bool asks_to_close(const HttpResponse& response) {
    return std::any_of(response.headers.begin(), response.headers.end(), [](const auto& field) {
        return equals_ignoring_case(field.first, "connection") &&
               equals_ignoring_case(field.second, "close");
    });
}

void append_head(std::string& out, const HttpResponse& response, const ResponseFrame& frame) {
    out += frame.is_http_1_1 ? "HTTP/1.1 " : "HTTP/1.0 ";
    append_number(out, response.status);
    out += ' ';
    out += reason_phrase(response.status);
    out += "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (belongs_to_the_frame(name)) continue;
        append_value(out, name);
        out += ": ";
        append_value(out, value);
        out += "\r\n";
    }
    if (may_have_body(response.status)) {
        out += "content-length: ";
        append_number(out, frame.body_bytes);
        out += "\r\n";
    }
    if (!frame.keep_alive) {
        out += "connection: close\r\n";
    } else if (!frame.is_http_1_1) {
        out += "connection: keep-alive\r\n";
    }
    out += "\r\n";
}

} // namespace net
