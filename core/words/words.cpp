// Each file is `{"sentences": {code: text}, "words": {vocabulary: {name: word}}}`. A text names the
// facts of its message in braces: "Không có hồ sơ {code}". The files are read once, at first use.

#include "core/words/words.hpp"

#include "core/domain/civil_time.hpp"
#include "core/words/words_files.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>

namespace words {

namespace json = boost::json;

namespace {

using Sentences = std::map<std::string, std::string, std::less<>>;

/// 3936 as `3.936`.
std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t at = text.size(); at > sign + 3;) {
        at -= 3;
        text.insert(at, 1, '.');
    }
    return text;
}

} // namespace

/// A language's file, read.
struct Catalogue {
    explicit Catalogue(const File& file) : tag(file.tag) {
        const json::value value = json::parse({file.text.data(), file.text.size()});
        for (const auto& [code, text] : value.at("sentences").as_object())
            sentences.emplace(code, text.as_string());
        for (const auto& [vocabulary, names] : value.at("words").as_object()) {
            for (const auto& [name, word] : names.as_object())
                words[std::string(vocabulary)].emplace(name, word.as_string());
        }
    }

    std::string tag;
    Sentences sentences;
    std::map<std::string, Sentences, std::less<>> words;

    static const std::vector<Catalogue>& all() {
        static const std::vector<Catalogue> read = [] {
            std::vector<Catalogue> catalogues;
            for (const File& file : files()) catalogues.emplace_back(file);
            assert(!catalogues.empty());
            return catalogues;
        }();
        return read;
    }

    static const Catalogue& of(Language language) { return all()[language.index_]; }

    static Language language(std::size_t index) { return Language(index); }
};

namespace {

struct Shown {
    Language language;

    std::string operator()(const std::string& text) const { return text; }

    std::string operator()(std::int64_t number) const { return grouped(number); }

    std::string operator()(core::Day day) const { return core::show_date(day); }

    std::string operator()(core::Instant instant) const { return core::show_instant(instant); }

    std::string operator()(const core::Term& term) const {
        return std::string(word(language, term.vocabulary, term.name));
    }

    std::string operator()(const std::vector<core::Term>& terms) const {
        std::string list;
        for (const core::Term& term : terms) {
            if (!list.empty()) list += ", ";
            list += (*this)(term);
        }
        return list;
    }

    std::string operator()(const std::vector<core::Message>& messages) const {
        std::string text;
        for (const core::Message& message : messages) {
            if (!text.empty()) text += ' ';
            text += say(language, message);
        }
        return text;
    }
};

/// Puts the facts into the sentence; a name in braces that no fact has stays as it is.
std::string filled(std::string_view sentence, const core::Message& message, Language language) {
    std::string text;
    while (true) {
        const std::size_t open = sentence.find('{');
        const std::size_t close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos) return text += sentence;
        const std::string_view name = sentence.substr(open + 1, close - open - 1);
        const auto fact = std::find_if(message.facts.begin(), message.facts.end(),
                                       [&](const core::Fact& each) { return each.name == name; });
        text += sentence.substr(0, fact == message.facts.end() ? close + 1 : open);
        if (fact != message.facts.end()) text += std::visit(Shown{language}, fact->value);
        sentence.remove_prefix(close + 1);
    }
}

/// The weight of `en;q=0.8`, in thousandths; 0 for one that cannot be read.
int weight_of(std::string_view parameters) {
    const std::size_t q = parameters.find("q=");
    if (q == std::string_view::npos) return 1000;
    double weight = 0;
    const std::string_view number = parameters.substr(q + 2);
    std::from_chars(number.data(), number.data() + number.size(), weight);
    return weight >= 0 && weight <= 1 ? static_cast<int>(weight * 1000) : 0;
}

} // namespace

std::optional<Language> Language::find(std::string_view tag) {
    std::string primary(tag.substr(0, tag.find_first_of("-_.")));
    std::transform(primary.begin(), primary.end(), primary.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto& all = Catalogue::all();
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (all[index].tag == primary) return Catalogue::language(index);
    }
    return std::nullopt;
}

Language Language::accepted(std::string_view header) {
    Language best;
    int best_weight = 0;
    while (!header.empty()) {
        const std::size_t comma = header.find(',');
        std::string_view item = header.substr(0, comma);
        header.remove_prefix(comma == std::string_view::npos ? header.size() : comma + 1);
        while (item.starts_with(' ')) item.remove_prefix(1);
        const std::size_t end = item.find_first_of("; ");
        const auto language = find(item.substr(0, end));
        const int weight = end == std::string_view::npos ? 1000 : weight_of(item.substr(end));
        if (!language || weight <= best_weight) continue;
        best = *language;
        best_weight = weight;
    }
    return best;
}

Language Language::of_locale(std::string_view locale) { return find(locale).value_or(Language()); }

std::vector<Language> Language::all() {
    std::vector<Language> languages;
    for (std::size_t index = 0; index < Catalogue::all().size(); ++index)
        languages.push_back(Catalogue::language(index));
    return languages;
}

std::string_view Language::tag() const { return Catalogue::of(*this).tag; }

std::string say(Language language, const core::Message& message) {
    for (const Language each : {language, Language()}) {
        const Sentences& sentences = Catalogue::of(each).sentences;
        const auto found = sentences.find(message.code);
        if (found != sentences.end()) return filled(found->second, message, each);
    }
    return message.code;
}

bool has_sentence(std::string_view code) {
    return Catalogue::of(Language()).sentences.contains(code);
}

std::vector<std::string> message_codes() {
    std::vector<std::string> codes;
    for (const auto& [code, sentence] : Catalogue::of(Language()).sentences) {
        if (!code.starts_with("title-")) codes.push_back(code);
    }
    return codes;
}

std::optional<std::vector<std::string_view>> facts_of(std::string_view code) {
    const Sentences& sentences = Catalogue::of(Language()).sentences;
    const auto found = sentences.find(code);
    if (found == sentences.end()) return std::nullopt;
    std::vector<std::string_view> names;
    std::string_view rest = found->second;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const std::size_t close = rest.find('}', open);
        if (close == std::string_view::npos) break;
        names.push_back(rest.substr(open + 1, close - open - 1));
        rest.remove_prefix(close + 1);
    }
    return names;
}

std::string_view code_of(const core::Message& message) {
    return has_sentence(message.code) ? std::string_view(message.code) : std::string_view();
}

std::string_view word(Language language, std::string_view vocabulary, std::string_view name) {
    const auto& words = Catalogue::of(language).words;
    const auto found = words.find(vocabulary);
    if (found == words.end()) return name;
    const auto word = found->second.find(name);
    return word == found->second.end() ? name : std::string_view(word->second);
}

std::string_view file_of(Language language) {
    for (const File& file : files()) {
        if (file.tag == language.tag()) return file.text;
    }
    return {};
}

} // namespace words
