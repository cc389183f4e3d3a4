#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// What another program did to a field on its way.
enum class DamageKind {
    tcvn3,          ///< text of the fonts .VnTime (TCVN 5712:1993), taken for Latin letters
    vni,            ///< of the fonts VNI-Times, likewise
    windows_1258,   ///< of Windows' old Vietnamese code page, likewise
    utf8_twice,     ///< UTF-8 taken for another code page's letters and written once more
    html,           ///< `&#7877;`, `&eacute;`: taken out of a page of the web as they stood there
    percents,       ///< `%E1%BB%85`, `=E1=BB=85`: out of an address of the web, an e-mail
    backslashes,    ///< `\u1ec5`: out of JSON or a program's text
    letters_lost,   ///< saved in a code page without its letters: `?` or `_` in their place
    error_value,    ///< `#N/A`, `#REF!`: what a formula of a spreadsheet came to
    empty_value,    ///< `NULL`, `nan`: an empty cell, as a database or a program writes it
    bare_number,    ///< `44927` for a name: a date whose format is gone
    lost_zero,      ///< a number whose first zero a spreadsheet took for nothing
    scientific,     ///< `1.9190004E+10`: a long number as a spreadsheet shows it
    decimal,        ///< `19190004321.0`: a number that a program wrote as one with decimals
    formula,        ///< `="0912345678"`, `'0912345678`: how people keep the zero
    hashes,         ///< `####`: a spreadsheet's column was too narrow
    lost_last_zero, ///< `2.00093`: a code whose last zero a spreadsheet took for nothing
    date,           ///< `02/01/1900`: a text or a number that a spreadsheet took for a date
    time,           ///< `09:00`: one that it took for a time of day
    percent,        ///< `0.5` for `50%`: one that it took for a share
    truth_value     ///< `1` for `TRUE`: one that it took for true or false
};

inline constexpr auto damage_kinds =
    enum_text<DamageKind>("field_damage",
                          {{DamageKind::tcvn3, "tcvn3"},
                           {DamageKind::vni, "vni"},
                           {DamageKind::windows_1258, "windows_1258"},
                           {DamageKind::utf8_twice, "utf8_twice"},
                           {DamageKind::html, "html"},
                           {DamageKind::percents, "percents"},
                           {DamageKind::backslashes, "backslashes"},
                           {DamageKind::letters_lost, "letters_lost"},
                           {DamageKind::error_value, "error_value"},
                           {DamageKind::empty_value, "empty_value"},
                           {DamageKind::bare_number, "bare_number"},
                           {DamageKind::lost_zero, "lost_zero"},
                           {DamageKind::scientific, "scientific"},
                           {DamageKind::decimal, "decimal"},
                           {DamageKind::formula, "formula"},
                           {DamageKind::hashes, "hashes"},
                           {DamageKind::lost_last_zero, "lost_last_zero"},
                           {DamageKind::date, "date"},
                           {DamageKind::time, "time"},
                           {DamageKind::percent, "percent"},
                           {DamageKind::truth_value, "truth_value"}});

/// Whether letters as this damage leaves them may be a name's own all the same: of another people
/// or country. Whoever has looked at them may insist.
constexpr bool may_be_meant(DamageKind kind) {
    using enum DamageKind;
    return kind == tcvn3 || kind == vni || kind == windows_1258;
}

struct FieldDamage {
    DamageKind kind{};
    std::string reading; ///< the field as it most likely was; empty when nobody can tell

    bool operator==(const FieldDamage&) const = default;
};

/// That the field is damaged and how that most likely came about; without the reading, which may be
/// a person's.
Message told(const FieldDamage& damage);

/// The damage that one of those messages is about; none of another message.
std::optional<DamageKind> damage_told(const Message& message);

/// Text may be damaged several times, one upon the other. No more are undone.
inline constexpr int most_damages_undone = 4;

/// Whether a name, an address or another line that people read is damaged. Only what is no
/// Vietnamese syllable and becomes one by undoing the damage, or a word of another people's name
/// here, is taken for damaged: sound names of any people are let be. Damaged several times, it is
/// named by what was done last, and the reading is sound: none where more than
/// `most_damages_undone` would have to be undone, or one of them cannot be. Requires valid UTF-8.
std::optional<FieldDamage> find_text_damage(std::string_view text);

/// The same with the reading, where there is one, for whoever sent the text.
Message told_readably(const FieldDamage& damage, std::string_view reading);

/// Whether an ID or a telephone number is damaged, by its look. A lost zero is for those to tell
/// who know how many digits there are. Requires valid UTF-8.
std::optional<FieldDamage> find_number_damage(std::string_view text);

} // namespace core
