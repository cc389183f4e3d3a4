#include "counter/machine_state.hpp"

#include <boost/json/value.hpp>

namespace counter {

namespace json = boost::json;

using core::DevicePart;

namespace {

json::object printer_json(const NamedPrinter& printer, words::Language language) {
    return {{"state", core::to_text(printer.now.health)},
            {"text", words::say(language, printer.now.advice)},
            {"code", printer.now.advice.code},
            {"name", printer.name}};
}

const std::string ellipsis = "\xE2\x80\xA6"; // U+2026

bool is_inside_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

/// A sentence's beginning tells most.
std::string beginning_of(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most - ellipsis.size();
    while (end > 0 && is_inside_letter(text[end])) --end;
    return text.substr(0, end) + ellipsis;
}

/// A path's end tells most.
std::string end_of(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t begin = text.size() - (most - ellipsis.size());
    while (begin < text.size() && is_inside_letter(text[begin])) ++begin;
    return ellipsis + text.substr(begin);
}

json::object part(DevicePart kind,
                  const std::string& name,
                  std::string_view state,
                  const core::Message& advice) {
    return {{"part", to_text(kind)},
            {"name", end_of(name, core::longest_part_word)},
            {"state", state},
            {"text", beginning_of(words::say({}, advice), core::longest_part_text)}};
}

} // namespace

json::object state_json(const MachineState& state, words::Language language) {
    json::object core{{"online", state.core_online}, {"lost_since", nullptr}};
    if (state.core_lost_since) core["lost_since"] = core::format_instant(*state.core_lost_since);
    json::array scanners;
    for (const NamedScanner& scanner : state.scanners)
        scanners.push_back({{"name", scanner.name},
                            {"state", to_text(scanner.state)},
                            {"text", words::say(language, scanner.advice)},
                            {"code", scanner.advice.code}});
    json::object answer{{"agent", "counter"}, {"device", nullptr}, {"counter", nullptr}};
    if (!state.device.empty()) answer["device"] = state.device;
    if (state.counter) answer["counter"] = *state.counter;
    answer["core"] = std::move(core);
    answer["printers"] = {{"sheet", printer_json(state.sheet, language)},
                          {"receipt", printer_json(state.receipt, language)}};
    answer["scanners"] = std::move(scanners);
    answer["folder"] = {{"path_name", state.folder},
                        {"state", to_text(state.folder_state.state)},
                        {"text", words::say(language, state.folder_state.advice)},
                        {"code", state.folder_state.advice.code}};
    return answer;
}

json::object report_json(const MachineState& state, std::string_view version) {
    json::array parts;
    for (const NamedPrinter* printer : {&state.sheet, &state.receipt}) {
        if (!printer->name.empty())
            parts.push_back(part(DevicePart::printer, printer->name,
                                 core::to_text(printer->now.health), printer->now.advice));
    }
    for (const NamedScanner& scanner : state.scanners)
        parts.push_back(
            part(DevicePart::scanner, scanner.name, to_text(scanner.state), scanner.advice));
    if (!state.folder.empty())
        parts.push_back(part(DevicePart::folder, state.folder, to_text(state.folder_state.state),
                             state.folder_state.advice));
    return {{"parts", std::move(parts)},
            {"version", json::string_view(version.data(), version.size())}};
}

} // namespace counter
