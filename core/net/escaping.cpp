#include "core/net/escaping.hpp"

#include "core/net/http_message.hpp"
#include "core/net/utf8.hpp"

namespace net {

namespace {

int hex_digit(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool needs_no_escape(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '.' || letter == '_' ||
           letter == '~';
}

std::optional<std::string> unescape_value(std::string_view escaped) {
    auto text = unescape(escaped, PlusMeans::blank);
    if (text && !is_sound_utf8(*text)) return std::nullopt;
    return text;
}

/// Takes the next `name=value` off the query; still escaped.
std::pair<std::string_view, std::string_view> take_pair(std::string_view& query) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() < query.size() ? pair.size() + 1 : pair.size());
    const std::size_t sign = pair.find('=');
    if (sign == std::string_view::npos) return {pair, {}};
    return {pair.substr(0, sign), pair.substr(sign + 1)};
}

} // namespace

std::optional<std::string> unescape(std::string_view escaped, PlusMeans plus) {
    std::string text;
    text.reserve(escaped.size());
    for (std::size_t at = 0; at < escaped.size(); ++at) {
        const char letter = escaped[at];
        if (letter == '+' && plus == PlusMeans::blank) {
            text += ' ';
        } else if (letter != '%') {
            text += letter;
        } else {
            if (escaped.size() - at < 3) return std::nullopt;
            const int high = hex_digit(escaped[at + 1]);
            const int low = hex_digit(escaped[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            text += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return text;
}

std::optional<std::string> query_value(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto [escaped_name, escaped_value] = take_pair(query);
        if (unescape_value(escaped_name) == name) return unescape_value(escaped_value);
    }
    return std::nullopt;
}

std::optional<std::vector<std::pair<std::string, std::string>>>
parse_query(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!query.empty()) {
        const auto [escaped_name, escaped_value] = take_pair(query);
        if (escaped_name.empty() && escaped_value.empty()) continue;
        auto name = unescape_value(escaped_name);
        auto value = unescape_value(escaped_value);
        if (!name || !value) return std::nullopt;
        pairs.emplace_back(std::move(*name), std::move(*value));
    }
    return pairs;
}

std::string escape_component(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string escaped;
    escaped.reserve(text.size());
    for (const char letter : text) {
        if (needs_no_escape(letter)) {
            escaped += letter;
        } else {
            const auto byte = static_cast<unsigned char>(letter);
            escaped += '%';
            escaped += digits[byte / 16];
            escaped += digits[byte % 16];
        }
    }
    return escaped;
}

} // namespace net
