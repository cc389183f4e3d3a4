#include "core/net/websocket/outbox.hpp"

#include <cassert>
#include <utility>

namespace net {

namespace {

// What an emptied outbox keeps for the next burst.
constexpr std::size_t kept_places = 16;

} // namespace

void Outbox::push(SharedText text) {
    bytes_ += text->size();
    texts_.push_back(std::move(text));
}

SharedText Outbox::pop() {
    assert(!empty());
    SharedText text = std::move(texts_[first_++]);
    bytes_ -= text->size();
    if (empty()) {
        clear();
    } else if (first_ * 2 >= texts_.size()) {
        texts_.erase(texts_.begin(), texts_.begin() + static_cast<std::ptrdiff_t>(first_));
        first_ = 0;
    }
    return text;
}

void Outbox::clear() {
    texts_.clear();
    if (texts_.capacity() > kept_places) texts_.shrink_to_fit();
    first_ = 0;
    bytes_ = 0;
}

} // namespace net
