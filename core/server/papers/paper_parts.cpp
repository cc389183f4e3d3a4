#include "core/server/papers/paper_parts.hpp"

#include "core/domain/phone_number.hpp"
#include "core/domain/utf8.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <array>

namespace server::paper {

namespace json = boost::json;

std::string cut(std::string_view text, std::size_t most_letters) {
    std::size_t letters = 0;
    std::size_t end_of_cut = 0; // leaves room for the sign
    for (std::size_t at = 0; at < text.size();) {
        if (letters + 1 == most_letters) end_of_cut = at;
        core::next_code_point(text, at);
        ++letters;
    }
    if (letters <= most_letters) return std::string(text);
    return std::string(text.substr(0, end_of_cut)) + "…";
}

void put(json::object& object,
         std::string_view name,
         std::string_view text,
         std::size_t most_letters) {
    if (!text.empty())
        object[json::string_view(name.data(), name.size())] = cut(text, most_letters);
}

void put(json::object& object, std::string_view name, const std::optional<core::Instant>& instant) {
    if (instant)
        object[json::string_view(name.data(), name.size())] = core::format_instant(*instant);
}

std::string place_of(std::string_view office_name) {
    constexpr std::array offices = {"UBND ", "Uỷ ban nhân dân ", "Ủy ban nhân dân "};
    constexpr std::array units = {"phường ", "xã ", "thị trấn ", "đặc khu "};
    for (const std::string_view office : offices) {
        if (!office_name.starts_with(office)) continue;
        for (const std::string_view unit : units) {
            const std::string_view rest = office_name.substr(office.size());
            if (rest.starts_with(unit)) return std::string(rest.substr(unit.size()));
        }
    }
    return {};
}

json::object office(const core::Office& office) {
    json::object object;
    put(object, "name", office.name);
    put(object, "desk", office.desk);
    put(object, "parent", office.parent);
    put(object, "place", place_of(office.name));
    return object;
}

json::object applicant(const core::Applicant& applicant) {
    json::object object;
    put(object, "name", applicant.name);
    put(object, "id", applicant.id_number);
    put(object, "address", applicant.address, cell_letters);
    put(object, "phone", core::home_phone(applicant.phone));
    put(object, "email", applicant.email);
    return object;
}

json::array documents(const std::vector<core::DossierComponent>& papers) {
    json::array array;
    for (const core::DossierComponent& paper : papers) {
        json::object item;
        put(item, "name", paper.name, cell_letters);
        if (paper.originals > 0) item["originals"] = paper.originals;
        if (paper.certified > 0) item["certified"] = paper.certified;
        if (paper.copies > 0) item["copies"] = paper.copies;
        array.push_back(std::move(item));
    }
    return array;
}

std::string time_limit(const core::TimeLimit& limit) {
    if (limit.unit == core::DeadlineUnit::none) return {};
    return words::say(words::Language(), core::length_of(limit));
}

} // namespace server::paper
