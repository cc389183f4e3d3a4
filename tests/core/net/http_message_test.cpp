#include "core/net/http_message.hpp"

#include <catch2/catch.hpp>

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("a query gives its values unescaped", "[net][query]") {
    const std::string query = "q=khai%20sinh&name=Nguy%E1%BB%85n+V%C4%83n&empty=&alone&q=second";
    CHECK(net::query_value(query, "q") == "khai sinh");
    CHECK(net::query_value(query, "name") == "Nguyễn Văn");
    CHECK(net::query_value(query, "empty") == "");
    CHECK(net::query_value(query, "alone") == "");
    CHECK_FALSE(net::query_value(query, "other"));
    CHECK_FALSE(net::query_value("", "q"));
    CHECK(net::query_value("%71=a%3Db%26c", "q") == "a=b&c");
}

TEST_CASE("a query that is not sound gives no value", "[net][query]") {
    const std::string value = GENERATE(as<std::string>{}, "%", "%4", "%zz", "%ff", "\xFF", "%c0%80",
                                       "%ed%a0%80", "%f4%90%80%80", "%e1%bb");
    CHECK_FALSE(net::query_value("q=" + value, "q"));
    CHECK_FALSE(net::parse_query("a=b&q=" + value));
    CHECK_FALSE(net::parse_query(value + "=1"));
}

TEST_CASE("a query gives all its pairs in order", "[net][query]") {
    CHECK(net::parse_query("b=1&a=2&b=3&&c") ==
          Pairs{{"b", "1"}, {"a", "2"}, {"b", "3"}, {"c", ""}});
    CHECK(net::parse_query("") == Pairs{});
}

TEST_CASE("what is escaped comes back the same", "[net][query]") {
    std::string all;
    for (int byte = 1; byte < 128; ++byte) all += static_cast<char>(byte);
    all += "hồ sơ";
    const std::string escaped = net::escape_component(all);
    CHECK(net::query_value("q=" + escaped, "q") == all);
    CHECK(net::escape_component("Az09-._~") == "Az09-._~");
    CHECK(net::escape_component("a b/ồ") == "a%20b%2F%E1%BB%93");
}

TEST_CASE("a request finds its header fields by name", "[net]") {
    net::HttpRequest request;
    request.headers = {{"a", "1"}, {"b", "2"}, {"a", "3"}};
    CHECK(request.header("a") == "1");
    CHECK(request.header("c").empty());
}
