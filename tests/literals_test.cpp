// What people read stands in core/words, a file a language: a sentence typed into the sources would
// be said in one language to everybody. Looks for letters that only Vietnamese has, in everything
// that is compiled.

#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using source_text::Source;
using Names = std::set<std::string, std::less<>>;

namespace {

/// Signs such as `…` and `→` belong to no language.
bool has_foreign_letter(std::string text) {
    for (const char* sign : {"…", "–", "→", "•", "“", "”"}) {
        for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign))
            text.erase(at, std::string_view(sign).size());
    }
    return std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

/// Files whose texts are data or papers, which are Vietnamese by form, and no message.
const Names told_in_vietnamese = {
    "core/domain/call_text.cpp",               // the speech of a call
    "core/domain/money.cpp",                   // units as people write them behind an amount
    "core/domain/name_words.cpp",              // names
    "core/domain/old_font_tables.cpp",         // their letters
    "core/domain/old_fonts.cpp",               // letters beside which they are odd
    "core/domain/text_damage.cpp",             // letters beside which they are odd
    "core/domain/vietnamese_syllable.cpp",     // the rimes of the language
    "core/engine/seeding/invented_people.cpp", // names
    "core/reports/pdf_document.cpp",           // head and signatures of an official paper
    "kiosk/ticket_printer.cpp",                // a ticket that a printer is tried with
    "printer/fill_in.cpp",                     // dates and amounts on papers
};

/// Texts of papers, which the law gives in Vietnamese, letters that a font must have, data, and the
/// field's own words that a description for engineers gives beside the English ones.
const std::map<std::string, Names, std::less<>> known_literals = {
    {"core/domain/citizen_id.cpp", {"Nữ"}}, // on a citizen's card
    {"core/engine/seeding/seeding.cpp", {"Chứng thực", "Hộ tịch"}},
    {"core/reports/pdf_canvas.cpp", {"ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ"}},
    {"core/server/main.cpp",
     {"motcua-core: the books of a ward's one-stop desk (bộ phận một cửa)"}},
    {"core/server/papers/paper_parts.cpp",
     {"Uỷ ban nhân dân ", "Ủy ban nhân dân ", "phường ", "xã ", "thị trấn ", "đặc khu "}},
    {"core/server/routes/feedback.cpp",
     {"A complaint or suggestion (phản ánh, kiến nghị), or a rating"}},
    {"core/server/routes/papers.cpp",
     {"One receipt for several dossiers of one person (chứng thực)",
      "The register (sổ theo dõi hồ sơ) of what was received in a period"}},
    {"printer/compose.cpp", {"IN LẠI"}},
    {"printer/typesetter.cpp", {"ĂÂĐÊÔƠƯăâđêôơưẮẰẲẴẶẤẦẨẪẬẾỀỂỄỆỐỒỔỖỘỚỜỞỠỢỨỪỬỮỰỲỴỶỸ"}},
};

/// The texts of a source with a letter that is not ASCII.
std::vector<std::string> foreign_texts(const Source& source) {
    std::vector<std::string> found;
    for (const source_text::Literal& literal : source.literals) {
        if (has_foreign_letter(literal.text)) found.push_back(literal.text);
    }
    return found;
}

} // namespace

TEST_CASE("no sentence for people is typed into what is compiled, but on papers",
          "[words][literals]") {
    Names unused = told_in_vietnamese;
    for (const auto& [file, texts] : known_literals) {
        for (const std::string& text : texts) unused.insert(file + ": " + text);
    }
    const auto files = source_text::files_in(source_text::shipped_folders());
    REQUIRE(files.size() > 400); // the sources were found
    for (const std::string& file : files) {
        const auto known = known_literals.find(file);
        for (const std::string& text : foreign_texts(source_text::read(file))) {
            unused.erase(file);
            unused.erase(file + ": " + text);
            if (told_in_vietnamese.contains(file)) continue;
            if (known != known_literals.end() && known->second.contains(text)) continue;
            FAIL_CHECK(file << ": \"" << text << "\" belongs into core/words/vi.json");
        }
    }
    CHECK(unused == Names{}); // an exception that nothing needs is struck off the list
}

TEST_CASE("a sentence typed into a source is found, one in a comment is none",
          "[words][literals]") {
    const auto typed = [](std::string_view text) { return foreign_texts(Source(text)).size(); };
    CHECK(typed(R"(return "Không có hồ sơ " + code;)") == 1);
    CHECK(typed(R"(say("a \"hồ sơ\"", 'x', "b");)") == 1);
    CHECK(typed("say(R\"(Không có)\"); say(R\"x(a \"hồ sơ\")x\");") == 2);
    CHECK(typed("int a; // \"hồ sơ\"\nint b; /* \"hồ sơ\" */ int c;") == 0);
    CHECK(typed(R"(show("at most … → –", '"', "plain");)") == 0);
}
