#include "core/domain/free_text.hpp"

#include "core/domain/field_damage.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/lost_letters.hpp"
#include "core/domain/text.hpp"
#include "core/domain/word_letters.hpp"

#include <algorithm>

namespace core {

namespace {

/// Letters of another font or code page, where all of it can be read, letters lost from within
/// words, what a spreadsheet makes of a cell: nobody writes so. What else damage leaves, a `?` or
/// `%20`, may be meant here, and beside Vietnamese of Unicode so may a name.
bool is_misread(const FieldDamage& damage, std::string_view written) {
    switch (damage.kind) {
    case DamageKind::error_value:
    case DamageKind::hashes:
    case DamageKind::formula:
        return true;
    case DamageKind::letters_lost:
        return has_surely_lost_letters(letters_of(written));
    default:
        break;
    }
    // Boxes and bars may be drawn here, and have no reading.
    if (damage.kind == DamageKind::utf8_twice)
        return !damage.reading.empty() || std::ranges::none_of(letters_of(written), draws_boxes);
    if (damage.reading.empty()) return false;
    return may_be_meant(damage.kind) &&
           std::ranges::none_of(letters_of(written), is_vietnamese_beyond_latin_1);
}

std::optional<Error> why_not(std::string_view written, LineEnds line_ends) {
    // Damage first: its letters are often unfit ones too, and the cause says more than they do.
    if (const auto damage = find_text_damage(written); damage && is_misread(*damage, written))
        return Error{ErrorKind::invalid_input, told_readably(*damage, damage->reading)};
    if (const auto unfit = find_unfit_letter(written, line_ends))
        return Error{ErrorKind::invalid_input, told(*unfit)};
    return std::nullopt;
}

} // namespace

Result<FreeText> FreeText::read(std::string_view text) {
    std::string written = to_nfc(with_plain_line_ends(trimmed(text)));
    if (shows_nothing(written)) written.clear();
    if (auto error = why_not(written, LineEnds::kept)) return std::move(*error);
    return FreeText(std::move(written));
}

Result<FreeLine> FreeLine::read(std::string_view text) {
    std::string written = to_nfc(trimmed(text));
    if (shows_nothing(written)) written.clear();
    if (auto error = why_not(written, LineEnds::refused)) return std::move(*error);
    return FreeLine(std::move(written));
}

} // namespace core
