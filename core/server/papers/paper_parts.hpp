#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/office.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

/// Parts that several papers have, as printer/data/schema.json takes them. What is not known is
/// left out.
namespace server::paper {

// How long a text of the schema may be, in code points.
inline constexpr std::size_t line_letters = 200;
inline constexpr std::size_t cell_letters = 300;
inline constexpr std::size_t text_letters = 2'000;

// How many rows a paper's list may have.
inline constexpr std::size_t most_batch_items = 100;
inline constexpr std::size_t most_control_steps = 500;

/// The text, or its beginning and `…` where it is longer.
std::string cut(std::string_view text, std::size_t most_letters);

/// Puts the text in, cut; an empty one is left out.
void put(boost::json::object& object,
         std::string_view name,
         std::string_view text,
         std::size_t most_letters = line_letters);

void put(boost::json::object& object,
         std::string_view name,
         const std::optional<core::Instant>& instant);

boost::json::object office(const core::Office& office);

/// Where papers are dated: a ward's papers name the ward (Nghị định 30/2020/NĐ-CP, phụ lục I).
/// Empty for an office that is named otherwise.
std::string place_of(std::string_view office_name);

boost::json::object applicant(const core::Applicant& applicant);

/// The papers handed in; numbers that nobody counted are left out.
boost::json::array documents(const std::vector<core::DossierComponent>& papers);

/// `2,5 ngày làm việc`: papers are in Vietnamese. Empty for a procedure without a limit.
std::string time_limit(const core::TimeLimit& limit);

} // namespace server::paper
