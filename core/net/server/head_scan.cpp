#include "core/net/server/head_scan.hpp"

#include "core/net/letter_case.hpp"
#include "core/net/refused.hpp"

#include <algorithm>

namespace net {

std::optional<std::size_t> HeadScan::find_end(std::string_view bytes) {
    for (;;) {
        if (line_start_ > 0 && line_start_ < bytes.size() &&
            (bytes[line_start_] == ' ' || bytes[line_start_] == '\t'))
            throw Refused{400, "A header field continues on a second line."};
        const std::size_t end_of_line = bytes.find('\n', seen_);
        if (end_of_line == std::string_view::npos) {
            seen_ = bytes.size();
            return std::nullopt;
        }
        if (end_of_line == line_start_ || bytes[end_of_line - 1] != '\r')
            throw Refused{400, "A line of the head does not end in CR LF."};
        seen_ = end_of_line + 1;
        if (end_of_line == line_start_ + 1) return seen_;
        line_start_ = seen_;
    }
}

std::string_view field_of(std::string_view head, std::string_view name) {
    for (std::size_t end = head.find("\r\n"); end != std::string_view::npos;
         head.remove_prefix(end + 2), end = head.find("\r\n")) {
        std::string_view line = head.substr(0, end);
        if (line.size() <= name.size() || line[name.size()] != ':' ||
            !starts_with_ignoring_case(line, name))
            continue;
        line.remove_prefix(name.size() + 1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        return line.substr(0, line.find_last_not_of(" \t") + 1);
    }
    return {};
}

} // namespace net
