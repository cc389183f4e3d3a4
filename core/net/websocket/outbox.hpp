#pragma once

#include "core/net/web_socket.hpp"

#include <cstddef>
#include <vector>

namespace net {

/// The texts that wait for one WebSocket client, first in first out. Empty it costs nothing.
class Outbox {
public:
    std::size_t messages() const { return texts_.size() - first_; }

    std::size_t bytes() const { return bytes_; }

    bool empty() const { return messages() == 0; }

    void push(SharedText text);

    /// Requires that it is not empty.
    SharedText pop();

    void clear();

private:
    std::vector<SharedText> texts_; ///< those before first_ are gone
    std::size_t first_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace net
