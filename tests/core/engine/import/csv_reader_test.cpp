#include "core/domain/text.hpp"
#include "core/engine/import/csv_reader.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>

using core::CsvReader;
using core::TableRecord;

namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

Rows read_rows(const std::string& text, std::size_t block_bytes = core::csv_block_bytes) {
    std::istringstream input(text);
    CsvReader reader(input, ',', 1, block_bytes);
    TableRecord record;
    Rows rows;
    while (reader.next(record)) {
        INFO(samples::in_english(record.problem));
        REQUIRE_FALSE(record.problem);
        rows.emplace_back(record.fields.begin(), record.fields.end());
    }
    return rows;
}

// One line of text for each record: "3: a|b", or the problem after the line number.
Row read_lines(const std::string& text, std::size_t block_bytes = core::csv_block_bytes) {
    std::istringstream input(text);
    CsvReader reader(input, ',', 1, block_bytes);
    TableRecord record;
    Row lines;
    while (reader.next(record)) {
        std::string line = std::to_string(record.line) + ": ";
        if (record.problem) CHECK(record.fields.empty());
        for (const auto field : record.fields) line += std::string(field) + "|";
        lines.push_back(line + samples::in_english(record.problem));
    }
    return lines;
}

std::string write(const Rows& rows, const std::string& line_end) {
    std::string text;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            text += (i == 0 ? "" : ",") + core::csv_field(row[i]);
        text += line_end;
    }
    return text;
}

class Dice {
public:
    std::size_t below(std::size_t count) { return random_() % count; }

    Rows table() {
        Rows rows(1 + below(6));
        const std::size_t columns = 2 + below(4);
        for (Row& row : rows) {
            for (std::size_t i = 0; i < columns; ++i) row.push_back(field());
        }
        return rows;
    }

    std::string field() {
        static const Row pieces = {"a", "\"", ",", "\n", "\r",    "\r\n",
                                   "ế", "\t", " ", "😀",  "\uFEFF"};
        std::string text;
        for (std::size_t left = below(6); left > 0; --left) text += pieces[below(pieces.size())];
        return text;
    }

    std::string bytes(std::size_t count) {
        std::string text(count, '\0');
        for (char& c : text) c = static_cast<char>(random_());
        return text;
    }

private:
    std::mt19937 random_{20230731};
};

} // namespace

TEST_CASE("fields may hold commas, quotes and line ends", "[core][csv]") {
    CHECK(read_rows("a,\"b,c\",\"d\"\"e\"\n\"f\ng\",,\"\"\n") ==
          Rows{{"a", "b,c", "d\"e"}, {"f\ng", "", ""}});
}

TEST_CASE("byte order mark, CRLF, empty lines and the last line end do not matter", "[core][csv]") {
    const Rows expected{{"a", "b"}, {"c", ""}};
    for (const char* text : {"a,b\nc,\n", "a,b\nc,", "\uFEFFa,b\r\nc,\r\n", "a,b\r\nc,\r",
                             "\n\r\na,b\n\n\r\nc,\"\"\r\n\r\n", "\uFEFF\"a\",b\nc,\r"}) {
        for (std::size_t block = 1; block < 24; ++block) CHECK(read_rows(text, block) == expected);
    }
    CHECK(read_rows("").empty());
    CHECK(read_rows("\uFEFF").empty());
    CHECK(read_rows("\n\r\n\r").empty());
}

TEST_CASE("a record tells the physical line it starts on", "[core][csv]") {
    CHECK(read_lines("a\n\n\"b\nc\r\nd\"\ne\n") == Row{"1: a|", "3: b\nc\r\nd|", "6: e|"});
}

TEST_CASE("any table comes back as it was written, whatever the block size", "[core][csv]") {
    Dice dice;
    for (int round = 0; round < 300; ++round) {
        const Rows rows = dice.table();
        const std::string text = write(rows, round % 2 == 0 ? "\n" : "\r\n");
        INFO(text);
        for (std::size_t block = 1; block <= text.size() + 1; ++block) {
            if (read_rows(text, block) != rows) FAIL("block of " << block);
        }
        const std::string without_last_end = text.substr(0, text.size() - 1);
        CHECK(read_rows(without_last_end) == rows);
    }
}

TEST_CASE("a record of the wrong shape is told and the next one is read", "[core][csv]") {
    for (std::size_t block = 1; block < 20; ++block) {
        CHECK(read_lines("a,b\"c\",\"d\ne\n", block) ==
              Row{"1: column 2: a quote inside a field that does not begin with one", "2: e|"});
        CHECK(read_lines("\"a\" ,b\ne", block) ==
              Row{"1: column 1: text after a closing quote", "2: e|"});
        CHECK(read_lines("a\rb\ne", block) ==
              Row{"1: column 1: a carriage return that ends no line", "2: e|"});
        CHECK(read_lines("\ra,b\ne", block) ==
              Row{"1: column 1: a carriage return that ends no line", "2: e|"});
        CHECK(read_lines("e\na,\"b\n", block) ==
              Row{"1: e|", "2: column 2: a quote that is not closed before the end of the file"});
        CHECK(read_lines("a,\"b\x01\",c\ne", block) ==
              Row{"1: column 2: control character 0x01", "2: e|"});
        CHECK(read_lines(std::string("a\0b\n\x7F\n", 6), block) ==
              Row{"1: column 1: control character 0x00", "2: column 1: control character 0x7F"});
    }
}

