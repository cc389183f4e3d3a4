#include "scanner/symbol_json.hpp"

#include "core/domain/civil_time.hpp"
#include "core/words/words.hpp"
#include "scanner/payload.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <cmath>
#include <cstdio>
#include <string_view>

namespace scanner {

namespace {

std::string json_string(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

/// Members in the order they are added, as people read them.
class Object {
public:
    void raw(std::string_view name, const std::string& json) {
        text_ += text_.size() > 1 ? "," : "";
        text_ += json_string(name) + ":" + json;
    }

    void text(std::string_view name, std::string_view value) { raw(name, json_string(value)); }

    std::string finish() && { return std::move(text_) + "}"; }

private:
    std::string text_ = "{";
};

std::string points(const Corners& corners) {
    std::string json = "[";
    for (const Point& corner : corners) {
        json += json.size() > 1 ? "," : "";
        json += "[" + std::to_string(std::lround(corner.x)) + "," +
                std::to_string(std::lround(corner.y)) + "]";
    }
    return json + "]";
}

std::string milliseconds(std::chrono::microseconds time) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", static_cast<double>(time.count()) / 1000);
    return text;
}

std::string date_json(const std::optional<core::Day>& day) {
    return day ? json_string(core::format_date(*day)) : "null";
}

std::string list(const std::vector<std::string>& items) {
    std::string json = "[";
    for (const std::string& item : items) json += (json.size() > 1 ? "," : "") + item;
    return json + "]";
}

} // namespace

std::string card_json(const core::CitizenCard& card) {
    Object object;
    object.text("number", card.number.digits);
    object.text("old_number", card.old_number);
    object.text("full_name", card.full_name);
    object.raw("birth_date", date_json(card.birth_date));
    object.raw("birth_year", card.birth_year ? std::to_string(*card.birth_year) : "null");
    object.raw("sex", card.sex ? json_string(to_text(*card.sex)) : "null");
    object.text("residence", card.residence);
    object.raw("issued_on", date_json(card.issued_on));
    std::vector<std::string> further;
    for (const std::string& field : card.further) further.push_back(json_string(field));
    object.raw("further", list(further));
    std::vector<std::string> doubts;
    for (const core::CardDoubt& doubt : card.doubts) {
        Object each;
        each.text("field", to_text(doubt.field));
        each.text("reason", words::say(words::Language(), doubt.reason));
        doubts.push_back(std::move(each).finish());
    }
    object.raw("doubts", list(doubts));
    return std::move(object).finish();
}

std::string symbol_line(const std::string& file,
                        int page,
                        const Symbol& symbol,
                        std::chrono::microseconds before) {
    const Payload payload = symbol.guessed ? Payload{} : classify_payload(symbol.text);
    Object line;
    line.text("file", file);
    line.raw("page", std::to_string(page));
    line.text("format", to_text(symbol.format));
    line.text("text", symbol.text);
    line.text("kind", to_text(payload.kind));
    if (!payload.code.empty()) {
        line.text("code", payload.code);
        line.raw("checked", payload.checked ? "true" : "false");
    }
    if (payload.card) line.raw("card", card_json(*payload.card));
    if (symbol.guessed) line.raw("encoding_guessed", "true");
    line.raw("position", points(symbol.corners));
    line.text("stage", symbol.stage);
    line.raw("ms", milliseconds(before + symbol.found_after));
    return std::move(line).finish();
}

} // namespace scanner
