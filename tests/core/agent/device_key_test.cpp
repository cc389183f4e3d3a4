#include "core/agent/device_key.hpp"
#include "core/agent/safe_file.hpp"
#include "core/words/failure.hpp"
#include "tests/core/net/test_server.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

namespace {

TestHandler answering(int status, const std::string& body) {
    TestHandler handler;
    handler.on_handle = [=](const net::HttpRequest& request, const net::Responder& respond) {
        const bool sound = request.method == "POST" && request.path == "/api/v1/devices/redeem" &&
                           request.body == R"({"code":"ABCD-EFGH"})";
        respond(TestHandler::text(body, sound ? status : 500));
    };
    return handler;
}

} // namespace

TEST_CASE("a device key is kept in a file", "[agent][device_key]") {
    const TemporaryDirectory folder;
    const auto file = folder / "device.json";
    CHECK_FALSE(agent::load_device_key(file));
    agent::save_device_key(file, {"kiosk-7f3k", "kiosk", "Sảnh chính", "secret"});
    const auto key = agent::load_device_key(file);
    REQUIRE(key);
    CHECK(key->id == "kiosk-7f3k");
    CHECK(key->kind == "kiosk");
    CHECK(key->name == "Sảnh chính");
    CHECK(key->key == "secret");
    for (const char* const broken : {"", "{}", "[]", R"({"id":"a","kind":"kiosk","key":7})"}) {
        agent::replace_file(file, broken);
        CHECK_THROWS_WITH(agent::load_device_key(file), Catch::Contains("device.json"));
    }
}

TEST_CASE("a one-time code becomes a key", "[agent][device_key]") {
    TestHandler handler =
        answering(201, R"({"id":"kiosk-1","kind":"kiosk","name":"","key":"secret"})");
    TestServer server(handler);
    const agent::DeviceKey key = agent::redeem_code(server.address(), "ABCD-EFGH", "kiosk");
    CHECK(key.id == "kiosk-1");
    CHECK(key.key == "secret");
    CHECK_THROWS_WITH(agent::redeem_code(server.address(), "ABCD-EFGH", "counter"),
                      Catch::Contains("kiosk", Catch::CaseSensitive::No));
}

TEST_CASE("a refused code is refused with the core's sentence", "[agent][device_key]") {
    TestHandler handler = answering(404, R"({"detail":"Mã không đúng"})");
    TestServer server(handler);
    CHECK_THROWS_WITH(agent::redeem_code(server.address(), "ABCD-EFGH", "kiosk"),
                      Catch::Contains("Mã không đúng"));
    server.stop();
    CHECK_THROWS_AS(agent::redeem_code(server.address(), "ABCD-EFGH", "kiosk"), net::NetError);
}

TEST_CASE("a core that is away or is none is told of in the reader's language",
          "[agent][device_key]") {
    const auto told = [](const net::ServerAddress& core, words::Language language) {
        try {
            agent::redeem_code(core, "ABCD-EFGH", "kiosk", language);
        } catch (const std::exception& failure) {
            return words::say(language, failure);
        }
        return std::string("nothing");
    };
    const words::Language english = words::Language::find("en").value();
    net::ServerAddress nobody;
    nobody.port = 1;
    CHECK_THAT(told(nobody, {}), Catch::StartsWith("không kết nối được máy chủ 127.0.0.1:1 ("));
    CHECK_THAT(told(nobody, english),
               Catch::StartsWith("the server at 127.0.0.1:1 cannot be reached ("));
    TestHandler handler = answering(201, "{}");
    TestServer server(handler);
    CHECK_THAT(told(server.address(), {}), Catch::Contains("không trả lời mã ghép"));
    CHECK_THAT(told(server.address(), english), Catch::Contains("did not answer the code"));
}
