#include "core/words/failure.hpp"
#include "printer/renderer.hpp"
#include "tests/support/paper_samples.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <string>

using printer::Medium;
using printer::PrintOrder;
using printer::Raster;
using printer::Renderer;

namespace {

const Medium roll_80 = printer::roll_medium(576, 8);
const Medium roll_58 = printer::roll_medium(384, 8);
const Medium a4 = printer::sheet_medium(printer::SheetSize::a4);
const Medium a5 = printer::sheet_medium(printer::SheetSize::a5);

Renderer& renderer() {
    static Renderer made; // fonts once for all cases
    return made;
}

/// The sentence with which data is refused; empty when it is not.
std::string refusal(const std::string& kind, const std::string& json) {
    const auto pages = renderer().lay_out({kind, json}, a4);
    return pages ? "" : samples::in_english(pages.error().message);
}

/// The sample with one text put in the place of another.
std::string changed(const std::string& kind, const std::string& from, const std::string& to) {
    std::string json = paper_samples::sample(kind);
    const std::size_t at = json.find(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

bool has_ink(const Raster& raster, int from_x, int to_x, int from_y, int to_y) {
    for (int y = from_y; y < to_y; ++y) {
        for (int x = from_x; x < to_x; ++x) {
            if (raster.is_black(x, y)) return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("every paper of the room is laid out with white margins on every paper", "[printer]") {
    for (const char* kind : paper_samples::kinds) {
        const std::string json = paper_samples::sample(kind);
        for (const Medium& paper : {roll_80, roll_58, a4, a5}) {
            INFO(kind << " on " << paper.width << " dots");
            const auto pages = renderer().lay_out({kind, json}, paper);
            REQUIRE(pages);
            for (std::size_t page = 0; page < pages->count(); ++page) {
                const Raster raster = pages->raster(page);
                const int white = paper.margin / 2;
                CHECK_FALSE(has_ink(raster, 0, white, 0, raster.height));
                CHECK_FALSE(has_ink(raster, raster.width - white, raster.width, 0, raster.height));
                CHECK_FALSE(has_ink(raster, 0, raster.width, 0, white));
                CHECK(has_ink(raster, 0, raster.width, 0, raster.height));
            }
        }
    }
}

TEST_CASE("the form set in force on the day decides number and title", "[printer][forms]") {
    const printer::FormBook book(R"(
[[set]]
name = "second"
valid_from = 2025-07-01
[set.form.apology]
number = "04"
title = "NEW"
blocks = ["a"]
[set.form.stop-notice]
number = "05"
title = "STOP"
blocks = ["a"]
[[set]]
name = "first"
valid_from = 2018-11-23
[set.form.apology]
number = "04"
title = "OLD"
blocks = ["a"]
[block.a]
text = "{form.title}"
)");
    const auto day = [](const char* text) { return core::parse_date(text).value(); };
    CHECK(book.form("apology", day("2025-06-30"))->title == "OLD");
    CHECK(book.form("apology", day("2025-07-01"))->title == "NEW");
    CHECK_FALSE(book.form("stop-notice", day("2025-06-30")));
    CHECK(book.form("stop-notice", day("2025-07-01")));
    const auto too_early = book.form("apology", day("2018-11-22"));
    REQUIRE_FALSE(too_early);
    CHECK(samples::in_english(too_early.error().message).find("23/11/2018") != std::string::npos);
}

TEST_CASE("a stop notice is refused before the form set of 2025", "[printer][forms]") {
    PrintOrder order{"stop-notice", {}};
    const std::string json = paper_samples::sample("stop-notice");
    order.data = json;
    CHECK(renderer().lay_out(order, a4));
    order.form_day = core::parse_date("2024-05-05").value();
    const auto refused = renderer().lay_out(order, a4);
    REQUIRE_FALSE(refused);
    CHECK(samples::in_english(refused.error().message).find("01/2018") != std::string::npos);
}

TEST_CASE("data that is not as the schema says is refused by member", "[printer][data]") {
    CHECK(refusal("ticket", changed("ticket", R"("number")", R"("numbr")")) ==
          "number: is required. numbr: is not a member of this paper.");
    CHECK(refusal("ticket", changed("ticket", R"("B007")", R"("B07x")"))
              .starts_with("number: has the wrong form"));
    CHECK(refusal("ticket", changed("ticket", R"("ahead": 3)", R"("ahead": -1)"))
              .starts_with("ahead: must be a whole number from 0"));
    CHECK(refusal("ticket", changed("ticket", R"("ahead": 3)", R"("ahead": "3")"))
              .starts_with("ahead: must be a whole number."));
    CHECK(refusal("ticket", changed("ticket", "age_80_or_older", "young"))
              .starts_with("priority: must be one of"));
    CHECK(refusal("receipt", changed("receipt", "2023-01-03T08:12:00+07:00", "yesterday"))
              .starts_with("received_at: must be an instant"));
    CHECK(refusal("receipt", changed("receipt", "Tờ khai đăng ký khai sinh", ""))
              .starts_with("documents[0].name: is empty"));
    CHECK(refusal("receipt", changed("receipt", "0900 000 000", "0900\\n000"))
              .starts_with("applicant.phone: must be one line"));
    CHECK(refusal("receipt", changed("receipt", "Nguyễn Thị Ánh Nguyệt", std::string(201, 'N')))
              .starts_with("applicant.name: is longer than 200"));
    CHECK(refusal("receipt", changed("receipt", "Nguyễn Thị Ánh Nguyệt", std::string(200, 'N')))
              .empty());
}

TEST_CASE("letters that no paper can show are marked, and the paper comes out", "[printer][data]") {
    for (const char* letter : {"\\u0007", "\\u000B", "\\uFFFF", "\\u202E", "\\uFFFD"}) {
        INFO(letter);
        CHECK(refusal("receipt", changed("receipt", "Tờ khai đăng ký khai sinh",
                                         std::string("Tờ khai") + letter + "đăng ký"))
                  .empty());
    }
}

TEST_CASE("what is no data at all is refused with a sentence", "[printer][data]") {
    CHECK(refusal("receipt", "").starts_with("the data is no valid JSON"));
    CHECK(refusal("receipt", "{").starts_with("the data is no valid JSON"));
    CHECK(refusal("receipt", "[]") == "the data must be a JSON object");
    CHECK(refusal("receipt", "{\"a\":\"\xFF\"}").starts_with("the data is not UTF-8, from byte 6"));
    CHECK(refusal("receipt", std::string(1'000, '[')).starts_with("the data is no valid JSON"));
    CHECK(refusal("receipt", std::string(3'000'000, ' ')).starts_with("the data is larger than"));
    CHECK(refusal("letter", "{}").starts_with("there is no paper “letter”"));
}

TEST_CASE("a null member is a missing one", "[printer][data]") {
    CHECK(refusal("ticket", changed("ticket", R"("ahead": 3)", R"("ahead": null)")).empty());
    CHECK(refusal("ticket", changed("ticket", R"("B007")", "null")) == "number: is required.");
}

TEST_CASE("a long register goes over pages and the last row is on the last", "[printer]") {
    std::string rows;
    for (int i = 0; i < 200; ++i) {
        rows += std::string(i == 0 ? "" : ",") +
                R"({"code":"000.00.18.H55-230103-0001","request":"Đăng ký khai sinh",)"
                R"("applicant":"Lê Thị Ẩn","received_at":"2023-01-03T08:00:00+07:00"})";
    }
    const std::string json =
        R"({"office":{"name":"UBND"},"issued_at":"2023-01-31T17:00:00+07:00","from":"2023-01-01",)"
        R"("to":"2023-01-31","rows":[)" +
        rows + "]}";
    const auto pages = renderer().lay_out({"register", json}, a4);
    REQUIRE(pages);
    CHECK(pages->count() > 4);
    CHECK(pages->count() < 40);
    CHECK(pages->raster(0).width > pages->raster(0).height); // lies on its long side
}

TEST_CASE("the longest texts that are taken break lines and stay on the paper", "[printer]") {
    std::string reason;
    while (reason.size() < 2'300) reason += "Nghiễm nhiên, ";
    reason.resize(reason.rfind(' '));
    for (const Medium& paper : {roll_58, roll_80, a4, a5}) {
        for (const std::string& text : {reason, std::string(2'000, 'W')}) {
            const std::string json = changed("refusal", "Xác nhận tình trạng hôn nhân", text);
            const auto pages = renderer().lay_out({"refusal", json}, paper);
            REQUIRE(pages);
            const Raster raster = pages->raster(0);
            CHECK_FALSE(
                has_ink(raster, raster.width - paper.margin / 2, raster.width, 0, raster.height));
        }
    }
}

TEST_CASE("a long number and the longest codes stay on the paper, with white around them",
          "[printer]") {
    const std::string ticket = changed("ticket", R"("B007")", R"("Z999999")");
    const std::string code(40, 'W');
    const std::string receipt = changed("receipt", "000.00.18.H55-230103-0001", code);
    for (const Medium& paper : {roll_58, roll_80, a4, a5}) {
        for (const auto& [kind, json] :
             {std::pair("ticket", ticket), std::pair("receipt", receipt)}) {
            INFO(kind << " on " << paper.width);
            const auto pages = renderer().lay_out({kind, json}, paper);
            REQUIRE(pages);
            const Raster raster = pages->raster(0);
            const int white = paper.margin / 2;
            CHECK_FALSE(has_ink(raster, 0, white, 0, raster.height));
            CHECK_FALSE(has_ink(raster, raster.width - white, raster.width, 0, raster.height));
        }
    }
}

TEST_CASE("every paper that tells a due date has room to say that it is not sure", "[printer]") {
    for (const char* kind : {"receipt", "batch-receipt", "control-slip", "result-notice"}) {
        INFO(kind);
        const auto sure = renderer().lay_out({kind, paper_samples::sample(kind)}, roll_80);
        const std::string unsure = changed(
            kind, R"("due_at")", R"("due_unsure": "Ngày hẹn này chưa chắc chắn.", "due_at")");
        const auto marked = renderer().lay_out({kind, unsure}, roll_80);
        REQUIRE(sure);
        REQUIRE(marked);
        CHECK(marked->raster(0).height > sure->raster(0).height);
    }
}

TEST_CASE("a reprint is longer by its mark and else the same", "[printer]") {
    const std::string json = paper_samples::sample("ticket");
    PrintOrder order{"ticket", json};
    const auto first = renderer().lay_out(order, roll_80);
    order.printing = printer::Printing::again;
    const auto again = renderer().lay_out(order, roll_80);
    REQUIRE(first);
    REQUIRE(again);
    const Raster one = first->raster(0);
    const Raster two = again->raster(0);
    const int mark = two.height - one.height;
    REQUIRE(mark > 0);
    const auto rows = static_cast<std::ptrdiff_t>(one.row_bytes()) * (one.height - 8);
    CHECK(std::equal(one.bits.end() - rows, one.bits.end(), two.bits.end() - rows));
}

TEST_CASE("decomposed Vietnamese prints the same dots as composed", "[printer]") {
    const std::string composed = changed("ticket", "Chứng thực", "Tiếp dân");
    const std::string decomposed = changed("ticket", "Chứng thực", "Tie\u0302\u0301p da\u0302n");
    CHECK(renderer().lay_out({"ticket", composed}, roll_80)->raster(0).bits ==
          renderer().lay_out({"ticket", decomposed}, roll_80)->raster(0).bits);
}

TEST_CASE("an order gives the same bytes each time", "[printer]") {
    const std::string json = paper_samples::sample("receipt");
    const auto once = renderer().lay_out({"receipt", json}, a4)->pdf();
    CHECK(renderer().lay_out({"receipt", json}, a4)->pdf() == once);
    CHECK(renderer().lay_out({"receipt", json}, a4)->pdf(2).size() > once.size());
}

TEST_CASE("forms that are not as they should be are named by line", "[printer][forms]") {
    const auto told = [](const char* toml, words::Language language) {
        try {
            printer::FormBook book(toml);
        } catch (const std::exception& failure) {
            return words::say(language, failure);
        }
        return std::string("nothing");
    };
    const words::Language english = words::Language::find("en").value();
    const char* untitled = "[form.a]\nblocks = [\"x\"]";
    CHECK(told(untitled, english) == "forms.toml:1: form: a form needs title and blocks");
    CHECK(told(untitled, {}) == "forms.toml:1: form: mẫu cần có title và blocks");
    CHECK_THAT(told("[form.a", english), Catch::StartsWith("forms.toml:1: cannot be read ("));
    CHECK(told("[block.a]\ntext = 1", english) == "forms.toml:2: text: must be a text in quotes");
}
