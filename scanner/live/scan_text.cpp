#include "scanner/live/scan_text.hpp"

#include "core/domain/utf8.hpp"
#include "scanner/ascii.hpp"

namespace scanner {

std::string_view without_aim_identifier(std::string_view text) {
    const bool has_one = text.size() >= 3 && text[0] == ']' && is_letter(text[1]) &&
                         (is_digit(text[2]) || is_letter(text[2]));
    return has_one ? text.substr(3) : text;
}

std::optional<Scan> finish_scan(std::string_view bytes) {
    const std::string_view text = without_aim_identifier(bytes);
    if (text.empty()) return std::nullopt;
    if (!core::is_utf8(text)) {
        return core::Error{core::ErrorKind::invalid_input, "scan-no-utf8"};
    }
    return Scan(std::string(text));
}

core::Error too_long_scan() { return {core::ErrorKind::invalid_input, "scan-too-long"}; }

} // namespace scanner
