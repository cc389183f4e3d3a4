#pragma once

namespace server {

/// In what form something is printed or sent. Most things have some of these only.
enum class OutputFormat { text, json, csv, xlsx, pdf };

} // namespace server
