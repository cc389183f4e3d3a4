#include "core/api/dossier_json.hpp"
#include "core/domain/text.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <set>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

/// Received longer ago and closed, a dossier is no reason to ask.
constexpr std::chrono::days recent{30};

/// Of so many with the same name, phone or number the latest are looked at, and so many shown.
constexpr std::size_t most_looked_at = 200;
constexpr std::size_t most_shown = 20;

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// Who came, in the form in which people are compared.
struct Person {
    explicit Person(const core::Applicant& applicant)
        : id_number(digits_of(applicant.id_number)), phone(digits_of(applicant.phone)),
          name(core::fold_for_search(applicant.name)) {}

    std::string id_number;
    std::string phone;
    std::string name;
};

/// What is the same of both; empty when they are two people. A name alone says little: it counts
/// only where no ID number contradicts.
std::vector<std::string_view> same_of(const Person& a, const Person& b) {
    std::vector<std::string_view> same;
    const bool both_numbered = !a.id_number.empty() && !b.id_number.empty();
    if (both_numbered && a.id_number == b.id_number) same.emplace_back("id_number");
    if (!a.phone.empty() && a.phone == b.phone) same.emplace_back("phone");
    const bool contradicted = both_numbered && a.id_number != b.id_number;
    if (!a.name.empty() && a.name == b.name && !(contradicted && same.empty()))
        same.emplace_back("name");
    return same;
}

bool is_recent(const core::Dossier& dossier, core::Instant now) {
    if (dossier.is_open() || dossier.state == core::DossierState::submitted) return true;
    return dossier.received_at && now - *dossier.received_at <= recent;
}

/// Everybody whom the search index finds by any of the three, each once, the latest first.
std::vector<core::StoredDossier> candidates(core::BooksView& books,
                                            const core::Applicant& applicant) {
    std::vector<core::StoredDossier> found;
    std::set<std::string> asked = {applicant.id_number, applicant.phone, applicant.name};
    asked.insert(digits_of(applicant.phone)); // typed with blanks, kept without
    asked.erase("");
    for (const std::string& words : asked) {
        for (auto& stored : books.search_dossiers(core::search_words(words), most_looked_at))
            found.push_back(std::move(stored));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const auto& a, const auto& b) { return a.id == b.id; }),
                found.end());
    return found;
}

boost::json::object item_of(const core::Dossier& dossier,
                            const core::ProcedureVersion& version,
                            const std::vector<std::string_view>& same) {
    boost::json::array names;
    for (const std::string_view each : same)
        names.emplace_back(boost::json::string_view(each.data(), each.size()));
    return {{"code", dossier.code},
            {"state_text", std::string(show(dossier.state))},
            {"procedure", {{"code", version.code}, {"name", version.name}}},
            {"received_at", api::to_json(dossier.received_at)},
            {"same", std::move(names)}};
}

/// A read, though its question comes in a body: a person's numbers belong into no address.
net::HttpResponse show_similar(const Call& call, core::BooksView& books) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    const std::string procedure = fields.line("procedure", Need::optional, 64);
    core::Applicant applicant;
    if (auto inner = fields.object("applicant", Need::required)) {
        applicant.id_number = inner->line("id_number", Need::optional);
        applicant.name = inner->line("name", Need::optional);
        applicant.phone = inner->line("phone", Need::optional);
    }
    if (!body.errors.empty()) return fields_response(body.errors);
    const Person person(applicant);
    auto found = candidates(books, applicant);
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return a.dossier.procedure_code == procedure && b.dossier.procedure_code != procedure;
    });
    boost::json::array items;
    for (const core::StoredDossier& stored : found) {
        if (!is_recent(stored.dossier, call.now)) continue;
        const auto same = same_of(person, Person(stored.dossier.applicant));
        if (same.empty() || items.size() == most_shown) continue;
        items.emplace_back(item_of(stored.dossier, version_of(*call.rules, stored.dossier), same));
    }
    return json_response({{"items", std::move(items)}});
}

} // namespace

void add_similar(Router& router) {
    router.add({"POST",
                "/api/v1/dossiers/similar",
                callers::staff,
                LongRead{show_similar},
                {"similarDossiers",
                 "Open or recent dossiers of the same person, those of the procedure first: asked "
                 "before a dossier is received twice",
                 "SimilarQuery", "SimilarDossiers"},
                json_body_limit});
}

} // namespace server
