// One machine or person of the room, as a process of its own: the test of a day in the room
// starts several of them. What it did it prints as a line of JSON when the day is over.
//
//   room_actor kiosk|counter|board PORT TOKEN ARGUMENT...

#include "core/net/websocket/web_socket_client.hpp"
#include "tests/support/random.hpp"
#include "tests/support/running_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace json = boost::json;
using namespace std::chrono_literals;

namespace {

struct Place {
    std::uint16_t port;
    std::string token;
};

net::WebSocketClient events_of(const Place& place, const std::string& query) {
    return {{"127.0.0.1", place.port, false, {}},
            "/api/v1/events?" + query,
            {{"Authorization", "Bearer " + place.token}}};
}

[[noreturn]] void unexpected(const char* what, const ApiReply& reply) {
    throw std::runtime_error(std::string(what) + ": " + std::to_string(reply.status) + " " +
                             reply.http.body);
}

/// Citizens touch the screen: so many tickets, some of priority. Ends with a file that says so.
json::object be_kiosk(const Place& place, int tickets, const std::filesystem::path& done) {
    Api api(place.port, place.token);
    Random random{42};
    json::object by_service;
    for (int i = 0; i < tickets; ++i) {
        const std::string service = random.pick(std::vector<std::string>{"A", "B", "B", "C", "D"});
        json::object body{{"service", service}};
        if (random.one_in(6)) body["priority"] = "age_80_or_older";
        // A touch that is repeated is one ticket.
        const std::string key = "touch-" + std::to_string(i);
        const auto taken = api.post("/api/v1/tickets", body, key);
        if (taken.status != 201) unexpected("ticket", taken);
        if (random.one_in(10) &&
            api.post("/api/v1/tickets", body, key).http.body != taken.http.body)
            unexpected("repeated touch", taken);
        by_service[service] =
            (by_service.contains(service) ? by_service[service].as_int64() : 0) + 1;
    }
    std::fclose(std::fopen(done.c_str(), "w"));
    return {{"tickets", tickets}, {"by_service", std::move(by_service)}};
}

/// An officer at a counter, until nobody is left.
class Counter {
public:
    Counter(const Place& place, int number, std::filesystem::path kiosk_done)
        : place_(place), api_(place.port, place.token), number_(number),
          kiosk_done_(std::move(kiosk_done)), random_{static_cast<std::uint64_t>(number)},
          events_(events_of(place, "topics=queue")) {}

    json::object work() {
        for (;;) {
            const auto called = post_here("call", {});
            if (called.status == 200) {
                ++counts_["called"];
                serve(called.json.as_object());
            } else if (called.status != 409) {
                unexpected("call", called);
            } else if (is_over()) {
                break;
            } else {
                events_.read(100ms);
            }
        }
        json::object counts;
        for (const auto& [name, count] : counts_) counts[name] = count;
        return counts;
    }

private:
    ApiReply post_here(const std::string& act, const json::object& body) {
        return api_.post("/api/v1/counters/" + std::to_string(number_) + "/" + act, body);
    }

    void done(const ApiReply& reply, const char* what) {
        if (reply.status != 200 && reply.status != 201) unexpected(what, reply);
        ++counts_[what];
    }

    bool is_over() {
        if (!std::filesystem::exists(kiosk_done_)) return false;
        return api_.get("/api/v1/queue")["tickets"].as_array().empty();
    }

    /// Nobody comes: called again and again, then ended.
    void give_up() {
        int recalls = 0;
        for (;;) {
            const auto ended = post_here("no-show", {});
            if (ended.status == 200) break;
            if (post_here("recall", {}).status == 200) {
                ++recalls;
            } else {
                events_.read(20ms); // the practice clock runs on meanwhile
            }
        }
        counts_["recalled"] += recalls;
        ++counts_["no-show"];
    }

    void serve(const json::object& ticket) {
        const std::string number(ticket.at("number").as_string());
        if (random_.one_in(60)) return give_up();
        done(post_here("start", {}), "started");
        const bool returning = ticket.at("dossier").is_string();
        if (returning) {
            give_result(std::string(ticket.at("dossier").as_string()));
        } else if (random_.one_in(15)) {
            const char* other = number_ == 3 ? "B" : "C";
            done(post_here("transfer", {{"service", other}}), "transferred");
            return;
        } else if (random_.one_in(15)) {
            return send_away(number);
        } else {
            take_in(number);
        }
        done(post_here("finish", {}), "finished");
    }

