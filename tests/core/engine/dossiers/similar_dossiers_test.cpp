#include "core/engine/dossiers/similar_dossiers.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::SameFact;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;

namespace {

std::string receive(SqliteOffice& office,
                    const core::Applicant& applicant,
                    const char* procedure = "1.000001",
                    core::Instant now = morning) {
    const auto dossier =
        office.books().receive({procedure, applicant, core::Channel::in_person, "lan", 0}, now);
    REQUIRE(dossier);
    return dossier->code;
}

struct Found {
    std::vector<std::string> codes;
    std::vector<std::vector<SameFact>> same;
};

Found found_by(SqliteOffice& office,
               const core::Applicant& applicant,
               const char* procedure = "",
               core::Instant now = morning) {
    Found found;
    for (const auto& each :
         core::similar_dossiers(*office.books().read(), applicant, procedure, now)) {
        found.codes.push_back(each.stored.dossier.code);
        found.same.push_back(each.same);
    }
    return found;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("the same ID number, phone or name is the same person", "[engine][similar]") {
    SqliteOffice office;
    const auto an = receive(office, {"Nguyễn Văn An", "019090000001", "0912345678", ""});
    receive(office, {"Trần Thị Bình", "019090000009", "0999999999", ""});
    CHECK(found_by(office, {"", "019090000001", "", ""}).same ==
          std::vector<std::vector<SameFact>>{{SameFact::id_number}});
    CHECK(found_by(office, {"", "", "0912 345 678", ""}).codes == Codes{an});
    CHECK(found_by(office, {"NGUYEN VAN AN", "", "", ""}).codes == Codes{an});
    CHECK(
        found_by(office, {"nguyễn văn an", "019090000001", "0912345678", ""}).same ==
        std::vector<std::vector<SameFact>>{{SameFact::id_number, SameFact::phone, SameFact::name}});
    CHECK(found_by(office, {"Nguyễn Văn", "", "", ""}).codes.empty()); // another name
    CHECK(found_by(office, {"", "", "", ""}).codes.empty());
}

TEST_CASE("a name says nothing against two ID numbers", "[engine][similar]") {
    SqliteOffice office;
    const auto an = receive(office, {"Nguyễn Văn An", "019090000001", "0912345678", ""});
    CHECK(found_by(office, {"Nguyễn Văn An", "019090000002", "", ""}).codes.empty());
    CHECK(found_by(office, {"Nguyễn Văn An", "", "", ""}).codes == Codes{an});
    // The phone of the household is the same: worth a question.
    CHECK(found_by(office, {"Nguyễn Văn An", "019090000002", "0912345678", ""}).codes == Codes{an});
}

TEST_CASE("dossiers of the procedure come first, then the latest", "[engine][similar]") {
    SqliteOffice office;
    const core::Applicant an{"Nguyễn Văn An", "", "", ""};
    const auto first = receive(office, an, "1.000001");
    const auto second = receive(office, an, "1.000002");
    const auto third = receive(office, an, "1.000002");
    const auto fourth = receive(office, an, "1.000004");
    CHECK(found_by(office, an, "1.000002").codes == Codes{third, second, fourth, first});
}

TEST_CASE("what is closed is asked about for thirty days from its receipt", "[engine][similar]") {
    SqliteOffice office;
    const core::Applicant an{"Nguyễn Văn An", "", "", ""};
    const auto code = receive(office, an);
    const auto after = [&](std::chrono::seconds time) {
        return found_by(office, an, "", morning + time).codes.size();
    };
    CHECK(after(24h * 400) == 1); // open: however old
    REQUIRE(office.books().act(code, samples::complete_request(core::Act::resolve, morning + 1h)));
    CHECK(after(24h * 30) == 1);
    CHECK(after(24h * 30 + 1s) == 0);
}

TEST_CASE("no more are told of than somebody can look at", "[engine][similar]") {
    SqliteOffice office;
    const core::Applicant an{"Nguyễn Văn An", "", "", ""};
    for (std::size_t i = 0; i <= core::most_similar; ++i) receive(office, an);
    CHECK(found_by(office, an).codes.size() == core::most_similar);
}
