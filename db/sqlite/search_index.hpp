#pragma once

#include "core/domain/dossier.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace db {

class Connection;

/// Dossiers by words of their applicants. New ones are put into the index many at once, by
/// catch_up(); until then they are looked at one by one, so every search finds them.
class SearchIndex {
public:
    explicit SearchIndex(Connection& connection) : connection_(connection) {}

    /// Dossiers that have all the words, or words that begin so, the newest first; of all offices
    /// of the file. `visit` returns false when it has seen enough.
    void each_match(std::span<const std::string> words,
                    const std::function<bool(std::int64_t id)>& visit);

    /// Whether a dossier is found by a rare word of its applicant.
    bool finds(std::int64_t id, const core::Applicant& applicant);

    void
    applicant_changed(std::int64_t id, const core::Applicant& before, const core::Applicant& after);

    /// Puts the dossiers that wait into the index. Within a write transaction.
    void catch_up();

    /// How many wait.
    std::int64_t waiting();

private:
    void add(std::int64_t id, const core::Applicant& applicant);
    void remove(std::int64_t id, const core::Applicant& applicant);
    std::int64_t end(); ///< the last dossier of the index

    Connection& connection_;
};

/// What a dossier is found by, folded: the applicant's name, and ID number and phone as they were
/// written and by their keys.
std::string applicant_words(const core::Applicant& applicant);

/// What a version of a procedure is found by.
std::string version_words(std::string_view code, std::string_view name);

/// Words as an expression of FTS5: all of them, each as the beginning of a word.
std::string match_expression(std::span<const std::string> words);

} // namespace db
