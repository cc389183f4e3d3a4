#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/import_table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

/// Reads the typed fields of a CSV row, naming each that cannot be read. Texts come out trimmed
/// and in NFC.
class RowReader {
public:
    /// `repair`, where it is given, takes the likely reading of damaged fields and counts them.
    RowReader(ImportTable& table,
              const std::vector<std::string>& columns,
              ProblemList& problems,
              FieldRepair* repair = nullptr)
        : table_(table), columns_(columns), problems_(problems), repair_(repair) {}

    /// The next row whose shape is sound; false at the end. Rows of a wrong shape are named.
    bool next();

    /// The next row of any shape; one of a wrong shape is named, not sound(), and has no fields.
    bool next_of_any_shape();

    std::int64_t line() const { return table_.line(); }

    bool sound() const { return sound_; }

    void problem(std::size_t column, Message reason);
    void problem(std::string column, Message reason);

    std::string text(std::size_t column);

    /// A text that nobody judges further, so that what stands there for no value is named here
    /// (no_value.hpp).
    std::string plain_text(std::size_t column);
    std::string required_text(std::size_t column);

    /// A field as `Value::read` (core/domain) takes it; empty when there is none. Damage done to it
    /// is named with the reading that it most likely had, or mended (FieldRepair).
    template <typename Value>
    std::string value(std::size_t column) {
        return judged<Value>(column, raw_text(column));
    }

    std::vector<std::string> list(std::size_t column);
    std::int64_t money(std::size_t column);
    std::optional<Day> date(std::size_t column);
    std::optional<Instant> instant(std::size_t column);
    bool flag(std::size_t column);

    /// The word of a vocabulary; names those that may stand there otherwise.
    template <typename Parse>
    auto word(std::size_t column, Parse parse, const Vocabulary& vocabulary) {
        const std::string written = text(column);
        auto value = parse(written);
        if (!value) problem_of_word(column, written, vocabulary);
        return value;
    }

    /// As much of a field as a message tells.
    static std::string shortened(std::string_view text);

    template <typename Value>
    std::string required_value(std::size_t column) {
        std::string written = raw_text(column);
        if (written.empty()) problem(column, "field-empty");
        return judged<Value>(column, std::move(written));
    }

    /// The likely reading, counted, where it is to be taken; else empty, and the damage is named.
    std::string mended(std::size_t column, const FieldDamage& damage);

private:
    /// In NFC, trimmed, line ends as blanks.
    std::string raw_text(std::size_t column);

    template <typename Value>
    std::string judged(std::size_t column, std::string written) {
        if (written.empty()) return written;
        const auto value = Value::read(written);
        if (value) return written;
        auto damage = Value::find_damage(written);
        if (!damage) {
            problem(column, value.error().message);
            return {};
        }
        // Nobody is advised to take a reading that would be refused.
        if (!damage->reading.empty() && !Value::read(damage->reading)) damage->reading.clear();
        return mended(column, *damage);
    }

    void
    problem_of_word(std::size_t column, const std::string& written, const Vocabulary& vocabulary);

    ImportTable& table_;
    const std::vector<std::string>& columns_;
    ProblemList& problems_;
    FieldRepair* repair_;
    bool sound_ = true;
};

} // namespace core
