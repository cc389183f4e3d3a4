#include "core/engine/journal/journal.hpp"
#include "core/engine/office/feedback.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using samples::at;
using samples::date;
using namespace std::chrono_literals;

TEST_CASE("what somebody says is kept, and the journal has its digest only", "[engine][feedback]") {
    SqliteOffice office;
    const core::Instant morning = at(date(2024, 5, 6), 9h);
    core::Feedback feedback;
    feedback.at = morning;
    feedback.kind = core::FeedbackKind::complaint;
    feedback.text = "Chờ quá lâu";
    feedback.ticket = "A012";
    std::int64_t id = 0;
    REQUIRE(office.books().write([&](core::Books& books) -> core::Result<void> {
        id = core::give_feedback(books, feedback, samples::clerk(morning));
        return {};
    }));
    const auto books = office.books().read();
    REQUIRE(books->feedback().latest(10).size() == 1);
    CHECK(books->feedback().latest(10).front().text == "Chờ quá lâu");
    const auto event = books->event(books->journal_head().seq);
    REQUIRE(event);
    CHECK(event->act == "feedback");
    CHECK(event->subject == "feedback-" + std::to_string(id));
    CHECK(event->payload == R"({"kind":"complaint","rating":0,"ticket":"A012","dossier":"",)"
                            R"("text_sha256":")" +
                                core::to_hex(core::sha256("Chờ quá lâu")) + R"("})");
}
