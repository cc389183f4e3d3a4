#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// An e-mail address as it was written. Refuses only what no letter can reach: without one `@`
/// between two parts, with blanks, or two addresses.
class EmailAddress {
public:
    /// Requires valid UTF-8.
    static Result<EmailAddress> read(std::string_view text);

    /// What another program did to the text; requires valid UTF-8.
    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    /// Trimmed, in NFC, otherwise as it came.
    const std::string& written() const { return written_; }

private:
    explicit EmailAddress(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

} // namespace core
