#include "core/domain/names.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/no_value.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

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
    std::string_view("nha may"),       std::string_view("cong an")};

bool is_organisation(std::string_view text) {
    const std::string folded = fold_for_search(text);
    return std::ranges::any_of(organisation_beginnings, [&](std::string_view beginning) {
        return folded.size() > beginning.size() && folded.starts_with(beginning) &&
               folded[beginning.size()] == ' ';
    });
}

/// Why no line may be so; none when it may.
std::optional<Error> why_no_text(std::string_view text) {
    // Damage first: its letters are often unfit ones too, and the cause says more than they do.
    if (const auto damage = find_text_damage(text))
        return Error{ErrorKind::invalid_input, told(*damage)};
    if (const auto unfit = find_unfit_letter(text, LineEnds::refused))
        return Error{ErrorKind::invalid_input, told(*unfit)};
    return std::nullopt;
}

std::optional<Error> why_no_name(std::string_view text) {
    if (auto why_not = why_no_text(text)) return why_not;
    if (text.find('|') != std::string_view::npos)
        return Error{ErrorKind::invalid_input, "name-with-bar"};
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

using AllowsNumber = bool (*)(std::string_view written);

/// What every name must be, trimmed and in NFC; with a number only where it is allowed.
Result<std::string> read_name(std::string_view text, AllowsNumber allows_number) {
    std::string written = to_nfc(trim(text));
    if (shows_nothing(written)) written.clear();
    if (auto why_not = why_no_name(written)) return std::move(*why_not);
    if (has_number(written) && !allows_number(written))
        return Error{ErrorKind::invalid_input, "name-with-number"};
    if (const auto number = find_bare_number(written))
        return Error{ErrorKind::invalid_input, told(*number)};
    return written;
}

} // namespace

Result<PersonName> PersonName::read(std::string_view text) {
    auto written = read_name(text, [](std::string_view) { return false; });
    if (!written) return written.error();
    return PersonName(std::move(written).value());
}

Result<OrganisationName> OrganisationName::read(std::string_view text) {
    auto written = read_name(text, [](std::string_view) { return true; });
    if (!written) return written.error();
    return OrganisationName(std::move(written).value());
}

Result<TextLine> TextLine::read(std::string_view text) {
    std::string written = to_nfc(trim(text));
    if (shows_nothing(written)) written.clear();
    if (auto why_not = why_no_text(written)) return std::move(*why_not);
    return TextLine(std::move(written));
}

Result<ApplicantName> ApplicantName::read(std::string_view text) {
    // Only a number in it makes a difference between a person and an organisation.
    auto written = read_name(text, is_organisation);
    if (!written) return written.error();
    return ApplicantName(std::move(written).value());
}

} // namespace core
