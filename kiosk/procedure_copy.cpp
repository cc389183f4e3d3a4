#include "kiosk/procedure_copy.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/text.hpp"
#include "kiosk/json_members.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace kiosk {

namespace json = boost::json;

namespace {

/// The procedure with its words in the language; a value that this version does not know keeps the
/// word that the core had for it.
json::object said_in(words::Language language, json::object procedure) {
    const auto unit = core::parse_deadline_unit(text_or(procedure, "unit"));
    const auto length =
        unit ? core::parse_half_units(text_or(procedure, "duration"), *unit) : std::nullopt;
    if (length) {
        const core::Message said = core::length_of({*unit, *length, std::nullopt});
        procedure["duration_text"] = words::say(language, said);
    }
    if (const auto level = core::parse_online_level(text_or(procedure, "online_level")))
        procedure["online_level_text"] = words::word(language, "level", to_text(*level));
    return procedure;
}

} // namespace

void ProcedureCopy::take(std::string_view list, const std::string& as_of) {
    const json::value value = json::parse({list.data(), list.size()});
    std::vector<Item> items;
    for (const json::value& each : value.at("items").as_array()) {
        const json::object& procedure = each.as_object();
        items.push_back({procedure, " " + core::searchable_text(text_or(procedure, "code")) + " " +
                                        core::searchable_text(text_or(procedure, "name"))});
    }
    items_ = std::move(items);
    const std::string its_own = text_or(value.as_object(), "as_of");
    as_of_ = its_own.empty() ? as_of : its_own;
}

json::object ProcedureCopy::find(const ProcedureQuery& query,
                                 bool core_is_away,
                                 words::Language language) const {
    const auto words = core::search_words(query.words);
    const auto fits = [&](const Item& item) {
        if (!query.field.empty() && text_or(item.procedure, "field") != query.field) return false;
        return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return item.folded.find(" " + word) != std::string::npos;
        });
    };
    json::array found;
    std::size_t total = 0;
    for (const Item& item : items_) {
        if (!fits(item)) continue;
        ++total;
        if (total > query.skip && found.size() < query.limit)
            found.push_back(said_in(language, item.procedure));
    }
    return {{"total", total},
            {"items", std::move(found)},
            {"as_of", as_of_},
            {"from_copy", core_is_away}};
}

std::optional<json::object>
ProcedureCopy::find_code(std::string_view code, bool core_is_away, words::Language language) const {
    const auto found = std::find_if(items_.begin(), items_.end(), [&](const Item& item) {
        return text_or(item.procedure, "code") == code;
    });
    if (found == items_.end()) return std::nullopt;
    const json::object procedure = said_in(language, found->procedure);
    json::object answer = procedure;
    answer["in_force"] = true;
    answer["versions"] = json::array{procedure};
    answer["as_of"] = as_of_;
    answer["from_copy"] = core_is_away;
    return answer;
}

std::string ProcedureCopy::kept() const {
    json::array items;
    for (const Item& item : items_) items.push_back(item.procedure);
    return api::to_text({{"total", items_.size()}, {"as_of", as_of_}, {"items", std::move(items)}});
}

} // namespace kiosk
