#include "core/server/routes/dossier_body.hpp"

#include "core/domain/email_address.hpp"
#include "core/domain/names.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/server/http/route.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

using api::JsonFields;
using core::ApplicantName;
using core::AsWritten;
using core::TextLine;
using Need = JsonFields::Need;

constexpr std::size_t short_line = 64;
constexpr std::int64_t most_copies = 10'000;

int copies(JsonFields& fields, std::string_view name) {
    return static_cast<int>(fields.integer(name, Need::optional, 0, most_copies).value_or(0));
}

/// A value whose letters may be said to be meant (`as_written`).
template <typename Value>
std::string meant_value(JsonFields& fields,
                        std::string_view name,
                        Need need,
                        std::size_t most = api::line_limit) {
    return fields.flag("as_written") ? fields.value<AsWritten<Value>>(name, need, most)
                                     : fields.value<Value>(name, need, most);
}

/// Its empty text takes the member away.
template <typename Value>
std::optional<std::string>
patch_value(JsonFields& fields, std::string_view name, std::size_t most) {
    if (!fields.has(name)) return std::nullopt;
    return fields.value<Value>(name, Need::optional, most);
}

/// By `birth_date`, a day or a year, or by `birth_year` alone; both may stand there, as on a card.
std::optional<core::BirthDate> read_birth(JsonFields& fields, core::Day today) {
    const std::string written = fields.line("birth_date", Need::optional, short_line);
    const auto year =
        fields.integer("birth_year", Need::optional, core::earliest_birth_year, core::last_year);
    if (written.empty() && !year) return std::nullopt;
    const bool is_year = written.empty();
    const auto birth = core::BirthDate::read(is_year ? std::to_string(*year) : written, today);
    if (!birth) {
        fields.complain(is_year ? "birth_year" : "birth_date", birth.error().message);
        return std::nullopt;
    }
    if (year && birth->year() != *year) fields.complain("birth_year", "birth-year-differs");
    return *birth;
}

std::optional<core::Sex> read_sex(JsonFields& fields) {
    return fields.word("sex", Need::optional, core::parse_sex,
                       core::list_of(core::sexes.vocabulary()));
}

} // namespace

std::optional<int> parse_version(std::string_view text) {
    const auto number = parse_count(text);
    if (!number) return std::nullopt;
    return static_cast<int>(std::min(*number, largest_version));
}

core::Applicant read_applicant(JsonFields& fields, core::Day today) {
    core::Applicant applicant;
    applicant.name = meant_value<ApplicantName>(fields, "name", Need::required);
    applicant.id_number = fields.value<core::PersonNumber>("id_number", Need::optional, short_line);
    applicant.phone = fields.value<core::PhoneNumber>("phone", Need::optional, short_line);
    applicant.address = meant_value<TextLine>(fields, "address", Need::optional, api::text_limit);
    applicant.email = fields.value<core::EmailAddress>("email", Need::optional);
    applicant.birth = read_birth(fields, today);
    applicant.sex = read_sex(fields);
    return applicant;
}

core::ApplicantPatch read_applicant_patch(JsonFields& fields, core::Day today) {
    core::ApplicantPatch read;
    if (fields.has("name")) read.name = meant_value<ApplicantName>(fields, "name", Need::required);
    read.id_number = patch_value<core::PersonNumber>(fields, "id_number", short_line);
    read.phone = patch_value<core::PhoneNumber>(fields, "phone", short_line);
    if (fields.has("address"))
        read.address = meant_value<TextLine>(fields, "address", Need::optional, api::text_limit);
    read.email = patch_value<core::EmailAddress>(fields, "email", api::line_limit);
    if (fields.has("birth_date") || fields.has("birth_year"))
        read.birth = read_birth(fields, today);
    if (fields.has("sex")) read.sex = read_sex(fields);
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
    papers.reserve(list->get_array().size());
    std::size_t index = 0;
    for (const boost::json::value& item : list->get_array()) {
        const std::string path = "documents[" + std::to_string(index++) + "]";
        if (item.is_string()) { // known by its name alone
            papers.push_back(
                {fields.value_at<core::TextLine>(item, path, api::title_limit), 0, 0, 0});
        } else if (item.is_object()) {
            JsonFields paper = fields.inside(item.get_object(), path);
            papers.push_back({paper.value<core::TextLine>("name", Need::required, api::title_limit),
                              copies(paper, "originals"), copies(paper, "certified"),
                              copies(paper, "copies")});
        } else {
            fields.complain(path, "field-no-component");
        }
    }
    return papers;
}

} // namespace server
