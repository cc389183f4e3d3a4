// A vocabulary has one table, beside its enumeration: reads the C++ of the whole project for tables
// that nobody listed and for names that are written out in a list again.

#include "core/domain/vocabulary.hpp"
#include "tests/support/sentences.hpp"
#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

using sentences::NameSet;
using source_text::Literal;
using source_text::Source;

namespace {

/// Tables whose names people read as part of another vocabulary, or not at all: the events of the
/// office are among `event`, a printer's way to confirm stands in its profile only.
const NameSet told_within_another = {"office_event", "confirmation"};

/// The words of a printer's fault are its own module's; core/words has them by this name.
const NameSet told_by_a_module = {"print_cause"};

/// Names that nobody reads: what a scan is, which the pages act on, and how a code is written.
const NameSet told_to_programs = {"scan_kind",   "payload_kind",          "format",
                                  "job_outcome", "register_import_state", "printer_role"};

/// Sources with a switch that returns names and is no table of an enumeration's: columns of the
/// store and its orders of lists, the codes of advice, the rule's table for readers, what JSON
/// Schema calls Boost's kinds.
const NameSet switches_of_names = {"core/domain/ticket_act.cpp", "db/common/count_spans.cpp",
                                   "db/sqlite/dossier_lists.cpp", "printer/printer_health.cpp",
                                   "printer/schema_validator.cpp"};

/// Lists that hold the names of a vocabulary and are no copy of it: the one of the table itself,
/// and columns that each show a figure of their own by the vocabulary's word.
const NameSet known_lists = {"core/domain/civil_time.hpp: weekday"};

/// The tables that a source makes.
std::vector<std::string> tables_in(const Source& source) {
    std::vector<std::string> names;
    constexpr std::string_view table = "enum_text<";
    for (std::size_t at = source.code.find(table); at != std::string::npos;
         at = source.code.find(table, at + 1)) {
        const std::size_t open = source.code.find('"', at);
        if (open == std::string::npos) break;
        names.push_back(source.code.substr(open + 1, source.code.find('"', open + 1) - open - 1));
    }
    return names;
}

/// The parts of a text that lists them: `early, on_time or late`.
NameSet parts_of(const std::string& text) {
    static const std::regex between("[,;:] (or |and )?| or | and ");
    if (text.find(", ") == std::string::npos) return {};
    return {std::sregex_token_iterator(text.begin(), text.end(), between, -1), {}};
}

/// Whether two cases of a switch each return a name.
bool has_switch_of_names(const Source& source) {
    static const std::regex named(R"re(case [\w:]+:\s+return "[^"]*";)re");
    const auto first = std::sregex_iterator(source.code.begin(), source.code.end(), named);
    return std::distance(first, std::sregex_iterator()) > 1;
}

/// The literals of each statement, what stands between two semicolons, and the parts of those that
/// are lists.
std::vector<NameSet> lists_in(const Source& source) {
    std::vector<NameSet> lists;
    std::size_t last = 0;
    for (const Literal& literal : source.literals) {
        const std::string between = source.code.substr(last, literal.begin - last);
        if (lists.empty() || between.find(';') != std::string::npos) lists.emplace_back();
        lists.back().insert(literal.text);
        lists.back().merge(parts_of(literal.text));
        last = literal.end;
    }
    return lists;
}

/// The vocabularies of three names or more that a statement lists, but for one name at most: a copy
/// that was not kept up is one all the same. NameSet that are fields of many things as well are not
/// looked for: what is grouped by, what two people may have in common.
NameSet copies_in(const Source& source) {
    static const NameSet fields = {"grouping", "same_fact", "card_field"};
    NameSet found;
    const std::vector<NameSet> lists = lists_in(source);
    for (const core::Vocabulary& vocabulary : core::vocabularies()) {
        const std::size_t all = vocabulary.names.size();
        if (all < 3 || fields.contains(vocabulary.name)) continue;
        for (const NameSet& list : lists) {
            std::size_t listed = 0;
            for (const std::string_view name : vocabulary.names) listed += list.count(name);
            if (listed >= (all > 3 ? all - 1 : all)) found.emplace(vocabulary.name);
        }
    }
    return found;
}

} // namespace

TEST_CASE("each table of names is listed among the vocabularies, once", "[words]") {
    NameSet listed;
    for (const core::Vocabulary& vocabulary : core::vocabularies()) {
        INFO(vocabulary.name);
        CHECK(listed.emplace(vocabulary.name).second);
        const NameSet names(vocabulary.names.begin(), vocabulary.names.end());
        CHECK(names.size() == vocabulary.names.size());
        CHECK_FALSE(names.contains(""));
    }
    NameSet unlisted;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        for (const std::string& name : tables_in(source_text::read(file))) {
            if (!listed.contains(name)) unlisted.insert(name);
        }
    }
    NameSet known = told_within_another;
    known.insert(told_by_a_module.begin(), told_by_a_module.end());
    known.insert(told_to_programs.begin(), told_to_programs.end());
    CHECK(unlisted == known);
}

TEST_CASE("no source writes the names of a vocabulary out again", "[words]") {
    NameSet found;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        const Source source = source_text::read(file);
        const auto own = tables_in(source);
        for (const std::string& copy : copies_in(source)) {
            if (std::find(own.begin(), own.end(), copy) == own.end())
                found.insert(file + ": " + copy);
        }
    }
    CHECK(found == known_lists);
}

TEST_CASE("an enumeration has its names from a table, not from a switch", "[words]") {
    NameSet found;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        if (has_switch_of_names(source_text::read(file))) found.insert(file);
    }
    CHECK(found == switches_of_names);
    CHECK(has_switch_of_names(Source("switch (a) { case A::x: return \"x\"; // why\n"
                                     "case A::y:\n return \"y\"; }")));
    CHECK_FALSE(has_switch_of_names(Source("case A::x: return \"x\"; case A::y: return y;")));
}

TEST_CASE("a second table of names is found, one name short as well", "[words]") {
    CHECK(copies_in(Source("names = {\"early\", \"on_time\", \"late\"};")) == NameSet{"outcome"});
    CHECK(copies_in(Source("if (a == \"early\") b; if (a == \"on_time\" || a == \"late\") c;"))
              .empty());
    CHECK(copies_in(Source("x = {\"waiting\", \"called\", \"serving\", \"held\", \"done\", "
                           "\"no_show\"};")) == NameSet{"ticket_state"});
    CHECK(copies_in(Source("x(\"what: early, on_time or late\");")) == NameSet{"outcome"});
    CHECK(copies_in(Source("x(\"what: early, \" \"on_time, late\");")) == NameSet{"outcome"});
    CHECK(copies_in(Source("x(\"early on_time late\");")).empty());
    CHECK(tables_in(Source("// enum_text<\"x\"\ncore::enum_text<Kind>(\"kind\", {")) ==
          std::vector<std::string>{"kind"});
}
