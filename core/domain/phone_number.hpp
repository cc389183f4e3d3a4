#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// A telephone number as it was written, and the number that it is. One number: a second one or an
/// extension is refused by name, never cut off.
class PhoneNumber {
public:
    /// Refuses what cannot be called: too few or too many digits, words, two numbers. Any way of
    /// writing is taken, `+84 912 345 678` as `0912.345.678` and `tel:0912345678`. Requires valid
    /// UTF-8.
    static Result<PhoneNumber> read(std::string_view text);

    /// What a spreadsheet did to it, its lost zero included. Requires valid UTF-8.
    static std::optional<FieldDamage> find_damage(std::string_view text);

    /// As it came, trimmed, in NFC.
    const std::string& written() const { return written_; }

    /// As it is dialled at home: `0912345678`; `+4915112345678` where it is of abroad.
    const std::string& number() const { return number_; }

private:
    PhoneNumber(std::string written, std::string number)
        : written_(std::move(written)), number_(std::move(number)) {}

    std::string written_;
    std::string number_;
};

/// The number where the text is one, a zero that a spreadsheet took off its front put back;
/// else its code_key(). Never refuses: for what is stored, and for searches.
std::string phone_key(std::string_view text);

/// The number as papers and the wire write it; a text that is no number stays as it is.
std::string home_phone(std::string_view text);

} // namespace core
