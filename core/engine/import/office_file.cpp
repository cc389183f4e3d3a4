// office.toml, read by its keys: [office], [hours], [reception], [[service]], [[counter]], [queue].
// The first mistake is told with its line and key; what is read after it is of no use. Keys that
// this program does not know are passed over, so that an older program reads a newer file.

#include "core/engine/import/office_file.hpp"

#include "core/domain/civil_time.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/text.hpp"
#include "core/domain/vocabulary.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr std::size_t longest_agency_code = 32;
constexpr std::int64_t highest_queue_setting = 100;
constexpr std::int64_t highest_recall_seconds = 3600;
constexpr std::int64_t highest_grace_minutes = 360;
constexpr std::int64_t highest_daily_limit = 9999;

bool is_letter(std::string_view text) {
    return text.size() == 1 && text.front() >= 'A' && text.front() <= 'Z';
}

bool is_agency_code(std::string_view text) {
    return !text.empty() && text.size() <= longest_agency_code &&
           std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '.' || c == '-';
           });
}

// Reads the parts of the file. After the first mistake the values read are of no use: the
// caller looks at `mistake()` once, at the end.
class OfficeReader {
public:
    explicit OfficeReader(std::string_view file_name) : file_name_(file_name) {}

    const std::optional<Error>& mistake() const { return mistake_; }

    /// `key`: `office.agency_code`.
    void fail(const toml::node* where, std::string_view key, Message why) {
        if (mistake_) return;
        std::string place(file_name_);
        if (where != nullptr && where->source().begin)
            place += ":" + std::to_string(where->source().begin.line);
        mistake_ = Error{ErrorKind::invalid_input,
                         {"office-file-mistake",
                          {{"place", std::move(place)},
                           {"key", std::string(key)},
                           {"why", std::vector<Message>{std::move(why)}}}}};
    }

    Office read_office(const toml::table& file) {
        Office office;
        if (const toml::table* table = read_table(file, "office", "office")) {
            office.name = read_required_text(*table, "name", "office.name");
            office.desk = read_text(*table, "desk", "office.desk");
            office.parent = read_text(*table, "parent", "office.parent");
            office.agency_code = read_required_text(*table, "agency_code", "office.agency_code");
            if (!is_agency_code(office.agency_code)) {
                fail(table->get("agency_code"), "office.agency_code", "not-an-agency-code");
            }
            office.timezone = read_text(*table, "timezone", "office.timezone");
            // Days and hours of the law are cut by this one clock throughout.
            if (office.timezone.empty()) office.timezone = office_timezone;
            if (office.timezone != office_timezone) {
                fail(table->get("timezone"), "office.timezone", "timezone-of-another-country");
            }
        } else {
            fail(nullptr, "office", {"table-missing", {{"table", "office"}}});
        }

        const auto hours = read_week(file, "hours", "hours");
        if (!hours) fail(nullptr, "hours", {"table-missing", {{"table", "hours"}}});
        office.hours = hours.value_or(WeekSessions{});
        office.reception = read_week(file, "reception", "reception");
        for_each_table(file, "service", [&](const toml::table& table, const std::string& key) {
            read_service(table, key, office);
        });
        for_each_table(file, "counter", [&](const toml::table& table, const std::string& key) {
            read_counter(table, key, office);
        });
        if (const toml::table* queue = read_table(file, "queue", "queue")) {
            office.queue = read_queue(*queue);
        }
        return office;
    }

private:
    std::string read_text_of(const toml::node& node, const std::string& key) {
        const auto* text = node.as_string();
        if (text == nullptr) {
            fail(&node, key, "not-a-quoted-text");
            return {};
        }
        const auto line = FreeLine::read(text->get());
        if (line) return line->written();
        fail(&node, key, line.error().message);
        return {};
    }

    std::string read_text(const toml::table& table, std::string_view name, const std::string& key) {
        const toml::node* node = table.get(name);
        return node == nullptr ? std::string() : read_text_of(*node, key);
    }

    std::string
    read_required_text(const toml::table& table, std::string_view name, const std::string& key) {
        std::string text = read_text(table, name, key);
        const toml::node* node = table.get(name);
        if (text.empty()) fail(node == nullptr ? &table : node, key, "field-missing");
        return text;
    }

    std::vector<std::string>
    read_texts(const toml::table& table, std::string_view name, const std::string& key) {
        std::vector<std::string> texts;
        const toml::node* node = table.get(name);
        if (node == nullptr) return texts;
        const toml::array* array = node->as_array();
        if (array == nullptr) {
            fail(node, key, "not-a-list-of-texts");
            return texts;
        }
        for (const toml::node& item : *array) texts.push_back(read_text_of(item, key));
        return texts;
    }

    std::optional<std::int64_t> read_number(const toml::table& table,
                                            std::string_view name,
                                            const std::string& key,
                                            std::int64_t highest) {
        const toml::node* node = table.get(name);
        if (node == nullptr) return std::nullopt;
        const auto* number = node->as_integer();
        if (number != nullptr && number->get() >= 1 && number->get() <= highest) {
            return number->get();
        }
        fail(node, key, {"not-a-number-up-to", {{"highest", std::to_string(highest)}}});
        return std::nullopt;
    }

    const toml::table*
    read_table(const toml::table& table, std::string_view name, const std::string& key) {
        const toml::node* node = table.get(name);
        if (node != nullptr && !node->is_table()) fail(node, key, "not-a-table");
        return node == nullptr ? nullptr : node->as_table();
    }

    template <typename Read>
    void for_each_table(const toml::table& file, const std::string& name, const Read& read) {
        const toml::node* node = file.get(name);
        if (node == nullptr) return;
        if (!node->is_array_of_tables())
            return fail(node, name, {"not-a-list-of-tables", {{"table", name}}});
        int number = 0;
        for (const toml::node& item : *node->as_array()) {
            read(*item.as_table(), name + " " + std::to_string(++number));
        }
    }

