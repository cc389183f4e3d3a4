#include "core/server/papers/paper_facts.hpp"

#include "core/server/routes/routes.hpp"

#include <algorithm>

namespace server {

namespace {

/// No dossier has more acts; a longer chain is no chain.
constexpr std::size_t most_acts = 10'000;

std::vector<core::Event> events_of(core::BooksView& books, const core::StoredDossier& stored) {
    std::vector<core::Event> events;
    for (std::int64_t seq = stored.last_event; seq != 0 && events.size() < most_acts;) {
        auto event = books.event(seq);
        if (!event || event->previous_seq >= seq) break;
        seq = event->previous_seq;
        events.push_back(std::move(*event));
    }
    std::reverse(events.begin(), events.end());
    return events;
}

} // namespace

const core::Event* PaperFacts::last(core::Act act) const {
    const auto found = std::find_if(events.rbegin(), events.rend(), [&](const core::Event& event) {
        return event.act == to_text(act);
    });
    return found == events.rend() ? nullptr : &*found;
}

std::string PaperFacts::name_of(const std::string& login) const {
    const auto found = names.find(login);
    return found == names.end() ? login : found->second;
}

std::map<std::string, std::string> names_of_people(core::BooksView& books) {
    std::map<std::string, std::string> names;
    for (core::User& user : books.users()) {
        if (!user.name.empty()) names[user.login] = std::move(user.name);
    }
    return names;
}

core::Result<PaperFacts> read_paper_facts(core::BooksView& books,
                                          const std::string& code,
                                          const OfficeRules& rules,
                                          core::Instant now) {
    auto stored = find_dossier(books, code);
    if (!stored) return stored.error();
    const core::ProcedureVersion& procedure = version_of(rules, stored->dossier);
    auto events = events_of(books, *stored);
    return PaperFacts{
        rules, std::move(stored->dossier), procedure, std::move(events), names_of_people(books),
        now};
}

} // namespace server
