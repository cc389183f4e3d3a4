#pragma once

#include <string>
#include <string_view>

namespace net {

/// As small as gzip gets it; slow.
std::string gzip(std::string_view text);

} // namespace net
