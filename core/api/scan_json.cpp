#include "core/api/scan_json.hpp"

#include "core/domain/civil_time.hpp"

#include <boost/json/value.hpp>

#include <string_view>
#include <utility>

namespace api {

namespace json = boost::json;

json::object card_json(const core::CitizenCard& card,
                       const std::vector<core::Message>& doubts,
                       words::Language language) {
    json::array sentences;
    for (const core::Message& doubt : doubts) sentences.emplace_back(words::say(language, doubt));
    return {{"id_number", card.number.digits},
            {"old_id_number", card.old_number},
            {"name", card.full_name},
            {"birth_date", core::format_date(card.birth_date)},
            {"sex", core::to_text(card.sex)},
            {"residence", card.residence},
            {"issued_on", core::format_date(card.issued_on)},
            {"doubts", std::move(sentences)}};
}

json::object to_json(const core::TypedScan& scan, words::Language language) {
    json::object object{{"kind", core::to_text(scan.kind)}};
    if (scan.card) object["card"] = card_json(*scan.card, scan.doubts, language);
    if (!scan.code.empty()) object["code"] = scan.code;
    return object;
}

} // namespace api
