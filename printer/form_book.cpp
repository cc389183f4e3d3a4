#include "printer/form_book.hpp"

#include "printer/toml_mistake.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <set>
#include <utility>

namespace printer {

using core::Error;
using core::ErrorKind;

namespace {

[[noreturn]] void fail_at(const toml::node& node, std::string_view key, core::Message why) {
    throw_toml_mistake({"forms.toml", node.source().begin.line}, key, std::move(why));
}

std::string text_of(const toml::table& table, std::string_view name) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return {};
    if (!node->is_string()) fail_at(*node, name, "not-a-quoted-text");
    return node->as_string()->get();
}

double number_of(const toml::table& table, std::string_view name, double otherwise) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return otherwise;
    constexpr std::int64_t highest = 100;
    const auto number = node->value<double>();
    if (!number || *number <= 0 || *number > highest)
        fail_at(*node, name, {"number-not-above-nothing", {{"highest", highest}}});
    return *number;
}

bool flag_of(const toml::table& table, std::string_view name) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return false;
    if (!node->is_boolean()) fail_at(*node, name, "field-no-flag");
    return node->as_boolean()->get();
}

Align align_of(const toml::table& table) {
    const std::string word = text_of(table, "align");
    if (word.empty() || word == "left") return Align::left;
    if (word == "center") return Align::center;
    if (word == "right") return Align::right;
    fail_at(table, "align", {"field-not-one-of", {{"known", "left, center, right"}}});
}

template <typename Use>
void for_each_table(const toml::table& in, std::string_view name, Use use) {
    const toml::node* node = in.get(name);
    if (node == nullptr) return;
    if (!node->is_table()) fail_at(*node, name, "not-a-table");
    for (const auto& [key, value] : *node->as_table()) {
        if (!value.is_table()) fail_at(value, key.str(), "not-a-table");
        use(std::string(key.str()), *value.as_table());
    }
}

template <typename Use>
void for_each_item(const toml::table& in, std::string_view name, Use use) {
    const toml::node* node = in.get(name);
    if (node == nullptr) return;
    if (!node->is_array()) fail_at(*node, name, "field-not-a-list");
    for (const toml::node& item : *node->as_array()) use(item);
}

std::vector<std::string> texts_of(const toml::table& in, std::string_view name) {
    std::vector<std::string> texts;
    for_each_item(in, name, [&](const toml::node& item) {
        if (!item.is_string()) fail_at(item, name, "not-a-list-of-texts");
        texts.push_back(item.as_string()->get());
    });
    return texts;
}

/// Lines of a heading; a star in front makes one bold.
std::vector<TextTemplate> heading_side(const toml::table& in, std::string_view name) {
    std::vector<TextTemplate> lines;
    for (const std::string& line : texts_of(in, name)) {
        const bool bold = line.starts_with('*');
        TextTemplate text;
        text.text = bold ? line.substr(1) : line;
        text.bold = bold;
        text.align = Align::center;
        lines.push_back(text);
    }
    return lines;
}

BlockKind kind_of(const toml::table& table) {
    if (table.contains("table")) return BlockKind::table;
    if (table.contains("items")) return BlockKind::items;
    if (table.contains("left")) return BlockKind::heading;
    if (table.contains("dossier") || table.contains("ticket")) return BlockKind::codes;
    if (table.contains("signatures")) return BlockKind::signatures;
    if (table.contains("rule")) return BlockKind::rule;
    if (table.contains("space_mm")) return BlockKind::space;
    if (!table.contains("text")) fail_at(table, "block", "form-block-empty");
    return BlockKind::text;
}

void read_columns(const toml::table& table, BlockTemplate& block) {
    for_each_item(table, "columns", [&](const toml::node& item) {
        if (!item.is_table()) fail_at(item, "columns", "not-a-table");
        const toml::table& column = *item.as_table();
        block.columns.push_back(
            {{text_of(column, "title"), number_of(column, "share", 1), align_of(column)},
             text_of(column, "text")});
    });
    if (block.kind == BlockKind::table && block.columns.empty())
        fail_at(table, "table", "form-table-without-columns");
}

void read_signatures(const toml::table& table, BlockTemplate& block) {
    for_each_item(table, "signatures", [&](const toml::node& item) {
        if (!item.is_table()) fail_at(item, "signatures", "not-a-table");
        const toml::table& one = *item.as_table();
        block.signatures.push_back(
            {text_of(one, "title"), text_of(one, "note"), text_of(one, "name")});
    });
}

