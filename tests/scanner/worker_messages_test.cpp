#include "core/words/words.hpp"
#include "scanner/worker_messages.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <random>

using scanner::PageCodes;
using scanner::WorkerAnswer;
using scanner::WorkerRequest;

namespace {

PageCodes some_codes() {
    PageCodes codes;
    codes.pages = 3;
    codes.width = 2480;
    codes.height = 3508;
    codes.symbols.push_back({scanner::Format::code_128,
                             "H18.232-250519-1555",
                             false,
                             {{{1, 2}, {3, 4}, {5, 6}, {7, 8}}},
                             "plain",
                             std::chrono::microseconds{1234}});
    codes.preview = scanner::Plane(3, 2, 77);
    return codes;
}

} // namespace

TEST_CASE("requests and answers come out as they went in", "[scanner][worker]") {
    WorkerRequest request;
    request.page = 7;
    request.preview_side = 900;
    request.options.every_stage = true;
    request.options.also = {scanner::Format::pdf_417};
    const auto read = scanner::read_request(scanner::write_request(request));
    REQUIRE(read);
    CHECK(read->page == 7);
    CHECK(read->preview_side == 900);
    CHECK(read->options.every_stage);
    CHECK(read->options.also == request.options.also);

    const auto answer = scanner::read_answer(scanner::write_answer(some_codes()));
    REQUIRE(answer);
    REQUIRE(answer->has_value());
    CHECK((*answer)->pages == 3);
    REQUIRE((*answer)->symbols.size() == 1);
    CHECK((*answer)->symbols[0].text == "H18.232-250519-1555");
    CHECK((*answer)->symbols[0].corners[3] == scanner::Point{7, 8});
    REQUIRE((*answer)->preview);
    CHECK((*answer)->preview->width() == 3);
    CHECK((*answer)->preview->row(1)[2] == 77);
}

namespace {

/// What comes out of a refusal; none when the answer is not believed.
std::optional<core::Message> carried(const core::Message& message) {
    const auto answer = scanner::read_answer(
        scanner::write_answer(core::Error{core::ErrorKind::invalid_input, message}));
    if (!answer) return std::nullopt;
    return answer->error().message;
}

} // namespace

TEST_CASE("whatever a sentence tells of a picture comes through", "[scanner][worker]") {
    int problems = 0;
    for (const std::string& code : words::message_codes()) {
        if (!code.starts_with("scan-")) continue;
        core::Message message{code};
        const auto names = words::facts_of(code).value();
        for (const std::string_view name : names)
            message.facts.push_back(name == "reason" ? core::Fact{name, "large"}
                                                     : core::Fact{name, std::int64_t{70'000}});
        CHECK(carried(message) == message);
        ++problems;
    }
    CHECK(problems > 20);
}

TEST_CASE("a picture cannot make people read a sentence of its own", "[scanner][worker]") {
    CHECK_FALSE(carried({"Give your password to the man outside"}));
    CHECK_FALSE(carried({"scan-tiff-broken", {{"reason", "Give your password"}}}));
    CHECK_FALSE(carried({"scan-file-problem", {{"file", "Give your password"}}}));
    CHECK_FALSE(carried({"option-wrong", {{"option", "Give your password"}}}));
    CHECK_FALSE(carried({"scan-png-broken", {{"reason", std::string(201, 'a')}}}));
}

TEST_CASE("an answer that is not whole, too long or no text is not believed", "[scanner][worker]") {
    const std::string sound = scanner::write_answer(some_codes());
    for (std::size_t size = 0; size < sound.size(); ++size)
        CHECK_FALSE(scanner::read_answer(sound.substr(0, size)));
    CHECK_FALSE(scanner::read_answer(sound + "x"));

    PageCodes codes = some_codes();
    codes.symbols[0].text = "\xFF\xFE";
    CHECK_FALSE(scanner::read_answer(scanner::write_answer(codes)));
    codes = some_codes();
    codes.symbols[0].corners[0].x = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(scanner::read_answer(scanner::write_answer(codes)));
    codes = some_codes();
    codes.symbols.resize(257);
    CHECK_FALSE(scanner::read_answer(scanner::write_answer(codes)));

    for (const core::Message& invented : {core::Message("Pay at the other counter!"),
                                          core::Message("scan-no-file", {{"advice", "go"}})}) {
        CHECK_FALSE(scanner::read_answer(
            scanner::write_answer(core::Error{core::ErrorKind::invalid_input, invented})));
    }
}

TEST_CASE("no changed answer is more than refused", "[scanner][worker]") {
    std::mt19937 random(1);
    const std::string sound = scanner::write_answer(some_codes());
    for (int i = 0; i < 20'000; ++i) {
        std::string changed = sound;
        for (int k = 0; k < 3; ++k)
            changed[random() % changed.size()] = static_cast<char>(random() & 0xFF);
        (void)scanner::read_answer(changed);
        (void)scanner::read_request(changed);
    }
}
