#include "core/server/routes/dossier_body.hpp"

#include "core/domain/text.hpp"
#include "core/server/http/route.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr std::size_t short_line = 64;
constexpr std::int64_t most_copies = 10'000;

int copies(JsonFields& fields, std::string_view name) {
    return static_cast<int>(fields.integer(name, Need::optional, 0, most_copies).value_or(0));
}

std::optional<std::string> patch(JsonFields& fields, std::string_view name, std::size_t most) {
    if (!fields.has(name)) return std::nullopt;
    return fields.line(name, Need::optional, most);
}

/// A paper known by its name alone.
std::optional<core::DossierComponent> named_paper(const boost::json::value& item) {
    if (!item.is_string()) return std::nullopt;
    const std::string_view name(item.get_string().data(), item.get_string().size());
    if (name.size() > api::line_limit_bytes || core::has_control_characters(name))
        return std::nullopt;
    core::DossierComponent paper;
    paper.name = core::to_nfc(core::trim(name));
    return paper;
}

} // namespace

std::optional<int> parse_version(std::string_view text) {
    const auto number = parse_count(text);
    if (!number) return std::nullopt;
    return static_cast<int>(std::min(*number, largest_version));
}

core::Applicant read_applicant(JsonFields& fields) {
    core::Applicant applicant;
    applicant.name = fields.line("name", Need::required);
    applicant.id_number = fields.line("id_number", Need::optional, short_line);
    applicant.phone = fields.line("phone", Need::optional, short_line);
    applicant.address = fields.line("address", Need::optional, api::text_limit_bytes);
    applicant.email = fields.line("email", Need::optional);
    return applicant;
}

core::ApplicantPatch read_applicant_patch(JsonFields& fields) {
    core::ApplicantPatch read;
    read.name = patch(fields, "name", api::line_limit_bytes);
    if (read.name && read.name->empty()) fields.complain("name", "field-empty");
    read.id_number = patch(fields, "id_number", short_line);
    read.phone = patch(fields, "phone", short_line);
    read.address = patch(fields, "address", api::text_limit_bytes);
    read.email = patch(fields, "email", api::line_limit_bytes);
    return read;
}

std::vector<core::DossierComponent> read_papers(JsonFields& fields) {
    std::vector<core::DossierComponent> papers;
    const boost::json::value* list = fields.find("documents");
    if (!list) return papers;
    if (!list->is_array() || list->get_array().size() > api::list_limit) {
        fields.complain("documents", {"field-no-list", {{"most", std::int64_t{api::list_limit}}}});
        return papers;
    }
    std::size_t index = 0;
    for (const boost::json::value& item : list->get_array()) {
        const std::string path = "documents[" + std::to_string(index++) + "]";
        if (auto named = named_paper(item)) {
            if (named->name.empty()) fields.complain(path, "field-empty");
            papers.push_back(std::move(*named));
        } else if (item.is_object()) {
            JsonFields paper = fields.inside(item.get_object(), path);
            papers.push_back({paper.line("name", Need::required), copies(paper, "originals"),
                              copies(paper, "certified"), copies(paper, "copies")});
        } else {
            fields.complain(path, "field-no-component");
        }
    }
    return papers;
}

} // namespace server
