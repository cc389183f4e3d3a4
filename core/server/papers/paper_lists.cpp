// One of several that implement paper_data.hpp: papers of several dossiers.

#include "core/domain/phone_number.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/engine/dossiers/joint_papers.hpp"
#include "core/server/papers/paper_data.hpp"
#include "core/server/papers/paper_parts.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <vector>

namespace server {

namespace json = boost::json;

namespace {

using core::Result;
using paper::put;

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
        item["copies"] = core::copies_of(each);
        if (handed.size() == 1) item["fee_vnd"] = dossier.fee_vnd;
        copies += core::copies_of(each);
        items.push_back(std::move(item));
    }
}

/// The sentence of the first whose due date is not sure; the receipt's date is the latest of all.
std::string unsure_of(std::span<const PaperFacts> dossiers) {
    for (const PaperFacts& facts : dossiers) {
        if (std::string unsure = facts.unsure_due(); !unsure.empty()) return unsure;
    }
    return {};
}

/// How the dossier stands, unless its result was fetched, and whether its due date is sure.
std::string register_note(const core::Dossier& dossier, const core::Rules& rules) {
    std::string note;
    if (!dossier.returned_at)
        note = words::word(words::Language(), "dossier_state", to_text(dossier.state));
    if (!dossier.is_open() || core::unsure_years(rules.calendar, rules.procedure, dossier).empty())
        return note;
    return note + "; " + words::say(words::Language(), "register-due-unsure");
}

json::object register_row(const core::Dossier& dossier, const core::Rules& rules) {
    json::object row;
    put(row, "code", dossier.code);
    put(row, "request", rules.procedure.name, paper::cell_letters);
    put(row, "applicant", dossier.applicant.name);
    put(row, "address", dossier.applicant.address, paper::cell_letters);
    put(row, "phone", core::home_phone(dossier.applicant.phone));
    put(row, "received_at", dossier.received_at);
    put(row, "due_at", dossier.due_at());
    put(row, "returned_at", dossier.returned_at);
    put(row, "note", register_note(dossier, rules), paper::cell_letters);
    return row;
}

} // namespace

Result<json::object> batch_receipt_data(std::span<const PaperFacts> dossiers) {
    const PaperFacts& first = dossiers.front();
    std::vector<const core::Dossier*> together;
    for (const PaperFacts& facts : dossiers) together.push_back(&facts.dossier);
    const auto batch = core::batch_receipt(together);
    if (!batch) return batch.error();
    json::object data;
    json::array items;
    std::int64_t copies = 0;
    for (const PaperFacts& facts : dossiers) add_items(items, copies, facts);
    if (items.size() > paper::most_batch_items) {
        return core::Error{core::ErrorKind::not_allowed,
                           {"batch-too-many-items",
                            {{"most", static_cast<std::int64_t>(paper::most_batch_items)}}}};
    }
    data["office"] = paper::office(first.rules.office);
    put(data, "issued_at", batch->received_at);
    put(data, "code", first.dossier.code);
    data["applicant"] = paper::applicant(first.dossier.applicant);
    data["items"] = std::move(items);
    data["total_copies"] = copies;
    data["total_fee_vnd"] = batch->fee_vnd;
    if (const auto paid = core::is_fee_paid(batch->fee_vnd, batch->unpaid_vnd))
        data["fee_paid"] = *paid;
    put(data, "received_at", batch->received_at);
    put(data, "due_at", batch->due_at);
    if (batch->due_at) put(data, "due_unsure", unsure_of(dossiers), paper::text_letters);
    put(data, "officer", first.name_of(first.dossier.officer));
    return data;
}

Result<json::object> register_data(core::BooksView& books,
                                   const OfficeRules& rules,
                                   core::Day first,
                                   core::Day last,
                                   core::Instant now) {
    const auto received = core::received_between(books, first, last);
    if (!received) return received.error();
    json::array rows;
    for (const core::Dossier& dossier : *received) {
        const auto* version = rules.catalogue.by_id(dossier.procedure_version);
        if (version) rows.push_back(register_row(dossier, {rules.calendar, *version}));
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
