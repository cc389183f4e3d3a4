#include "core/domain/names.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/no_value.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace core {

namespace {

// Folded. Whoever is named so is no person, and may have a number in its name.
constexpr std::array organisation_beginnings = {
    std::string_view("cong ty"),       std::string_view("tong cong ty"),
    std::string_view("ho kinh doanh"), std::string_view("doanh nghiep"),
    std::string_view("hop tac xa"),    std::string_view("chi nhanh"),
    std::string_view("van phong"),     std::string_view("truong"),
    std::string_view("tap doan"),      std::string_view("ngan hang"),
    std::string_view("benh vien"),     std::string_view("trung tam"),
    std::string_view("uy ban"),        std::string_view("ubnd"),
    std::string_view("cong doan"),     std::string_view("nha tho"),
    std::string_view("giao xu"),       std::string_view("ban quan"),
    std::string_view("to dan pho"),    std::string_view("chi cuc"),
    std::string_view("co so"),         std::string_view("xi nghiep"),
    std::string_view("nha may"),       std::string_view("cong an"),
    std::string_view("hkd"),           std::string_view("vpcc"),
    std::string_view("cua hang"),      std::string_view("nha thuoc"),
    std::string_view("nha hang"),      std::string_view("nha tro"),
    std::string_view("khach san"),     std::string_view("phong kham"),
    std::string_view("dai ly"),        std::string_view("nhom"),
    std::string_view("hoi"),           std::string_view("khu"),
    std::string_view("cau lac bo"),    std::string_view("clb"),
    std::string_view("to hop tac"),    std::string_view("xuong"),
    std::string_view("quy tin dung"),  std::string_view("lien doan")};

bool is_organisation(std::string_view text) {
    const std::string folded = fold_for_search(text);
    return std::ranges::any_of(organisation_beginnings, [&](std::string_view beginning) {
        return folded.size() > beginning.size() && folded.starts_with(beginning) &&
               folded[beginning.size()] == ' ';
    });
}

/// Why no line may be so; none when it may.
std::optional<Error> why_no_text(std::string_view text, OddLetters odd) {
    // Damage first: its letters are often unfit ones too, and the cause says more than they do.
    const auto damage = find_text_damage(text);
    if (damage && !(odd == OddLetters::meant && may_be_meant(damage->kind)))
        return Error{ErrorKind::invalid_input, told(*damage)};
    if (const auto unfit = find_unfit_letter(text, LineEnds::refused))
        return Error{ErrorKind::invalid_input, told(*unfit)};
    return std::nullopt;
}

/// The lines at the foot of a passport or on the back of a card, which readers type: capitals,
/// digits and `<`, several or behind the letter for the kind of paper.
bool is_line_of_a_passport(std::string_view text) {
    const bool is_of_line = std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || is_digit(c) || c == '<' ||
               c == ' ';
    });
    const bool is_headed = text.size() > 5 && text[1] == '<';
    return is_of_line && (std::ranges::count(text, '<') > 1 || is_headed);
}

std::optional<Error> why_no_name(std::string_view text, OddLetters odd) {
    if (auto why_not = why_no_text(text, odd)) return why_not;
    const auto has = [&](std::string_view bar) { return text.find(bar) != text.npos; };
    if (has("|") || has("\u00A6") || has("\u2016") || has("\uFF5C"))
        return Error{ErrorKind::invalid_input, "name-with-bar"};
    if (is_line_of_a_passport(text))
        return Error{ErrorKind::invalid_input, "name-of-passport-line"};
    return std::nullopt;
}

/// More digits than a person's name has.
bool has_number(std::string_view written) {
    // Full-width digits, which nearly no name has, begin with this byte.
    const bool is_plain = written.find('\xEF') == std::string_view::npos;
    const std::size_t digits =
        is_plain ? count_digits(written) : count_digits(typed_plainly(written));
    return digits > most_digits_in_name;
}

