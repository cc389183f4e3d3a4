#include "printer/printer_status.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <string>

using printer::AnswerKind;
using printer::PrinterAnswer;
using printer::StatusReader;

TEST_CASE("each answer is known by its fixed bits", "[printer][status]") {
    StatusReader reader;
    const auto answers = reader.read(std::string("\x12\x00\x37\x22"
                                                 "4711\x00\x37\x25\x00\x14\x00\x00\x0F\x80",
                                                 17));
    REQUIRE(answers.size() == 6);
    CHECK(answers[0].kind == AnswerKind::real_time);
    CHECK(answers[1].kind == AnswerKind::in_order);
    CHECK(answers[2].kind == AnswerKind::process_done);
    CHECK(answers[2].id == "4711");
    CHECK(answers[3].kind == AnswerKind::cleared);
    CHECK(answers[4].kind == AnswerKind::automatic);
    CHECK_FALSE(answers[4].says_stopped);
    CHECK(answers[5].kind == AnswerKind::noise);
}

TEST_CASE("automatic status at paper end says that the printer stopped", "[printer][status]") {
    StatusReader reader;
    const auto answers = reader.read(std::string("\x1C\x00\x0F\x0F", 4));
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].says_stopped);
}

TEST_CASE("answers cut into single bytes are the same answers", "[printer][status]") {
    for_random_cases(300, [](Random& random) {
        std::string bytes;
        for (int i = random.integer(1, 40); i > 0; --i) {
            static const std::array<int, 10> usual = {0x12, 0x37, 0x22, 0x25, 0x00,
                                                      0x10, 0x14, 0x1A, 0x0F, 0x30};
            bytes +=
                static_cast<char>(random.one_in(4) ? random.integer(0, 255) : random.pick(usual));
        }
        StatusReader at_once;
        StatusReader by_bytes;
        const auto whole = at_once.read(bytes);
        std::vector<PrinterAnswer> pieces;
        for (const char byte : bytes) {
            for (auto& answer : by_bytes.read(std::string(1, byte))) pieces.push_back(answer);
        }
        REQUIRE(whole.size() == pieces.size());
        for (std::size_t i = 0; i < whole.size(); ++i) CHECK(whole[i].kind == pieces[i].kind);
    });
}

TEST_CASE("the four answers say what a printer lacks", "[printer][status]") {
    CHECK(printer::read_status("\x12\x12\x12\x12").is_ready());
    CHECK(printer::read_status("\x1A\x12\x12\x12").offline);
    CHECK(printer::read_status("\x12\x16\x12\x12").cover_open);
    CHECK(printer::read_status("\x12\x32\x12\x12").stopped_by_paper_end);
    CHECK(printer::read_status("\x12\x52\x12\x12").error);
    CHECK(printer::read_status("\x12\x12\x1A\x12").error);
    CHECK(printer::read_status("\x12\x12\x12\x72").paper_end);
    const auto near_end = printer::read_status("\x12\x12\x12\x1E");
    CHECK(near_end.paper_near_end);
    CHECK(near_end.is_ready());
}
