#include "core/domain/vietnamese_order.hpp"

#include "core/domain/failure.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>
#include <vector>

namespace core {

namespace {

/// Made once; comparing changes nothing in it, so any thread may.
const icu::Collator& collator() {
    static const std::unique_ptr<icu::Collator> made = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> vietnamese(
            icu::Collator::createInstance(icu::Locale("vi"), error));
        // The library's data are missing: nothing can be put in order.
        if (U_FAILURE(error))
            throw Failure({"collation-missing", {{"reason", u_errorName(error)}}});
        return vietnamese;
    }();
    return *made;
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<int32_t>(text.size())};
}

} // namespace

int compare_names(std::string_view a, std::string_view b) {
    UErrorCode error = U_ZERO_ERROR;
    const UCollationResult order = collator().compareUTF8(piece(a), piece(b), error);
    if (U_SUCCESS(error) && order != UCOL_EQUAL) return order == UCOL_LESS ? -1 : 1;
    return a.compare(b);
}

std::string name_sort_key(std::string_view text) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
    std::vector<uint8_t> key(text.size() * 4 + 16);
    const auto get = [&] {
        return collator().getSortKey(wide, key.data(), static_cast<int32_t>(key.size()));
    };
    int32_t size = get();
    if (static_cast<std::size_t>(size) > key.size()) {
        key.resize(static_cast<std::size_t>(size));
        size = get();
    }
    return {key.begin(), key.begin() + size};
}

const std::string& name_order_edition() {
    static const std::string edition = [] {
        UVersionInfo version;
        collator().getVersion(version);
        std::string text = "vi";
        for (const uint8_t part : version) text += "." + std::to_string(part);
        return text;
    }();
    return edition;
}

} // namespace core
