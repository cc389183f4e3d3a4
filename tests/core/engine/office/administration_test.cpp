#include "core/engine/office/administration.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using core::Books;
using core::ErrorKind;
using core::Result;

namespace {

const core::ActContext admin{{"root", "console"},
                             samples::at(samples::date(2024, 5, 6), std::chrono::hours{9})};
const core::User lan{"lan", "Nguyễn Thị Lan", core::Role::officer, "$argon2id$1", false};
const core::Device kiosk{"kiosk-1", core::DeviceKind::kiosk, "Sảnh", "code", "", false};

class People : public SqliteOffice {
public:
    Result<void> add(const core::User& user) {
        return books().write([&](Books& in) { return core::add_user(in, user, admin); });
    }

    Result<void> password(const std::string& login, const std::string& hash) {
        return books().write([&](Books& in) { return core::set_password(in, login, hash, admin); });
    }

    Result<void> disable(const std::string& login) {
        return books().write([&](Books& in) { return core::disable_user(in, login, admin); });
    }

    Result<void> enable(const std::string& login) {
        return books().write([&](Books& in) { return core::enable_user(in, login, admin); });
    }

    Result<void> give_role(const std::string& login, core::Role role, const std::string& who) {
        core::ActContext by = admin;
        by.actor.who = who;
        return books().write([&](Books& in) -> Result<void> {
            const auto changed = core::change_user(in, login, std::nullopt, role, by);
            if (!changed) return changed.error();
            return {};
        });
    }

    Result<void> enrol(const core::Device& device) {
        return books().write([&](Books& in) { return core::enrol_device(in, device, admin); });
    }

    Result<void> revoke(const std::string& id) {
        return books().write([&](Books& in) { return core::revoke_device(in, id, admin); });
    }

    std::int64_t events() { return books().read()->journal_head().seq; }

    core::Event last_event() { return *books().read()->event(events()); }
};

} // namespace

TEST_CASE("a user is added with an event that names who did it", "[engine][people]") {
    People people;
    REQUIRE(people.add(lan));
    CHECK(people.books().read()->users() == std::vector{lan});
    const auto event = people.last_event();
    CHECK(event.act == "user-set");
    CHECK(event.subject == "lan");
    CHECK(event.actor.who == "root");
    CHECK_THAT(event.payload, !Contains("argon2id"));
    CHECK(people.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a login is taken once", "[engine][people]") {
    People people;
    REQUIRE(people.add(lan));
    const auto again = people.add(lan);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::conflict);
}

