#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/message.hpp"
#include "core/domain/result.hpp"
#include "core/domain/written_word.hpp"

#include <boost/json/fwd.hpp>
#include <boost/json/storage_ptr.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// What is wrong with one member of a request.
struct FieldError {
    std::string field; ///< `applicant.name`, `documents[2].name`
    core::Message message;
    std::int64_t line = 0; ///< of the file that was sent; `field` is its column then
};

using FieldErrors = std::vector<FieldError>;

// A body is refused beyond these: no request has a use for more.
inline constexpr std::size_t json_depth_limit = 16;
// Texts are measured in letters, as JSON Schema does and as people count.
inline constexpr std::size_t line_limit = 400;    ///< a name, a code
inline constexpr std::size_t title_limit = 2'000; ///< a paper, an item: titles of law are long
inline constexpr std::size_t text_limit = 4'000;  ///< an address, a reason
inline constexpr std::size_t list_limit = 200;

/// Which members of a body somebody asked for, so that the others can be named: a member that is
/// misspelt, or that this version does not know, must not vanish behind a 201.
class ReadMembers {
public:
    void read(const boost::json::value& member) { members_.push_back(&member); }

    void open(const boost::json::object& object) { objects_.push_back(&object); }

    /// The paths of members of the body that nobody read, `documents[2].sets`; at most `most`.
    /// Nothing is said of an object that nobody looked into.
    std::vector<std::string> unread(const boost::json::object& body, std::size_t most) const;

private:
    void add_unread(const boost::json::object& object,
                    const std::string& prefix,
                    std::size_t most,
                    std::vector<std::string>& paths) const;

    std::vector<const boost::json::value*> members_;
    std::vector<const boost::json::object*> objects_;
};

/// The members of a JSON object, each read once with its kind and limits; what is wrong is noted
/// and read as missing, so that one pass names every bad member. Unknown members are passed over.
class JsonFields {
public:
    /// The object must outlive the reader, `errors` and `reads` too; `reads` hears what is read.
    JsonFields(const boost::json::object& object,
               FieldErrors& errors,
               std::string prefix = {},
               ReadMembers* reads = nullptr);

    enum class Need { required, optional };

    /// One line, trimmed, in NFC; empty when missing.
    std::string line(std::string_view name, Need need, std::size_t most = line_limit);

    /// The same, with line ends, which come as LF whatever program wrote them.
    std::string text(std::string_view name, Need need, std::size_t most = text_limit);

    /// Trimmed, in NFC, with whatever letters it has: a password.
    std::string secret(std::string_view name, Need need, std::size_t most);

    /// The same of what is never stored so: what is looked for, which finds nothing by letters that
    /// nobody has, and what a scanner typed, whose reader says what is wrong with them.
    std::string as_it_came(std::string_view name, Need need, std::size_t most = line_limit);

    /// One line as `Value::read` (core/domain) takes it; what it refuses is complained of, damage
    /// with the reading that it most likely had. Empty when missing. Returns what was written.
    template <typename Value>
    std::string value(std::string_view name, Need need, std::size_t most = line_limit) {
        return judged<Value>(name, read_text(name, need, most, Letters::of_a_value));
    }

    /// The same of an item of a list, which is no member; never empty.
    template <typename Value>
    std::string value_at(const boost::json::value& item, std::string_view path, std::size_t most) {
        const auto text = checked_text(item, path, most, Letters::of_a_value);
        if (text && text->empty()) complain(path, "field-empty");
        return judged<Value>(path, text.value_or(""));
    }

    std::optional<std::int64_t>
    integer(std::string_view name, Need need, std::int64_t lowest, std::int64_t highest);
    bool flag(std::string_view name);
    std::optional<core::Instant> instant(std::string_view name, Need need);

    /// A word that `parse` knows, in any letter case and with blanks for `_`; `known` lists them
    /// for the message.
    template <typename Parse>
    auto word(std::string_view name, Need need, Parse parse, std::string_view known)
        -> decltype(parse(std::string_view())) {
        const std::string written = line(name, need);
        if (written.empty()) return std::nullopt;
        auto value = parse(written);
        if (!value) value = parse(core::plain_name(written));
        if (!value) not_one_of(name, known);
        return value;
    }

    /// None when missing or no object.
    std::optional<JsonFields> object(std::string_view name, Need need);

    /// The texts of a list, as of line(); an empty one is complained of and left out.
    std::vector<std::string> lines(std::string_view name, Need need);

    /// A text that was found otherwise, read as line() reads a member; `path` names it.
    std::string line_at(const boost::json::value& value, std::string_view path, Need need);

    /// The objects of a list.
    std::vector<JsonFields> objects(std::string_view name, Need need);

    /// A reader of an object found otherwise, whose members are named behind `path`.
    JsonFields inside(const boost::json::object& object, const std::string& path) const {
        return {object, *errors_, prefix_ + path + ".", reads_};
    }

    /// The same members, judged alike, but none of them counts as read: of what an act knows and
    /// has no use for.
    JsonFields unheard() const { return {*object_, *errors_, prefix_, nullptr}; }

    /// The member as it is; none when missing or null.
    const boost::json::value* find(std::string_view name) const;

    bool has(std::string_view name) const { return find(name) != nullptr; }

    void complain(std::string_view name, core::Message message);

    /// How much was complained of so far, of the whole body.
    std::size_t complaints() const { return errors_->size(); }

private:
    const boost::json::value* wanted(std::string_view name, Need need);

    /// None when missing, or no list within `list_limit`, which is then complained of.
    const boost::json::array* wanted_list(std::string_view name, Need need);

    /// What was written, which `Value` has judged.
    template <typename Value>
    std::string judged(std::string_view name, std::string written) {
        if (written.empty()) return written;
        const auto value = Value::read(written);
        if (value) return written;
        const auto damage = Value::find_damage(written);
        const bool can_be_read = damage && !damage->reading.empty() && Value::read(damage->reading);
        complain(name, can_be_read ? core::told_readably(*damage, damage->reading)
                                   : value.error().message);
        return written;
    }

    enum class Letters { of_a_line, of_a_text, of_a_value, any };
    std::string read_text(std::string_view name, Need need, std::size_t most, Letters letters);

    /// None when it is no such text, which is then complained of.
    std::optional<std::string> checked_text(const boost::json::value& value,
                                            std::string_view name,
                                            std::size_t most,
                                            Letters letters);

    /// None when it is refused, which is then complained of.
    template <typename Text>
    std::optional<std::string> accepted(const core::Result<Text>& text, std::string_view name);
    void not_one_of(std::string_view name, std::string_view known);

    const boost::json::object* object_;
    FieldErrors* errors_;
    std::string prefix_;
    ReadMembers* reads_;
};

/// What a request is told of a text that read_written_instant() refused: the form that programs
/// write, where its own words say no more.
core::Message why_no_instant(const core::Error& error);

/// Parses a body into an object: sound UTF-8 JSON (RFC 8259), not too deep. Otherwise none, and
/// `why_not` says why. The object is in `memory`, which must outlive it; without one on the heap.
std::optional<boost::json::value>
parse_body(std::string_view body, core::Message& why_not, boost::json::storage_ptr memory = {});

} // namespace api
