#pragma once

#include "core/api/json_fields.hpp"
#include "core/domain/enum_text.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace counter {

/// The two printers of an officer's desk.
enum class PrinterRole { sheet, receipt };

inline constexpr auto printer_roles = core::enum_text<PrinterRole>(
    "printer_role", {{PrinterRole::sheet, "sheet"}, {PrinterRole::receipt, "receipt"}});

/// `sheet`, `receipt`
constexpr std::string_view to_text(PrinterRole role) { return printer_roles.text(role); }

/// What the page wants printed.
struct PrintRequest {
    static constexpr std::size_t most_codes = 100;
    static constexpr int most_copies = 10;

    std::string kind; ///< `receipt`, `supplement-request`, … as the core names papers
    std::vector<std::string> codes; ///< of dossiers; several for `batch-receipt` only
    PrinterRole printer = PrinterRole::sheet;
    int copies = 1;
    bool reprint = false; ///< marked IN LẠI
};

/// Reads `POST /local/print`. What is wrong is noted in `errors`.
PrintRequest read_print_request(const boost::json::object& body, api::FieldErrors& errors);

/// Where the core has the paper's data: path and query, escaped.
std::string data_target(const PrintRequest& request);

/// The same text for the same request, for telling whether a key is used for another one.
std::string fingerprint(const PrintRequest& request);

} // namespace counter
