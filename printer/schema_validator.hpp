#pragma once

#include "core/domain/message.hpp"

#include <boost/json/fwd.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace printer {

/// What is wrong with one member of the input.
struct FieldError {
    std::string field; ///< `applicant.name`, `documents[2].name`; empty: the input itself
    core::Message message;
};

/// No paper's data is larger; a register of 500 rows is about 400 kB.
inline constexpr std::size_t data_limit_bytes = std::size_t{2} * 1024 * 1024;

/// Beyond so many mistakes nobody reads on.
inline constexpr std::size_t most_errors = 20;

/// Texts that may be longer than this may have line ends, the others are one line.
inline constexpr std::size_t longest_line = 400;

/// Checks JSON input against the schema of one kind of paper and brings its texts into the form
/// they are printed in: NFC, trimmed, line ends as `\n`; a null member is taken out.
///
/// The schema is a subset of JSON Schema 2020-12: $ref to #/$defs, type, enum, required,
/// properties, additionalProperties false, items, minItems, maxItems, minLength, maxLength (in
/// code points), minimum, maximum, pattern (POSIX extended), format date and date-time (where an
/// instant without offset is office time).
class SchemaValidator {
public:
    /// Throws std::runtime_error when the schema is no JSON object with $defs.
    explicit SchemaValidator(std::string_view schema_json);
    ~SchemaValidator();
    SchemaValidator(const SchemaValidator&) = delete;
    SchemaValidator& operator=(const SchemaValidator&) = delete;

    /// True when the schema has a definition of this name.
    bool has_kind(std::string_view kind) const;

    /// All that is wrong, in the order of the input; empty when it is as the schema says, and
    /// then `data` has been brought into form.
    std::vector<FieldError> validate(std::string_view kind, boost::json::value& data) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace printer
