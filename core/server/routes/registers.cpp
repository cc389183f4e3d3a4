// The administrator sends a register: it is judged beside the server's work, and written when it is
// sound and wanted. One at a time; everybody who may look sees the same.

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/engine/import/header_name.hpp"
#include "core/reports/csv_text.hpp"
#include "core/server/http/server.hpp"
#include "core/server/reason_columns.hpp"
#include "core/server/routes/routes.hpp"
#include "core/server/routes/table_import.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>

#include <algorithm>
#include <utility>

namespace server {

namespace json = boost::json;

namespace {

using Need = api::JsonFields::Need;

constexpr int begun_status = 202;
constexpr const char* register_file = "register.csv";
using Takes = core::FieldRepair::Takes;

constexpr std::size_t longest_id = 64;

json::array errors_json(const RegisterReport& report, words::Language language) {
    json::array errors;
    for (const core::RowProblem& problem : report.problems) {
        errors.push_back(problem_json(problem, language));
    }
    return errors;
}

json::object report_json(const RegisterReport& report, bool as_written, words::Language language) {
    const core::ImportSummary& summary = report.preview.summary;
    json::object taken;
    for (const core::FieldRepair::Count& count : report.repaired)
        taken[core::damage_kinds.text(count.kind)] = count.fields;
    json::object object{{"state", to_text(report.state)},
                        {"began_at", api::to_json(report.began_at)},
                        {"ended_at", api::to_json(report.ended_at)},
                        {"ok", report.is_sound()},
                        {"rows", summary.rows},
                        {"added", summary.added},
                        {"same", summary.already_stored},
                        {"refused", report.preview.refused_rows},
                        {"blank_rows", summary.blank_rows},
                        {"blank_columns", summary.blank_columns},
                        {"passed_columns", json::value_from(summary.passed_columns)},
                        {"passed_sheets", json::value_from(summary.passed_sheets)},
                        {"future_rows", summary.future.count},
                        {"first_future", nullptr},
                        {"repaired", as_written ? json::object() : taken},
                        {"can_be_repaired", report.can_be_repaired},
                        {"as_written", as_written},
                        {"kept", as_written ? taken : json::object()},
                        {"can_be_kept", report.can_be_kept && !as_written},
                        {"error_count", report.problem_count},
                        {"errors", errors_json(report, language)}};
    if (const core::FutureRows& future = summary.future; future.count > 0) {
        object["first_future"] = {{"line", future.line},
                                  {"column", future.moment.column},
                                  {"at", api::to_json(future.moment.at)}};
    }
    object["problem"] =
        report.failure ? json::value(words::say(language, *report.failure)) : json::value(nullptr);
    return object;
}

void show(Server& server, const CallPtr& call, const net::Responder& respond) {
    const RegisterImports& registers = server.registers();
    const SentRegister* sent = registers.sent().get();
    const bool as_written = sent && sent->takes == Takes::written;
    json::object answer = report_json(*registers.report(), as_written, call->language);
    answer["id"] = registers.id();
    answer["file"] = registers.sent() ? registers.sent()->file_name : std::string();
    answer["repair"] = sent && sent->takes == Takes::reading;
    answer["rows_done"] = registers.rows_done();
    answer["bytes_done"] = registers.bytes_done();
    answer["bytes"] = registers.size_bytes();
    respond(json_response(answer));
}

/// Begins once for an Idempotency-Key, and answers at once: the work goes on by itself.
void begin_work_once(Server& server,
                     const CallPtr& call,
                     const std::string& id,
                     const net::Responder& respond,
                     std::function<void()> begin) {
    const auto is_new = std::make_shared<bool>(false);
    server.write(
        call,
        [is_new, id](core::Books&, const core::ActContext&) -> core::Result<Answer> {
            *is_new = true;
            return Answer{begun_status, api::to_text({{"id", id}})};
        },
        respond,
        [is_new, begin = std::move(begin)] {
            if (*is_new) begin();
        });
}

/// As people write a flag; without one it is none.
bool flag_of(const Call& call, const char* name, api::FieldErrors& errors) {
    const std::string written = call.query(name).value_or("");
    const auto flag = core::flag_as_written(written);
    if (!flag) errors.push_back({name, {"not-a-flag", {{"text", written}}}});
    return flag.value_or(false);
}

/// What is to be taken of damaged fields; none where nothing is.
std::optional<Takes> taken_of(const Call& call, api::FieldErrors& errors) {
    const bool repair = flag_of(call, "repair", errors);
    const bool as_written = flag_of(call, "as_written", errors);
    if (repair && as_written) errors.push_back({"as_written", "repair-or-as-written"});
    if (as_written) return Takes::written;
    return repair ? std::optional(Takes::reading) : std::nullopt;
}

net::HttpResponse conflict(const char* why, words::Language language) {
    return problem_response(problem_of({core::ErrorKind::conflict, why}), language);
}

void preview(Server& server, const CallPtr& call, const net::Responder& respond) {
    if (auto refusal = refuse_table(*call)) return respond(std::move(*refusal));
    if (core::is_being_written(server.registers().report()->state))
        return respond(conflict("register-import-running", call->language));
    api::FieldErrors errors;
    const auto takes = taken_of(*call, errors);
    if (!errors.empty()) return respond(fields_response(errors, call->language));
    const std::string id = server.registers().next_id();
    begin_work_once(server, call, id, respond, [&server, call, id, takes] {
        server.registers().judge(id, {file_name_of(*call, register_file), reason_of(*call), takes,
                                      call->act_context(), call->request.body});
    });
}

/// What a request to import or to cancel names.
struct Wanted {
    std::string id;
    std::string reason;
};

std::variant<net::HttpResponse, Wanted> read_wanted(const Call& call) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    api::JsonFields fields = body.fields();
    Wanted wanted{fields.line("id", Need::required, longest_id),
                  fields.line("reason", Need::optional)};
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return wanted;
}

void import(Server& server, const CallPtr& call, const net::Responder& respond) {
    auto read = read_wanted(*call);
    if (auto* refusal = std::get_if<net::HttpResponse>(&read)) return respond(std::move(*refusal));
    const Wanted wanted = std::get<Wanted>(std::move(read));
    const RegisterImports& registers = server.registers();
    const bool is_taken_in = core::is_taken_in(registers.report()->state);
    if (wanted.id != registers.id() || (!is_taken_in && !registers.report()->is_sound()))
        return respond(conflict("register-not-to-be-imported", call->language));
    begin_work_once(server, call, wanted.id, respond, [&server, call, wanted] {
        server.registers().import(wanted.id, call->act_context(), wanted.reason);
    });
}

void cancel(Server& server, const CallPtr& call, const net::Responder& respond) {
    auto read = read_wanted(*call);
    if (auto* refusal = std::get_if<net::HttpResponse>(&read)) return respond(std::move(*refusal));
    const Wanted wanted = std::get<Wanted>(std::move(read));
    if (wanted.id == server.registers().id() &&
        core::is_being_written(server.registers().report()->state))
        return respond(conflict("register-import-running", call->language));
    begin_work_once(server, call, wanted.id, respond,
                    [&server, wanted] { server.registers().cancel(wanted.id); });
}

/// "line 12: channel: …; fee_vnd: …"
std::string reasons_of(const core::RefusedRow& row, words::Language language) {
    std::string text = words::say(language, {"register-row-line", {{"line", row.line}}}) + ": ";
    bool is_first = true;
    for (const core::RowProblem& problem : row.problems) {
        if (!std::exchange(is_first, false)) text += "; ";
        if (!problem.column.empty()) text += problem.column + ": ";
        text += words::say(language, problem.reason);
    }
    return text;
}

/// The reasons of another time are none of this one.
std::vector<std::size_t> columns_but_reasons(const std::vector<std::string>& header) {
    std::vector<std::size_t> kept;
    const std::vector<std::string> reasons = reason_columns();
    for (std::size_t at = 0; at < header.size(); ++at) {
        const std::string name = core::header_name(header[at]);
        const bool is_reason = std::ranges::any_of(
            reasons, [&](const std::string& each) { return core::header_name(each) == name; });
        if (!is_reason) kept.push_back(at);
    }
    return kept;
}

std::string
refused_csv(const RegisterReport& report, reports::CsvDialect dialect, words::Language language) {
    reports::CsvText csv(dialect);
    const std::vector<std::size_t> kept = columns_but_reasons(report.header);
    // In front, where it stays whatever cells of a row are taken out and moved up.
    csv.head(reason_column, words::say(language, "register-refused-reason"));
    for (const std::size_t at : kept) csv.text(report.header[at]);
    csv.end_row();
    for (const core::RefusedRow& row : report.refused) {
        csv.text(reasons_of(row, language));
        for (const std::size_t at : kept)
            csv.text_as_it_came(at < row.fields.size() ? std::string_view(row.fields[at]) : "");
        // What a row has beyond the header would be lost: here it is refused once more.
        for (std::size_t at = report.header.size(); at < row.fields.size(); ++at)
            csv.text_as_it_came(row.fields[at]);
        csv.end_row();
    }
    return csv.take();
}

void refused_rows(Server& server, const CallPtr& call, const net::Responder& respond) {
    server.read_later(
        call,
        [report = server.registers().report()](const Call& of, core::BooksView&) {
            const auto dialect =
                of.query("excel") == "1" ? reports::CsvDialect::excel : reports::CsvDialect::plain;
            net::HttpResponse response;
            response.headers = {
                {"Content-Type", "text/csv; charset=utf-8"},
                {"Cache-Control", "no-store"},
                {"Content-Disposition", "attachment; filename=\"register-refused.csv\""}};
            response.body = refused_csv(*report, dialect, of.language);
            return response;
        },
        respond);
}

} // namespace

