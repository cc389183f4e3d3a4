#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// C++ sources as the tests of the house read them: what is code, what a comment, what a literal.
namespace source_text {

/// A string literal as it is typed, escapes and all; of a raw one what stands in its brackets.
struct Literal {
    std::string text;
    std::size_t begin = 0; ///< of its quotes, in `Source::code`
    std::size_t end = 0;   ///< behind them
};

/// One source taken apart. Reads what a compiler takes; of what it refuses, as much as makes sense.
struct Source {
    explicit Source(std::string_view text);

    /// What stands before a literal, and behind it, without comments.
    std::string_view before(const Literal& literal) const;
    std::string_view after(const Literal& literal) const;

    std::string code; ///< without comments, each of which leaves a blank
    std::string bare; ///< `code` with nothing between the quotes of strings and characters
    std::vector<Literal> literals;
    std::vector<std::string> comments; ///< each with its `//` or `/*`
};

/// The C++ files in these folders, templates of such (`.in`) among them, by their path from the
/// root, sorted; packages of the pages are left out.
std::vector<std::string> files_in(const std::vector<std::string>& folders);

/// Everything of ours that is compiled and shipped.
const std::vector<std::string>& shipped_folders();

/// The text of a file of the repository. Fails the test when it is not there.
std::string text_of(const std::string& file);

/// The source in a file of the repository. Fails the test when it is not there.
Source read(const std::string& file);

} // namespace source_text
