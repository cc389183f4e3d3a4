#include "core/server/routes/routes.hpp"

#include "core/api/dossier_json.hpp"
#include "core/api/doubled_member.hpp"
#include "core/api/json_text.hpp"
#include "core/server/http/server.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace server {

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): of `bytes` only what is used is written
struct Body::Parsed {
    std::array<unsigned char, 4096> bytes; // enough for most bodies; more comes from the heap
    boost::json::monotonic_resource memory{bytes.data(), bytes.size()};
    std::optional<boost::json::value> value;
    api::ReadMembers reads;
    std::shared_ptr<IgnoredMembers> ignored;
};

Body::Body(const Call& call) : parsed_(std::make_unique<Parsed>()) {
    parsed_->ignored = call.ignored;
    // An act without any fact may come without a body.
    std::string_view text = call.request.body;
    if (text.empty()) text = "{}";
    core::Message why_not;
    parsed_->value = api::parse_body(text, why_not, &parsed_->memory);
    if (!parsed_->value) {
        unreadable_ = body_response(why_not, call.language);
        return;
    }
    if (const auto doubled = api::doubled_member(text, *parsed_->value))
        unreadable_ = fields_response({{*doubled, "field-doubled"}}, call.language);
}

Body::~Body() {
    if (parsed_ && parsed_->ignored && !unreadable_)
        parsed_->ignored->paths =
            parsed_->reads.unread(parsed_->value->get_object(), most_ignored_told);
}

Body::Body(Body&&) noexcept = default;

api::JsonFields Body::fields() {
    return {parsed_->value->get_object(), errors, {}, &parsed_->reads};
}

net::HttpResponse json_response(const boost::json::value& value, int status) {
    return json_response(status, api::to_text(value));
}

Window window_of(const Call& call, std::size_t most, api::FieldErrors& errors) {
    return window_of([&](const char* name) { return call.query(name); }, most, errors);
}

Window window_of(const Asked& asked, std::size_t most, api::FieldErrors& errors) {
    Window window;
    const auto read = [&](const char* name) -> std::optional<std::size_t> {
        const auto text = asked(name);
        if (!text) return std::nullopt;
        const auto count = parse_count(*text);
        if (!count) errors.push_back({name, "field-no-count"});
        return count ? std::optional(static_cast<std::size_t>(*count)) : std::nullopt;
    };
    if (const auto limit = read("limit")) window.limit = std::clamp<std::size_t>(*limit, 1, most);
    if (const auto skip = read("skip")) window.skip = *skip;
    return window;
}

namespace {

boost::json::array attachments_json(core::BooksView& books, std::int64_t dossier_id) {
    boost::json::array items;
    for (const core::StoredAttachment& each : books.attachments().of(dossier_id)) {
        boost::json::object item = api::to_json(each.attachment);
        item["added_at"] = core::format_instant(each.added_at);
        item["added_by"] = each.added_by;
        items.emplace_back(std::move(item));
    }
    return items;
}

} // namespace

boost::json::object dossier_json(core::BooksView& books,
                                 std::int64_t dossier_id,
                                 const core::Dossier& dossier,
                                 const OfficeRules& rules,
                                 core::Instant now,
                                 words::Language language) {
    boost::json::object object = api::to_json(dossier, rules_of(rules, dossier), now, language);
    object["attachments"] =
        dossier.digitised_at ? attachments_json(books, dossier_id) : boost::json::array();
    return object;
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
    add_dossier_lists(router);
    add_similar(router);
    add_dossier_reads(router);
    add_dossier_acts(router);
    add_attachments(router);
    add_papers(router);
    add_scans(router);
    add_today(router);
    add_reports(router);
    add_feedback(router);
    add_catalogue(router);
    add_calendar(router);
    add_journal(router);
    add_device_states(router);
    add_backups(router);
    add_registers(router);
}

} // namespace server
