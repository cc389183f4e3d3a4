#include "core/domain/dossier.hpp"

#include <algorithm>
#include <cassert>

namespace core {

std::optional<Instant> Dossier::due_at() const {
    if (clock.empty()) return std::nullopt;
    return clock.back().due_at;
}

std::vector<Pause> Dossier::pauses() const {
    std::vector<Pause> pauses;
    for (const ClockChange& change : clock) {
        const bool open = !pauses.empty() && !pauses.back().to;
        if (change.running && open) pauses.back().to = change.at;
        if (!change.running && !open) pauses.push_back({change.at, std::nullopt});
    }
    return pauses;
}

const std::vector<std::string>& linked_agencies(const Dossier& dossier,
                                                const ProcedureVersion& procedure) {
    return dossier.linked_agencies.empty() ? procedure.linked_agencies : dossier.linked_agencies;
}

std::vector<std::string> missing_documents(const ProcedureVersion& procedure,
                                           const std::vector<DossierComponent>& handed_in) {
    std::vector<std::string> missing;
    for (const std::string& document : procedure.documents) {
        const bool is_there =
            std::any_of(handed_in.begin(), handed_in.end(),
                        [&](const DossierComponent& each) { return each.name == document; });
        if (!is_there) missing.push_back(document);
    }
    return missing;
}

int national_status(const Dossier& dossier) {
    switch (dossier.state) {
    case DossierState::submitted:
        return 1;
    case DossierState::in_progress:
        return dossier.step == 0 ? 2 : 4;
    case DossierState::suspended:
        return dossier.unpaid_vnd() > 0 ? 6 : 5;
    case DossierState::refused:
        return 3;
    case DossierState::withdrawn:
        return 7;
    case DossierState::stopped:
        return 8;
    case DossierState::resolved:
        return 9;
    case DossierState::returned:
        return 10;
    }
    assert(false && "every state has its number");
    return 0;
}

std::string_view to_text(Channel channel) { return channels.text(channel); }

std::optional<Channel> parse_channel(std::string_view text) { return channels.parse(text); }

std::string_view to_text(DossierState state) { return dossier_states.text(state); }

std::optional<DossierState> parse_dossier_state(std::string_view text) {
    return dossier_states.parse(text);
}

std::string_view to_text(Decision decision) { return decisions.text(decision); }

std::optional<Decision> parse_decision(std::string_view text) { return decisions.parse(text); }

} // namespace core
