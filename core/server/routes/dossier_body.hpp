#pragma once

#include "core/api/json_fields.hpp"
#include "core/domain/written_act.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace server {

/// More than any procedure costs: beyond it the number is mistyped.
inline constexpr std::int64_t largest_fee_vnd = 10'000'000'000;

/// Versions of a dossier that anybody can name: a larger number is as good as this one, which no
/// dossier has.
inline constexpr std::int64_t largest_version = 1'000'000'000;

/// The version of a dossier that a change is based on, as a header or a query says it; none for
/// what is no number.
std::optional<int> parse_version(std::string_view text);

/// A whole applicant; the name is required, and nobody was born after `today`.
core::Applicant read_applicant(api::JsonFields& fields, core::Day today);

/// What a correction says of the applicant: members that are missing stay as they are.
core::ApplicantPatch read_applicant_patch(api::JsonFields& fields, core::Day today);

/// `documents`: names, or objects with the numbers of originals, certified copies and copies.
std::vector<core::DossierComponent> read_papers(api::JsonFields& fields);

} // namespace server
