#pragma once

#include "core/engine/import/import.hpp"
#include "core/server/http/route.hpp"

#include <boost/json/fwd.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace server {

/// The longest table that is taken over the network; a ward's catalogue is a hundredth of it. A
/// longer one is answered 413: `motcua-core import` takes it.
inline constexpr std::size_t table_body_limit = std::size_t{8} << 20;

/// Bad rows that an answer names; further ones are counted.
inline constexpr std::int64_t told_problems = 500;

/// How the rows of a table that was sent fared.
struct TableImportResult {
    std::optional<core::ImportSummary> summary; ///< none: the problems say why
    std::vector<core::RowProblem> problems;     ///< at most told_problems
    std::int64_t problem_count = 0;
};

/// What is wrong with a request that sends a table; none when it can be read.
std::optional<net::HttpResponse> refuse_table(const Call& call);

/// The file's name and the reason, as the query gives them.
std::string file_name_of(const Call& call, std::string_view usual);
std::string reason_of(const Call& call);

using ReadTable =
    std::function<core::Result<core::ImportSummary>(const core::ImportSource&, core::ProblemList&)>;

/// Lets `read` have the body as a CSV file.
TableImportResult read_table(const Call& call,
                             std::string_view usual_name,
                             const core::ActContext& by,
                             const ReadTable& read);

/// A bad row: line, column and reason; damage with its reading.
boost::json::object problem_json(const core::RowProblem& problem, words::Language language);

/// The members that every preview has: ok, rows, same, error_count, errors.
boost::json::object outcome_json(const TableImportResult& outcome, words::Language language);

/// The refusal of a table with bad rows, each named; nothing was written for it.
Answer refused_table(const TableImportResult& outcome, words::Language language);

/// The query's parameters of those routes.
std::vector<QueryParameter> table_parameters(std::vector<QueryParameter> more = {});

} // namespace server
