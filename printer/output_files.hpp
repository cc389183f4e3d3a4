#pragma once

#include <string>
#include <string_view>

namespace printer {

/// The whole file. Throws std::runtime_error when it cannot be read or is far larger than any
/// file of ours.
std::string read_file(const std::string& name);

/// The same, `-` being standard input.
std::string read_data(const std::string& name);

/// Where a format's page goes: the name itself when there is one format, or else with the
/// format's ending; pages after the first with `-2`, `-3`. Empty: standard output.
std::string
output_name(const std::string& name, const std::string& format, bool several, std::size_t page);

/// Writes all of it, or throws std::runtime_error and leaves no half file. Empty name: standard
/// output. A device or pipe is written as it is.
void write_output(const std::string& name, std::string_view bytes);

} // namespace printer
