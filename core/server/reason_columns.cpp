#include "core/server/reason_columns.hpp"

#include "core/words/words.hpp"

namespace server {

std::vector<std::string> reason_columns() {
    std::vector<std::string> names = {reason_column};
    for (const words::Language language : words::Language::all())
        names.push_back(words::say(language, "register-refused-reason"));
    return names;
}

} // namespace server
