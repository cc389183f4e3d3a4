#include "core/domain/failure.hpp"

#include <catch2/catch.hpp>

#include <cerrno>
#include <future>
#include <stdexcept>
#include <system_error>
#include <vector>

using core::Failure;
using core::Message;

TEST_CASE("a failure says to a log its code and its facts", "[domain][failure]") {
    const Failure failure({"file-unwritable", {{"file", "/var/x"}, {"line", std::int64_t{3}}}});
    CHECK(std::string(failure.what()) == "file-unwritable (file: /var/x, line: 3)");
    CHECK(failure.message().code == "file-unwritable");
    CHECK(std::string(Failure("file-in-use").what()) == "file-in-use");
    const std::vector<Message> reasons = {{"a-b"}, {"c-d", {{"e", "f"}}}};
    CHECK(core::log_text({"outer-one", {{"reason", reasons}}}) ==
          "outer-one (reason: a-b; c-d (e: f))");
}

TEST_CASE("why something failed is the failure's message, or what a library says",
          "[domain][failure]") {
    CHECK(core::reason_of(Failure("file-in-use")) == std::vector<Message>{"file-in-use"});
    CHECK(core::reason_of(std::runtime_error("no route to host")) ==
          std::vector<Message>{"no route to host"});
}

TEST_CASE("what the system refuses is told by code, what has none in the system's words",
          "[domain][failure]") {
    CHECK(core::system_message(ENOSPC) == Message("system-disk-full"));
    CHECK(core::system_message(EACCES) == core::system_message(EPERM));
    CHECK(core::system_reason(EPIPE) == std::vector<Message>{"system-connection-reset"});
    CHECK(core::system_message(EDOM) ==
          Message("system-says", {{"detail", std::generic_category().message(EDOM)}}));

    CHECK(core::system_message(std::make_error_code(std::errc::connection_refused)) ==
          Message("system-connection-refused"));
    CHECK(core::system_message(std::error_code(ENOSPC, std::system_category())) ==
          Message("system-disk-full"));
    const std::error_code of_a_library = std::make_error_code(std::future_errc::no_state);
    CHECK(core::system_reason(of_a_library) == std::vector<Message>{of_a_library.message()});
}
