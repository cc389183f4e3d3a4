// The search index finds whoever has one of the words; who of them is the same person is decided
// here, on what both wrote, because a prefix of a number or a name in common is not yet a person.

#include "core/engine/dossiers/similar_dossiers.hpp"

#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/search_query.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace core {

namespace {

/// Of so many with the same name, phone or number the latest are looked at.
constexpr std::size_t most_looked_at = 200;

/// Who came, in the form in which people are compared.
struct Person {
    explicit Person(const Applicant& applicant)
        : id_number(person_key(applicant.id_number)), phone(phone_key(applicant.phone)),
          name(searchable_text(applicant.name)) {}

    std::string id_number;
    std::string phone;
    std::string name;
};

/// What is the same of both; empty when they are two people.
std::vector<SameFact> same_of(const Person& a, const Person& b) {
    std::vector<SameFact> same;
    const bool both_numbered = !a.id_number.empty() && !b.id_number.empty();
    if (both_numbered && a.id_number == b.id_number) same.push_back(SameFact::id_number);
    if (!a.phone.empty() && a.phone == b.phone) same.push_back(SameFact::phone);
    const bool contradicted = both_numbered && a.id_number != b.id_number;
    if (!a.name.empty() && a.name == b.name && !(contradicted && same.empty()))
        same.push_back(SameFact::name);
    return same;
}

bool is_recent(const Dossier& dossier, Instant now) {
    if (dossier.is_open() || dossier.state == DossierState::submitted) return true;
    return dossier.received_at && now - *dossier.received_at <= similar_for;
}

/// Everybody whom the search index finds by any of the three, each once, the latest first.
std::vector<StoredDossier> candidates(BooksView& books, const Applicant& applicant) {
    std::vector<StoredDossier> found;
    std::set<std::string> asked = {applicant.id_number, applicant.phone, applicant.name};
    asked.erase("");
    for (const std::string& text : asked) {
        for (const auto& words : person_readings(text)) {
            for (auto& stored : books.search_dossiers(words, most_looked_at))
                found.push_back(std::move(stored));
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const auto& a, const auto& b) { return a.id == b.id; }),
                found.end());
    return found;
}

} // namespace

std::vector<SimilarDossier> similar_dossiers(BooksView& books,
                                             const Applicant& applicant,
                                             std::string_view procedure_code,
                                             Instant now) {
    const Person person(applicant);
    std::vector<SimilarDossier> similar;
    for (StoredDossier& stored : candidates(books, applicant)) {
        if (!is_recent(stored.dossier, now)) continue;
        auto same = same_of(person, Person(stored.dossier.applicant));
        if (!same.empty()) similar.push_back({std::move(stored), std::move(same)});
    }
    std::stable_partition(similar.begin(), similar.end(), [&](const SimilarDossier& each) {
        return each.stored.dossier.procedure_code == procedure_code;
    });
    if (similar.size() > most_similar) similar.resize(most_similar);
    return similar;
}

} // namespace core
