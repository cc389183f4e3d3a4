#include "core/engine/dossiers/joint_papers.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/person_number.hpp"

#include <algorithm>
#include <tuple>

namespace core {

namespace {

/// Whether one receipt may name both: the same name, and no ID number that contradicts, in whatever
/// spelling.
bool may_share_receipt(const Applicant& a, const Applicant& b) {
    return name_key(a.name) == name_key(b.name) &&
           (a.id_number.empty() || b.id_number.empty() ||
            person_key(a.id_number) == person_key(b.id_number));
}

} // namespace

Result<BatchReceipt> batch_receipt(std::span<const Dossier* const> dossiers) {
    BatchReceipt batch{Instant::max(), Instant::min()};
    for (const Dossier* dossier : dossiers) {
        if (!dossier->received_at) {
            return Error{ErrorKind::not_allowed,
                         {"batch-dossier-not-received", {{"code", dossier->code}}}};
        }
        if (!may_share_receipt(dossier->applicant, dossiers.front()->applicant)) {
            return Error{ErrorKind::not_allowed,
                         {"batch-dossier-of-another", {{"code", dossier->code}}}};
        }
        batch.fee_vnd += dossier->fee_vnd;
        batch.unpaid_vnd += dossier->unpaid_vnd();
        batch.received_at = std::min(batch.received_at, *dossier->received_at);
        const auto own = dossier->due_at();
        batch.due_at =
            batch.due_at && own ? std::optional(std::max(*batch.due_at, *own)) : std::nullopt;
    }
    return batch;
}

int copies_of(const DossierComponent& handed) {
    if (handed.copies > 0) return handed.copies;
    return std::max({handed.certified, handed.originals, 1});
}

Result<std::vector<Dossier>> received_between(BooksView& books, Day first, Day last) {
    std::vector<Dossier> received;
    std::size_t count = 0;
    books.each_dossier(BooksView::Which::all, [&](const StoredDossier& stored) {
        const auto at = stored.dossier.received_at;
        if (!at || local_date(*at) < first || local_date(*at) > last) return true;
        if (++count <= most_register_rows) received.push_back(stored.dossier);
        return true;
    });
    if (count > most_register_rows) {
        return Error{ErrorKind::not_allowed,
                     {"register-too-many-rows",
                      {{"count", static_cast<std::int64_t>(count)},
                       {"most", static_cast<std::int64_t>(most_register_rows)}}}};
    }
    std::sort(received.begin(), received.end(), [](const auto& a, const auto& b) {
        return std::tie(*a.received_at, a.code) < std::tie(*b.received_at, b.code);
    });
    return received;
}

} // namespace core
