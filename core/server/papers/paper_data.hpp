#pragma once

#include "core/server/papers/paper_facts.hpp"

#include <boost/json/fwd.hpp>

#include <array>
#include <span>
#include <string_view>

namespace server {

/// A paper of one dossier: its kind as printer/data/schema.json names it, and what makes its data.
/// A paper whose act did not happen is refused (not_allowed) with a sentence.
struct DossierPaper {
    std::string_view kind;
    std::string_view operation; ///< operationId of its route
    std::string_view summary;
    core::Result<boost::json::object> (*data)(const PaperFacts& facts);
};

std::span<const DossierPaper> dossier_papers();

/// One receipt for several dossiers that one person handed in together (chứng thực); at least one.
core::Result<boost::json::object> batch_receipt_data(std::span<const PaperFacts> dossiers);

/// The register of the dossiers received in a period: no more of them than one print takes.
core::Result<boost::json::object> register_data(core::BooksView& books,
                                                const OfficeRules& rules,
                                                core::Day first,
                                                core::Day last,
                                                core::Instant now);

} // namespace server
