#pragma once

#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>

/// The files of core/words as the tests read them.
namespace sentences {

using NameSet = std::set<std::string, std::less<>>;
using Sentences = std::map<std::string, std::string, std::less<>>;

inline boost::json::value content_of(words::Language language) {
    const std::string_view text = words::file_of(language);
    return boost::json::parse({text.data(), text.size()});
}

/// The sentence of each code.
inline Sentences all_of(words::Language language) {
    Sentences found;
    const boost::json::value file = content_of(language);
    for (const auto& [code, text] : file.at("sentences").as_object())
        found.emplace(std::string(code), std::string(text.as_string().c_str()));
    return found;
}

/// The facts that a sentence names in braces.
inline NameSet facts_in(std::string_view sentence) {
    NameSet names;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1))
        names.emplace(sentence.substr(open + 1, sentence.find('}', open) - open - 1));
    return names;
}

} // namespace sentences
