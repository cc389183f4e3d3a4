#include "core/api/doubled_member.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <string>

namespace {

std::optional<std::string> doubled(const std::string& text) {
    return api::doubled_member(text, boost::json::parse(text));
}

} // namespace

TEST_CASE("a member that stands twice is named by its path", "[api][body]") {
    CHECK(doubled(R"({"name":"A","name":"B"})") == "name");
    CHECK(doubled(R"({"a":1,"applicant":{"name":"A","id":2,"name":"A"}})") == "applicant.name");
    CHECK(doubled(R"({"documents":[{"name":"A"},"x",{"name":"B","copies":1,"copies":2}]})") ==
          "documents[2].copies");
    CHECK(doubled(R"({"name" :1, "n\u0061me": 2})") == "name");
    CHECK(doubled(R"([[{"a":{},"a":[]}]])") == "[0][0].a");
    CHECK(doubled(R"({"b":{"a":1},"c":{"a":1},"b":2})") == "b");
}

TEST_CASE("members of different objects may have one name", "[api][body]") {
    for (const char* text : {"{}", "[]", R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]})",
                             R"({"a":":{\"a\":1}","b":"\\"})",
                             R"({"giờ":"08:12","ngày":"03:01","":"::"})", R"("a:b")"}) {
        INFO(text);
        CHECK_FALSE(doubled(text));
    }
}
