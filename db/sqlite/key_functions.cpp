// Each function reads SQLite's values into texts, asks the domain and gives a text or bytes back;
// one template keeps what it throws from going through SQLite, which is C.

#include "db/sqlite/key_functions.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vietnamese_order.hpp"
#include "db/common/dossier_columns.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/search_index.hpp"
#include "db/sqlite/throw_error.hpp"

#include <sqlite3.h>

#include <exception>
#include <string>
#include <string_view>
#include <unordered_map>

namespace db {

namespace {

std::string text_of(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    const int size = sqlite3_value_bytes(value);
    return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

core::Applicant applicant_of(sqlite3_value** values) {
    return {text_of(values[0]), text_of(values[1]), text_of(values[2]), {}, {}};
}

std::string code_key_function(sqlite3_value** values) {
    return stored_code_key(text_of(values[0]));
}

/// What `make` makes of a name: officers are few, and rows name them by the hundred thousand.
template <typename Make>
const std::string&
remembered(std::unordered_map<std::string, std::string>& keys, const std::string& name, Make make) {
    constexpr std::size_t most = 1'000;
    if (const auto known = keys.find(name); known != keys.end()) return known->second;
    if (keys.size() >= most) keys.clear();
    return keys.emplace(name, make(name)).first->second;
}

/// Older versions took what is no text; that is like itself alone.
std::string name_function(sqlite3_value** values) {
    thread_local std::unordered_map<std::string, std::string> keys;
    return remembered(keys, text_of(values[0]), [](const std::string& name) {
        return core::is_utf8(name) ? core::name_key(name) : name;
    });
}

std::string words_function(sqlite3_value** values) { return applicant_words(applicant_of(values)); }

std::string version_words_function(sqlite3_value** values) {
    const std::string code = text_of(values[0]);
    const std::string name = text_of(values[1]);
    return core::is_utf8(code) && core::is_utf8(name) ? version_words(code, name) : std::string();
}

std::string written_words_function(sqlite3_value** values) {
    const core::Applicant applicant = applicant_of(values);
    std::string words;
    for (const std::string* text : {&applicant.name, &applicant.id_number, &applicant.phone}) {
        if (text != &applicant.name) words += ' ';
        if (core::is_utf8(*text)) words += core::fold_for_search(*text);
    }
    return words;
}

template <std::string (*function)(sqlite3_value**)>
void call(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        const std::string text = function(values);
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::exception& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}

/// Bytes, not a text: they compare byte by byte.
void call_name_key(sqlite3_context* context, int, sqlite3_value** values) {
    try {
        const std::string key = core::name_sort_key(text_of(values[0]));
        sqlite3_result_blob64(context, key.data(), key.size(), SQLITE_TRANSIENT);
    } catch (const std::exception& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}

/// The same of an officer, NULL of NULL.
void call_officer_key(sqlite3_context* context, int, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
    try {
        thread_local std::unordered_map<std::string, std::string> keys;
        const std::string& key = remembered(keys, text_of(values[0]), [](const std::string& name) {
            return core::name_sort_key(name);
        });
        sqlite3_result_blob64(context, key.data(), key.size(), SQLITE_TRANSIENT);
    } catch (const std::exception& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}

void add(Connection& connection,
         const char* name,
         int arguments,
         void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    const int code =
        sqlite3_create_function_v2(connection.handle(), name, arguments,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                   function, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_error(connection.handle(), code, connection.file(), name);
}

} // namespace

void add_key_functions(Connection& connection) {
    add(connection, "code_key_of", 1, call<code_key_function>);
    add(connection, "name_key_of", 1, call_name_key);
    add(connection, "officer_key_of", 1, call_officer_key);
    add(connection, "like_name_of", 1, call<name_function>);
    add(connection, "applicant_words", 3, call<words_function>);
    add(connection, "version_words", 2, call<version_words_function>);
    add(connection, "applicant_words_as_written", 3, call<written_words_function>);
}

} // namespace db
