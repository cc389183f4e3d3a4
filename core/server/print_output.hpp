#pragma once

#include <filesystem>
#include <string>

namespace server {

/// Prints to standard output, or to a file put in place as a whole. Throws when it can't.
void print(const std::string& text, const std::filesystem::path& file = {});

} // namespace server