BlockTemplate read_block(const toml::table& table) {
    BlockTemplate block;
    block.kind = kind_of(table);
    block.label = text_of(table, "label");
    block.text = {text_of(table, "text"),      flag_of(table, "bold"), flag_of(table, "italic"),
                  number_of(table, "size", 1), align_of(table),        flag_of(table, "fit")};
    block.left = heading_side(table, "left");
    block.right = heading_side(table, "right");
    for (TextTemplate& line : block.right) line.fit = true; // the nation's name is never broken
    block.list = text_of(table, block.kind == BlockKind::items ? "items" : "table");
    const bool is_ticket = table.contains("ticket");
    block.code = text_of(table, is_ticket ? "ticket" : "dossier");
    block.code_kind = is_ticket ? 'T' : 'H';
    block.caption = text_of(table, "caption");
    block.millimetres = number_of(table, "space_mm", 1);
    read_columns(table, block);
    read_signatures(table, block);
    return block;
}

FormTemplate read_form(const toml::table& table, const std::string& set) {
    FormTemplate form;
    form.set = set;
    form.number = text_of(table, "number");
    form.title = text_of(table, "title");
    form.english = text_of(table, "english");
    if (text_of(table, "orientation") == "landscape") form.orientation = Orientation::landscape;
    form.blocks = texts_of(table, "blocks");
    if (form.title.empty() || form.blocks.empty()) fail_at(table, "form", "form-incomplete");
    return form;
}

core::Day valid_from(const toml::table& set) {
    const toml::node* node = set.get("valid_from");
    if (node == nullptr || !node->is_date()) fail_at(set, "valid_from", "form-date-missing");
    const toml::date date = node->as_date()->get();
    const std::chrono::year_month_day day{
        std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
    return core::Day{day};
}

} // namespace

FormBook::FormBook(std::string_view toml_text) {
    toml::table file;
    try {
        file = toml::parse(toml_text);
    } catch (const toml::parse_error& error) {
        throw_toml_broken({"forms.toml", error.source().begin.line}, error.description());
    }
    for_each_table(file, "words", [&](const std::string& name, const toml::table& list) {
        for (const auto& [word, shown] : list)
            words_[name][std::string(word.str())] = text_of(list, word.str());
    });
    for_each_table(file, "form", [&](const std::string& kind, const toml::table& form) {
        undated_.emplace(kind, read_form(form, ""));
    });
    for_each_item(file, "set", [&](const toml::node& item) {
        const toml::table& table = *item.as_table();
        Set set{text_of(table, "name"), valid_from(table), {}};
        for_each_table(table, "form", [&](const std::string& kind, const toml::table& form) {
            set.forms.emplace(kind, read_form(form, set.name));
        });
        sets_.push_back(std::move(set));
    });
    std::sort(sets_.begin(), sets_.end(),
              [](const Set& a, const Set& b) { return a.valid_from < b.valid_from; });
    for_each_table(file, "block", [&](const std::string& name, const toml::table& table) {
        blocks_.emplace(name, read_block(table));
    });
}

core::Result<FormTemplate> FormBook::form(const std::string& kind, core::Day day) const {
    if (const auto found = undated_.find(kind); found != undated_.end()) return found->second;
    const Set* in_force = nullptr;
    for (const Set& set : sets_) {
        if (set.valid_from <= day) in_force = &set;
    }
    if (in_force == nullptr)
        return Error{ErrorKind::not_found,
                     sets_.empty()
                         ? core::Message("form-sets-none")
                         : core::Message("form-set-not-yet-in-force",
                                         {{"day", day}, {"first", sets_.front().valid_from}}),
                     "issued_at"};
    const auto found = in_force->forms.find(kind);
    if (found != in_force->forms.end()) return found->second;
    return Error{ErrorKind::not_found,
                 {"form-not-in-set", {{"set", in_force->name}, {"kind", kind}, {"day", day}}},
                 "issued_at"};
}

const BlockTemplate& FormBook::block(const std::string& name) const {
    const auto found = blocks_.find(name);
    if (found == blocks_.end()) throw_toml_mistake({"forms.toml"}, name, "form-block-unknown");
    return found->second;
}

const std::map<std::string, std::string>* FormBook::words(const std::string& name) const {
    const auto found = words_.find(name);
    return found == words_.end() ? nullptr : &found->second;
}

std::vector<std::string> FormBook::kinds() const {
    std::set<std::string> kinds;
    for (const auto& [kind, form] : undated_) kinds.insert(kind);
    for (const Set& set : sets_) {
        for (const auto& [kind, form] : set.forms) kinds.insert(kind);
    }
    return {kinds.begin(), kinds.end()};
}

} // namespace printer