TEST_CASE("a login is plain", "[engine][people]") {
    People people;
    const auto before = people.events();
    for (const std::string login :
         {"", "Lan", "lân", "lan lan", "lan/", "lan\n", "000000000000000000000000000000000"}) {
        CAPTURE(login);
        core::User user = lan;
        user.login = login;
        const auto refused = people.add(user);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
    CHECK(people.events() == before);
    core::User longest = lan;
    longest.login = "a.b-c_0" + std::string(25, 'x');
    CHECK(people.add(longest));
}

TEST_CASE("a disabled user stays until a new password is set", "[engine][people]") {
    People people;
    REQUIRE(people.add(lan));
    REQUIRE(people.disable("lan"));
    CHECK(people.books().read()->users().front().disabled);
    const auto events = people.events();
    REQUIRE(people.disable("lan")); // nothing to do
    CHECK(people.events() == events);
    REQUIRE(people.password("lan", "$argon2id$2"));
    core::User expected = lan;
    expected.password_hash = "$argon2id$2";
    CHECK(people.books().read()->users() == std::vector{expected});
    CHECK(people.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a disabled user who is enabled again has his old password", "[engine][people]") {
    People people;
    REQUIRE(people.add(lan));
    REQUIRE(people.disable("lan"));
    REQUIRE(people.enable("lan"));
    CHECK(people.last_event().reason == "enable");
    const auto events = people.events();
    REQUIRE(people.enable("lan")); // nothing to do
    CHECK(people.events() == events);
    CHECK(people.books().read()->users() == std::vector{lan});
    CHECK(people.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a user gets another name and role by one act", "[engine][people]") {
    People people;
    REQUIRE(people.add(lan));
    const auto events = people.events();
    REQUIRE(people.books().write([&](Books& in) -> Result<void> {
        const auto changed =
            core::change_user(in, "lan", "Nguyễn Thị Hoa", core::Role::specialist, admin);
        return changed ? Result<void>() : changed.error();
    }));
    CHECK(people.events() == events + 1);
    CHECK(people.last_event().act == "user-set");
    core::User expected = lan;
    expected.name = "Nguyễn Thị Hoa";
    expected.role = core::Role::specialist;
    CHECK(people.books().read()->users() == std::vector{expected});
    REQUIRE(people.give_role("lan", core::Role::specialist, "root")); // nothing to do
    CHECK(people.events() == events + 1);
    CHECK(people.books().findings() == std::vector<std::string>{});
}

TEST_CASE("an administrator is always left, and keeps the role himself", "[engine][people]") {
    People people;
    core::User first = lan;
    first.role = core::Role::admin;
    core::User second = first;
    second.login = "hoa";
    REQUIRE(people.add(first));
    CHECK(people.disable("lan").error().kind == ErrorKind::conflict);
    CHECK(people.give_role("lan", core::Role::officer, "root").error().kind == ErrorKind::conflict);
    REQUIRE(people.add(second));
    CHECK(people.give_role("lan", core::Role::officer, "lan").error().kind == ErrorKind::conflict);
    REQUIRE(people.give_role("lan", core::Role::officer, "hoa"));
    CHECK(people.disable("hoa").error().kind == ErrorKind::conflict);
    REQUIRE(people.disable("lan"));
}

TEST_CASE("what is done to an unknown user or device is refused", "[engine][people]") {
    People people;
    for (const auto& refused :
         {people.password("minh", "x"), people.disable("minh"), people.enable("minh"),
          people.give_role("minh", core::Role::admin, "root"), people.revoke("kiosk-9")}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::not_found);
    }
}

TEST_CASE("a device is enrolled once, and its code ends with its revocation", "[engine][people]") {
    People people;
    REQUIRE(people.enrol(kiosk));
    CHECK(people.books().read()->devices() == std::vector{kiosk});
    CHECK(people.enrol(kiosk).error().kind == ErrorKind::conflict);
    REQUIRE(people.revoke("kiosk-1"));
    const auto revoked = people.books().read()->devices().front();
    CHECK(revoked.revoked);
    CHECK(revoked.code_hash.empty());
    const auto events = people.events();
    REQUIRE(people.revoke("kiosk-1")); // nothing to do
    CHECK(people.events() == events);
    CHECK(people.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a password has 8 to 128 bytes", "[engine][people]") {
    CHECK(core::check_password(std::string(7, 'x')));
    CHECK_FALSE(core::check_password(std::string(8, 'x')));
    CHECK_FALSE(core::check_password(std::string(128, 'x')));
    CHECK(core::check_password(std::string(129, 'x')));
}

TEST_CASE("an office without an administrator gets one whose login is free", "[engine][people]") {
    using core::Role;
    CHECK(core::missing_admin({}) == "admin");
    const core::User officer{"admin", "", Role::officer, "", false};
    CHECK(core::missing_admin({officer}) == "admin1");
    const core::User disabled{"root", "", Role::admin, "", true};
    CHECK_FALSE(core::missing_admin({officer, disabled}));
}

TEST_CASE("a device waits for its code, is enrolled by its key, and stays revoked",
          "[engine][people]") {
    core::Device device =
        core::waiting_device(core::DeviceKind::board, "Sảnh", "ABCD", "KLMN-PQRS");
    CHECK(device.id == "board-abcd");
    CHECK(device.name == "Sảnh");
    CHECK(device.code_hash.size() == 64);
    CHECK(core::state_of(device) == core::DeviceState::waiting);
    device.key_hash = "key";
    CHECK(core::state_of(device) == core::DeviceState::enrolled);
    device.revoked = true;
    CHECK(core::state_of(device) == core::DeviceState::revoked);
}

TEST_CASE("the states of devices have the names that the API writes", "[engine][administration]") {
    CHECK(to_text(core::DeviceState::waiting) == "waiting");
    CHECK(to_text(core::DeviceState::enrolled) == "enrolled");
    CHECK(to_text(core::DeviceState::revoked) == "revoked");
}
