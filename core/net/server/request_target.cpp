#include "core/net/server/request_target.hpp"

#include "core/net/escaping.hpp"
#include "core/net/letter_case.hpp"
#include "core/net/refused.hpp"
#include "core/net/utf8.hpp"

#include <algorithm>

namespace net {

namespace {

/// The path and query of an absolute form; the target itself when it is none.
std::string without_host(std::string_view sent) {
    std::string_view rest;
    if (starts_with_ignoring_case(sent, "http://")) {
        rest = sent.substr(7);
    } else if (starts_with_ignoring_case(sent, "https://")) {
        rest = sent.substr(8);
    } else {
        return std::string(sent);
    }
    const std::size_t end_of_host = std::min(rest.find_first_of("/?#"), rest.size());
    if (end_of_host == 0) return {};
    rest.remove_prefix(end_of_host);
    return (rest.starts_with('/') ? "" : "/") + std::string(rest);
}

bool is_control(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }

/// Nobody behind this needs to think of tricks with `.`, `..` and the like.
void check_path(std::string_view path) {
    if (std::any_of(path.begin(), path.end(), is_control))
        throw Refused{400, "The path contains a control character."};
    if (!is_sound_utf8(path)) throw Refused{400, "The path is not UTF-8."};
    if (path.find('\\') != std::string_view::npos)
        throw Refused{400, "The path contains a backslash."};
    std::string_view rest = path.substr(1);
    while (!rest.empty()) {
        const std::size_t slash = rest.find('/');
        const std::string_view segment = rest.substr(0, slash);
        if (segment.empty() || segment == "." || segment == "..")
            throw Refused{400, "The path contains an empty segment or one of dots."};
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
}

} // namespace

void read_target(std::string_view sent, HttpRequest& request) {
    request.target = without_host(sent);
    const std::string_view target = request.target;
    if (!target.starts_with('/')) throw Refused{400, "The target of the request is no path."};
    if (target.find('#') != std::string_view::npos)
        throw Refused{400, "The target of the request contains a fragment."};

    const std::size_t mark = target.find('?');
    if (mark != std::string_view::npos) request.query = target.substr(mark + 1);
    auto path = unescape(target.substr(0, mark), PlusMeans::plus);
    if (!path) throw Refused{400, "The path contains a % that escapes nothing."};
    check_path(*path);
    request.path = std::move(*path);
}

} // namespace net
