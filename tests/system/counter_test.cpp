// The agent of an officer's PC with the real core: log-in, dossiers, drafts, what happens when one
// of both dies.

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/running_counter.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <fstream>

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

/// The cookie that a log-in through the agent sets.
std::string log_in(Api& page, const std::string& user, const std::string& password) {
    const auto reply = page.post("/api/v1/session", {{"user", user}, {"password", password}});
    REQUIRE(reply.status == 200);
    const std::string cookie(reply.http.header("set-cookie"));
    return cookie.substr(0, cookie.find(';'));
}

ApiReply ask(Api& page,
             const std::string& cookie,
             const std::string& method,
             const std::string& path,
             const json::value& body = nullptr) {
    return page.request(method, path, body.is_null() ? "" : json::serialize(body),
                        {{"Cookie", cookie}, {"Content-Type", "application/json"}});
}

bool is_online(const json::value& state) { return state.at("core").at("online").as_bool(); }

bool is_away(const json::value& state) {
    return !is_online(state) && !state.at("core").at("lost_since").is_null();
}

std::string problem_of(const ApiReply& reply) { return reply.text("type"); }

} // namespace

TEST_CASE("an officer works through the agent as at the core itself", "[system][counter]") {
    ServedWard ward;
    (void)ward.token_of("officer");
    const TemporaryDirectory data;
    RunningCounter counter(ward.server().port(), data / "data");
    Api page = counter.nobody();
    const std::string cookie = log_in(page, "officer", usual_password);
    CHECK(ask(page, cookie, "GET", "/api/v1/session").text("login") == "officer");

    // As a page asks: from what it has seen on, since its own line is open before the core's is.
    const auto seen = ask(page, cookie, "GET", "/api/v1/queue").json.at("seq").as_int64();
    net::WebSocketClient events({"127.0.0.1", counter.port(), false, {}},
                                "/api/v1/events?topics=dossiers&since=" + std::to_string(seen),
                                {{"Cookie", cookie}});
    const auto received = ask(page, cookie, "POST", "/api/v1/dossiers", intake());
    REQUIRE(received.status == 201);
    const auto heard = events.read(std::chrono::seconds{60});
    REQUIRE(heard);
    CHECK_THAT(*heard, Catch::Contains(received.text("code")));
    const std::string dossier = "/api/v1/dossiers/" + received.text("code");
    CHECK(page.request("PUT", dossier + "/attachments/a.pdf", "%PDF-1.4 paper",
                       {{"Cookie", cookie}, {"Content-Type", "application/pdf"}})
              .status == 201);
    CHECK(ask(page, cookie, "GET", dossier + "/attachments/a.pdf").http.body == "%PDF-1.4 paper");
    CHECK(page.get(dossier).status == 401); // the agent lends nobody its own rights
    CHECK(counter.stop().status == 0);
    CHECK(ward.ward().is_sound());
}

TEST_CASE("the receipt of a dossier is printed from the core's books", "[system][counter][print]") {
    ServedWard ward;
    const TemporaryDirectory data;
    RunningCounter counter(ward.server().port(), data / "data",
                           {"--sheet-printer", "file:" + (data / "sheets").string(),
                            "--receipt-printer", "file:" + (data / "rolls").string()});
    Api page = counter.as(ward.token_of("officer"));
    const std::string code = receive(page);
    const auto print = [&](Api& who, const std::string& key, json::object body) {
        body["dossier"] = code;
        return who.request("POST", "/local/print", json::serialize(body),
                           {{"Idempotency-Key", key}, {"Content-Type", "application/json"}});
    };
    CHECK(print(page, "1", {{"kind", "receipt"}, {"printer", "sheet"}, {"copies", 2}}).status ==
          200);
    CHECK(print(page, "2", {{"kind", "receipt"}, {"printer", "receipt"}}).status == 200);
    CHECK(page.request("POST", "/local/print",
                       json::serialize(
                           json::object{{"kind", "batch-receipt"}, {"codes", json::array{code}}}),
                       {{"Idempotency-Key", "4"}})
              .status == 200);
    CHECK(fs::exists(data / "sheets/0001-receipt.pdf"));
    CHECK(fs::exists(data / "rolls/0001-receipt.png"));
    CHECK(fs::exists(data / "sheets/0002-batch-receipt.pdf"));

    Api nobody = counter.nobody();
    CHECK(print(nobody, "5", {{"kind", "receipt"}}).status == 401);
    CHECK(print(page, "6", {{"kind", "refusal"}}).status == 409); // it was not refused
    CHECK_FALSE(fs::exists(data / "sheets/0003-refusal.pdf"));
}