    /// For a paper that was forgotten; the citizen comes back with it at once.
    void send_away(const std::string& number) {
        done(post_here("hold", {}), "held");
        done(api_.post("/api/v1/tickets/" + number + "/re-enter"), "re-entered");
    }

    ApiReply act(const std::string& code, const char* name, json::object body) {
        body["version"] = version_;
        auto reply = api_.post("/api/v1/dossiers/" + code + "/" + name, body);
        done(reply, name);
        version_ = reply.number("version");
        return reply;
    }

    void take_in(const std::string& number) {
        const char* procedure = number[0] == 'A' ? "1.001193" : "2.000815";
        const auto received =
            api_.post("/api/v1/dossiers", {{"procedure", procedure},
                                           {"applicant", {{"name", "Người dân " + number}}},
                                           {"channel", random_.one_in(4) ? "online" : "in_person"},
                                           {"ticket", number}});
        done(received, "received");
        const std::string code = received.text("code");
        version_ = 1;
        act(code, "forward", {{"assignee", "specialist"}});
        if (random_.one_in(8)) {
            act(code, "request-supplement", {{"reason", "thiếu bản chính"}});
            act(code, "resume", {});
        }
        if (random_.one_in(8)) {
            act(code, "hand-over", {{"agency", "Công an"}});
            act(code, "answer", {});
        }
        if (random_.one_in(20)) {
            act(code, "withdraw", {{"reason", "người dân rút"}});
        } else if (!random_.one_in(5)) {
            act(code, "resolve", {});
            done(api_.post("/api/v1/tickets", {{"dossier", code}}), "came back");
        }
    }

    void give_result(const std::string& code) {
        version_ = api_.get("/api/v1/dossiers/" + code).number("version");
        act(code, "return", {{"channel", "in_person"}});
    }

    Place place_;
    Api api_;
    int number_;
    std::filesystem::path kiosk_done_;
    Random random_;
    net::WebSocketClient events_;
    std::int64_t version_ = 0;
    std::map<std::string, std::int64_t> counts_;
};

/// Shows what it hears, until the file is there and nobody is in the room.
json::object be_board(const Place& place, const std::filesystem::path& day_over) {
    Api api(place.port, place.token);
    const auto state = api.get("/api/v1/queue");
    std::int64_t seq = state.number("seq");
    std::map<std::string, std::string> live;
    std::map<std::string, std::int64_t> heard;
    auto events = events_of(place, "topics=queue&since=" + std::to_string(seq));
    while (!(std::filesystem::exists(day_over) && live.empty())) {
        const auto text = events.read(100ms);
        if (!text) continue;
        const json::value message = json::parse({text->data(), text->size()});
        if (message.at("seq").as_int64() <= seq) throw std::runtime_error("told twice: " + *text);
        seq = message.at("seq").as_int64();
        ++heard[std::string(message.at("type").as_string())];
        const std::string number(message.at("data").at("number").as_string());
        const std::string now(message.at("data").at("state").as_string());
        if (now == "done" || now == "no_show" || now == "expired") {
            live.erase(number);
        } else {
            live[number] = now;
        }
    }
    json::object counts;
    for (const auto& [type, count] : heard) counts[type] = count;
    return counts;
}

json::object act_as(int argc, char** argv) {
    const std::string role = argc > 1 ? argv[1] : "";
    if (argc < 5) throw std::runtime_error("room_actor kiosk|counter|board PORT TOKEN ARGUMENT...");
    const Place place{static_cast<std::uint16_t>(std::stoi(argv[2])), argv[3]};
    if (role == "kiosk" && argc == 6) return be_kiosk(place, std::stoi(argv[4]), argv[5]);
    if (role == "counter" && argc == 6) return Counter(place, std::stoi(argv[4]), argv[5]).work();
    if (role == "board" && argc == 5) return be_board(place, argv[4]);
    throw std::runtime_error("unknown part: " + role);
}

} // namespace

int main(int argc, char** argv) {
    try {
        std::printf("%s\n", json::serialize(act_as(argc, argv)).c_str());
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "room_actor: %s\n", failure.what());
        return 1;
    }
}
