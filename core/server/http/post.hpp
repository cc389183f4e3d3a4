#pragma once

#include <functional>

namespace server {

/// Runs work on the network thread, after what it has at hand. Any thread.
using Post = std::function<void(std::function<void()>)>;

} // namespace server
