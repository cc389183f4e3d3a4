#include "core/api/json_fields.hpp"
#include "core/engine/dossiers/joint_papers.hpp"
#include "core/server/papers/paper_parts.hpp"
#include "printer/paper_schema.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

namespace json = boost::json;
namespace paper = server::paper;

TEST_CASE("papers are filled in as far as their schema lets them", "[server][papers]") {
    const json::value schema = json::parse(printer::paper_schema());
    const json::value& kinds = schema.at("$defs");
    CHECK(kinds.at("line").at("maxLength") == paper::line_letters);
    CHECK(kinds.at("cell").at("maxLength") == paper::cell_letters);
    CHECK(kinds.at("text").at("maxLength") == paper::text_letters);
    const auto most = [&](const char* kind, const char* list) -> const json::value& {
        return kinds.at(kind).at("properties").at(list).at("maxItems");
    };
    CHECK(most("batch-receipt", "items") == paper::most_batch_items);
    CHECK(most("control-slip", "steps") == paper::most_control_steps);
    CHECK(most("receipt", "documents") == api::list_limit); // as many as intake takes
    // As many lines as a reason holds, each a letter and its end.
    CHECK(most("supplement-request", "supplements") == api::text_limit / 2);
    CHECK(most("register", "rows") == core::most_register_rows);
}
