#pragma once

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

#include <boost/json/value.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The real program and the demonstration ward's real files.
namespace ward {

using Arguments = std::vector<std::string>;

/// A file of the demonstration ward, whose register is that of the signed report.
std::filesystem::path demo_file(std::string_view name);

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, std::string_view content);

/// Runs motcua-core with just these arguments and waits for it. It speaks English here, as in all
/// that follows, unless `start` names another locale.
Ended motcua_core(const Arguments& arguments, const Start& start = {});

std::vector<std::string> lines_of(const std::string& text);

/// A ward's database in a folder of its own, made by the program.
class Ward {
public:
    Ward();

    /// A copy of an office that was made before: of every file in its folder.
    explicit Ward(const std::filesystem::path& made);

    /// Another office than the demonstration's, or another catalogue.
    Ward(const std::filesystem::path& office, const std::filesystem::path& catalogue);

    Ended run(Arguments arguments, const Start& start = {}) const;
    Program begin(Arguments arguments, const Start& start = {}) const;

    /// Runs a command that must be done; returns its output.
    std::string done(Arguments arguments) const;

    boost::json::value done_json(Arguments arguments) const;

    /// Runs a command that must be refused with exit 1; returns the sentence that says why.
    std::string refused(Arguments arguments, const Start& start = {}) const;

    /// Requires bad usage, told in the one line returned.
    std::string misused(Arguments arguments) const;

    /// The same for a file's bad rows, a line for each before the sentence.
    std::vector<std::string> refused_lines(Arguments arguments, const Start& start = {}) const;

    void import_register(const std::filesystem::path& file) const;

    /// All figures of 2023 by procedure: equal bytes, equal books.
    std::string books() const;

    bool is_sound() const;

    const std::filesystem::path& db() const { return db_; }

    std::filesystem::path operator/(std::string_view name) const { return folder_ / name; }

private:
    TemporaryDirectory folder_;
    std::filesystem::path db_ = folder_ / "ward.db";
};

extern const char* const register_header;

/// A row of register.csv that contradicts nothing, with some columns written otherwise.
std::string register_row(const std::map<std::string, std::string>& columns = {});

/// The demonstration's register `times` over, under other codes each time.
std::string repeated_register(int times);

/// The demonstration's register up to so many rows, with its header.
std::string first_rows(std::size_t rows);

} // namespace ward
