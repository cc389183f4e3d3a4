// Power failures, full disks, hostile clients: what was acknowledged is there, others are served.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

namespace json = boost::json;

namespace {

/// What senders were told before the power failed.
struct Acknowledged {
    std::mutex mutex;
    std::map<std::string, std::string> codes; // by key
    std::atomic<int> count{0};
    std::atomic<bool> refused{false}; ///< something, so that nobody waits for more
};

/// Sends intakes and tickets until the server is gone.
void send_until_gone(std::uint16_t port,
                     const std::string& token,
                     const std::string& name,
                     Acknowledged& acknowledged) {
    Api api(port, token);
    try {
        for (int i = 0;; ++i) {
            const std::string key = name + "-" + std::to_string(i);
            const auto reply = i % 2 == 0 ? api.post("/api/v1/dossiers", intake(key), key)
                                          : api.post("/api/v1/tickets", {{"service", "B"}}, key);
            if (reply.status != 201) {
                acknowledged.refused = true;
                return;
            }
            const std::lock_guard lock(acknowledged.mutex);
            acknowledged.codes[key] = reply.text("code");
            ++acknowledged.count;
        }
    } catch (const net::NetError&) {
        // The power failed.
    }
}

/// A bare connection that says just this and hears what comes.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }

    ~RawClient() { ::close(socket_); }

    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void say(const std::string& bytes) {
        CHECK(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
              static_cast<ssize_t>(bytes.size()));
    }

    std::string hear_all() {
        std::string heard;
        std::array<char, 4096> block{};
        for (ssize_t length = 0; (length = ::recv(socket_, block.data(), block.size(), 0)) > 0;)
            heard.append(block.data(), static_cast<std::size_t>(length));
        return heard;
    }

private:
    int socket_;
};

void limit_files_of(pid_t process, rlim_t bytes) {
    rlimit limit{};
    REQUIRE(prlimit(process, RLIMIT_FSIZE, nullptr, &limit) == 0);
    limit.rlim_cur = bytes;
    REQUIRE(prlimit(process, RLIMIT_FSIZE, &limit, nullptr) == 0);
}

} // namespace

TEST_CASE("after a power failure under load every acknowledged change is there, none twice",
          "[system][faults]") {
    ServedWard ward;
    const std::string token = ward.token_of("officer");
    Acknowledged acknowledged;
    for (int failure = 0; failure < 3; ++failure) {
        std::vector<std::thread> senders;
        const int before = acknowledged.count;
        for (int i = 0; i < 8; ++i) {
            senders.emplace_back([&, i] {
                send_until_gone(ward.server().port(), token,
                                std::to_string(failure) + "-" + std::to_string(i), acknowledged);
            });
        }
        while (acknowledged.count < before + 300 && !acknowledged.refused)
            std::this_thread::yield();
        ward.server().program().kill();
        for (auto& sender : senders) sender.join();
        REQUIRE_FALSE(acknowledged.refused);
        ward.restart();
    }
    auto officer = ward.as("officer");
    std::set<std::string> codes;
    for (const auto& [key, code] : acknowledged.codes) {
        CHECK(codes.insert(code).second);
        const bool ticket = code.starts_with("T");
        const auto again = ticket ? officer.post("/api/v1/tickets", {{"service", "B"}}, key)
                                  : officer.post("/api/v1/dossiers", intake(key), key);
        CHECK(again.text("code") == code); // known by its key, so not made twice
        const std::string path = ticket ? "/api/v1/tickets/" : "/api/v1/dossiers/";
        CHECK(officer.get(path + code).status == 200);
    }
    // Without gap or repeat: the next number is the number of tickets plus one.
    const auto next = officer.post("/api/v1/tickets", {{"service", "B"}});
    REQUIRE(ward.server().stop().status == 0);
    const auto verified = ward.ward().done_json({"verify"});
    CHECK(verified.at("sound") == true);
    const std::string number = next.text("number");
    CHECK(std::stoll(number.substr(1)) == verified.at("tickets").as_int64());
    const auto dossiers = verified.at("dossiers").as_int64();
    auto last =
        ward::motcua_core({"find", "dossiers", "0912345678", "--db", ward.ward().db().string()});
    CHECK(last.output.find("-" + std::string(dossiers < 1000 ? "0" : "") +
                           std::to_string(dossiers)) != std::string::npos);
}

