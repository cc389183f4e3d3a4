#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using source_text::Source;

namespace {

std::vector<std::string> literals_of(std::string_view text) {
    std::vector<std::string> found;
    for (const source_text::Literal& literal : Source(text).literals) found.push_back(literal.text);
    return found;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("literals are told from comments, characters and parted numbers", "[house]") {
    CHECK(literals_of("f(\"one\", 10'000, 0xff'ff, 'x', '\"', '\\'', u8\"two\"); // \"three\"\n"
                      "/* \"four\" */ g(\"a\\\"b\"); // that's it\nh(\"five\");") ==
          Texts{"one", "two", "a\\\"b", "five"});
    CHECK(literals_of("auto place = \"http://here\"; f(\"there\");") ==
          Texts{"http://here", "there"});
}

TEST_CASE("a raw literal is read whole, whatever its quotes, and what follows it too", "[house]") {
    CHECK(literals_of("f(R\"(one \"two\" // three)\", \"four\");") ==
          Texts{"one \"two\" // three", "four"});
    CHECK(literals_of(
              "f(R\"re(a)\"b)re\", \"c\"); g(L\"d\", u8R\"(e \"f\")\"); int CR = 1; h(CR\"g\");") ==
          Texts{"a)\"b", "c", "d", "e \"f\"", "g"});
}

TEST_CASE("code is left without comments, bare code without what stands in quotes", "[house]") {
    const Source source("int a = f(\"now\", 'c'); // later\n/* never */int b;");
    CHECK(source.code == "int a = f(\"now\", 'c');  \n int b;");
    CHECK(source.bare == "int a = f(\"\", '');  \n int b;");
    CHECK(source.comments == Texts{"// later", "/* never */"});
    REQUIRE(source.literals.size() == 1);
    CHECK(source.before(source.literals.front()) == "int a = f(");
    CHECK(source.after(source.literals.front()).starts_with(", 'c')"));
}

TEST_CASE("a text that ends within quotes or a comment has an end all the same", "[house]") {
    CHECK(literals_of("f(\"one").size() == 1);
    CHECK(literals_of("R\"(").size() == 1);
    CHECK(Source("a /* b").comments == Texts{"/* b"});
    CHECK(Source("'").bare == "''");
}
