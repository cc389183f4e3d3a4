// What a scanner has typed into a page, for pages that have no agent beside them.

#include "core/api/scan_json.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using Need = api::JsonFields::Need;

net::HttpResponse read_scan(const Call& call, core::BooksView&) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    const std::string text =
        body.fields().as_it_came("text", Need::required, core::citizen_card_limit_bytes);
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return json_response(api::to_json(core::read_typed_scan(text), call.language));
}

} // namespace

void add_scans(Router& router) {
    router.add({"POST",
                "/api/v1/scans",
                callers::staff,
                QuickRead{read_scan},
                {"readScan",
                 "What a scanner has typed: a citizen's card, or one of the office's own codes. "
                 "Nothing is kept of it",
                 "TypedText", "Scan"},
                json_body_limit});
}

} // namespace server
