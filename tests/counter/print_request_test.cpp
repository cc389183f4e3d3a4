#include "core/domain/dossier_papers.hpp"
#include "core/words/words.hpp"
#include "counter/print_request.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

using counter::PrinterRole;

namespace {

counter::PrintRequest read(const char* body, api::FieldErrors& errors) {
    return counter::read_print_request(boost::json::parse(body).as_object(), errors);
}

counter::PrintRequest sound(const char* body) {
    api::FieldErrors errors;
    auto request = read(body, errors);
    CHECK(errors.empty());
    return request;
}

std::string wrong_field(const char* body) {
    api::FieldErrors errors;
    (void)read(body, errors);
    return errors.size() == 1 ? errors[0].field : "";
}

} // namespace

TEST_CASE("a paper's data is asked for by its kind and its dossiers", "[counter][print]") {
    const auto one = sound(R"({"kind":"receipt","dossier":"000.00.18.H55-230103-0001",
                               "printer":"receipt","copies":2})");
    CHECK(one.printer == PrinterRole::receipt);
    CHECK(one.copies == 2);
    CHECK(counter::data_target(one) ==
          "/api/v1/dossiers/000.00.18.H55-230103-0001/papers/receipt.json");
    CHECK(counter::data_target(sound(R"({"kind":"refusal","dossier":"a/../b?c"})")) ==
          "/api/v1/dossiers/a%2F..%2Fb%3Fc/papers/refusal.json");
    const auto batch = sound(R"({"kind":"batch-receipt","codes":["A-1","B 2"]})");
    CHECK(batch.printer == PrinterRole::sheet);
    CHECK(counter::data_target(batch) == "/api/v1/papers/batch-receipt.json?codes=A-1,B%202");
}

TEST_CASE("a request to print is refused by the member that is wrong", "[counter][print]") {
    CHECK(wrong_field(R"({"dossier":"A"})") == "kind");
    CHECK(wrong_field(R"({"kind":"ticket","dossier":"A"})") == "kind");
    CHECK(wrong_field(R"({"kind":"receipt"})") == "dossier");
    CHECK(wrong_field(R"({"kind":"receipt","dossier":"A","printer":"other"})") == "printer");
    CHECK(wrong_field(R"({"kind":"receipt","dossier":"A","copies":0})") == "copies");
    CHECK(wrong_field(R"({"kind":"receipt","dossier":"A","copies":11})") == "copies");
    CHECK(wrong_field(R"({"kind":"batch-receipt","codes":[]})") == "codes");
    CHECK(wrong_field(R"({"kind":"batch-receipt","codes":["A",7]})") == "codes");
    CHECK(wrong_field(R"({"kind":"batch-receipt","dossier":"A"})") == "codes");
}

TEST_CASE("requests that print something else differ", "[counter][print]") {
    const auto first = sound(R"({"kind":"receipt","dossier":"A"})");
    for (const char* other :
         {R"({"kind":"refusal","dossier":"A"})", R"({"kind":"receipt","dossier":"B"})",
          R"({"kind":"receipt","dossier":"A","copies":2})",
          R"({"kind":"receipt","dossier":"A","reprint":true})",
          R"({"kind":"receipt","dossier":"A","printer":"receipt"})"})
        CHECK(counter::fingerprint(first) != counter::fingerprint(sound(other)));
    CHECK(counter::fingerprint(first) ==
          counter::fingerprint(sound(R"({"printer":"sheet","dossier":"A","kind":"receipt"})")));
}

TEST_CASE("every paper of a dossier can be printed, and the refusal of another names them all",
          "[counter][print]") {
    for (const std::string_view kind : core::paper_kinds.vocabulary().names) {
        const std::string body = R"({"dossier":"A","kind":")" + std::string(kind) + R"("})";
        CHECK(sound(body.c_str()).kind == kind);
    }
    api::FieldErrors errors;
    (void)read(R"({"kind":"ticket","dossier":"A"})", errors);
    REQUIRE(errors.size() == 1);
    const std::string said = words::say({}, errors[0].message);
    for (const std::string_view kind : core::paper_kinds.vocabulary().names)
        CHECK_THAT(said, Catch::Contains(std::string(kind)));
    CHECK_THAT(said, Catch::Contains("batch-receipt"));
}
