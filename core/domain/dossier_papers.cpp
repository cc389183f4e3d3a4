#include "core/domain/dossier_papers.hpp"

#include <algorithm>
#include <cstdlib>

namespace core {

bool has_paper(PaperKind kind, const Dossier& dossier, std::span<const Act> acts) {
    const auto was_done = [&](Act act) {
        return std::find(acts.begin(), acts.end(), act) != acts.end();
    };
    switch (kind) {
    case PaperKind::receipt:
        return dossier.received_at.has_value();
    case PaperKind::control_slip: // a row for each time that it went to other hands
        return was_done(Act::forward) || was_done(Act::hand_over) || was_done(Act::answer);
    case PaperKind::supplement_request:
        return was_done(Act::request_supplement);
    case PaperKind::apology:
        return was_done(Act::reappoint);
    case PaperKind::result_notice:
        return dossier.decision && dossier.closed_at;
    case PaperKind::refusal:
        return was_done(Act::refuse);
    case PaperKind::stop_notice:
        return was_done(Act::stop);
    }
    std::abort();
}

std::vector<PaperKind> papers_of(const Dossier& dossier, std::span<const Act> acts) {
    std::vector<PaperKind> papers;
    for (const PaperKind kind : paper_kinds.values()) {
        if (has_paper(kind, dossier, acts)) papers.push_back(kind);
    }
    return papers;
}

} // namespace core
