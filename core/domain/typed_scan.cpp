#include "core/domain/typed_scan.hpp"

#include "core/domain/code_payload.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace core {

namespace {

constexpr std::size_t sex_field = 4;

/// With the sex as the card writes it: what a layout makes of `Nữ` begins with its N.
std::string with_whole_sex(const std::string& text) {
    std::string::size_type from = 0;
    for (std::size_t field = 0; field < sex_field; ++field) {
        const auto bar = text.find('|', from);
        if (bar == std::string::npos) return text;
        from = bar + 1;
    }
    const auto end = text.find('|', from);
    if (end == std::string::npos) return text;
    const std::string sex = text.substr(from, end - from);
    if (sex == "Nam" || !sex.starts_with('N')) return text;
    return text.substr(0, from) + "N\u1EEF" + text.substr(end);
}

bool has_odd_sign(std::string_view text) {
    return text.find('?') != std::string_view::npos ||
           text.find("\uFFFD") != std::string_view::npos;
}

/// As it is with Caps Lock in the other state.
std::string with_case_turned(std::string_view text) {
    std::string turned;
    turned.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = static_cast<utf8proc_int32_t>(next_code_point(text, at));
        const auto capital = utf8proc_toupper(letter);
        const auto other = capital == letter ? utf8proc_tolower(letter) : capital;
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(other, bytes.data());
        turned.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return turned;
}

/// Bars as a card has them, however many: nothing else that people type has so many.
bool looks_like_card(std::string_view text) {
    constexpr std::ptrdiff_t bars_of_card = 4;
    return std::ranges::count(text, '|') >= bars_of_card;
}

TypedScan of_card(CitizenCard card) {
    TypedScan scan{ScanKind::card, {}, std::nullopt, {}, std::nullopt};
    for (const CardDoubt& doubt : card.doubts) scan.doubts.push_back(doubt.reason);
    if (has_odd_sign(card.residence)) scan.doubts.emplace_back("card-residence-has-odd-characters");
    scan.card = std::move(card);
    return scan;
}

} // namespace

TypedScan read_typed_scan(std::string_view text) {
    const std::string typed = trim(typed_plainly(trim(text)));
    const std::string turned = with_case_turned(typed);
    // The check of our own codes says which of them was printed.
    for (const std::string& read : {typed, code_key(typed), turned}) {
        if (auto own = read_code_payload(read)) {
            const auto kind = own->kind == 'H' ? ScanKind::dossier : ScanKind::ticket;
            return {kind, std::move(own->code), std::nullopt, {}, std::nullopt};
        }
    }
    auto card = parse_citizen_card(with_whole_sex(typed));
    if (card) return of_card(std::move(card).value());
    // `nAM`: nobody writes so but a keyboard.
    auto other = parse_citizen_card(with_whole_sex(turned));
    if (other) return of_card(std::move(other).value());
    TypedScan unknown;
    if (looks_like_card(typed)) unknown.problem = card.error().message;
    return unknown;
}

} // namespace core
