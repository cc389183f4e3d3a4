#pragma once

#include "core/domain/date_damage.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"
#include "core/domain/names.hpp"
#include "core/domain/written_word.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/import_table.hpp"

#include <chrono>
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
    /// `repair`, where it is given, takes damaged fields as it says and counts them.
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
        if (const MadeCell* made = table_.made(column)) return mended_cell<Value>(column, *made);
        std::string written = raw_text(column);
        if (const auto date = find_date_for_text(written)) return mended(column, *date);
        return judged<Value>(column, std::move(written));
    }

    /// The same of a text in which a date may stand as it is: a decision, a day's name.
    template <typename Value>
    std::string value_with_dates(std::size_t column) {
        if (const MadeCell* made = table_.made(column)) return mended_cell<Value>(column, *made);
        return judged<Value>(column, raw_text(column));
    }

    /// What a spreadsheet made of the cell where a text should stand, with its likely reading.
    std::optional<FieldDamage> find_made(std::size_t column) const;

    std::vector<std::string> list(std::size_t column);
    std::int64_t money(std::size_t column);
    std::optional<Day> date(std::size_t column);
    std::optional<Instant> instant(std::size_t column);
    bool flag(std::size_t column);

    /// The word of a vocabulary as people write it (written_word.hpp); names those that may stand
    /// there otherwise.
    template <typename Parse>
    auto word(std::size_t column, Parse parse, const Vocabulary& vocabulary) {
        const std::string written = text(column);
        const bool is_made = tell_made(column);
        auto value = parse(name_as_written(vocabulary, written).value_or(written));
        if (!value && !is_made) problem_of_word(column, written, vocabulary);
        return value;
    }

    /// A time of day; none where the field is empty.
    std::optional<std::chrono::minutes> clock(std::size_t column);

    /// As much of a field as a message tells.
    static std::string shortened(std::string_view text);

    template <typename Value>
    std::string required_value(std::size_t column) {
        if (raw_text(column).empty()) problem(column, "field-empty");
        return value<Value>(column);
    }

    /// The likely reading, counted, where it is to be taken; else empty, and the damage is named.
    std::string mended(std::size_t column, const FieldDamage& damage);

private:
    /// Whether it is to be taken as it is written.
    bool is_meant(const FieldDamage& damage) const {
        return repair_ && repair_->takes() == FieldRepair::Takes::written &&
               may_be_meant(damage.kind);
    }

    /// Names what a spreadsheet made of the cell, where nobody can tell what was typed.
    bool tell_made(std::size_t column);

    /// As the sheet shows it, or as the number that it keeps, whichever may stand there.
    template <typename Value>
    std::string mended_cell(std::size_t column, const MadeCell& made) {
        FieldDamage damage{made.made, {}};
        for (const std::string& reading : {made.typed, made.number}) {
            if (!damage.reading.empty() || reading.empty()) continue;
            if (Value::read(reading) && !Value::find_damage(reading)) damage.reading = reading;
        }
        return mended(column, damage);
    }

    /// A date, an instant or a time of day; what a spreadsheet did to it is named, or mended.
    template <typename Value>
    std::optional<Value> time_of(std::size_t column,
                                 Result<Value> (*read)(std::string_view),
                                 std::optional<FieldDamage> (*find)(std::string_view));

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
        if constexpr (requires { Value::read(written, OddLetters::meant); }) {
            if (is_meant(*damage) && AsWritten<Value>::read(written)) {
                repair_->add(*damage);
                return written;
            }
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
