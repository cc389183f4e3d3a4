#include "kiosk/touch_record.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/failure.hpp"
#include "kiosk/json_members.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace kiosk {

namespace json = boost::json;

namespace {

char letter_of(const json::object& from, const char* name) {
    const std::string text = text_of(from.at(name));
    return text.empty() ? '\0' : text.front();
}

std::string letter_text(char letter) { return letter == 0 ? "" : std::string(1, letter); }

core::Instant instant_of(const json::object& from, const char* name) {
    const auto instant = core::parse_instant(text_of(from.at(name)));
    if (!instant) throw core::Failure(instant.error().message);
    return *instant;
}

std::optional<int> number_of(const json::object& from, const char* name) {
    const json::value& value = from.at(name);
    return value.is_null() ? std::nullopt : std::optional(value.to_number<int>());
}

json::value to_json(const std::optional<int>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

json::array to_json(const std::vector<std::string>& texts) {
    json::array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
}

std::vector<std::string> texts_of(const json::object& from, const char* name) {
    std::vector<std::string> texts;
    for (const json::value& text : from.at(name).as_array()) texts.push_back(text_of(text));
    return texts;
}

json::object line_of(const record::Touched& touched) {
    const TouchRequest& request = touched.request;
    json::object line{{"what", "touched"},
                      {"touch", request.touch},
                      {"at", core::format_instant(touched.at)},
                      {"service", letter_text(request.service)},
                      {"priority", nullptr},
                      {"dossier", request.dossier}};
    if (request.priority) line["priority"] = std::string(core::to_text(*request.priority));
    return line;
}

json::object line_of(const record::Leased& leased) {
    return {{"what", "leased"},
            {"lease", leased.lease.id},
            {"service", letter_text(leased.lease.service)},
            {"day", core::format_date(leased.lease.day)},
            {"numbers", to_json(leased.lease.numbers)},
            {"codes", to_json(leased.lease.codes)}};
}

json::object line_of(const record::Given& given) {
    const GivenTicket& ticket = given.ticket;
    return {{"what", "given"},
            {"touch", given.touch},
            {"number", ticket.number},
            {"code", ticket.code},
            {"service", letter_text(ticket.service)},
            {"service_name", ticket.service_name},
            {"at", core::format_instant(ticket.at)},
            {"lease", ticket.lease},
            {"ahead", to_json(ticket.ahead)},
            {"expected_wait_s", to_json(ticket.expected_wait_s)},
            {"expected_wait", ticket.expected_wait}};
}

json::object of_touch(const char* what, const std::string& touch) {
    return {{"what", what}, {"touch", touch}};
}

json::object line_of(const record::PrintingAgain& each) { return of_touch("again", each.touch); }

json::object line_of(const record::Printed& each) { return of_touch("printed", each.touch); }

json::object line_of(const record::NotPrinted& each) {
    json::object line = of_touch("not-printed", each.touch);
    line["unknown"] = each.is_unknown;
    line["reached_paper"] = each.reached_paper;
    return line;
}

json::object line_of(const record::Refused& each) { return of_touch("refused", each.touch); }

json::object line_of(const record::Doubted& each) { return of_touch("doubted", each.touch); }

json::object line_of(const record::DoubtEnded& each) { return of_touch("doubt-ended", each.touch); }

json::object line_of(const record::GivenBack& each) { return of_touch("given-back", each.touch); }

json::object line_of(const record::GiveBackTold& each) { return of_touch("told", each.touch); }

json::object line_of(const record::Settling& each) {
    return {{"what", "settling"}, {"lease", each.lease}, {"touches", to_json(each.touches)}};
}

json::object line_of(const record::Settled& each) {
    return {{"what", "settled"}, {"lease", each.lease}};
}

record::Touched read_touched(const json::object& line) {
    record::Touched touched;
    touched.request.touch = text_of(line.at("touch"));
    touched.request.service = letter_of(line, "service");
    touched.request.dossier = text_of(line.at("dossier"));
    if (line.at("priority").is_string())
        touched.request.priority = core::parse_priority_kind(text_of(line.at("priority")));
    touched.at = instant_of(line, "at");
    return touched;
}

record::Leased read_leased(const json::object& line) {
    record::Leased leased;
    leased.lease.id = line.at("lease").as_int64();
    leased.lease.service = letter_of(line, "service");
    const auto day = core::parse_date(text_of(line.at("day")));
    if (!day) throw core::Failure(day.error().message);
    leased.lease.day = *day;
    leased.lease.numbers = texts_of(line, "numbers");
    leased.lease.codes = texts_of(line, "codes");
    return leased;
}

record::Given read_given(const json::object& line) {
    record::Given given;
    given.touch = text_of(line.at("touch"));
    given.ticket.number = text_of(line.at("number"));
    given.ticket.code = text_of(line.at("code"));
    given.ticket.service = letter_of(line, "service");
    given.ticket.service_name = text_of(line.at("service_name"));
    given.ticket.at = instant_of(line, "at");
    given.ticket.lease = line.at("lease").as_int64();
    given.ticket.ahead = number_of(line, "ahead");
    given.ticket.expected_wait_s = number_of(line, "expected_wait_s");
    given.ticket.expected_wait = text_of(line.at("expected_wait"));
    return given;
}

Record read_known(const std::string& what, const json::object& line) {
    if (what == "touched") return read_touched(line);
    if (what == "leased") return read_leased(line);
    if (what == "given") return read_given(line);
    if (what == "settling")
        return record::Settling{line.at("lease").as_int64(), texts_of(line, "touches")};
    if (what == "settled") return record::Settled{line.at("lease").as_int64()};
    const std::string touch = text_of(line.at("touch"));
    if (what == "again") return record::PrintingAgain{touch};
    if (what == "printed") return record::Printed{touch};
    if (what == "not-printed")
        return record::NotPrinted{touch, line.at("unknown").as_bool(),
                                  line.at("reached_paper").as_bool()};
    if (what == "refused") return record::Refused{touch};
    if (what == "doubted") return record::Doubted{touch};
    if (what == "doubt-ended") return record::DoubtEnded{touch};
    if (what == "given-back") return record::GivenBack{touch};
    if (what == "told") return record::GiveBackTold{touch};
    throw core::Failure({"touch-record-unknown", {{"what", what}}});
}

} // namespace

std::string to_line(const Record& record) {
    return std::visit([](const auto& each) { return api::to_text(line_of(each)); }, record);
}

Record read_record(std::string_view line) {
    try {
        const json::value value = json::parse({line.data(), line.size()});
        return read_known(text_of(value.at("what")), value.as_object());
    } catch (const std::exception& failure) {
        throw core::Failure({"touch-log-line-broken", {{"reason", core::reason_of(failure)}}});
    }
}

} // namespace kiosk
