#pragma once

#include "core/domain/typed_scan.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <vector>

namespace api {

/// A citizen's card as pages fill a form from it, with the sentences that doubt it.
boost::json::object card_json(const core::CitizenCard& card,
                              const std::vector<core::Message>& doubts,
                              words::Language language);

/// What a scanner has typed: `kind`, and `card` or `code`.
boost::json::object to_json(const core::TypedScan& scan, words::Language language);

} // namespace api
