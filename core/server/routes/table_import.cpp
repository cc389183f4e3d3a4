#include "core/server/routes/table_import.hpp"

#include "core/api/json_text.hpp"
#include "core/api/problem.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/server/rules.hpp"
#include "core/server/table_file.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>

#include <sstream>

namespace server {

namespace {

// Of `file` and `reason`: a line for the journal.
constexpr std::size_t longest_line = api::line_limit;

constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

bool is_table(std::string_view type) {
    const std::string_view name = type.substr(0, type.find(';'));
    return name == "text/csv" || name == "application/csv" || name == workbook_type;
}

/// The header is wrong, or the file is no table at all.
core::RowProblem problem_of_file(const core::Error& error) { return {1, "", error.message}; }

} // namespace

std::optional<net::HttpResponse> refuse_table(const Call& call) {
    if (!is_table(call.request.header("content-type"))) {
        return problem_response({415, "media-type", "table-no-csv"}, call.language);
    }
    for (const char* name : {"file", "reason"}) {
        if (core::count_letters(call.query(name).value_or("")) > longest_line) {
            return fields_response(
                {{name, {"field-too-long", {{"letters", std::int64_t{longest_line}}}}}},
                call.language);
        }
        const std::string text = call.query(name).value_or("");
        if (!core::is_utf8(text)) return fields_response({{name, {"text-no-utf8"}}}, call.language);
        const auto line = core::FreeLine::read(text);
        if (!line) return fields_response({{name, line.error().message}}, call.language);
    }
    return std::nullopt;
}

std::string file_name_of(const Call& call, std::string_view usual) {
    return call.query("file").value_or(std::string(usual));
}

std::string reason_of(const Call& call) { return call.query("reason").value_or(""); }

TableImportResult read_table(const Call& call,
                             std::string_view usual_name,
                             const core::ActContext& by,
                             const ReadTable& read) {
    TableImportResult outcome;
    std::istringstream input(call.request.body);
    core::ProblemList problems(
        [&](const core::RowProblem& problem) { outcome.problems.push_back(problem); },
        told_problems);
    const auto file = open_table(input, call.request.body);
    const core::ImportSource source{*file,
                                    file_name_of(call, usual_name),
                                    static_cast<std::int64_t>(call.request.body.size()),
                                    by,
                                    reason_of(call),
                                    moved_by_calendar(file_name_of(call, usual_name))};
    auto summary = read(source, problems);
    outcome.problem_count = problems.count();
    if (summary) {
        outcome.summary = std::move(summary).value();
        outcome.summary->passed_sheets = file->passed_sheets();
    } else if (outcome.problem_count == 0) {
        outcome.problems.push_back(problem_of_file(summary.error()));
        outcome.problem_count = 1;
    }
    return outcome;
}

boost::json::object problem_json(const core::RowProblem& problem, words::Language language) {
    boost::json::object object{{"line", problem.line},
                               {"column", problem.column},
                               {"reason", words::say(language, problem.reason)}};
    api::put_damage(object, problem.reason);
    return object;
}

boost::json::object outcome_json(const TableImportResult& outcome, words::Language language) {
    boost::json::array errors;
    for (const core::RowProblem& problem : outcome.problems) {
        errors.push_back(problem_json(problem, language));
    }
    return {
        {"ok", outcome.summary.has_value()},
        {"rows", outcome.summary ? outcome.summary->rows : 0},
        {"same", outcome.summary ? outcome.summary->already_stored : 0},
        {"blank_rows", outcome.summary ? outcome.summary->blank_rows : 0},
        {"blank_columns", outcome.summary ? outcome.summary->blank_columns : 0},
        {"passed_sheets", boost::json::value_from(outcome.summary ? outcome.summary->passed_sheets
                                                                  : std::vector<std::string>())},
        {"error_count", outcome.problem_count},
        {"errors", std::move(errors)}};
}

Answer refused_table(const TableImportResult& outcome, words::Language language) {
    api::Problem problem{422, "bad-rows", {"table-bad-rows", {{"count", outcome.problem_count}}}};
    for (const core::RowProblem& row : outcome.problems)
        problem.errors.push_back({row.column, row.reason, row.line});
    return {problem.status, api::to_text(problem, language)};
}

std::vector<QueryParameter> table_parameters(std::vector<QueryParameter> more) {
    std::vector<QueryParameter> parameters = {
        {"file", "the file's name, for the journal"},
        {"reason", "why, for the journal; of a calendar also for the dossiers it moves"}};
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
}

} // namespace server
