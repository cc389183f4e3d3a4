#pragma once

#include "core/api/json_fields.hpp"
#include "core/domain/written_act.hpp"

#include <cstdint>
#include <vector>

namespace server {

/// More than any procedure costs: beyond it the number is mistyped.
inline constexpr std::int64_t largest_fee_vnd = 10'000'000'000;

/// A whole applicant; the name is required.
core::Applicant read_applicant(api::JsonFields& fields);

/// What a correction says of the applicant: members that are missing stay as they are.
core::ApplicantPatch read_applicant_patch(api::JsonFields& fields);

/// `documents`: names, or objects with the numbers of originals, certified copies and copies.
std::vector<core::DossierComponent> read_papers(api::JsonFields& fields);

} // namespace server
