#pragma once

#include "core/domain/form_06a.hpp"

#include <boost/json/fwd.hpp>

#include <string>

namespace reports {

/// Form II.06a/VPCP (Thông tư 01/2020/TT-VPCP) as JSON, CSV and text. It names nothing but the
/// fields of the office's catalogue, so that it is the same in every language.
boost::json::value to_json(const core::Form06a& form);
std::string to_csv(const core::Form06a& form);
std::string to_plain_text(const core::Form06a& form);

/// What the field counts otherwise than its names say, for under the table; in Vietnamese.
std::string form_06a_note();

} // namespace reports
