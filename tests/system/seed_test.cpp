#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;

namespace {

Arguments seed(const char* dossiers) {
    return {"seed", "--dossiers", dossiers, "--from", "2023-01-01", "--to", "2023-12-31"};
}

/// A new database with made-up dossiers.
class Seeded {
public:
    explicit Seeded(const char* dossiers) {
        Arguments arguments = seed(dossiers);
        arguments.insert(arguments.end(), {"--db", db()});
        const Ended ended = ward::motcua_core(arguments);
        INFO(ended.errors);
        REQUIRE(ended.status == 0);
        CHECK(ended.errors.empty());
    }

    std::string done(Arguments arguments) const {
        arguments.insert(arguments.end(), {"--db", db()});
        const Ended ended = ward::motcua_core(arguments);
        INFO(ended.errors << ended.output);
        CHECK(ended.status == 0);
        CHECK(ended.errors.empty());
        return ended.output;
    }

private:
    std::string db() const { return folder_ / "seed.db"; }

    TemporaryDirectory folder_;
};

} // namespace

TEST_CASE("seeded books are sound, and their counts agree with a look at every dossier",
          "[system][seed]") {
    const Seeded books("5000");
    CHECK_THAT(books.done({"verify"}), Contains("sound: ") && Contains("5.000 dossiers"));

    const std::pair<const char*, const char*> periods[] = {
        {"2023-01-01", "2023-12-31"}, {"2023-02-27", "2023-02-28"}, {"2023-04-01", "2023-06-30"},
        {"2023-05-15", "2023-11-03"}, {"2022-12-31", "2024-03-01"}, {"2023-07-09", "2023-07-09"}};
    for (const auto& [from, to] : periods) {
        for (const char* by : {"field", "procedure", "channel", "level", "officer", "month"}) {
            INFO(from << " to " << to << " by " << by);
            Arguments report = {"report", "--from", from,       "--to", to,
                                "--by",   by,       "--format", "json"};
            const std::string counted = books.done(report);
            report.push_back("--scan");
            CHECK(books.done(report) == counted);
        }
    }
    CHECK_THAT(books.done({"report", "--from", "2023-01-01", "--to", "2023-12-31"}),
               Contains("Tổng số hồ sơ tiếp nhận: 5.000 hồ sơ"));
}

TEST_CASE("the same seed gives the same dossiers, another one others", "[system][seed]") {
    const Arguments report = {"report", "--from",    "2023-01-01", "--to", "2023-12-31",
                              "--by",   "procedure", "--format",   "json"};
    const Seeded first("300");
    CHECK(Seeded("300").done(report) == first.done(report));
    CHECK(Seeded("301").done(report) != first.done(report));
}

TEST_CASE("real books are never seeded", "[system][seed]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(1));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();
    ward.refused(seed("10"));
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
    CHECK_THAT(
        ward.refused({"seed", "--dossiers", "10", "--from", "2023-02-01", "--to", "2023-01-01"}),
        Contains("the other way round"));
    CHECK(ward.run(seed("0")).status == 2);
}
