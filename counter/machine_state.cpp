#include "counter/machine_state.hpp"

#include <boost/json/value.hpp>

namespace counter {

namespace json = boost::json;

namespace {

json::object printer_json(const NamedPrinter& printer) {
    return {{"state", printer.now.state}, {"text", printer.now.text}, {"name", printer.name}};
}

json::object
part(const char* kind, const std::string& name, const std::string& state, const std::string& text) {
    return {{"part", kind}, {"name", name}, {"state", state}, {"text", text}};
}

} // namespace

json::object state_json(const MachineState& state) {
    json::object core{{"online", state.core_online}, {"lost_since", nullptr}};
    if (state.core_lost_since) core["lost_since"] = core::format_instant(*state.core_lost_since);
    json::array scanners;
    for (const NamedScanner& scanner : state.scanners)
        scanners.push_back(
            {{"name", scanner.name}, {"state", scanner.state}, {"text", scanner.text}});
    json::object answer{{"agent", "counter"}, {"device", nullptr}, {"counter", nullptr}};
    if (!state.device.empty()) answer["device"] = state.device;
    if (state.counter) answer["counter"] = *state.counter;
    answer["core"] = std::move(core);
    answer["printers"] = {{"sheet", printer_json(state.sheet)},
                          {"receipt", printer_json(state.receipt)}};
    answer["scanners"] = std::move(scanners);
    answer["folder"] = {{"path_name", state.folder},
                        {"state", state.folder_state.state},
                        {"text", state.folder_state.text}};
    return answer;
}

json::object report_json(const MachineState& state, std::string_view version) {
    json::array parts;
    for (const NamedPrinter* printer : {&state.sheet, &state.receipt}) {
        if (!printer->name.empty())
            parts.push_back(part("printer", printer->name, printer->now.state, printer->now.text));
    }
    for (const NamedScanner& scanner : state.scanners)
        parts.push_back(part("scanner", scanner.name, scanner.state, scanner.text));
    if (!state.folder.empty())
        parts.push_back(
            part("folder", state.folder, state.folder_state.state, state.folder_state.text));
    return {{"parts", std::move(parts)},
            {"version", json::string_view(version.data(), version.size())}};
}

} // namespace counter
