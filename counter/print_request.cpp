#include "counter/print_request.hpp"

#include "core/domain/dossier_papers.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/net/http_message.hpp"

#include <boost/json/value.hpp>

#include <optional>

namespace counter {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

/// Of several dossiers; every other paper is of one.
constexpr std::string_view batch_kind = "batch-receipt";
constexpr std::size_t longest_code = 64;

std::string list_of_kinds() {
    return core::list_of(core::paper_kinds.vocabulary()) + ", " + std::string(batch_kind);
}

std::optional<std::string> parse_kind(std::string_view text) {
    if (text != batch_kind && !core::paper_kinds.parse(text)) return std::nullopt;
    return std::string(text);
}

std::optional<PrinterRole> parse_role(std::string_view text) { return printer_roles.parse(text); }

/// The texts of `codes`.
std::vector<std::string> read_codes(JsonFields& fields) {
    std::vector<std::string> codes;
    const boost::json::value* list = fields.find("codes");
    const bool is_list = list && list->is_array() && !list->get_array().empty() &&
                         list->get_array().size() <= PrintRequest::most_codes;
    if (is_list) {
        for (const boost::json::value& code : list->get_array()) {
            if (!code.is_string() || code.get_string().size() > longest_code) break;
            codes.emplace_back(code.get_string().c_str());
        }
    }
    if (!is_list || codes.size() != list->get_array().size())
        fields.complain("codes", "field-no-list-of-codes");
    return codes;
}

} // namespace

PrintRequest read_print_request(const boost::json::object& body, api::FieldErrors& errors) {
    JsonFields fields(body, errors);
    PrintRequest request;
    request.kind =
        fields.word("kind", Need::required, parse_kind, list_of_kinds()).value_or(std::string());
    if (request.kind == batch_kind) {
        request.codes = read_codes(fields);
    } else {
        request.codes = {fields.line("dossier", Need::required, longest_code)};
    }
    // Where nothing is said a paper is a sheet.
    request.printer =
        fields
            .word("printer", Need::optional, parse_role, core::list_of(printer_roles.vocabulary()))
            .value_or(request.printer);
    request.copies = static_cast<int>(
        fields.integer("copies", Need::optional, 1, PrintRequest::most_copies).value_or(1));
    request.reprint = fields.flag("reprint");
    return request;
}

std::string data_target(const PrintRequest& request) {
    if (request.kind != batch_kind)
        return "/api/v1/dossiers/" + net::escape_component(request.codes.front()) + "/papers/" +
               request.kind + ".json";
    std::string list;
    for (const std::string& code : request.codes)
        list += (list.empty() ? "" : ",") + net::escape_component(code);
    return "/api/v1/papers/batch-receipt.json?codes=" + list;
}

std::string fingerprint(const PrintRequest& request) {
    std::string text = request.kind + "|" + std::string(to_text(request.printer)) + "|" +
                       std::to_string(request.copies) + (request.reprint ? "|again" : "|first");
    for (const std::string& code : request.codes) text += "|" + code;
    return text;
}

} // namespace counter
