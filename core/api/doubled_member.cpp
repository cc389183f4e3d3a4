// A parsed object has each name once, so the members that were written are counted and held against
// those that are there: a string before a colon is one. Only where the numbers differ, which is
// never in a body that a program made, the names are read once more to find which one it is.

#include "core/api/doubled_member.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <set>
#include <vector>

namespace api {

namespace json = boost::json;

namespace {

/// Behind the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
    for (std::size_t end = text.find('"', at + 1); end != std::string_view::npos;
         end = text.find('"', end + 1)) {
        std::size_t backslashes = 0;
        // Ends at the quote that the string begins with at the latest.
        while (text[end - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 0) return end + 1;
    }
    return text.size();
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Whether the string before `end` is the name of a member.
bool is_name(std::string_view text, std::size_t end) {
    while (end < text.size() && is_blank(text[end])) ++end;
    return end < text.size() && text[end] == ':';
}

std::size_t members_written(std::string_view text) {
    std::size_t members = 0;
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
        at = end_of_string(text, at);
        members += is_name(text, at) ? 1 : 0;
    }
    return members;
}

std::size_t members_of(const json::value& value) {
    std::size_t members = 0;
    if (value.is_object()) {
        members = value.get_object().size();
        for (const auto& member : value.get_object()) members += members_of(member.value());
    } else if (value.is_array()) {
        for (const json::value& item : value.get_array()) members += members_of(item);
    }
    return members;
}

/// An object or a list that is being read, and where it stands.
struct Level {
    bool is_object = false;
    std::string path;
    std::set<std::string, std::less<>> names;
    std::string name;      // the member that is being read
    std::size_t index = 0; // the item that is being read
};

class Names {
public:
    explicit Names(std::string_view text) : text_(text) {}

    std::optional<std::string> first_doubled() {
        for (std::size_t at = 0; at < text_.size();) {
            if (text_[at] == '"') {
                const std::size_t end = end_of_string(text_, at);
                if (is_name(text_, end) && !levels_.empty() &&
                    !take_name(text_.substr(at, end - at)))
                    return path_of(levels_.back());
                at = end;
            } else {
                take_mark(text_[at++]);
            }
        }
        return std::nullopt;
    }

private:
    /// False when the object has it already.
    bool take_name(std::string_view quoted) {
        json::error_code error;
        const json::value name = json::parse(quoted, error); // its escapes too
        if (error || !name.is_string()) return true;
        levels_.back().name = name.get_string().c_str();
        return levels_.back().names.insert(levels_.back().name).second;
    }

    void take_mark(char mark) {
        if (mark == '{' || mark == '[') {
            levels_.push_back({mark == '{',
                               levels_.empty() ? std::string() : path_of(levels_.back()),
                               {},
                               {},
                               0});
        } else if ((mark == '}' || mark == ']') && !levels_.empty()) {
            levels_.pop_back();
        } else if (mark == ',' && !levels_.empty()) {
            ++levels_.back().index;
        }
    }

    static std::string path_of(const Level& level) {
        if (!level.is_object) return level.path + "[" + std::to_string(level.index) + "]";
        return level.path.empty() ? level.name : level.path + "." + level.name;
    }

    std::string_view text_;
    std::vector<Level> levels_;
};

} // namespace

std::optional<std::string> doubled_member(std::string_view text, const json::value& parsed) {
    if (members_written(text) == members_of(parsed)) return std::nullopt;
    return Names(text).first_doubled();
}

} // namespace api