TEST_CASE("what an officer typed survives a kill of the agent and is nobody else's",
          "[system][counter]") {
    ServedWard ward;
    const TemporaryDirectory data;
    const json::object typed = {{"applicant", {{"name", "Nguyễn Văn An"}}}};
    const std::string officer = ward.token_of("officer");
    const std::string specialist = ward.token_of("specialist");
    {
        RunningCounter counter(ward.server().port(), data / "data");
        Api page = counter.as(officer);
        CHECK(counter.nobody().get("/local/drafts").status == 401);
        CHECK(counter.as(ward.token_of("counter")).get("/local/drafts").status == 401); // nobody's
        CHECK(page.request("PUT", "/local/drafts/intake", json::serialize(typed)).status == 200);
        counter.program().kill();
    }
    RunningCounter counter(ward.server().port(), data / "data");
    Api page = counter.as(officer);
    const auto drafts = page.get("/local/drafts");
    REQUIRE(drafts["items"].as_array().size() == 1);
    CHECK(drafts["items"].as_array()[0].at("key") == "intake");
    CHECK(page.get("/local/drafts/intake").json == typed);

    Api other = counter.as(specialist);
    CHECK(other.get("/local/drafts")["items"].as_array().empty());
    CHECK(other.get("/local/drafts/intake").status == 404);

    CHECK(page.request("PUT", "/local/drafts/Intake", "{}").status == 422);
    CHECK(page.request("PUT", "/local/drafts/a/b", "{}").status == 422);
    CHECK(page.request("PUT", "/local/drafts/intake", "{half").status == 400);
    CHECK(page.request("PUT", "/local/drafts/intake", std::string(300'000, ' ')).status == 413);
    CHECK(page.get("/local/drafts/intake").json == typed);
    CHECK(page.request("DELETE", "/local/drafts/intake", "").status == 200);
    CHECK(page.get("/local/drafts/intake").status == 404);
}

TEST_CASE("while the core is away drafts work, and the rest says so", "[system][counter]") {
    ServedWard ward;
    const TemporaryDirectory data;
    const std::string officer = ward.token_of("officer");
    const std::uint16_t core = ward.server().port();
    auto counter = std::make_unique<RunningCounter>(core, data / "data");
    {
        PageEvents events(counter->port());
        events.wait_for("state", is_online);
        Api page = counter->as(officer);
        CHECK(page.request("PUT", "/local/drafts/intake", "{}").status == 200);

        REQUIRE(ward.server().stop().status == 0);
        events.wait_for("state", is_away);
        const auto refused = page.get("/api/v1/queue");
        CHECK(refused.status == 502);
        CHECK(problem_of(refused) == "urn:motcua:problem:core-away");
        CHECK(page.request("PUT", "/local/drafts/intake", R"({"more":1})").status == 200);
        // A log-out that the core did not hear of is none.
        CHECK(page.request("DELETE", "/api/v1/session", "").status == 502);
        CHECK(page.get("/local/drafts/intake").http.body == R"({"more":1})");
        const auto print =
            page.request("POST", "/local/print", R"({"kind":"receipt","dossier":"A"})",
                         {{"Idempotency-Key", "k"}});
        CHECK(print.status == 409); // there is no printer either

        // Somebody whom the agent does not know.
        CHECK(counter->as("no such token").get("/local/drafts").status == 502);
    }
    counter->program().kill();
    counter = std::make_unique<RunningCounter>(core, data / "data");
    PageEvents events(counter->port());
    events.wait_for("state", is_away);
    Api page = counter->as(officer);
    CHECK(page.get("/local/drafts/intake").http.body == R"({"more":1})");

    Program again(MOTCUA_CORE, {"serve", "--db", ward.ward().db().string(), "--listen",
                                "127.0.0.1:" + std::to_string(core)});
    again.wait_for_output("listening on http");
    events.wait_for("state", is_online);
    CHECK(page.get("/api/v1/queue").status == 200);
    CHECK(page.request("DELETE", "/api/v1/session", "").status == 200);
    CHECK(page.get("/local/drafts").status == 401); // logged out
}

TEST_CASE("another site's page, or another name for this machine, is turned away",
          "[system][counter]") {
    const TemporaryDirectory data;
    fs::create_directories(data / "web/counter");
    std::ofstream(data / "web/counter/index.html") << "<title>page</title>";
    RunningCounter counter(1, data / "data", {"--web", (data / "web").string()});
    Api page = counter.nobody();
    const std::string own = "http://127.0.0.1:" + std::to_string(counter.port());
    const auto state = [&](const std::string& origin) {
        return page.request("GET", "/local/state", "", {{"Origin", origin}}).status;
    };
    CHECK(state(own) == 200);
    CHECK(state("http://example.com") == 403);
    CHECK(state("null") == 403);
    CHECK_THROWS_AS(net::WebSocketClient({"127.0.0.1", counter.port(), false, {}}, "/local/events",
                                         {{"Origin", "http://example.com"}}),
                    net::NetError);
    const auto home = page.get("/");
    CHECK(home.status == 302);
    CHECK(home.http.header("location") == "/counter/");
    const auto shown = page.get("/counter/");
    CHECK(shown.http.body == "<title>page</title>");
    CHECK_FALSE(shown.http.header("content-security-policy").empty());
    CHECK(page.get("/counter/other").status == 404);
    CHECK(page.get("/local/other").status == 404);
}

TEST_CASE("the machine is enrolled once and tells the core how it is", "[system][counter]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    const TemporaryDirectory data;
    const auto enrolled = admin.post("/api/v1/devices", {{"kind", "counter"}, {"name", "quầy 2"}});
    REQUIRE(enrolled.status == 201);
    const std::string code = enrolled.text("code");
    std::string id;
    {
        RunningCounter counter(ward.server().port(), data / "data",
                               {"--enrol", code, "--counter", "2"});
        const auto state = counter.nobody().get("/local/state");
        id = state.text("device");
        CHECK_THAT(id, Catch::StartsWith("counter-"));
        CHECK(state.number("counter") == 2);
    }
    RunningCounter again(ward.server().port(), data / "data");
    CHECK(again.nobody().get("/local/state").text("device") == id);

    Program refused(MOTCUA_COUNTER,
                    {"--core", "http://127.0.0.1:" + std::to_string(ward.server().port()), "--data",
                     (data / "other").string(), "--enrol", code});
    CHECK(refused.wait().status == 1);
    CHECK_THAT(refused.wait().errors, Catch::StartsWith("motcua-counter: "));
}

TEST_CASE("a core that cannot be reached for the key is told of in the reader's language",
          "[system][counter]") {
    const TemporaryDirectory data;
    const auto complaint = [&](const std::string& locale) {
        return Program("/usr/bin/env",
                       {"LC_ALL=" + locale, MOTCUA_COUNTER, "--core", "http://127.0.0.1:1",
                        "--data", (data / "data").string(), "--enrol", "ABCD-EFGH"})
            .wait()
            .errors;
    };
    CHECK_THAT(complaint("vi_VN.UTF-8"), Catch::Contains("không kết nối được máy chủ 127.0.0.1:1"));
    CHECK_THAT(complaint("en_GB.UTF-8"),
               Catch::Contains("the server at 127.0.0.1:1 cannot be reached"));
}

TEST_CASE("one data folder serves one agent", "[system][counter]") {
    const TemporaryDirectory data;
    RunningCounter counter(1, data / "data");
    Program second(MOTCUA_COUNTER, {"--core", "http://127.0.0.1:1", "--data",
                                    (data / "data").string(), "--listen", "127.0.0.1:0"});
    CHECK(second.wait().status == 1);
}

TEST_CASE("motcua-counter tells its usage", "[system][counter]") {
    const auto run = [](const std::vector<std::string>& arguments) {
        return Program(MOTCUA_COUNTER, arguments).wait();
    };
    CHECK_THAT(run({"--help"}).output, Catch::Contains("--scan-folder"));
    CHECK_THAT(run({"--version"}).output, Catch::StartsWith("motcua-counter "));
    CHECK(run({}).status == 2);
    CHECK(run({"--core", "http://127.0.0.1:1", "--data", "d", "--listen", "0.0.0.0:1"}).status ==
          2);
    CHECK(run({"--no-such"}).status == 2);
    const auto there_not =
        run({"--core", "http://127.0.0.1:1", "--data", "/proc/no", "--listen", "127.0.0.1:0"});
    CHECK(there_not.status == 1);
    CHECK_THAT(there_not.errors, Catch::StartsWith("motcua-counter: "));
}
