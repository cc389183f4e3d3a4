#include "core/server/commands/context.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/written_date.hpp"
#include "db/sqlite_store.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>
#include <pwd.h>
#include <unistd.h>

#include <cstdio>
#include <map>
#include <memory>

namespace server {

void BooksOption::add_to(CLI::App& command) {
    command.add_option("--db", file_, "The ward's database file")->required();
    command.add_option("--agency", agency_code_,
                       "Agency code of the office, where the file holds several");
}

std::unique_ptr<core::Store> BooksOption::open(Use use) const {
    if (file_.string().starts_with("postgresql:")) {
        throw Refused("books-no-postgresql");
    }
    switch (use) {
    case Use::read:
        return db::open_sqlite_store(file_, db::StoreMode::read);
    case Use::write:
        return db::open_sqlite_store(file_, db::StoreMode::write);
    case Use::write_beside:
        break;
    }
    return db::open_sqlite_store(file_, db::StoreMode::beside);
}

core::AgencyId BooksOption::agency(core::Store& store) const {
    const auto agencies = store.agencies();
    if (agencies.empty()) {
        throw Refused({"books-no-office", {{"file", file_.string()}}});
    }
    if (agency_code_.empty() && agencies.size() == 1) return agencies.front().id;
    if (!core::is_utf8(agency_code_)) throw bad_option("--agency", "text-no-utf8");
    const std::string wanted = core::code_key(agency_code_);
    std::string known;
    for (const core::Agency& agency : agencies) {
        if (core::code_key(agency.code) == wanted) return agency.id;
        known += (known.empty() ? "" : ", ") + agency.code;
    }
    if (agency_code_.empty())
        throw Refused({"books-several-offices", {{"file", file_.string()}, {"known", known}}});
    throw Refused({"books-office-unknown",
                   {{"office", agency_code_}, {"file", file_.string()}, {"known", known}}});
}

core::ActContext act_context(const Context& context, const std::string& command) {
    const passwd* entry = ::getpwuid(::geteuid());
    const std::string user = entry ? entry->pw_name : std::to_string(::geteuid());
    return {{"system:" + user, "motcua-core " + command}, context.clock.now()};
}

std::vector<std::string> names_of(const core::Vocabulary& vocabulary) {
    return {vocabulary.names.begin(), vocabulary.names.end()};
}

void add_format(CLI::App& command, OutputFormat& format, const std::vector<std::string>& allowed) {
    static const std::map<std::string, OutputFormat> known = {{"text", OutputFormat::text},
                                                              {"json", OutputFormat::json},
                                                              {"csv", OutputFormat::csv},
                                                              {"xlsx", OutputFormat::xlsx},
                                                              {"pdf", OutputFormat::pdf}};
    std::map<std::string, OutputFormat> choices;
    for (const std::string& name : allowed) choices[name] = known.at(name);
    command.add_option("--format", format, "How to print it")
        ->transform(CLI::CheckedTransformer(choices));
}

void print_done(const Context& context,
                OutputFormat format,
                const core::Message& done,
                const boost::json::object& facts) {
    print(
        (format == OutputFormat::json ? api::to_text(facts) : words::say(context.language, done)) +
        "\n");
}

words::BadUsage bad_option(const std::string& option, core::Message why) {
    return words::BadUsage(
        {"option-wrong",
         {{"option", option}, {"problem", std::vector<core::Message>{std::move(why)}}}});
}

core::Day date_of_option(const std::string& option, const std::string& text) {
    if (!core::is_utf8(text)) throw bad_option(option, "text-no-utf8");
    const auto day = core::read_written_date(text);
    if (!day) throw bad_option(option, day.error().message);
    return *day;
}

core::Instant instant_of_option(const std::string& option, const std::string& text) {
    if (!core::is_utf8(text)) throw bad_option(option, "text-no-utf8");
    const auto instant = core::read_written_instant(text);
    if (!instant) throw bad_option(option, instant.error().message);
    return *instant;
}

core::Progress terminal_progress(const Context& context, const core::Message& what) {
    if (::isatty(STDERR_FILENO) == 0) return {};

    // Clears its line when the work is over, however it ends.
    struct Line {
        Line() = default;

        ~Line() { std::fputs("\r\x1b[K", stderr); }

        Line(const Line&) = delete;
        Line& operator=(const Line&) = delete;
    };

    return [what = words::say(context.language, what),
            line = std::make_shared<Line>()](std::int64_t done, std::int64_t total) {
        if (total <= 0) return;
        std::fprintf(stderr, "\r%s: %lld %%\x1b[K", what.c_str(),
                     static_cast<long long>(done * 100 / total));
        std::fflush(stderr);
    };
}

} // namespace server
