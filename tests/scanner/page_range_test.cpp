#include "scanner/page_range.hpp"

#include <catch2/catch.hpp>

using scanner::PageRange;
using scanner::parse_page_range;

TEST_CASE("a range of pages is written as people write it", "[scanner][pages]") {
    CHECK(parse_page_range("3") == PageRange{3, 3});
    CHECK(parse_page_range("2-5") == PageRange{2, 5});
    CHECK(parse_page_range("4-") == PageRange{4, INT_MAX});
    CHECK(parse_page_range("-3") == PageRange{1, 3});
    for (const char* wrong : {"", "-", "0", "0-2", "5-2", "a", "1-b", "1-2-3", " 1", "99999999999"})
        CHECK_FALSE(parse_page_range(wrong));
}
