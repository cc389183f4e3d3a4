#include "core/api/message_json.hpp"
#include "core/domain/civil_time.hpp"
#include "tests/support/office_samples.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

using core::Message;
using core::Term;

namespace {

std::optional<Message> read(const std::string& text) {
    return api::read_message(boost::json::parse(text));
}

/// As it comes back out of a file.
std::optional<Message> kept(const Message& message) {
    return read(boost::json::serialize(api::to_json(message)));
}

} // namespace

TEST_CASE("a message comes back out of a file with all its facts", "[api][message]") {
    const Message where{"place-calendar-day", {{"date", samples::date(2024, 5, 6)}}};
    const Message what{"finding-figure-differs",
                       {{"figure", Term{"day_figure", "received"}},
                        {"stored", std::int64_t{3}},
                        {"expected", std::int64_t{4}}}};
    const Message whole{"backup-unsound",
                        {{"findings", std::int64_t{2}},
                         {"where", std::vector<Message>{where}},
                         {"what", std::vector<Message>{what}}}};
    CHECK(kept(whole) == whole);
    const Message late{
        "act-before-last",
        {{"code", "H55-1"}, {"at", samples::at(samples::date(2024, 5, 6), std::chrono::hours{9})}}};
    CHECK(kept(late) == late);
    const Message refused{"dossier-act-not-allowed",
                          {{"allowed", std::vector<Term>{{"act", "pay"}, {"act", "stop"}}}}};
    CHECK(kept(refused) == refused);
}

TEST_CASE("what is no message, or of a later version, is not read as one", "[api][message]") {
    CHECK(read(R"({"code":"dossier-unknown","facts":{"code":"A"}})"));
    for (const char* text :
         {"[]", "{}", R"({"code":"dossier-unknown"})", R"({"code":7,"facts":{}})",
          R"({"code":"Sai 2 chỗ","facts":{}})", R"({"code":"dossier-unknown","facts":{"who":"A"}})",
          R"({"code":"dossier-unknown","facts":{"code":null}})",
          R"({"code":"dossier-unknown","facts":{"code":{"date":"2024-13-01"}}})",
          R"({"code":"dossier-unknown","facts":{"code":{"terms":[7]}}})",
          R"({"code":"dossier-unknown","facts":{"code":{"messages":[{}]}}})",
          R"({"code":"dossier-unknown","facts":{"code":{"vocabulary":"colour","name":"red"}}})"}) {
        INFO(text);
        CHECK_FALSE(read(text));
    }
}
