#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace net {

/// Finds the end of a request's head in the bytes that have come so far, and what Beast's parser
/// would let pass: lines that end in a bare LF, and lines that continue the one before.
class HeadScan {
public:
    /// The length of the head with its empty line; none as long as that has not come.
    /// `bytes` begins with all that was there in the calls before. Throws Refused.
    std::optional<std::size_t> find_end(std::string_view bytes);

private:
    std::size_t line_start_ = 0;
    std::size_t seen_ = 0;
};

/// The value of that field in a whole head, which need not be sound otherwise; empty without one.
/// `name` in small letters.
std::string_view field_of(std::string_view head, std::string_view name);

} // namespace net
