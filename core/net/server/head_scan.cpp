#include "core/net/server/head_scan.hpp"

#include "core/net/refused.hpp"

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

} // namespace net
