#pragma once

#include "core/domain/message.hpp"
#include "core/words/words.hpp"

#include <functional>
#include <string>
#include <string_view>

/// The papers of an office are in its language, with English beside it for who reads no Vietnamese:
/// what stands on them is asked of both languages of core/words. Any thread.
namespace reports {

/// A text in Vietnamese, and in English beside it where there is one.
struct Words {
    std::string vietnamese;
    std::string english;

    bool empty() const { return vietnamese.empty(); }

    bool operator==(const Words&) const = default;
};

/// What is said in either language.
Words in_both(const std::function<std::string(words::Language)>& text);

/// A word of a vocabulary.
Words words_of(std::string_view vocabulary, std::string_view name);

/// The sentence of a message.
Words said(const core::Message& message);

/// The same in Vietnamese alone, for lines that have no room beside them.
std::string said_in_vietnamese(const core::Message& message);

/// With a small first letter: a part's name below the name of its whole.
Words lowered(Words words);

/// `Tổng cộng (Total)`
std::string in_one_line(const Words& words);

} // namespace reports
