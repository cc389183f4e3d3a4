#include "core/server/routes/routes.hpp"

#include "core/api/json_text.hpp"
#include "core/server/server.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

struct Body::Parsed {
    boost::json::value value;
};

Body::Body(const Call& call) : parsed_(std::make_unique<Parsed>()) {
    // An act without any fact may come without a body.
    std::string_view text = call.request.body;
    if (text.empty()) text = "{}";
    std::string why_not;
    auto value = api::parse_body(text, why_not);
    if (value) {
        parsed_->value = std::move(*value);
    } else {
        unreadable_ = body_response(why_not);
    }
}

Body::~Body() = default;

Body::Body(Body&&) noexcept = default;

api::JsonFields Body::fields() { return {parsed_->value.get_object(), errors}; }

net::HttpResponse json_response(const boost::json::value& value, int status) {
    return json_response(status, api::to_text(value));
}

core::Result<core::StoredDossier> find_dossier(core::BooksView& books, const std::string& code) {
    auto stored = books.find_dossier(code);
    if (stored) return std::move(*stored);
    return core::Error{core::ErrorCode::not_found,
                       "Không có hồ sơ " + code + ": hãy kiểm tra lại mã hồ sơ"};
}

const core::ProcedureVersion& version_of(const OfficeRules& rules, const core::Dossier& dossier) {
    if (const auto* version = rules.catalogue.by_id(dossier.procedure_version)) return *version;
    throw std::runtime_error("the catalogue changed meanwhile");
}

Window window_of(const Call& call, std::size_t most) {
    Window window;
    if (const auto limit = call.query("limit")) {
        if (const auto count = parse_count(*limit))
            window.limit = std::clamp<std::size_t>(static_cast<std::size_t>(*count), 1, most);
    }
    if (const auto skip = call.query("skip")) {
        if (const auto count = parse_count(*skip)) window.skip = static_cast<std::size_t>(*count);
    }
    return window;
}

void add_routes(Router& router) {
    add_operations(router);
    add_sessions(router);
    add_users(router);
    add_devices(router);
    add_procedures(router);
    add_tickets(router);
    add_counters(router);
    add_intake(router);
    add_dossier_reads(router);
    add_dossier_acts(router);
    add_attachments(router);
    add_reports(router);
    add_feedback(router);
}

} // namespace server
