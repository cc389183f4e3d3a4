#include "scanner/live/scan_line.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using live_samples::card;
using live_samples::start;
using scanner::Moment;
using scanner::Scan;
using scanner::ScanLine;

namespace {

std::vector<std::string> texts(const std::vector<Scan>& scans) {
    std::vector<std::string> found;
    for (const Scan& scan : scans) found.push_back(scan ? *scan : "refused");
    return found;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a line end ends a scan, whichever the scanner sends", "[scanner][live]") {
    ScanLine line;
    CHECK(texts(line.add("A012-230103\r", start)) == Texts{"A012-230103"});
    CHECK(texts(line.add("\nB001-230103\r\n", start)) == Texts{"B001-230103"});
    CHECK(texts(line.add("one\ntwo\n\n\rthree", start)) == Texts{"one", "two"});
    CHECK(line.ends_at() == start + scanner::line_silence);
}

TEST_CASE("silence ends a scan of a scanner that sends no line end", "[scanner][live]") {
    ScanLine line;
    CHECK_FALSE(line.ends_at());
    CHECK_FALSE(line.end_if_silent(start));
    CHECK(line.add("A012-", start).empty());
    CHECK_FALSE(line.end_if_silent(start + 49ms));
    CHECK(line.add("230103", start + 49ms).empty());
    CHECK_FALSE(line.end_if_silent(start + 98ms));
    const auto scan = line.end_if_silent(start + 99ms);
    REQUIRE(scan);
    CHECK(scan->value() == "A012-230103");
    CHECK_FALSE(line.ends_at());
}

TEST_CASE("pieces that are cut anywhere give the same scans", "[scanner][live]") {
    const std::string wanted[] = {card, "H18.232-250519-1555", "in the ]Q1 middle ]Q1", "Đỗ"};
    for_random_cases(500, [&](Random& random) {
        ScanLine line;
        std::string bytes;
        Texts sent;
        for (int i = random.integer(1, 6); i > 0; --i) {
            sent.push_back(random.pick(wanted));
            bytes += random.one_in(2) ? "]Q1" : "";
            bytes += sent.back() + (random.one_in(2) ? "\r\n" : "\r");
        }
        Texts got;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto size = static_cast<std::size_t>(random.integer(1, 20));
            for (const Scan& scan : line.add(std::string_view(bytes).substr(at, size), start))
                got.push_back(scan ? *scan : "refused");
            at += size;
        }
        CHECK(got == sent);
    });
}

TEST_CASE("the identifier of the symbology is taken off, once", "[scanner][live]") {
    CHECK(scanner::without_aim_identifier("]C0A012-230103") == "A012-230103");
    CHECK(scanner::without_aim_identifier("]Q1" + card) == card);
    CHECK(scanner::without_aim_identifier("]d2x") == "x");
    CHECK(scanner::without_aim_identifier("]Q1]Q1x") == "]Q1x");
    CHECK(scanner::without_aim_identifier("]1Qx") == "]1Qx");
    CHECK(scanner::without_aim_identifier("]Q") == "]Q");
    ScanLine line;
    CHECK(line.add("]Q1\r", start).empty());
}

TEST_CASE("bytes that are no UTF-8 are refused, and the next scan is not", "[scanner][live]") {
    ScanLine line;
    const auto scans = line.add("Nguy\xEA\xFEn\rA012-230103\r", start);
    REQUIRE(scans.size() == 2);
    CHECK(scans[0].error().message.code == "scan-no-utf8");
    CHECK(*scans[1] == "A012-230103");
}

TEST_CASE("a line without an end is refused once and takes no more memory", "[scanner][live]") {
    ScanLine line;
    const std::string much(1000, 'x');
    for (int i = 0; i < 1000; ++i) CHECK(line.add(much, start).empty());
    const auto scans = line.add("\rA012-230103\r", start);
    CHECK(texts(scans) == Texts{"refused", "A012-230103"});
    const std::string longest(scanner::scan_limit_bytes, 'x');
    CHECK(texts(line.add(longest + "\r", start)) == Texts{longest});
    CHECK(texts(line.add(longest + "x\r", start)) == Texts{"refused"});
}
