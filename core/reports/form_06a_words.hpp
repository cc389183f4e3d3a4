#pragma once

#include "core/domain/form_06a.hpp"
#include "core/words/words.hpp"

#include <string>

/// What stands over the columns of form 06a, for its data, its papers and the page alike. Any
/// thread.
namespace reports {

/// Over one column.
std::string heading_of(const core::Form06aColumn& column, words::Language language);

/// Over the columns that belong together.
std::string heading_of(core::Form06aGroup group, words::Language language);

} // namespace reports
