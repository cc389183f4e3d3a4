#include "core/domain/failure.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
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