/// Where Unicode has those signs, and no letter of Vietnamese.
bool is_among_signs(char32_t letter) {
    return letter < 0xC0 || letter == 0xD7 || letter == 0xF7 ||
           (letter >= 0x2200 && letter < 0x2600);
}

/// Signs that stand in no person's name, and often for the letters of an old font.
std::optional<std::string> find_sign(std::string_view written) {
    constexpr std::u32string_view signs = U"\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7\u00A8"
                                          U"\u00A9\u00AB\u00AC\u00AE\u00AF\u00B0\u00B1\u00B2\u00B3"
                                          U"\u00B5\u00B6\u00B8\u00B9\u00BB\u00BC\u00BD\u00BE\u00BF"
                                          U"\u00D7\u00F7\u2202\u2206\u220F\u2211\u221A\u221E\u222B"
                                          U"\u2248\u2260\u2264\u2265\u25CA"
                                          U"\u25A1"; // what stands on paper for an unfit letter
    // `Nguye^~n`: how Vietnamese was written in letters of telegrams, and a slip of the finger.
    if (const std::size_t at = written.find_first_of("^~"); at != std::string_view::npos)
        return std::string(1, written[at]);
    for (std::size_t at = skip_ascii(written, 0); at < written.size();
         at = skip_ascii(written, at)) {
        const std::size_t from = at;
        const char32_t letter = next_code_point(written, at);
        if (is_among_signs(letter) && signs.find(letter) != std::u32string_view::npos)
            return std::string(written.substr(from, at - from));
    }
    return std::nullopt;
}

using MayBeOdd = bool (*)(std::string_view written);

/// What every name must be, trimmed and in NFC; with a number or a sign only where that may be.
Result<std::string> read_name(std::string_view text, OddLetters odd, MayBeOdd may_be_odd) {
    std::string written = to_nfc(in_one_line(trimmed(text)));
    if (shows_nothing(written)) written.clear();
    if (auto why_not = why_no_name(written, odd)) return std::move(*why_not);
    if (has_number(written) && !may_be_odd(written))
        return Error{ErrorKind::invalid_input, "name-with-number"};
    if (auto sign = find_sign(written); sign && !may_be_odd(written))
        return Error{ErrorKind::invalid_input, {"name-with-sign", {{"letter", std::move(*sign)}}}};
    // Nobody's name has one: a program had no letter for it, or somebody did not know.
    if (written.find('?') != std::string::npos && !may_be_odd(written))
        return Error{ErrorKind::invalid_input, told(FieldDamage{DamageKind::letters_lost, {}})};
    if (!written.empty() && fold_for_search(written).empty())
        return Error{ErrorKind::invalid_input, "name-without-letters"};
    if (const auto number = find_bare_number(written))
        return Error{ErrorKind::invalid_input, told(*number)};
    return written;
}

} // namespace

Result<PersonName> PersonName::read(std::string_view text, OddLetters odd) {
    auto written = read_name(text, odd, [](std::string_view) { return false; });
    if (!written) return written.error();
    return PersonName(std::move(written).value());
}

Result<OrganisationName> OrganisationName::read(std::string_view text, OddLetters odd) {
    auto written = read_name(text, odd, [](std::string_view) { return true; });
    if (!written) return written.error();
    return OrganisationName(std::move(written).value());
}

Result<TextLine> TextLine::read(std::string_view text, OddLetters odd) {
    std::string written = to_nfc(in_one_line(trimmed(text)));
    if (shows_nothing(written)) written.clear();
    if (auto why_not = why_no_text(written, odd)) return std::move(*why_not);
    return TextLine(std::move(written));
}

Result<ApplicantName> ApplicantName::read(std::string_view text, OddLetters odd) {
    // Only a number or a sign in it makes a difference between a person and an organisation.
    auto written = read_name(text, odd, is_organisation);
    if (!written) return written.error();
    return ApplicantName(std::move(written).value());
}

} // namespace core
