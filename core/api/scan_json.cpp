#include "core/api/scan_json.hpp"

#include "core/domain/civil_time.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string_view>
#include <utility>

namespace api {

namespace json = boost::json;

namespace {

json::value date_json(const std::optional<core::Day>& day) {
    return day ? json::value(core::format_date(*day)) : json::value(nullptr);
}

json::value year_json(const std::optional<int>& year) {
    return year ? json::value(*year) : json::value(nullptr);
}

} // namespace

json::object card_json(const core::CitizenCard& card,
                       const std::vector<core::Message>& doubts,
                       words::Language language) {
    json::array sentences;
    for (const core::Message& doubt : doubts) sentences.emplace_back(words::say(language, doubt));
    json::object object{
        {"id_number", card.number.digits},
        {"old_id_number", card.old_number},
        {"name", card.full_name},
        {"birth_date", date_json(card.birth_date)},
        {"birth_year", year_json(card.birth_year)},
        {"sex", card.sex ? json::value(core::to_text(*card.sex)) : json::value(nullptr)},
        {"residence", card.residence},
        {"issued_on", date_json(card.issued_on)},
        {"doubts", std::move(sentences)}};
    json::array damaged;
    for (const core::CardField field : card.damaged) damaged.emplace_back(to_text(field));
    if (!damaged.empty()) object["damaged_fields"] = std::move(damaged);
    return object;
}

json::object to_json(const core::TypedScan& scan, words::Language language) {
    json::object object{{"kind", core::to_text(scan.kind)}};
    if (scan.card) object["card"] = card_json(*scan.card, scan.doubts, language);
    if (!scan.code.empty()) object["code"] = scan.code;
    if (scan.problem) object["problem"] = words::say(language, *scan.problem);
    return object;
}

} // namespace api
