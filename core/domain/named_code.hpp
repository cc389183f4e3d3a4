#pragma once

#include <string>
#include <string_view>

namespace core {

/// The code of a dossier without what people put around it: quotes and brackets, `Mã hồ sơ: ` or
/// the like in front. As typed_plainly() has it, without white space at the ends; a text with none
/// of these is itself. Requires valid UTF-8.
std::string code_named_in(std::string_view written);

} // namespace core
