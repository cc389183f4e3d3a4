#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// The repository's own documents and sources, for tests that hold one to the other.
namespace documents {

/// The top of the repository.
std::filesystem::path root();

/// Our Markdown files, by their path from the root.
std::vector<std::string> all();

/// What is compiled, for a machine or a page, by its path from the root.
std::vector<std::string> sources();

/// The files whose names end so (`.cpp`), below our folders, by their path from the root.
std::vector<std::string> files_of(const std::set<std::string>& endings);

/// The content of a file of the repository; empty when it is not there.
std::string text_of(const std::filesystem::path& file);

std::vector<std::string> lines_of(const std::string& text);

/// The texts between backticks of a line.
std::vector<std::string> backticked(std::string_view line);

/// Whether the text is a path, and nothing else, that begins with one of our folders.
bool is_our_path(std::string_view text);

/// Whether a letter can be of a name in a source.
bool is_word_letter(char c);

} // namespace documents