TEST_CASE("a number that is kept by a formula needs no quotes around it", "[core][csv]") {
    for (std::size_t block = 1; block < 24; ++block) {
        CHECK(read_rows("M-1,=\"0191\",b\n=\"\",=\"09 1\"\r\n", block) ==
              Rows{{"M-1", "=\"0191\"", "b"}, {"=\"\"", "=\"09 1\""}});
        CHECK(read_lines("a=\"0\",b\nc,=\"0,d\ne\n", block) ==
              Row{"1: column 1: a quote inside a field that does not begin with one",
                  "2: column 2: a quote inside a field that does not begin with one", "3: e|"});
    }
}

TEST_CASE("what is left of a broken record is kept for people, the rest of its line too",
          "[core][csv]") {
    const auto remains = [](const std::string& text) {
        Rows all;
        for (std::size_t block = 1; block < 24; ++block) {
            std::istringstream input(text);
            CsvReader reader(input, ',', 1, block);
            TableRecord record;
            REQUIRE(reader.next(record));
            REQUIRE(record.problem);
            all.push_back(record.remains);
            if (reader.next(record)) CHECK(record.remains.empty());
        }
        CHECK(std::ranges::count(all, all.front()) == std::ssize(all));
        return all.front();
    };
    CHECK(remains("M-1,Lê \"Tý\" An,0912\nb,c,d\n") == Row{"M-1", "Lê \"Tý\" An,0912"});
    CHECK(remains("M-1,\"Lê\" An,0912\r\nb,c,d\n") == Row{"M-1", "\"Lê\" An,0912"});
    CHECK(remains(std::string("M-1,L\0 An,0912\nb,c,d\n", 21)) ==
          Row{"M-1", std::string("L\0 An", 5), "0912"});
    CHECK(remains("M-1,L\xEA An,0912\nb,c,d\n") == Row{"M-1", "L\uFFFD An", "0912"});
    CHECK(remains("M-1,\"Lê An\nb,c,d\n") == Row{"M-1", "\"Lê An\nb,c,d\n"});
    CHECK(remains("M-1,Lê\rAn,0912\nb,c,d\n") == Row{"M-1", "Lê\rAn,0912"});
}

TEST_CASE("broken UTF-8 is told by column and byte", "[core][csv]") {
    CHECK(
        read_lines("ấ,bc\xFF,d\ne") ==
        Row{"1: column 2: not UTF-8 at byte 3 of the field; save the file as CSV UTF-8", "2: e|"});
    CHECK(read_lines("\xC3,\xA1\n") ==
          Row{"1: column 1: not UTF-8 at byte 1 of the field; save the file as CSV UTF-8"});
    CHECK(read_lines("\"\xC3\",\"\xA1\"") ==
          Row{"1: column 1: not UTF-8 at byte 1 of the field; save the file as CSV UTF-8"});
}

TEST_CASE("a record of the limits passes and a larger one is told", "[core][csv]") {
    const std::string longest(core::csv_record_limit_bytes, 'x');
    CHECK(read_rows(longest + "\na\n") == Rows{{longest}, {"a"}});
    CHECK(read_rows("\"" + longest + "\"\na\n") == Rows{{longest}, {"a"}});
    for (const std::string& text : {longest + "x", "\"" + longest + "x\"", "\"" + longest + "\n"}) {
        const Row lines = read_lines(text + "\nnext\n");
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].starts_with("1: column 1: the record is longer than 65536 bytes"));
        CHECK(lines[1].ends_with(": next|"));
    }
    const std::string commas(core::csv_field_limit - 1, ',');
    CHECK(read_rows(commas).at(0).size() == core::csv_field_limit);
    CHECK(read_lines(commas + ",\na\n") == Row{"1: more than 64 columns", "2: a|"});
}

TEST_CASE("garbage is read to its end without failing", "[core][csv]") {
    Dice dice;
    const std::string garbage = dice.bytes(1'000'000);
    CHECK(read_lines(garbage) == read_lines(garbage, 7));

    std::string quotes = garbage;
    for (char& c : quotes) c = ",\"\n\rx"[static_cast<unsigned char>(c) % 5];
    CHECK(read_lines(quotes) == read_lines(quotes, 7));
}

TEST_CASE("a stream that breaks off throws", "[core][csv]") {
    std::istringstream input("a,b\n");
    input.setstate(std::ios::badbit);
    CHECK_THROWS_AS(CsvReader(input), std::runtime_error);
}
