#pragma once

#include "scanner/live/scan_text.hpp"

#include <chrono>
#include <string>

namespace live_samples {

/// The moment at which tests of what comes in live begin.
inline constexpr scanner::Moment start{std::chrono::hours{1}};

/// The code of an invented citizen's card.
inline const std::string card =
    "019185001234||Nguyễn Thị Ánh|15081985|Nữ|Ba Hàng, Phổ Yên|01052021";

} // namespace live_samples
