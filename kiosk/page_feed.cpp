#include "kiosk/page_feed.hpp"

#include "core/api/json_text.hpp"

#include <boost/json/value.hpp>

#include <string_view>

namespace kiosk {

namespace json = boost::json;

namespace {

json::object
with_sentence(std::string_view kind, const core::Message& message, words::Language language) {
    return {{"kind", kind}, {"text", words::say(language, message)}, {"code", message.code}};
}

json::object scan_json(const scanner::Payload& payload, words::Language language) {
    const std::string_view kind = to_text(scanner::scan_kind(payload.kind));
    switch (payload.kind) {
    case scanner::PayloadKind::dossier:
    case scanner::PayloadKind::ticket:
        return {{"kind", kind}, {"code", payload.code}};
    case scanner::PayloadKind::citizen_id:
        return with_sentence(kind, "card-read", language);
    case scanner::PayloadKind::other:
        break;
    }
    return with_sentence(kind, "scan-not-of-this-office", language);
}

} // namespace

PageFeed::PageFeed(const PageState& state)
    : state_(state), hub_([this](words::Language language) { return state_message(language); }) {}

std::string PageFeed::state_message(words::Language language) const {
    return R"({"type":"state","data":)" + state_.to_json(language, true) + "}";
}

void PageFeed::publish() {
    std::string state = state_.to_json({}, false);
    if (state == told_) return;
    told_ = std::move(state);
    hub_.tell([this](words::Language language) { return state_message(language); });
}

void PageFeed::tell_scan(const scanner::LiveScan& scan) {
    hub_.tell([&](words::Language language) {
        return api::to_text({{"type", "scan"}, {"data", scan_json(scan.payload, language)}});
    });
}

} // namespace kiosk
