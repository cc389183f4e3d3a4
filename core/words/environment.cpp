#include "core/words/environment.hpp"

#include <cstdlib>

namespace words {

Language language_of_environment() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const locale = std::getenv(name);
        if (locale && *locale != '\0') return Language::of_locale(locale);
    }
    return {};
}

} // namespace words
