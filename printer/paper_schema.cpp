#include "printer/paper_schema.hpp"

#include "core/domain/vocabulary.hpp"
#include "printer/built_in.hpp"

namespace printer {

const std::string& paper_schema() {
    static const std::string schema = core::with_names(built_in_schema_json);
    return schema;
}

} // namespace printer
