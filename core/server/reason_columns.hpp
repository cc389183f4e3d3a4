#pragma once

#include <string>
#include <vector>

namespace server {

/// The column that the file of refused rows has beside those of the register: why each is refused.
inline constexpr const char* reason_column = "reason";

/// Its names in every dialect and language. Whoever corrects the rows sends the file as it is: the
/// import passes the column over.
std::vector<std::string> reason_columns();

} // namespace server
