#pragma once

namespace printer {

// The files of data/, compiled in. The schema is for paper_schema() alone.
extern const char* const built_in_forms_toml;
extern const char* const built_in_profiles_toml;
extern const char* const built_in_schema_json;

} // namespace printer
