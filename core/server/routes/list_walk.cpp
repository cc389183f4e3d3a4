// Cursors of long lists: JSON, sealed (secrets.hpp). Bytes of a key stand in hexadecimal digits.

#include "core/server/routes/list_walk.hpp"

#include "core/api/json_text.hpp"
#include "core/server/http/secrets.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

constexpr std::string_view digits = "0123456789abcdef";

std::string to_digits(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4U];
        text += digits[byte & 0xfU];
    }
    return text;
}

std::string from_digits(std::string_view text) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        bytes += static_cast<char>(digits.find(text[at]) * 16 + digits.find(text[at + 1]));
    }
    return bytes;
}

json::value to_json(const core::SortKey& key) {
    if (const auto* number = std::get_if<std::int64_t>(&key)) return *number;
    if (const auto* bytes = std::get_if<std::string>(&key)) return json::string(to_digits(*bytes));
    return nullptr;
}

core::SortKey key_in(const json::value& value) {
    if (value.is_int64()) return value.as_int64();
    if (value.is_string()) return from_digits(value.as_string());
    return {};
}

} // namespace

ListWalk::ListWalk(const WalkedList& list,
                   const std::string& sort,
                   std::initializer_list<const char*> parameters,
                   const Asked& asked,
                   std::size_t most,
                   api::FieldErrors& errors)
    : list_(list.name), window_(window_of(asked, most, errors)), memory_(list.memory) {
    asked_.emplace_back("sort", sort);
    for (const char* name : parameters) asked_.emplace_back(name, asked(name).value_or(""));
    const auto cursor = asked("cursor");
    if (!cursor) return;
    if (asked("skip")) errors.push_back({"skip", "field-not-with-cursor"});
    read_cursor(*cursor, errors);
}

void ListWalk::read_cursor(const std::string& text, api::FieldErrors& errors) {
    const auto opened = unsealed(text);
    if (!opened) {
        errors.push_back({"cursor", "cursor-unreadable"});
        return;
    }
    const json::value cursor = json::parse(*opened); // ours: nobody else can seal one
    std::string others = cursor.at("list").as_string() == list_ ? "" : "list";
    for (const auto& [name, value] : asked_) {
        const json::value* before = cursor.at("asked").as_object().if_contains(name);
        if (before && before->as_string() == value) continue;
        others += (others.empty() ? "" : ", ") + name;
    }
    if (!others.empty()) {
        errors.push_back({"cursor", {"cursor-of-other-list", {{"names", others}}}});
        return;
    }
    after_ = core::DossierPosition{key_in(cursor.at("key")), cursor.at("id").as_int64()};
    if (!memory_) return;
    place_ = WalkPlace{cursor.at("walk").as_int64(),
                       static_cast<std::size_t>(cursor.at("pages").as_int64())};
    if (auto walked = memory_->find(*place_))
        walked_ = std::move(*walked);
    else
        errors.push_back({"cursor", "cursor-outdated"});
}

bool ListWalk::is_outdated(core::BooksView& books, api::FieldErrors& errors) const {
    if (!core::is_outdated(books, walked_)) return false;
    errors.push_back({"cursor", "cursor-outdated"});
    return true;
}

void ListWalk::add_next(json::object& answer,
                        const std::optional<core::DossierPosition>& next) const {
    add_next(answer, next, std::optional<WalkPlace>());
}

void ListWalk::add_next(json::object& answer,
                        const std::optional<core::DossierPosition>& next,
                        const core::WalkedPages& walked) const {
    // A walk that is at its end is not gone on with.
    add_next(answer, next, next ? std::optional(memory_->keep(place_, walked)) : std::nullopt);
}

void ListWalk::add_next(json::object& answer,
                        const std::optional<core::DossierPosition>& next,
                        const std::optional<WalkPlace>& place) const {
    answer["next_skip"] = nullptr;
    answer["next_cursor"] = nullptr;
    if (!next) return;
    if (!after_) answer["next_skip"] = window_.skip + window_.limit;
    json::object asked;
    for (const auto& [name, value] : asked_) asked[name] = value;
    json::object cursor{{"list", list_},
                        {"asked", std::move(asked)},
                        {"key", to_json(next->key)},
                        {"id", next->id}};
    if (place) {
        cursor["walk"] = place->walk;
        cursor["pages"] = place->pages;
    }
    answer["next_cursor"] = sealed(api::to_text(cursor));
}

std::optional<core::DossierOrder> read_sort(const Asked& asked, api::FieldErrors& errors) {
    const auto text = asked("sort");
    if (!text) return std::nullopt;
    const auto order = core::parse_dossier_order(*text);
    if (!order) {
        errors.push_back({"sort", {"field-no-sort", {{"known", core::dossier_sort_names()}}}});
    }
    return order;
}

const std::string& sort_description() {
    static const std::string description =
        core::dossier_sort_names() + "; with - ahead in the other direction";
    return description;
}

void add_count(json::object& answer, const core::ListCount& count) {
    answer["count"] = nullptr;
    if (count.is_exact) {
        answer["count"] = count.number;
    } else {
        answer["count_at_least"] = count.number;
    }
}

} // namespace server
