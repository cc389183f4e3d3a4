#pragma once

#include "printer/document.hpp"
#include "printer/form_book.hpp"

#include <boost/json/fwd.hpp>

namespace printer {

/// Whether a paper is printed for the first time. A reprint is marked IN LẠI.
enum class Printing { first, again };

/// The paper that a form makes of its data, which has been checked against the form's schema.
/// Throws std::runtime_error when the forms' file names what no data can have.
Document compose(const FormBook& book,
                 const FormTemplate& form,
                 const boost::json::object& data,
                 Printing printing);

} // namespace printer
