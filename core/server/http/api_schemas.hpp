#pragma once

namespace server {

/// core/api/schemas.json: the schemas of bodies and answers, for the description of the API.
extern const char* const api_schemas;

} // namespace server
