#include "core/domain/typed_scan.hpp"

#include "core/domain/code_payload.hpp"
#include "core/domain/text.hpp"

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

TypedScan of_card(CitizenCard card) {
    TypedScan scan{ScanKind::card, {}, std::nullopt, {}};
    for (const CardDoubt& doubt : card.doubts) scan.doubts.push_back(doubt.reason);
    if (has_odd_sign(card.residence)) scan.doubts.emplace_back("card-residence-has-odd-characters");
    scan.card = std::move(card);
    return scan;
}

} // namespace

TypedScan read_typed_scan(std::string_view text) {
    const std::string typed = to_nfc(trim(text));
    if (auto own = read_code_payload(typed)) {
        const auto kind = own->kind == 'H' ? ScanKind::dossier : ScanKind::ticket;
        return {kind, std::move(own->code), std::nullopt, {}};
    }
    auto card = parse_citizen_card(with_whole_sex(typed));
    return card ? of_card(std::move(card).value()) : TypedScan{};
}

} // namespace core
