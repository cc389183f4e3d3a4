#pragma once

#include "core/domain/message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What people read and hear, by language. One file a language (`vi.json`, `en.json`) holds the
/// sentence of every message and the word of every vocabulary; a third language is one more file.
namespace words {

/// A language that there is a file for. Any thread.
class Language {
public:
    /// Vietnamese, the office's.
    Language() = default;

    /// `vi`, `en`; none for a language without a file.
    static std::optional<Language> find(std::string_view tag);

    /// The first that there is, by the weights of an `Accept-Language` (RFC 9110 §12.5.4);
    /// Vietnamese for none of them, and for a header that is missing or cannot be read.
    static Language accepted(std::string_view header);

    /// A program's, by `LC_ALL`, `LC_MESSAGES` or `LANG` as the caller found it: `en_GB.UTF-8`.
    static Language of_locale(std::string_view locale);

    static std::vector<Language> all();

    std::string_view tag() const;

    bool operator==(const Language&) const = default;

private:
    explicit Language(std::size_t index) : index_(index) {}

    friend struct Catalogue;
    std::size_t index_ = 0;
};

/// The sentence. Numbers, dates and times are written as Vietnamese offices write them. A message
/// that the language has no sentence for is said in Vietnamese, or else by its code.
std::string say(Language language, const core::Message& message);

/// Whether the catalogue knows the code of a message.
bool has_sentence(std::string_view code);

/// The codes of all messages, in order; a problem's title is none.
std::vector<std::string> message_codes();

/// The names of the facts that the sentence of a code tells, for as long as the program runs; none
/// for a code that the catalogue does not know.
std::optional<std::vector<std::string_view>> facts_of(std::string_view code);

/// The code of a message as programs are told it: empty where the catalogue has none of that name,
/// as of a text that an earlier version kept without one.
std::string_view code_of(const core::Message& message);

/// The word for a name of a vocabulary, `word(en, "dossier_state", "suspended")`; the name itself
/// where there is none.
std::string_view word(Language language, std::string_view vocabulary, std::string_view name);

/// The file of a language, as JSON text.
std::string_view file_of(Language language);

} // namespace words
