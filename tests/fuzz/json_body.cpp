// Bodies of requests: whatever comes is read or refused, and nothing else happens.

#include "core/api/json_fields.hpp"
#include "core/server/routes/dossier_body.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>

namespace {

constexpr core::Day today{std::chrono::days{20'787}}; // any, of this century

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    core::Message why_not;
    const auto body = api::parse_body({reinterpret_cast<const char*>(data), size}, why_not);
    if (!body) {
        if (why_not.code.empty()) __builtin_trap();
        return 0;
    }
    api::FieldErrors errors;
    api::JsonFields fields(body->get_object(), errors);
    using Need = api::JsonFields::Need;
    if (auto applicant = fields.object("applicant", Need::required)) {
        const auto read = server::read_applicant(*applicant, today);
        if (read.name.empty() && errors.empty()) __builtin_trap(); // missing and not told
        (void)server::read_applicant_patch(*applicant, today);
    }
    for (const auto& paper : server::read_papers(fields)) {
        if (paper.copies < 0) __builtin_trap();
    }
    fields.text("reason", Need::optional);
    fields.instant("new_appointment", Need::optional);
    fields.integer("version", Need::required, 0, 1000);
    fields.flag("flag");
    fields.objects("used", Need::optional);
    return 0;
}
