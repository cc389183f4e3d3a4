#pragma once

#include <string>
#include <string_view>

namespace server {

/// Why a row of a table cannot be taken, in Vietnamese for the administrator's page. The engine
/// tells it in English, as the command line shows it; a sentence that is not known here stays.
std::string vietnamese_reason(std::string_view reason);

} // namespace server
