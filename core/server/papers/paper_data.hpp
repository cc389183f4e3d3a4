#pragma once

#include "core/domain/dossier_papers.hpp"
#include "core/server/papers/paper_facts.hpp"

#include <boost/json/fwd.hpp>

#include <array>
#include <span>
#include <string_view>

namespace server {

/// A paper of one dossier, and what makes its data where the dossier has it.
struct DossierPaper {
    core::PaperKind kind;
    std::string_view operation; ///< operationId of its route
    std::string_view summary;
    std::string_view refusal; ///< code of the sentence that says why the dossier has no such paper
    core::Result<boost::json::object> (*make)(const PaperFacts& facts);
};

std::span<const DossierPaper> dossier_papers();

/// Refused (not_allowed) where the dossier's course has not made the paper (core::has_paper).
core::Result<boost::json::object> paper_data(const DossierPaper& paper, const PaperFacts& facts);

/// One receipt for several dossiers that one person handed in together (chứng thực); at least one.
core::Result<boost::json::object> batch_receipt_data(std::span<const PaperFacts> dossiers);

/// The register of the dossiers received in a period: no more of them than one print takes.
core::Result<boost::json::object> register_data(core::BooksView& books,
                                                const OfficeRules& rules,
                                                core::Day first,
                                                core::Day last,
                                                core::Instant now);

} // namespace server
