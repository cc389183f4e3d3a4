#include "counter/print_ledger.hpp"

#include "core/api/json_fields.hpp"
#include "core/api/json_text.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <cassert>
#include <variant>

namespace counter {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;
using printer::JobOutcome;

constexpr int most_copies = 1'000;

constexpr std::string_view running = "running";         ///< as a line has what has not ended
constexpr std::string_view print_cause = "print_cause"; ///< the vocabulary

/// The cause that a print's message tells; empty where it tells none.
std::string cause_of(const core::Message& told) {
    for (const core::Fact& fact : told.facts) {
        if (const auto* term = std::get_if<core::Term>(&fact.value)) return term->name;
    }
    return {};
}

/// A line of an earlier version has the Vietnamese sentence only.
core::Message read_told(JsonFields& fields) {
    core::Message told = fields.line("code", Need::optional);
    const std::string cause = fields.line("cause", Need::optional);
    const std::string text = fields.text("text", Need::optional);
    if (words::code_of(told).empty()) return text;
    if (!cause.empty()) told.facts = {{"cause", core::Term{print_cause, cause}}};
    return told;
}

} // namespace

PrintLedger::Answer PrintLedger::ask(std::string_view key, std::string_view fingerprint) const {
    const PrintEntry* known = entry(key);
    if (!known) return Answer::go;
    if (known->fingerprint != fingerprint) return Answer::mismatch;
    if (!known->outcome) return Answer::wait;
    return known->outcome == JobOutcome::failed ? Answer::go : Answer::told;
}

const PrintEntry* PrintLedger::entry(std::string_view key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : &found->second;
}

void PrintLedger::begin(std::string_view key, std::string_view fingerprint, core::Instant now) {
    assert(ask(key, fingerprint) == Answer::go);
    const std::string name(key);
    PrintEntry fresh{std::string(fingerprint)};
    fresh.at = now;
    if (const auto failed = entries_.find(name); failed != entries_.end()) {
        fresh.printed_copies = failed->second.printed_copies;
        fresh.touched_paper = failed->second.touched_paper;
        before_[name] = std::move(failed->second);
    }
    entries_[name] = std::move(fresh);
}

void PrintLedger::take_back(std::string_view key) {
    const std::string name(key);
    entries_.erase(name);
    if (auto earlier = before_.extract(name)) entries_.insert(std::move(earlier));
}

void PrintLedger::end(std::string_view key, PrintEntry entry) {
    assert(entry.outcome);
    const std::string name(key);
    before_.erase(name);
    entries_[name] = std::move(entry);
}

std::string PrintLedger::line_of(std::string_view key, const PrintEntry& entry) {
    const std::string_view outcome = entry.outcome ? to_text(*entry.outcome) : running;
    return api::to_text(boost::json::object{{"key", std::string(key)},
                                            {"request", entry.fingerprint},
                                            {"outcome", outcome},
                                            {"text", words::say({}, entry.told)},
                                            {"code", words::code_of(entry.told)},
                                            {"cause", cause_of(entry.told)},
                                            {"copies", entry.printed_copies},
                                            {"touched", entry.touched_paper},
                                            {"at", core::format_instant(entry.at)}});
}

void PrintLedger::read_line(std::string_view line) {
    core::Message why_not;
    const auto body = api::parse_body(line, why_not);
    if (!body) return;
    api::FieldErrors errors;
    JsonFields fields(body->as_object(), errors);
    const std::string key = fields.line("key", Need::required);
    PrintEntry entry;
    entry.fingerprint = fields.line("request", Need::required, api::text_limit);
    entry.told = read_told(fields);
    const std::string outcome = fields.line("outcome", Need::required);
    entry.outcome = printer::job_outcomes.parse(outcome);
    entry.printed_copies =
        static_cast<int>(fields.integer("copies", Need::required, 0, most_copies).value_or(0));
    entry.touched_paper = fields.flag("touched");
    const auto at = fields.instant("at", Need::required);
    if (!errors.empty() || (!entry.outcome && outcome != running)) return;
    entry.at = *at;
    entries_[key] = std::move(entry);
}

void PrintLedger::forget_old(core::Instant now) {
    std::erase_if(entries_, [&](const auto& each) {
        return each.second.outcome && each.second.at < now - kept;
    });
}

void PrintLedger::close_earlier_run(core::Instant now) {
    for (auto& [key, entry] : entries_) {
        if (entry.outcome) continue;
        entry.outcome = JobOutcome::unknown;
        entry.told = "print-ended-unknown";
    }
    forget_old(now);
}

} // namespace counter
