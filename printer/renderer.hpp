#pragma once

#include "core/domain/result.hpp"
#include "printer/compose.hpp"
#include "printer/form_book.hpp"
#include "printer/schema_validator.hpp"
#include "printer/typesetter.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace printer {

/// One thing to be printed.
struct PrintOrder {
    std::string kind;                    ///< `ticket`, `receipt`, … (README)
    std::string_view data;               ///< JSON as the schema of that kind says
    std::optional<core::Day> form_day{}; ///< of the form set; without it the data's issued_at
    Printing printing = Printing::first;
};

/// From data to pages: checks, chooses the form in force, fills it in, lays it out. Keeps fonts
/// and forms warm between orders; one thread at a time.
class Renderer {
public:
    /// With the forms that are compiled in.
    Renderer();

    /// With an office's own forms (like data/forms.toml).
    /// Both throw std::runtime_error when forms or fonts are not as they should be.
    explicit Renderer(std::string_view forms_toml);

    /// Refuses a kind that is not known, a form that is not in force, and data that is not as the
    /// schema says: the sentence names every wrong member. The pages must not outlive this.
    core::Result<DocumentPages> lay_out(const PrintOrder& order, const Medium& medium);

    /// What can be printed, in alphabetical order.
    std::vector<std::string> kinds() const { return forms_.kinds(); }

private:
    FormBook forms_;
    SchemaValidator validator_;
    Typesetter typesetter_;
};

} // namespace printer
