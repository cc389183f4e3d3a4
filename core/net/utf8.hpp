#pragma once

#include <string_view>

namespace net {

/// Strict: refuses surrogates, overlong forms and anything above U+10FFFF.
bool is_sound_utf8(std::string_view text);

} // namespace net
