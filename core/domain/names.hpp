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

/// A person's name as it was written. Refuses what is none: letters that no text may have, damaged
/// Vietnamese (field_damage.hpp), the bars and numbers of a card that was scanned into its field.
class PersonName {
public:
    /// Requires valid UTF-8.
    static Result<PersonName> read(std::string_view text);

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
    static Result<OrganisationName> read(std::string_view text);

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
    static Result<TextLine> read(std::string_view text);

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
    static Result<ApplicantName> read(std::string_view text);

    static std::optional<FieldDamage> find_damage(std::string_view text) {
        return find_text_damage(text);
    }

    const std::string& written() const { return written_; }

private:
    explicit ApplicantName(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

} // namespace core
