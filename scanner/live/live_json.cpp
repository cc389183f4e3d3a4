#include "scanner/live/live_json.hpp"

#include "scanner/symbol_json.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <string_view>

namespace scanner {

namespace {

std::string as_json(std::string_view text) {
    return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

} // namespace

std::string live_line(const LiveScan& scan, std::chrono::milliseconds since_start) {
    std::string line = "{\"source\":" + as_json(scan.source);
    if (scan.format) line += ",\"format\":" + as_json(to_text(*scan.format));
    line += ",\"text\":" + as_json(scan.text);
    line += ",\"kind\":" + as_json(to_text(scan.payload.kind));
    if (!scan.payload.code.empty()) {
        line += ",\"code\":" + as_json(scan.payload.code);
        line += scan.payload.checked ? ",\"checked\":true" : ",\"checked\":false";
    }
    if (scan.payload.card) line += ",\"card\":" + card_json(*scan.payload.card);
    return line + ",\"after_ms\":" + std::to_string(since_start.count()) + "}";
}

} // namespace scanner
