#pragma once

#include "printer/form_book.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace printer {

/// Where the members named in `{...}` are looked up: in the row of a table, or else in the
/// data of the paper.
struct FillSource {
    const FormBook& book;
    const FormTemplate& form;
    const boost::json::object& data;
    const boost::json::object* row = nullptr; ///< of a table
    std::size_t row_number = 0;               ///< from 1, for `{#}`
};

/// The text with every `{member:how}` filled in. None when a member is not there.
/// Throws std::runtime_error for a `{...}` that no data can fill: the forms' file is wrong.
std::optional<std::string> fill_in(std::string_view text, const FillSource& source);

/// `15.000 đồng`, for people.
std::string show_money(long long vnd);

/// `08 giờ 12 phút, ngày 03/01/2023`, for people.
std::string show_appointment(core::Instant instant);

} // namespace printer