    std::vector<WorkingSession> read_sessions(const toml::node& node, const std::string& key) {
        std::vector<WorkingSession> sessions;
        const toml::array* array = node.as_array();
        if (array == nullptr) {
            fail(&node, key, "not-a-list-of-sessions");
            return sessions;
        }
        for (const toml::node& item : *array) {
            const auto session = parse_working_session(read_text_of(item, key));
            if (!session) {
                fail(&item, key, session.error().message);
                break;
            }
            // Working time adds sessions up: an hour may not count twice.
            if (!sessions.empty() && session->from < sessions.back().to) {
                fail(&item, key, "sessions-overlap");
            }
            sessions.push_back(*session);
        }
        return sessions;
    }

    std::optional<WeekSessions>
    read_week(const toml::table& parent, std::string_view name, const std::string& key) {
        const toml::table* table = read_table(parent, name, key);
        if (table == nullptr) return std::nullopt;
        WeekSessions week;
        bool is_empty = true;
        for (const auto& [day_key, node] : *table) {
            const std::string full_key = key + "." + std::string(day_key.str());
            const auto* const day = std::ranges::find(weekday_names, day_key.str());
            if (day == weekday_names.end()) {
                fail(&node, full_key,
                     {"not-a-weekday", {{"allowed", list_of({"weekday", weekday_names})}}});
                continue;
            }
            std::vector<WorkingSession> sessions = read_sessions(node, full_key);
            if (!sessions.empty()) is_empty = false;
            week.at(static_cast<std::size_t>(day - weekday_names.begin())) = std::move(sessions);
        }
        // In such a week no deadline would ever come.
        if (is_empty) fail(table, key, "week-without-session");
        return week;
    }

    QueueRules read_queue(const toml::table& table) {
        QueueRules rules;
        const auto read = [&](std::string_view name, std::int64_t highest, auto& setting) {
            const auto number = read_number(table, name, "queue." + std::string(name), highest);
            if (number) setting = std::remove_reference_t<decltype(setting)>(*number);
        };
        read("priority_calls_in_a_row", highest_queue_setting, rules.priority_calls_in_a_row);
        read("recall_after_s", highest_recall_seconds, rules.recall_after);
        read("calls_before_no_show", highest_queue_setting, rules.calls_before_no_show);
        read("reentry_after", highest_queue_setting, rules.reentry_after);
        read("services_for_estimate", highest_queue_setting, rules.services_for_estimate);
        read("grace_after_closing_min", highest_grace_minutes, rules.grace_after_closing);
        return rules;
    }

    void read_service(const toml::table& table, const std::string& key, Office& office) {
        ServiceConfig service;
        // The letter is what stands on tickets and is called out: one, and of one service only.
        const std::string letter = read_required_text(table, "letter", key + ".letter");
        if (is_letter(letter)) {
            service.letter = letter.front();
        } else {
            fail(table.get("letter"), key + ".letter", "not-a-service-letter");
        }
        const auto has_letter = [&](const ServiceConfig& s) { return s.letter == service.letter; };
        if (std::ranges::any_of(office.services, has_letter)) {
            fail(table.get("letter"), key + ".letter",
                 {"service-letter-taken", {{"letter", letter}}});
        }
        service.name = read_required_text(table, "name", key + ".name");
        service.fields = read_texts(table, "fields", key + ".fields");
        if (const toml::node* returns = table.get("returns")) {
            if (!returns->is_boolean()) fail(returns, key + ".returns", "field-no-flag");
            service.returns = returns->value_or(false);
        }
        service.hours = read_week(table, "hours", key + ".hours");
        if (const auto limit =
                read_number(table, "daily_limit", key + ".daily_limit", highest_daily_limit)) {
            service.daily_limit = static_cast<int>(*limit);
        }
        office.services.push_back(std::move(service));
    }

    void read_counter(const toml::table& table, const std::string& key, Office& office) {
        CounterConfig counter;
        const auto number = read_number(table, "number", key + ".number", highest_counter_number);
        if (!number) fail(&table, key + ".number", "field-missing");
        counter.number = static_cast<int>(number.value_or(0));
        const auto has_number = [&](const CounterConfig& c) { return c.number == counter.number; };
        if (std::ranges::any_of(office.counters, has_number)) {
            fail(table.get("number"), key + ".number", "counter-number-taken");
        }
        counter.name = read_text(table, "name", key + ".name");
        counter.services = read_texts(table, "services", key + ".services");
        // [[service]] is read before: a counter that serves nobody's letter calls nobody.
        for (const std::string& letter : counter.services) {
            const auto is_it = [&](const ServiceConfig& s) {
                return letter == std::string_view(&s.letter, 1);
            };
            if (std::ranges::none_of(office.services, is_it)) {
                fail(table.get("services"), key + ".services",
                     {"service-not-in-file", {{"letter", letter}}});
            }
        }
        office.counters.push_back(std::move(counter));
    }

    std::string_view file_name_;
    std::optional<Error> mistake_;
};

} // namespace

Result<Office> parse_office(std::string_view toml_text, std::string_view file_name) {
    OfficeReader reader(file_name);
    try {
        Office office = reader.read_office(toml::parse(toml_text, file_name));
        if (reader.mistake()) return *reader.mistake();
        return office;
    } catch (const toml::parse_error& error) {
        return Error{
            ErrorKind::invalid_input,
            {"office-file-is-no-toml",
             {{"place", std::string(file_name) + ":" + std::to_string(error.source().begin.line)},
              {"detail", std::string(error.description())}}}};
    }
}

} // namespace core
