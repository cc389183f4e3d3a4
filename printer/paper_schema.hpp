#pragma once

#include <string>

namespace printer {

/// What every kind of paper takes, as JSON: data/schema.json with the names of its vocabularies,
/// which the file has by their own names only (core::with_names). Any thread.
const std::string& paper_schema();

} // namespace printer
