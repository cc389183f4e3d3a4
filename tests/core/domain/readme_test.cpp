#include "core/domain/dossier_life.hpp"
#include "core/domain/ticket_act.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

namespace {

std::string domain_readme() {
    std::ifstream file(SOURCE_ROOT "/core/domain/README.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("the README shows the tables that decide a dossier's and a ticket's life",
          "[domain][readme]") {
    const std::string readme = domain_readme();
    CHECK_THAT(readme, Catch::Contains(core::life_table_markdown()));
    CHECK_THAT(readme, Catch::Contains(core::ticket_life_table()));
}
