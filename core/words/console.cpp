#include "core/words/console.hpp"

#include "core/words/failure.hpp"

#include <cstdio>
#include <utility>

namespace words {

Console::Console(std::string program, Language language)
    : program_(std::move(program)), language_(language) {}

void Console::complain(std::string sentence) const {
    for (char& c : sentence) {
        if (c == '\n' || c == '\r') c = ' ';
    }
    std::fprintf(stderr, "%s: %s\n", program_.c_str(), sentence.c_str());
}

void Console::complain(const core::Message& message) const { complain(say(language_, message)); }

int Console::fail(const core::Message& why) const {
    complain(why);
    return failed;
}

int Console::fail(const std::exception& why) const {
    complain(say(language_, why));
    return failed;
}

int Console::misused(const core::Message& problem, const std::string& command) const {
    complain(core::Message{"usage-wrong",
                           {{"problem", std::vector<core::Message>{problem}},
                            {"program", command.empty() ? program_ : command}}});
    return bad_usage;
}

} // namespace words
