// The network names what went wrong by a code of its own, `net-unreachable`, and knows no words:
// this holds each to a sentence.

#include "core/domain/failure.hpp"
#include "core/words/failure.hpp"
#include "core/words/words.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace fs = std::filesystem;

TEST_CASE("what the network tells of a server has a sentence", "[words]") {
    std::set<std::string> codes;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE_ROOT) / "core/net")) {
        if (entry.path().extension() != ".cpp") continue;
        std::ifstream in(entry.path());
        const std::string source{std::istreambuf_iterator<char>(in), {}};
        const std::regex code("\"(net-[a-z-]+)\"");
        for (std::sregex_iterator at(source.begin(), source.end(), code), end; at != end; ++at)
            codes.insert((*at)[1]);
    }
    CHECK(codes.size() > 10);
    for (const std::string& code : codes) {
        INFO(code);
        CHECK(words::has_sentence(code));
    }
}

TEST_CASE("a server that cannot be reached is told of in each language", "[words]") {
    const core::Failure failure(
        {"net-unreachable",
         {{"server", "127.0.0.1:1"},
          {"reason", std::vector<core::Message>{"net-no-answer-in-time"}}}});
    CHECK(words::say({}, failure) ==
          "không kết nối được máy chủ 127.0.0.1:1 (không trả lời kịp): hãy kiểm tra địa chỉ, mạng, "
          "và máy chủ đã chạy chưa");
    CHECK(words::say(words::Language::find("en").value(), failure) ==
          "the server at 127.0.0.1:1 cannot be reached (no answer in time): check its address, the "
          "network and whether it runs");
}
