#pragma once

#include "core/domain/birth_date.hpp"
#include "core/domain/civil_time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// A table's columns as data: from one list come the texts of SELECT, INSERT and UPDATE
/// (column_sql.hpp), what is bound to them and how a row is read. Nothing here knows a database, so
/// that every store of SQL can share the lists.
namespace db {

/// What a column holds: NULL, a number, or a text. A text is a view where the record or the row has
/// it, which must then outlive the value, and owned where it was put together.
using ColumnValue = std::variant<std::monostate, std::int64_t, std::string_view, std::string>;

enum class ColumnKind { integer, text };

/// Which statements write a column.
enum class Written {
    never, ///< read only: the store's own, or of a joined table
    once,  ///< by the insert: what a row is known by and what never changes
    always ///< by the insert and by every update
};

/// One column between a row and what the program has: `Source` is what a row is written from,
/// `Target` what it is read into.
template <typename Source, typename Target>
struct Column {
    std::string_view table;
    std::string_view name;
    ColumnKind kind{};
    Written written{};
    ColumnValue (*value)(const Source& source);             ///< null where never written
    void (*read)(Target& target, const ColumnValue& value); ///< null where never read
};

// What the types of members are in a column. NULL is read as 0, an empty text, or none.

std::int64_t number_in(const ColumnValue& value);
std::string_view text_in(const ColumnValue& value);

inline bool is_null(const ColumnValue& value) { return value.index() == 0; }

ColumnValue to_value(const std::optional<core::Instant>& instant);

inline ColumnValue to_value(const std::string& text) { return std::string_view(text); }

inline ColumnValue to_value(core::Instant instant) { return instant.time_since_epoch().count(); }

/// Its text.
ColumnValue to_value(const std::optional<core::BirthDate>& birth);

template <typename Number>

requires std::is_integral_v<Number> ColumnValue to_value(Number number) {
    return static_cast<std::int64_t>(number);
}

/// The word of an enumeration's table.
template <typename Word>

requires std::is_enum_v<Word> ColumnValue to_value(Word word) {
    return std::string_view(to_text(word));
}

template <typename Word>

requires std::is_enum_v<Word> ColumnValue to_value(const std::optional<Word>& word) {
    return word ? to_value(*word) : ColumnValue();
}

void from_value(std::string& text, const ColumnValue& value);
void from_value(core::Instant& instant, const ColumnValue& value);
void from_value(std::optional<core::Instant>& instant, const ColumnValue& value);

template <typename Number>
requires std::is_integral_v<Number>

void from_value(Number& number, const ColumnValue& value) {
    if constexpr (std::is_same_v<Number, bool>) {
        number = number_in(value) != 0;
    } else {
        number = static_cast<Number>(number_in(value));
    }
}

/// Makes columns of members of the record that Source and Target give by `record()`. A path leads
/// to the member: `&Dossier::applicant, &Applicant::name`.
template <typename Source, typename Target>
class ColumnsOf {
public:
    using Made = Column<Source, Target>;

    constexpr explicit ColumnsOf(std::string_view table) : table_(table) {}

    template <auto... path>
    constexpr Made number(std::string_view name, Written written = Written::always) const {
        return member<path...>(name, ColumnKind::integer, written);
    }

    /// Seconds since 1970, UTC.
    template <auto... path>
    constexpr Made instant(std::string_view name, Written written = Written::always) const {
        return member<path...>(name, ColumnKind::integer, written);
    }

    template <auto... path>
    constexpr Made text(std::string_view name, Written written = Written::always) const {
        return member<path...>(name, ColumnKind::text, written);
    }

    /// A word that `parse` knows, or another value with a text of its own; NULL for none where the
    /// member is optional. Another one makes the target throw Damaged, by its `unknown_word()`.
    template <auto parse, auto... path>
    constexpr Made word(std::string_view name, Written written = Written::always) const {
        return {table_,
                name,
                ColumnKind::text,
                written,
                [](const Source& source) { return to_value((source.record().*....*path)); },
                [](Target& target, const ColumnValue& value) {
                    auto& word = (target.record().*....*path);
                    using Word = std::remove_reference_t<decltype(word)>;
                    if constexpr (!std::is_enum_v<Word>) {
                        if (is_null(value)) return word.reset();
                    }
                    const auto known = parse(text_in(value));
                    if (!known) target.unknown_word(text_in(value));
                    word = *known;
                }};
    }

    /// Any other: written and read by functions of its own.
    constexpr Made other(std::string_view name,
                         ColumnKind kind,
                         Written written,
                         ColumnValue (*value)(const Source&),
                         void (*read)(Target&, const ColumnValue&)) const {
        return {table_, name, kind, written, value, read};
    }

private:
    template <auto... path>
    constexpr Made member(std::string_view name, ColumnKind kind, Written written) const {
        return {table_,
                name,
                kind,
                written,
                [](const Source& source) { return to_value((source.record().*....*path)); },
                [](Target& target, const ColumnValue& value) {
                    from_value((target.record().*....*path), value);
                }};
    }

    std::string_view table_;
};

/// A list as one text of a row, and back.
std::string join_list(const std::vector<std::string>& items);
std::vector<std::string> split_stored_list(std::string_view text);

std::optional<std::int64_t> seconds_of(const std::optional<core::Instant>& instant);
core::Instant instant_of(std::int64_t seconds);

} // namespace db
