// A window over the part's bytes: what was handed out is dropped when more is read. Tags are found
// by their text. A `<` stands nowhere else in sound XML but in comments and CDATA, which no
// spreadsheet writes between rows.

#include "core/ooxml/element_stream.hpp"

#include "core/domain/failure.hpp"

#include <algorithm>
#include <utility>

namespace ooxml {

namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;

[[noreturn]] void cut_off() {
    throw core::Failure({"package-damaged", {{"reason", std::string("unexpected end")}}});
}

bool ends_name(char c) {
    return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

ElementStream::ElementStream(PartReader part, std::string name)
    : part_(std::move(part)), name_(std::move(name)) {}

bool ElementStream::fill() {
    if (at_end_) return false;
    bytes_.erase(0, at_);
    at_ = 0;
    if (bytes_.size() > element_limit_bytes) throw core::Failure("package-too-large");
    const std::size_t before = bytes_.size();
    at_end_ = !part_.read(bytes_, block_bytes);
    position_ += bytes_.size() - before;
    return !at_end_;
}

/// Moves to the next start tag of the name; what stands before it is passed over.
bool ElementStream::find_start() {
    for (;;) {
        const std::size_t open = bytes_.find('<', at_);
        if (open == std::string::npos) {
            at_ = bytes_.size();
            if (!fill()) return false;
            continue;
        }
        at_ = open;
        // The whole tag's name and the byte behind it must be there.
        const std::size_t needed = name_.size() + 32;
        if (bytes_.size() - at_ < needed && fill()) continue;
        std::size_t from = at_ + 1;
        const std::size_t colon = bytes_.find_first_of(": />", from);
        prefix_.clear();
        if (colon != std::string::npos && bytes_[colon] == ':') {
            prefix_ = bytes_.substr(from, colon + 1 - from);
            from = colon + 1;
        }
        const std::size_t end = from + name_.size();
        if (end < bytes_.size() && bytes_.compare(from, name_.size(), name_) == 0 &&
            ends_name(bytes_[end]))
            return true;
        ++at_;
    }
}

/// Where the element ends whose start tag ends before `tag_end`, counted from `at_`.
std::size_t ElementStream::find_end(std::size_t tag_end) {
    const std::string closing = "</" + prefix_ + name_;
    std::size_t from = tag_end;
    for (;;) {
        const std::size_t found = bytes_.find(closing, at_ + from);
        if (found != std::string::npos) {
            const std::size_t end = bytes_.find('>', found);
            if (end != std::string::npos) return end + 1 - at_;
        }
        from =
            std::max(tag_end, bytes_.size() - at_ - std::min(bytes_.size() - at_, closing.size()));
        if (!fill()) cut_off();
    }
}

bool ElementStream::next(std::string_view& element) {
    if (!find_start()) return false;
    std::size_t tag_end = std::string::npos;
    while ((tag_end = bytes_.find('>', at_)) == std::string::npos) {
        if (!fill()) cut_off();
    }
    const std::size_t tag_size = tag_end + 1 - at_;
    const bool is_empty = bytes_[tag_end - 1] == '/';
    const std::size_t size = is_empty ? tag_size : find_end(tag_size);
    element = std::string_view(bytes_).substr(at_, size);
    at_ += size;
    return true;
}

} // namespace ooxml
