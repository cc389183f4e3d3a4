#pragma once

namespace server {

/// core/api/schemas.json: the schemas of bodies and answers, for the description of the API.
/// Vocabularies stand in it by their names only (core::with_names).
extern const char* const api_schemas;

} // namespace server