TEST_CASE("a full disk refuses changes with 507, reads go on, and nothing is lost",
          "[system][faults]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string code = receive(officer);
    limit_files_of(ward.server().program().id(), 4096);
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        const auto reply = officer.post("/api/v1/dossiers", intake());
        CHECK((reply.status == 507 || reply.status == 201));
        refused += reply.status == 507 ? 1 : 0;
    }
    CHECK(refused > 0);
    CHECK(officer.get("/api/v1/dossiers/" + code).status == 200);
    CHECK(officer.get("/healthz").status == 200);
    limit_files_of(ward.server().program().id(), RLIM_INFINITY);
    CHECK(officer.post("/api/v1/dossiers", intake()).status == 201); // without a restart
    REQUIRE(ward.server().stop().status == 0);
    const auto verified = ward.ward().done_json({"verify"});
    CHECK(verified.at("sound") == true);
    CHECK(verified.at("dossiers") == 20 - refused + 2);
}

TEST_CASE("hostile clients are refused and cost nobody else anything", "[system][faults]") {
    ServedWard ward;
    const std::uint16_t port = ward.server().port();
    std::vector<std::unique_ptr<RawClient>> half_open;
    for (int i = 0; i < 200; ++i) {
        half_open.push_back(std::make_unique<RawClient>(port));
        half_open.back()->say("POST /api/v1/dossiers HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    }
    auto officer = ward.as("officer");
    for (int i = 0; i < 50; ++i) CHECK(receive(officer).size() > 10);
    for (const std::string& bad :
         {std::string("\0\0\0\0\r\n\r\n", 8), std::string("GET / HTTP/9.9\r\n\r\n"),
          std::string("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n"),
          std::string("GET /%2e%2e/%00 HTTP/1.1\r\nHost: a\r\n\r\n"),
          "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n",
          std::string("POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")}) {
        RawClient client(port);
        client.say(bad);
        const std::string answer = client.hear_all();
        INFO(bad.substr(0, 60));
        CHECK_THAT(answer, Catch::StartsWith("HTTP/1.1 4") || Catch::StartsWith("HTTP/1.1 505") ||
                               Catch::StartsWith("HTTP/1.0 4"));
    }
    CHECK(officer.get("/healthz").status == 200);
}

TEST_CASE("numbers, depths and texts that no dossier has are refused as JSON", "[system][faults]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto status = [&](const std::string& body) {
        return officer.request("POST", "/api/v1/dossiers", body, {}).status;
    };
    CHECK(status("{\"a\":" + std::string(100'000, '[') + "}") == 400);
    CHECK(status("{\"fee_vnd\":1e999}") >= 400);
    CHECK(status("{\"fee_vnd\":99999999999999999999999999}") == 422);
    CHECK(status("{\"procedure\":\"" + std::string(200'000, 'a') + "\"}") == 422);
    CHECK(status("{\"procedure\":\"\\u0000\"}") == 422);
    CHECK(status("{\"procedure\":\"\\ud800\"}") == 400);
    std::string many = "{";
    for (int i = 0; i < 20'000; ++i) many += "\"k" + std::to_string(i) + "\":1,";
    CHECK(status(many + "\"z\":1}") == 422);
}

TEST_CASE("a server that has said where it listens ends well, however soon it is told to",
          "[system][faults]") {
    ServedWard ward;
    for (int i = 0; i < 10; ++i) ward.restart();
    CHECK(ward.server().nobody().get("/healthz").status == 200);
}

TEST_CASE("a start takes no longer than a moment and tells what is wrong", "[system][faults]") {
    const ward::Ward ward;
    CHECK_THAT(ward.refused({"serve", "--listen", "203.0.113.1:1"}), Catch::Contains("listen"));
    CHECK_THAT(ward.misused({"serve", "--listen", "nowhere"}), Catch::Contains("127.0.0.1:8080"));
    ward::write_file(ward / "core.toml", "[sesion]\nhours = 3\n");
    CHECK_THAT(ward.refused({"serve", "--config", (ward / "core.toml").string()}),
               Catch::Contains("sesion.hours"));
    RunningServer server(ward.db());
    CHECK_THAT(ward.refused({"serve", "--listen", "127.0.0.1:0"}),
               Catch::Contains("open for writing"));
}
