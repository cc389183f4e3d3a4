// What the operating system says is English wherever it runs: people are told by the codes of
// core::system_message, each of which has a sentence.

#include "core/domain/failure.hpp"
#include "core/words/words.hpp"
#include "tests/support/sentences.hpp"
#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <cerrno>
#include <regex>
#include <string>

using sentences::NameSet;
using source_text::Source;

namespace {

/// The table itself, and what only a log is told.
const NameSet may_ask_the_system = {"core/domain/failure.cpp", "core/server/http/upload.cpp",
                                    "printer/device_connection.cpp"};

bool takes_the_systems_words(const Source& source) {
    static const std::regex words(R"re(\bstrerror\w*\(|\b\w+_category\(\)\.message\()re");
    return std::regex_search(source.bare, words);
}

} // namespace

TEST_CASE("no sentence takes the system's words", "[words]") {
    NameSet found;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        if (takes_the_systems_words(source_text::read(file))) found.insert(file);
    }
    CHECK(found == may_ask_the_system);
    CHECK(takes_the_systems_words(Source("const auto why = std::strerror(errno);")));
    CHECK(takes_the_systems_words(Source("x = std::generic_category().message(error);")));
    CHECK_FALSE(takes_the_systems_words(Source("// strerror(errno)")));
}

TEST_CASE("a full disk is told of in each language", "[words]") {
    const core::Message full{"file-unwritable",
                             {{"file", "/x"}, {"reason", core::system_reason(ENOSPC)}}};
    CHECK(words::say({}, full) == "/x: không ghi được tệp: đĩa đầy; hãy kiểm tra thư mục, quyền "
                                  "ghi và chỗ trống của ổ đĩa");
    CHECK(words::say(words::Language::find("en").value(), full) ==
          "/x: cannot be written: the disk is full; check the folder, its permissions and the free "
          "space");
}
