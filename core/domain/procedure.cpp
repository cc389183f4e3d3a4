#include "core/domain/procedure.hpp"

#include "core/domain/code_damage.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/named_code.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <tuple>

namespace core {

Catalogue::Catalogue(std::vector<ProcedureVersion> versions) : versions_(std::move(versions)) {
    std::sort(versions_.begin(), versions_.end(), [](const auto& a, const auto& b) {
        // As nearly all codes are: their own keys.
        if (a.code == b.code) return a.effective_from < b.effective_from;
        const std::string key = code_key(a.code);
        const std::string other = code_key(b.code);
        return std::tie(key, a.effective_from) < std::tie(other, b.effective_from);
    });
    for (std::size_t i = 0; i < versions_.size(); ++i) {
        auto [place, added] = by_code_.try_emplace(code_key(versions_[i].code), i, i + 1);
        if (!added) place->second.second = i + 1;
        by_id_[versions_[i].id] = i;
    }
}

Catalogue::ByCode::const_iterator Catalogue::find(std::string_view code) const {
    const auto found = by_code_.find(code_key(code));
    if (found != by_code_.end()) return found;
    // In quotes, with a point at its end, or with another sign between its parts.
    std::string usual = code_key(code_named_in(code));
    std::ranges::replace(usual, '_', '.');
    while (usual.ends_with('.')) usual.pop_back();
    return by_code_.find(usual);
}

const ProcedureVersion* Catalogue::in_force(std::string_view code, Day day) const {
    const auto found = find(code);
    if (found == by_code_.end()) return nullptr;
    for (std::size_t i = found->second.second; i-- > found->second.first;) {
        if (versions_[i].in_force_on(day)) return &versions_[i];
    }
    return nullptr;
}

const ProcedureVersion* Catalogue::by_id(std::int64_t id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &versions_[found->second];
}

const ProcedureVersion& Catalogue::at(std::int64_t id) const {
    if (const ProcedureVersion* version = by_id(id)) return *version;
    throw std::runtime_error("the catalogue changed meanwhile");
}

const ProcedureVersion* Catalogue::latest(std::string_view code) const {
    const auto found = find(code);
    return found == by_code_.end() ? nullptr : &versions_[found->second.second - 1];
}

std::string Catalogue::spelling_of(std::string_view code) const {
    const ProcedureVersion* version = latest(code);
    return version ? version->code : std::string(code);
}

std::optional<FieldDamage> Catalogue::find_damage(std::string_view code) const {
    if (knows(code)) return std::nullopt;
    auto damage = find_procedure_code_damage(code);
    if (!damage) {
        auto whole = with_last_zeros(code);
        if (!whole || !knows(*whole)) return std::nullopt;
        damage = FieldDamage{DamageKind::lost_last_zero, std::move(*whole)};
    }
    if (!knows(damage->reading)) damage->reading.clear();
    return damage;
}

Message Catalogue::why_unknown(std::string_view code) const {
    const auto damage = find_damage(code);
    if (!damage) return {"procedure-unknown", {{"code", std::string(code)}}};
    const std::vector<Message> cause = {told(*damage)};
    if (damage->reading.empty())
        return {"procedure-code-damaged", {{"code", std::string(code)}, {"damage", cause}}};
    return {"procedure-code-damaged-readably",
            {{"code", std::string(code)}, {"damage", cause}, {"reading", damage->reading}}};
}

Message Catalogue::why_not_in_force(std::string_view code, Day day) const {
    const ProcedureVersion* version = latest(code);
    if (!version) return why_unknown(code);
    return {"procedure-not-in-force", {{"code", version->code}, {"date", day}}};
}

bool certifies_copies(const ProcedureVersion& version) {
    return fold_for_search(version.field) == "chung thuc" &&
           fold_for_search(version.name).find("ban sao") != std::string::npos;
}

std::string_view to_text(DeadlineUnit unit) { return deadline_units.text(unit); }

std::string_view to_text(OnlineLevel level) { return online_levels.text(level); }

std::string_view to_text(Sector sector) { return sectors.text(sector); }

std::optional<DeadlineUnit> parse_deadline_unit(std::string_view text) {
    return deadline_units.parse(text);
}

std::optional<OnlineLevel> parse_online_level(std::string_view text) {
    return online_levels.parse(text);
}

std::optional<Sector> parse_sector(std::string_view text) { return sectors.parse(text); }

std::string format_half_units(int half_units) {
    return std::to_string(half_units / 2) + (half_units % 2 == 0 ? "" : ".5");
}

std::optional<int> parse_half_units(std::string_view text, DeadlineUnit unit) {
    constexpr int longest = 3'650;
    if (text.empty()) return unit == DeadlineUnit::none ? std::optional(0) : std::nullopt;
    int whole = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), whole);
    if (error != std::errc{} || whole < 0 || whole > longest) return std::nullopt;
    std::string_view fraction(end, static_cast<std::size_t>(text.end() - end));
    // With a comma, three digits may be a group of thousands.
    constexpr std::size_t group_size = 4;
    const bool has_comma = fraction.starts_with(',');
    if (has_comma && fraction.size() >= group_size) return std::nullopt;
    if (!fraction.empty() && fraction.front() != '.' && !has_comma) return std::nullopt;
    while (fraction.ends_with('0')) fraction.remove_suffix(1);
    if (fraction.empty() || fraction == "." || fraction == ",") return whole * 2;
    const bool halves = unit == DeadlineUnit::working_day || unit == DeadlineUnit::working_hour;
    return halves && (fraction == ".5" || fraction == ",5") ? std::optional(whole * 2 + 1)
                                                            : std::nullopt;
}

std::optional<std::chrono::minutes> counting_cutoff(const TimeLimit& limit) {
    const bool is_same_day = limit.unit == DeadlineUnit::working_day && limit.half_units == 0;
    return is_same_day ? limit.cutoff : std::nullopt;
}

Message length_of(const TimeLimit& limit) {
    if (limit.unit == DeadlineUnit::none) return "time-limit-none";
    if (limit.half_units == 0) return "time-limit-same-day";
    constexpr int one = 2;
    if (limit.half_units == one) {
        if (limit.unit == DeadlineUnit::working_day) return "time-limit-one-working-day";
        if (limit.unit == DeadlineUnit::working_hour) return "time-limit-one-working-hour";
        return "time-limit-one-day";
    }
    std::string number = format_half_units(limit.half_units);
    std::replace(number.begin(), number.end(), '.', ',');
    return {"time-limit",
            {{"number", number}, {"unit", Term{"unit", std::string(to_text(limit.unit))}}}};
}

} // namespace core
