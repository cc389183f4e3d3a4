// One of several that implement paper_data.hpp: papers of several dossiers.

#include "core/server/papers/paper_data.hpp"
#include "core/server/papers/paper_parts.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace json = boost::json;

namespace {

using core::Result;
using paper::put;

constexpr std::size_t most_items = 100;
constexpr std::size_t most_rows = 500; // as the schema has it

/// How often a paper was handed in; one that nobody counted is there once.
int copies_of(const core::DossierComponent& handed) {
    if (handed.copies > 0) return handed.copies;
    return std::max({handed.certified, handed.originals, 1});
}

/// The papers of one dossier, or what it asks for where none is named. A fee stands with the only
/// item that it can belong to.
void add_items(json::array& items, std::int64_t& copies, const PaperFacts& facts) {
    const core::Dossier& dossier = facts.dossier;
    std::vector<core::DossierComponent> handed = dossier.components;
    if (handed.empty()) handed.push_back({facts.procedure.name});
    for (const core::DossierComponent& each : handed) {
        json::object item;
        put(item, "name", each.name, paper::cell_letters);
        put(item, "kind", facts.procedure.name);
        item["copies"] = copies_of(each);
        if (handed.size() == 1) item["fee_vnd"] = dossier.fee_vnd;
        copies += copies_of(each);
        items.push_back(std::move(item));
    }
}

bool is_same_person(const core::Applicant& a, const core::Applicant& b) {
    return a.name == b.name &&
           (a.id_number.empty() || b.id_number.empty() || a.id_number == b.id_number);
}

json::object register_row(const core::Dossier& dossier, const core::ProcedureVersion& procedure) {
    json::object row;
    put(row, "code", dossier.code);
    put(row, "request", procedure.name, paper::cell_letters);
    put(row, "applicant", dossier.applicant.name);
    put(row, "address", dossier.applicant.address, paper::cell_letters);
    put(row, "phone", dossier.applicant.phone);
    put(row, "received_at", dossier.received_at);
    put(row, "due_at", dossier.due_at());
    put(row, "returned_at", dossier.returned_at);
    if (!dossier.returned_at)
        put(row, "note", words::word(words::Language(), "dossier_state", to_text(dossier.state)));
    return row;
}

} // namespace

Result<json::object> batch_receipt_data(std::span<const PaperFacts> dossiers) {
    const PaperFacts& first = dossiers.front();
    json::object data;
    json::array items;
    std::int64_t copies = 0;
    std::int64_t fee_vnd = 0;
    bool paid = true;
    core::Instant received = core::Instant::max();
    std::optional<core::Instant> due = core::Instant::min();
    for (const PaperFacts& facts : dossiers) {
        const core::Dossier& dossier = facts.dossier;
        if (!dossier.received_at) {
            return core::Error{core::ErrorKind::not_allowed,
                               {"batch-dossier-not-received", {{"code", dossier.code}}}};
        }
        if (!is_same_person(dossier.applicant, first.dossier.applicant)) {
            return core::Error{core::ErrorKind::not_allowed,
                               {"batch-dossier-of-another", {{"code", dossier.code}}}};
        }
        add_items(items, copies, facts);
        fee_vnd += dossier.fee_vnd;
        paid = paid && dossier.paid_vnd >= dossier.fee_vnd;
        received = std::min(received, *dossier.received_at);
        const auto own = dossier.due_at();
        due = due && own ? std::optional(std::max(*due, *own)) : std::nullopt;
    }
    if (items.size() > most_items) {
        return core::Error{
            core::ErrorKind::not_allowed,
            {"batch-too-many-items", {{"most", static_cast<std::int64_t>(most_items)}}}};
    }
    data["office"] = paper::office(first.rules.office);
    put(data, "issued_at", received);
    put(data, "code", first.dossier.code);
    data["applicant"] = paper::applicant(first.dossier.applicant);
    data["items"] = std::move(items);
    data["total_copies"] = copies;
    data["total_fee_vnd"] = fee_vnd;
    if (fee_vnd > 0) data["fee_paid"] = paid;
    put(data, "received_at", received);
    put(data, "due_at", due);
    put(data, "officer", first.name_of(first.dossier.officer));
    return data;
}

/// Looks at every dossier: a register is printed seldom, and no index is worth it.
Result<json::object> register_data(core::BooksView& books,
                                   const OfficeRules& rules,
                                   core::Day first,
                                   core::Day last,
                                   core::Instant now) {
    std::vector<core::Dossier> received;
    std::size_t count = 0;
    books.each_dossier(core::BooksView::Which::all, [&](const core::StoredDossier& stored) {
        const auto at = stored.dossier.received_at;
        if (!at || core::local_date(*at) < first || core::local_date(*at) > last) return true;
        if (++count <= most_rows) received.push_back(stored.dossier);
        return true;
    });
    if (count > most_rows) {
        return core::Error{core::ErrorKind::not_allowed,
                           {"register-too-many-rows",
                            {{"count", static_cast<std::int64_t>(count)},
                             {"most", static_cast<std::int64_t>(most_rows)}}}};
    }
    std::sort(received.begin(), received.end(), [](const auto& a, const auto& b) {
        return std::tie(*a.received_at, a.code) < std::tie(*b.received_at, b.code);
    });
    json::array rows;
    for (const core::Dossier& dossier : received) {
        const auto* version = rules.catalogue.by_id(dossier.procedure_version);
        if (version) rows.push_back(register_row(dossier, *version));
    }
    json::object data;
    data["office"] = paper::office(rules.office);
    put(data, "issued_at", now);
    data["from"] = core::format_date(first);
    data["to"] = core::format_date(last);
    data["rows"] = std::move(rows);
    return data;
}

} // namespace server