void add_registers(Router& router) {
    RouteDoc sent{
        "previewRegister",
        "A register on its way in: judged beside the server's work, nothing is stored; "
        "GET tells how it fares",
        "Register",
        "BegunRegister",
        begun_status,
        table_parameters(
            {{"repair", "takes the likely readings of damaged fields", "boolean"},
             {"as_written", "takes names that only look as an old font leaves them as they stand",
              "boolean"}})};
    sent.request_type = "text/csv";
    router.add({"POST", "/api/v1/register/preview", callers::admin, Own{preview}, sent,
                register_body_limit});
    router.add(
        {"GET",
         "/api/v1/register/preview",
         callers::admin,
         Own{show},
         {"getRegister", "How the register that was sent last fares", "", "RegisterImport"}});
    router.add({"GET",
                "/api/v1/register/refused.csv",
                callers::admin,
                Own{refused_rows},
                {"refusedRows",
                 "The rows that are refused as their file has them, and why; the first 10,000",
                 "",
                 "",
                 200,
                 {{"excel", "1: for the Excel of a Vietnamese machine"}},
                 "text/csv"}});
    router.add(
        {"POST",
         "/api/v1/register/import",
         callers::admin,
         Own{import},
         {"importRegister",
          "Takes in the register that was judged, all of it or nothing; GET tells how it goes",
          "RegisterWanted", "BegunRegister", begun_status},
         json_body_limit});
    router.add({"POST",
                "/api/v1/register/cancel",
                callers::admin,
                Own{cancel},
                {"cancelRegister", "Forgets the register that was sent, unless it is being written",
                 "RegisterWanted", "BegunRegister", begun_status},
                json_body_limit});
}

} // namespace server
