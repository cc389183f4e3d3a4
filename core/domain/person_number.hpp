#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// What a person's number was given on.
enum class PersonPaper {
    citizen_card, ///< 12 digits: căn cước (law.md §8)
    former_card,  ///< 9 digits: chứng minh nhân dân
    other         ///< a passport, a birth certificate, a tax code, ..., with its name
};

/// A person's number as it was written, and the number that it is.
class PersonNumber {
public:
    /// 12 or 9 digits, written in groups or not, with the card's name beside them or not; or
    /// another paper's name and its number, as `Hộ chiếu C1234567`. Refuses the rest by name.
    /// Requires valid UTF-8.
    static Result<PersonNumber> read(std::string_view text);

    /// What a spreadsheet did to it, its lost zero included. Requires valid UTF-8.
    static std::optional<FieldDamage> find_damage(std::string_view text);

    PersonPaper paper() const { return paper_; }

    /// As it came, trimmed, in NFC.
    const std::string& written() const { return written_; }

    /// What two spellings of the number have in common: `019190004321`, `C1234567`.
    const std::string& key() const { return key_; }

private:
    PersonNumber(PersonPaper paper, std::string written, std::string key)
        : paper_(paper), written_(std::move(written)), key_(std::move(key)) {}

    PersonPaper paper_;
    std::string written_;
    std::string key_;
};

/// Whether a key is a passport's number: the papers with which people come from abroad.
bool is_passport_number(std::string_view key);

/// The key where the text is a person's number, a zero that a spreadsheet took off its front put
/// back; else its code_key(). Never refuses: for what is stored, and for searches.
std::string person_key(std::string_view text);

} // namespace core
