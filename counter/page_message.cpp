#include "counter/page_message.hpp"

#include "core/api/json_text.hpp"
#include "core/api/scan_json.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

namespace counter {

namespace json = boost::json;

namespace {

std::string message(const char* type, json::value data) {
    return api::to_text(json::object{{"type", type}, {"data", std::move(data)}});
}

std::vector<core::Message> doubts_of(const core::CitizenCard& card) {
    std::vector<core::Message> doubts;
    for (const core::CardDoubt& doubt : card.doubts) doubts.push_back(doubt.reason);
    return doubts;
}

} // namespace

std::string state_message(const MachineState& state, words::Language language) {
    return message("state", state_json(state, language));
}

std::string scan_message(const scanner::LiveScan& scan, words::Language language) {
    json::object data{{"kind", to_text(scanner::scan_kind(scan.payload.kind))},
                      {"source", scan.source}};
    switch (scan.payload.kind) {
    case scanner::PayloadKind::citizen_id:
        data["card"] = api::card_json(*scan.payload.card, doubts_of(*scan.payload.card), language);
        break;
    case scanner::PayloadKind::dossier:
    case scanner::PayloadKind::ticket:
        data["code"] = scan.payload.code;
        break;
    case scanner::PayloadKind::other:
        data["text"] = scan.text;
        break;
    }
    return message("scan", std::move(data));
}

std::string refused_scan_message(std::string_view source,
                                 const core::Message& problem,
                                 words::Language language) {
    return message("scan", json::object{{"kind", to_text(core::ScanKind::unknown)},
                                        {"source", source},
                                        {"text", ""},
                                        {"problem", words::say(language, problem)},
                                        {"problem_code", problem.code}});
}

json::object file_json(const ScanFile& file, words::Language language) {
    json::object data{{"id", file.id},
                      {"name", file.name},
                      {"type", file.type},
                      {"bytes", file.bytes},
                      {"at", core::format_instant(file.at)}};
    if (!file.code.empty()) data["code"] = file.code;
    if (!file.problem.code.empty()) {
        data["problem"] = words::say(language, file.problem);
        data["problem_code"] = file.problem.code;
    }
    return data;
}

std::string file_message(const ScanFile& file, words::Language language) {
    return message("file", file_json(file, language));
}

std::string file_gone_message(std::string_view id) {
    return message("file-gone", json::object{{"id", id}});
}

} // namespace counter
