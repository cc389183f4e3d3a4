#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/result.hpp"
#include "printer/document.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace printer {

/// A paragraph of a form before its `{members}` are filled in.
struct TextTemplate {
    std::string text;
    bool bold = false;
    bool italic = false;
    double size = 1;
    Align align = Align::left;
    bool fit = false;
};

struct ColumnTemplate {
    Column column;
    std::string text;
};

struct SignatureTemplate {
    std::string title;
    std::string note;
    std::string name;
};

enum class BlockKind { text, heading, table, items, codes, rule, space, signatures };

/// One block of data/forms.toml, as it is written there.
struct BlockTemplate {
    BlockKind kind = BlockKind::text;
    std::string label; ///< before a text, over a table or list
    TextTemplate text;
    std::vector<TextTemplate> left;  ///< of a heading
    std::vector<TextTemplate> right; ///< of a heading
    std::string list;                ///< the member that holds the rows or items
    std::vector<ColumnTemplate> columns;
    std::string code;    ///< of a dossier or ticket
    char code_kind = 0;  ///< `H` dossier, `T` ticket
    std::string caption; ///< under the codes
    double millimetres = 0;
    std::vector<SignatureTemplate> signatures;
};

/// One kind of paper, as one form set has it.
struct FormTemplate {
    std::string set;    ///< the circular's name; empty for papers without a number
    std::string number; ///< `01`
    std::string title;
    std::string english;
    Orientation orientation = Orientation::portrait;
    std::vector<std::string> blocks; ///< names, in order
};

/// The forms of the room in time (data/forms.toml). Constant once made: any thread may read it.
class FormBook {
public:
    /// Throws std::runtime_error with place and reason when the file is not as it should be.
    explicit FormBook(std::string_view toml);

    /// The form of this kind that is in force on a day. Refuses a day or kind that no set has.
    core::Result<FormTemplate> form(const std::string& kind, core::Day day) const;

    /// Throws std::runtime_error for a name that no block has: the file is wrong.
    const BlockTemplate& block(const std::string& name) const;

    /// The word list of that name; nullptr when there is none.
    const std::map<std::string, std::string>* words(const std::string& name) const;

    /// The kinds of paper of all sets, in alphabetical order.
    std::vector<std::string> kinds() const;

private:
    struct Set {
        std::string name;
        core::Day valid_from;
        std::map<std::string, FormTemplate> forms;
    };

    std::map<std::string, FormTemplate> undated_;
    std::vector<Set> sets_; ///< the earliest first
    std::map<std::string, BlockTemplate> blocks_;
    std::map<std::string, std::map<std::string, std::string>> words_;
};

} // namespace printer
