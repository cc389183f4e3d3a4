#pragma once

#include "core/server/http/route.hpp"

#include <string>

namespace server {

/// The description of every route in OpenAPI 3.1, as JSON: made of the routes themselves and of
/// the schemas in core/api/schemas.json.
std::string describe_api(const Router& router);

} // namespace server
