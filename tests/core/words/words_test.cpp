#include "core/domain/procedure.hpp"
#include "core/words/words.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <chrono>

using core::Message;
using core::Term;
using words::Language;

namespace {

const Language vietnamese;
const Language english = Language::find("en").value();

std::string_view accepted(std::string_view header) { return Language::accepted(header).tag(); }

} // namespace

TEST_CASE("a message is said in the language of whoever is told", "[words]") {
    const Message message{"dossier-unknown", {{"code", "H55-1"}}};
    CHECK(words::say(vietnamese, message) == "Không có hồ sơ H55-1: hãy kiểm tra lại mã hồ sơ.");
    CHECK(words::say(english, message) == "There is no dossier H55-1: check its code.");
}

TEST_CASE("an act and a state in a sentence are the language's own words", "[words]") {
    const Message message{"dossier-act-not-allowed",
                          {{"code", "H55-1"},
                           {"state", Term{"dossier_state", "suspended"}},
                           {"act", Term{"act", "receive"}},
                           {"allowed", std::vector{Term{"act", "resume"}, Term{"act", "stop"}}}}};
    CHECK(words::say(vietnamese, message) ==
          "Hồ sơ H55-1 ở trạng thái “Tạm dừng” không cho phép “Tiếp nhận”; có thể: Tiếp tục giải "
          "quyết, Dừng giải quyết.");
    CHECK(words::say(english, message) ==
          "Dossier H55-1 is \"Suspended\", which does not allow \"Receive\"; it allows: Resume, "
          "Stop.");
}

TEST_CASE("numbers, dates and times are written as the office writes them", "[words]") {
    const core::Day day = samples::date(2024, 5, 6);
    CHECK(words::say(english, {"file-has-problems", {{"count", 3936}, {"file", "a.csv"}}})
              .starts_with("3.936 problems in a.csv"));
    CHECK(words::say(english, {"figure-below-zero", {{"figure", -1234567}}}) ==
          "a figure is below zero: -1.234.567");
    CHECK(words::say(vietnamese, {"place-calendar-day", {{"date", day}}}) ==
          "ngày 06/05/2024 của lịch");
    CHECK(words::say(vietnamese,
                     {"deadline-received",
                      {{"received", samples::at(day, std::chrono::minutes{8 * 60 + 5})}}}) ==
          "Tiếp nhận lúc 08:05 06/05/2024");
}

TEST_CASE("a message within a message is said in the same language", "[words]") {
    const Message message{"office-file-mistake",
                          {{"place", "office.toml:3"},
                           {"key", "office.name"},
                           {"why", std::vector<Message>{{"field-missing"}, {"not-a-table"}}}}};
    CHECK(words::say(english, message) ==
          "office.toml:3: office.name: is missing or empty must be a table");
    CHECK(words::say(vietnamese, message) ==
          "office.toml:3: office.name: bị thiếu hoặc còn trống phải là một bảng");
}

TEST_CASE("what there is no sentence or word for stays as it is", "[words]") {
    CHECK(words::say(english, {"a-code-of-tomorrow"}) == "a-code-of-tomorrow");
    CHECK(words::word(english, "dossier_state", "frozen") == "frozen");
    CHECK(words::word(english, "no_such_vocabulary", "frozen") == "frozen");
    // A fact that is not given shows itself rather than vanish.
    CHECK(words::say(english, {"dossier-unknown"}) ==
          "There is no dossier {code}: check its code.");
}

TEST_CASE("a fact with braces in it is told as it is", "[words]") {
    CHECK(words::say(english, {"dossier-unknown", {{"code", "{code}"}}}) ==
          "There is no dossier {code}: check its code.");
}

TEST_CASE("a language is found by its tag, whatever the region", "[words]") {
    CHECK(Language::find("vi")->tag() == "vi");
    CHECK(Language::find("en-GB")->tag() == "en");
    CHECK(Language::find("EN_us")->tag() == "en");
    CHECK_FALSE(Language::find("fr"));
    CHECK_FALSE(Language::find(""));
    CHECK_FALSE(Language::find("english"));
    CHECK(Language::all().size() >= 2);
    CHECK(Language::all().front() == vietnamese);
}

TEST_CASE("Accept-Language is followed by its weights", "[words]") {
    CHECK(accepted("en") == "en");
    CHECK(accepted("en-GB,en;q=0.8") == "en");
    CHECK(accepted("vi,en;q=0.9") == "vi");
    CHECK(accepted("en;q=0.5, vi;q=0.7") == "vi");
    CHECK(accepted("vi;q=0.5,en;q=0.7") == "en");
    CHECK(accepted("en;q=0.7,vi;q=0.7") == "en"); // of equals the first
    CHECK(accepted("fr, de;q=0.9, en;q=0.1") == "en");
    CHECK(accepted("vi;q=0, en;q=0.1") == "en");
}

TEST_CASE("without a language that there is, Vietnamese is spoken", "[words]") {
    for (const char* header : {"", "fr", "*", "en;q=0", "en;q=2", "en;q=-1", "en;q=many", ";;,,",
                               ",", "q=1", "fr;q=1,de"}) {
        INFO(header);
        CHECK(accepted(header) == "vi");
    }
}

TEST_CASE("a program speaks the language of its locale", "[words]") {
    CHECK(Language::of_locale("en_GB.UTF-8").tag() == "en");
    CHECK(Language::of_locale("en").tag() == "en");
    CHECK(Language::of_locale("vi_VN.UTF-8").tag() == "vi");
    CHECK(Language::of_locale("C").tag() == "vi");
    CHECK(Language::of_locale("").tag() == "vi");
}

TEST_CASE("a time limit is said in one way wherever it is said", "[words]") {
    using core::DeadlineUnit;
    const auto said = [](Language language, DeadlineUnit unit, int half_units) {
        return words::say(language, core::length_of({unit, half_units, std::nullopt}));
    };
    CHECK(said(vietnamese, DeadlineUnit::working_day, 6) == "3 ngày làm việc");
    CHECK(said(vietnamese, DeadlineUnit::working_day, 5) == "2,5 ngày làm việc");
    CHECK(said(vietnamese, DeadlineUnit::working_hour, 8) == "4 giờ làm việc");
    CHECK(said(vietnamese, DeadlineUnit::calendar_day, 30) == "15 ngày");
    CHECK(said(vietnamese, DeadlineUnit::working_day, 2) == "1 ngày làm việc");
    CHECK(said(vietnamese, DeadlineUnit::working_day, 0) == "trong ngày làm việc");
    CHECK(said(vietnamese, DeadlineUnit::none, 0) == "không quy định thời hạn");
    CHECK(said(english, DeadlineUnit::working_day, 2) == "1 working day");
    CHECK(said(english, DeadlineUnit::working_hour, 2) == "1 working hour");
    CHECK(said(english, DeadlineUnit::calendar_day, 2) == "1 day");
    CHECK(said(english, DeadlineUnit::calendar_day, 30) == "15 calendar days");
    CHECK(said(english, DeadlineUnit::working_day, 0) == "the same working day");
    CHECK(said(english, DeadlineUnit::none, 0) == "no time limit");
}

TEST_CASE("a text without a code is told to people, and no program takes it for a code",
          "[words]") {
    CHECK(words::code_of("dossier-unknown") == "dossier-unknown");
    CHECK(words::code_of("Đã in (printed)").empty());
    CHECK(words::facts_of("time-limit") == std::vector<std::string_view>{"number", "unit"});
    CHECK_FALSE(words::facts_of("Đã in (printed)"));
}
