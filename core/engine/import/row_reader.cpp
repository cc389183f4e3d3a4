// The fields of a row as values. What is wrong with a field is noted with its line and column, and
// the value read as missing, so that one pass over a file names everything there is to mend.

#include "core/engine/import/row_reader.hpp"

#include "core/domain/cell_guard.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/money.hpp"
#include "core/domain/no_value.hpp"
#include "core/domain/text.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/import/header_name.hpp"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t shortened_bytes = 60;

/// Letters, digits and blanks between them, as most fields are: nothing to trim or to put in order.
bool is_bare_ascii(std::string_view text) {
    const auto is_bare = [](char c) { return c >= ' ' && c < '\x7f'; };
    return !text.empty() && text.front() > '\'' && text.back() != ' ' &&
           std::ranges::all_of(text, is_bare);
}

} // namespace

bool RowReader::next() {
    // A row with too few or too many fields is told and passed over: its columns are not known.
    while (next_of_any_shape()) {
        if (sound_) return true;
    }
    return false;
}

bool RowReader::next_of_any_shape() {
    if (!table_.next()) return false;
    sound_ = true;
    if (table_.problem()) problem(std::string(), *table_.problem());
    return true;
}

void RowReader::problem(std::size_t column, Message reason) {
    problem(columns_[column], std::move(reason));
}

void RowReader::problem(std::string column, Message reason) {
    sound_ = false;
    problems_.add(line(), std::move(column), std::move(reason));
}

std::string RowReader::raw_text(std::size_t column) {
    const std::string_view written = table_.field(column);
    if (is_bare_ascii(written)) return std::string(written);
    std::string text = in_one_line(to_nfc(trim(without_cell_guard(written))));
    if (shows_nothing(text)) text.clear();
    return text;
}

std::string RowReader::text(std::size_t column) {
    std::string text = raw_text(column);
    if (const auto unfit = find_unfit_letter(text, LineEnds::refused))
        problem(column, told(*unfit));
    return text;
}

std::string RowReader::mended(std::size_t column, const FieldDamage& damage) {
    if (damage.reading.empty()) {
        problem(column, told(damage));
        return {};
    }
    if (repair_ && repair_->takes() == FieldRepair::Takes::reading) {
        repair_->add(damage);
        return damage.reading;
    }
    problem(column, told_readably(damage, shortened(damage.reading)));
    return {};
}

std::string RowReader::plain_text(std::size_t column) {
    std::string written = text(column);
    const auto none = find_no_value(written);
    if (!none) return written;
    problem(column, told(*none));
    return {};
}

std::string RowReader::required_text(std::size_t column) {
    const std::int64_t before = problems_.count();
    std::string written = plain_text(column);
    if (written.empty() && problems_.count() == before) problem(column, "field-empty");
    return written;
}

std::vector<std::string> RowReader::list(std::size_t column) {
    return split_list(text(column), ';');
}

std::optional<FieldDamage> RowReader::find_made(std::size_t column) const {
    const MadeCell* made = table_.made(column);
    return made ? std::optional(FieldDamage{made->made, made->typed}) : std::nullopt;
}

bool RowReader::tell_made(std::size_t column) {
    const MadeCell* made = table_.made(column);
    if (made) problem(column, told(FieldDamage{made->made, {}}));
    return made != nullptr;
}

std::int64_t RowReader::money(std::size_t column) {
    const std::string written(table_.field(column));
    std::optional<FieldDamage> damage;
    if (const MadeCell* made = table_.made(column)) {
        // Of a share nobody can tell whether it was typed as one.
        damage = FieldDamage{made->made, made->made == DamageKind::date ? made->number : ""};
    } else {
        if (const auto amount = read_money(written)) return *amount;
        damage = find_money_damage(written);
    }
    if (!damage) {
        problem(column, {"not-an-amount", {{"text", shortened(written)}}});
        return 0;
    }
    if (!read_money(damage->reading)) damage->reading.clear();
    const std::string reading = mended(column, *damage);
    return reading.empty() ? 0 : read_money(reading).value();
}

namespace {

/// A cell that shows a date or a time is what a column of dates is for.
bool is_no_time(const MadeCell* made) {
    return made && made->made != DamageKind::date && made->made != DamageKind::time;
}

} // namespace

template <typename Value>
std::optional<Value> RowReader::time_of(std::size_t column,
                                        Result<Value> (*read)(std::string_view),
                                        std::optional<FieldDamage> (*find)(std::string_view)) {
    const std::string_view written = table_.field(column);
    if (written.empty()) return std::nullopt;
    if (is_no_time(table_.made(column))) {
        tell_made(column);
        return std::nullopt;
    }
    const auto value = read(written);
    if (value) return *value;
    if (is_blank_text(written)) return std::nullopt;
    auto damage = find(written);
    if (!damage) {
        problem(column, value.error().message);
        return std::nullopt;
    }
    if (!damage->reading.empty() && !read(damage->reading)) damage->reading.clear();
    const std::string reading = mended(column, *damage);
    return reading.empty() ? std::nullopt : std::optional(read(reading).value());
}

std::optional<Day> RowReader::date(std::size_t column) {
    return time_of<Day>(
        column, [](std::string_view text) { return read_written_date(text); }, find_day_damage);
}

std::optional<Instant> RowReader::instant(std::size_t column) {
    return time_of<Instant>(column, read_written_instant, find_instant_damage);
}

std::optional<std::chrono::minutes> RowReader::clock(std::size_t column) {
    return time_of<std::chrono::minutes>(column, read_written_clock, find_number_damage);
}

bool RowReader::flag(std::size_t column) {
    const MadeCell* made = table_.made(column);
    if (made && made->made != DamageKind::truth_value) return !tell_made(column);
    const std::string written = raw_text(column);
    const auto flag = flag_as_written(written);
    if (!flag) problem(column, {"not-a-flag", {{"text", shortened(written)}}});
    return flag.value_or(false);
}

void RowReader::problem_of_word(std::size_t column,
                                const std::string& written,
                                const Vocabulary& vocabulary) {
    problem(column,
            {"not-one-of", {{"text", shortened(written)}, {"allowed", list_of(vocabulary)}}});
}

std::string RowReader::shortened(std::string_view text) {
    if (text.size() <= shortened_bytes) return std::string(text);
    // Not within a letter: the sentence must stay UTF-8.
    std::size_t end = shortened_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace core
