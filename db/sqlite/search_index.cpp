// Search by an applicant's words. The index (FTS5, contentless) is cheap for many rows at once and
// dear for one: so dossiers are put into it later, in the order of their ids, and
// `dossier_search_end` holds the last that is in it. Whoever searches looks at those after it one
// by one.

#include "db/sqlite/search_index.hpp"

#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/text.hpp"
#include "db/sqlite/connection.hpp"

#include <algorithm>

namespace db {

namespace {

bool has_word_beginning(std::string_view text, std::string_view beginning) {
    for (std::size_t at = text.find(beginning); at != std::string_view::npos;
         at = text.find(beginning, at + 1)) {
        if (at == 0 || text[at - 1] == ' ') return true;
    }
    return false;
}

/// A damaged row has no words; verify tells of it.
std::string folded(const std::string& text) {
    return core::is_utf8(text) ? core::searchable_text(text) : std::string();
}

/// The key's words, where they are others than those of what was written.
void add_key(std::string& words,
             const std::string& written,
             std::string (*key_of)(std::string_view)) {
    if (written.empty() || !core::is_utf8(written)) return;
    const std::string key = key_of(written);
    if (key == written) return; // nearly always
    const std::string folded_key = core::searchable_text(key);
    if (folded_key != core::searchable_text(written)) words += " " + folded_key;
}

/// One rare and whole word: common names and prefixes would read half the index each time.
const std::string& rare_text(const core::Applicant& applicant) {
    if (!applicant.id_number.empty()) return applicant.id_number;
    return applicant.phone.empty() ? applicant.name : applicant.phone;
}

} // namespace

std::string applicant_words(const core::Applicant& applicant) {
    std::string words =
        folded(applicant.name) + " " + folded(applicant.id_number) + " " + folded(applicant.phone);
    // Beside what was written, so that a part of it finds it still.
    add_key(words, applicant.id_number, core::person_key);
    add_key(words, applicant.phone, core::phone_key);
    return words;
}

std::string version_words(std::string_view code, std::string_view name) {
    return core::searchable_text(code) + " " + core::searchable_text(name);
}

std::string match_expression(std::span<const std::string> words) {
    std::string expression;
    for (const std::string& word : words)
        expression += (expression.empty() ? "\"" : " \"") + word + "\"*";
    return expression;
}

std::int64_t SearchIndex::end() {
    auto row = connection_.use("SELECT dossier_id FROM dossier_search_end");
    return row->step() ? row->column_int(0) : 0;
}

std::int64_t SearchIndex::waiting() {
    auto row = connection_.use("SELECT ifnull(max(dossier_id), 0) FROM dossier");
    return (row->step() ? row->column_int(0) : 0) - end();
}

void SearchIndex::each_match(std::span<const std::string> words,
                             const std::function<bool(std::int64_t id)>& visit) {
    auto waiting = connection_.use(
        "SELECT dossier_id, applicant_name, applicant_id, phone FROM dossier WHERE dossier_id > "
        "(SELECT dossier_id FROM dossier_search_end) ORDER BY dossier_id DESC");
    while (waiting->step()) {
        const std::string text = applicant_words({waiting->column_string(1),
                                                  waiting->column_string(2),
                                                  waiting->column_string(3),
                                                  {},
                                                  {}});
        const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return has_word_beginning(text, word);
        });
        if (all && !visit(waiting->column_int(0))) return;
    }
    const std::string expression = match_expression(words);
    auto row = connection_.use("SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? "
                               "ORDER BY rowid DESC");
    row->bind(1, expression);
    while (row->step()) {
        if (!visit(row->column_int(0))) return;
    }
}

bool SearchIndex::finds(std::int64_t id, const core::Applicant& applicant) {
    const std::string& rare = rare_text(applicant);
    if (!core::is_utf8(rare)) return false;
    const auto words = core::search_words(rare);
    if (words.empty() || id > end()) return true;
    auto row = connection_.use("SELECT 1 FROM dossier_search WHERE dossier_search MATCH ? AND "
                               "rowid = ?");
    std::string expression;
    for (const std::string& word : words) expression += "\"" + word + "\" ";
    row->bind_all(expression, id);
    return row->step();
}

void SearchIndex::applicant_changed(std::int64_t id,
                                    const core::Applicant& before,
                                    const core::Applicant& after) {
    if (id > end()) return;
    remove(id, before);
    add(id, after);
}

void SearchIndex::catch_up() {
    std::int64_t last = end();
    {
        auto row = connection_.use("SELECT dossier_id, applicant_name, applicant_id, phone FROM "
                                   "dossier WHERE dossier_id > ? ORDER BY dossier_id");
        row->bind(1, last);
        while (row->step()) {
            last = row->column_int(0);
            add(last,
                {row->column_string(1), row->column_string(2), row->column_string(3), {}, {}});
        }
    }
    auto set = connection_.use("UPDATE dossier_search_end SET dossier_id = ?");
    set->bind(1, last);
    set->run();
}

void SearchIndex::add(std::int64_t id, const core::Applicant& applicant) {
    auto row = connection_.use("INSERT INTO dossier_search (rowid, words) VALUES (?, ?)");
    const std::string words = applicant_words(applicant);
    row->bind_all(id, words);
    row->run();
}

void SearchIndex::remove(std::int64_t id, const core::Applicant& applicant) {
    auto row = connection_.use(
        "INSERT INTO dossier_search (dossier_search, rowid, words) VALUES ('delete', ?, ?)");
    const std::string words = applicant_words(applicant);
    row->bind_all(id, words);
    row->run();
}

} // namespace db
