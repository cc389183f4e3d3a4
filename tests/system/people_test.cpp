#include "tests/system/ward.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Ward;
namespace fs = std::filesystem;

namespace {

/// The last word of the line that shows a secret.
std::string secret_in(const std::string& line) {
    const auto text = line.substr(0, line.find('\n'));
    return text.substr(text.rfind(' ') + 1);
}

/// Whether any file of the ward's folder holds the text.
bool is_stored(const Ward& ward, const std::string& text) {
    for (const auto& entry : fs::directory_iterator(ward.db().parent_path())) {
        if (ward::read_file(entry.path()).find(text) != std::string::npos) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a new user's password is shown once and stored nowhere in clear", "[system][people]") {
    const Ward ward;
    const std::string shown =
        ward.done({"user", "add", "lan", "--name", "Nguyễn Thị Lan", "--role", "chairman"});
    CHECK_THAT(shown, Contains("lan: the password, shown only now, is "));
    const std::string password = secret_in(shown);
    CHECK(password.size() >= 16);
    CHECK_FALSE(is_stored(ward, password));
    CHECK(is_stored(ward, "$argon2id$"));

    CHECK(ward.done({"user", "list"}) == "lan\tchairman\tNguyễn Thị Lan\n");
    const auto users = ward.done_json({"user", "list"});
    CHECK(users.at(0).at("login") == "lan");
    CHECK(users.at(0).at("role") == "chairman");
    CHECK(users.at(0).at("disabled") == false);
    CHECK_FALSE(users.at(0).as_object().contains("password_hash"));

    const std::string newer = secret_in(ward.done({"user", "password", "lan"}));
    CHECK(newer != password);
    CHECK_FALSE(is_stored(ward, newer));
    CHECK(ward.is_sound());
}

TEST_CASE("a password may come from standard input, when it is long enough", "[system][people]") {
    const Ward ward;
    const Ended added =
        ward.run({"user", "add", "lan", "--password-stdin"}, {.input = "một cửa một dấu\n"});
    CHECK(added.status == 0);
    CHECK(added.output == "lan: stored\n");
    CHECK_FALSE(is_stored(ward, "một cửa một dấu"));
    CHECK_THAT(ward.refused({"user", "password", "lan", "--password-stdin"}, {.input = "123\n"}),
               Contains("A password has "));
    CHECK_THAT(ward.refused({"user", "add", "hoa", "--password-stdin"}),
               Contains("A password has "));
    CHECK(ward.done({"user", "list"}) == "lan\tofficer\t\n");
}

TEST_CASE("a user is disabled, and enabled again by a new password", "[system][people]") {
    const Ward ward;
    ward.done({"user", "add", "lan", "--role", "specialist"});
    CHECK(ward.done({"user", "disable", "lan"}) == "lan: disabled\n");
    CHECK_THAT(ward.done({"user", "list"}), Contains("\tdisabled"));
    ward.done({"user", "password", "lan"});
    CHECK_THAT(ward.done({"user", "list"}), !Contains("disabled"));
    CHECK(ward.is_sound());
}

TEST_CASE("users that are there already, unknown or misnamed are refused", "[system][people]") {
    const Ward ward;
    ward.done({"user", "add", "lan"});
    CHECK_THAT(ward.refused({"user", "add", "lan"}), Contains("There is a user lan already"));
    CHECK_THAT(ward.refused({"user", "add", "LAN"}), Contains("There is a user lan already"));
    CHECK_THAT(ward.refused({"user", "disable", "hoa"}), Contains("There is no user hoa"));
    CHECK_THAT(ward.refused({"user", "password", "hoa"}), Contains("There is no user hoa"));
    CHECK_THAT(ward.refused({"user", "add", "Lan Anh"}), Contains("is no login"));
    CHECK_THAT(ward.refused({"user", "add", "hoa", "--name", "\xff"}), Contains("not UTF-8"));
    CHECK(ward.run({"user", "add", "hoa", "--role", "mayor"}).status == 2);
    CHECK(ward.run({"user", "add"}).status == 2);
    CHECK(ward.run({"user"}).status == 2);
    CHECK(ward.done({"user", "list"}) == "lan\tofficer\t\n");
    CHECK_THAT(ward.done({"user", "add", "CC01"}), Contains("cc01"));
    CHECK_THAT(ward.done({"user", "list"}), Contains("cc01\tofficer"));
}

TEST_CASE("a device's one-time code is shown once and stored nowhere in clear",
          "[system][people]") {
    const Ward ward;
    const std::string shown =
        ward.done({"device", "enrol", "--kind", "kiosk", "--name", "Cửa chính"});
    CHECK_THAT(shown, Contains(": the one-time code, shown only now, is "));
    CHECK_FALSE(is_stored(ward, secret_in(shown)));
    const std::string id = shown.substr(0, shown.find(':'));
    CHECK(id.starts_with("kiosk-"));

    const auto devices = ward.done_json({"device", "list"});
    CHECK(devices.at(0).at("id") == boost::json::string_view(id));
    CHECK(devices.at(0).at("kind") == "kiosk");
    CHECK(devices.at(0).at("name") == "Cửa chính");
    CHECK(devices.at(0).at("state") == "waiting for its code");

    ward.done({"device", "revoke", id});
    CHECK(ward.done({"device", "list"}) == id + "\tkiosk\tCửa chính\tRevoked\n");
    CHECK_THAT(ward.refused({"device", "revoke", "kiosk-none"}), Contains("no device kiosk-none"));
    CHECK(ward.run({"device", "enrol", "--kind", "toaster"}).status == 2);
    CHECK(ward.run({"device", "enrol"}).status == 2);
    CHECK(ward.is_sound());
}
