#include "scanner/live/scan_line.hpp"

#include <algorithm>
#include <utility>

namespace scanner {

std::vector<Scan> ScanLine::add(std::string_view bytes, Moment at) {
    std::vector<Scan> scans;
    while (!bytes.empty()) {
        last_ = at;
        const auto length = std::min(bytes.find_first_of("\r\n"), bytes.size());
        const auto room = scan_limit_bytes - pending_.size();
        pending_ += bytes.substr(0, std::min(length, room));
        is_too_long_ = is_too_long_ || length > room;
        if (length == bytes.size()) break;
        if (auto scan = end()) scans.push_back(std::move(*scan));
        bytes.remove_prefix(length + 1);
    }
    return scans;
}

std::optional<Scan> ScanLine::end_if_silent(Moment now) {
    if (pending_.empty() || now - last_ < silence_) return std::nullopt;
    return end();
}

std::optional<Moment> ScanLine::ends_at() const {
    if (pending_.empty()) return std::nullopt;
    return last_ + silence_;
}

std::optional<Scan> ScanLine::end() {
    const std::string bytes = std::exchange(pending_, {});
    if (std::exchange(is_too_long_, false)) return Scan(too_long_scan());
    return finish_scan(bytes);
}

} // namespace scanner
