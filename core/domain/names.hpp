#pragma once

#include "core/domain/field_damage.hpp"
#include "core/domain/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// More digits than this are in no person's name: a number or a scanned card went into its field.
inline constexpr std::size_t most_digits_in_name = 5;

/// Letters as an old font leaves them (may_be_meant()): refused, or taken since whoever wrote them
/// has looked at them.
enum class OddLetters { refused, meant };

/// A person's name as it was written. Refuses what is none: letters that no text may have, damaged
/// Vietnamese (field_damage.hpp), the bars and numbers of a card that was scanned into its field.
class PersonName {
public:
    /// Requires valid UTF-8.
    static Result<PersonName> read(std::string_view text, OddLetters odd = OddLetters::refused);

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    /// Trimmed, in NFC, otherwise as it came.
    const std::string& written() const { return written_; }

private:
    explicit PersonName(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

/// The name of an office, a company, a field, a place: as a person's, and with as many digits as it
/// likes.
class OrganisationName {
public:
    /// Requires valid UTF-8.
    static Result<OrganisationName> read(std::string_view text,
                                         OddLetters odd = OddLetters::refused);

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    const std::string& written() const { return written_; }

private:
    explicit OrganisationName(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

/// A line that people read, an address or a paper's name: no damaged Vietnamese and no letters that
/// no text may have.
class TextLine {
public:
    /// Requires valid UTF-8.
    static Result<TextLine> read(std::string_view text, OddLetters odd = OddLetters::refused);

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    const std::string& written() const { return written_; }

private:
    explicit TextLine(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

/// The name of whoever applies: an organisation's where it begins as those do (`Công ty`, `Hộ kinh
/// doanh`, `Trường`, ...), else a person's.
class ApplicantName {
public:
    /// Requires valid UTF-8.
    static Result<ApplicantName> read(std::string_view text, OddLetters odd = OddLetters::refused);

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    const std::string& written() const { return written_; }

private:
    explicit ApplicantName(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

/// One of the above whose letters are meant.
template <typename Value>
struct AsWritten {
    /// Requires valid UTF-8.
    static Result<Value> read(std::string_view text) {
        return Value::read(text, OddLetters::meant);
    }

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        auto damage = Value::find_damage(text);
        if (damage && may_be_meant(damage->kind)) damage.reset();
        return damage;
    }
};

} // namespace core
